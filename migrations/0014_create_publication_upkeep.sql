-- 主动公开, what is done about items later: the assessment of what is not disclosed, the yearly cleaning of documents,
-- decisions entered in bulk.

CREATE TABLE publication_assessment (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  assessed_on date NOT NULL,
  decision text NOT NULL CHECK (decision IN ('stays', 'disclose')),
  opinion text NOT NULL,
  next_on date,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
CREATE INDEX publication_assessment_item ON publication_assessment (county_id, item_id, at);
COMMENT ON TABLE publication_assessment IS 'That what is not disclosed was looked at again (条例 art. 18); only ever added to';
COMMENT ON COLUMN publication_assessment.county_id IS 'The county';
COMMENT ON COLUMN publication_assessment.id IS 'Identifier';
COMMENT ON COLUMN publication_assessment.item_id IS 'The item';
COMMENT ON COLUMN publication_assessment.assessed_on IS 'The day';
COMMENT ON COLUMN publication_assessment.decision IS 'stays: not disclosed as before; disclose: it becomes a draft for publication';
COMMENT ON COLUMN publication_assessment.opinion IS 'Why';
COMMENT ON COLUMN publication_assessment.next_on IS 'When it is looked at again; null when it is to be disclosed';
COMMENT ON COLUMN publication_assessment.person_id IS 'Who';
COMMENT ON COLUMN publication_assessment.person_name IS 'His name at that time';
COMMENT ON COLUMN publication_assessment.at IS 'When';

CREATE TABLE publication_cleaning (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  year integer NOT NULL,
  begun_on date NOT NULL,
  finished_on date,
  finished_by text,
  version integer NOT NULL DEFAULT 1,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
CREATE UNIQUE INDEX publication_cleaning_year ON publication_cleaning (county_id, organ_id, year);
COMMENT ON TABLE publication_cleaning IS 'The yearly cleaning (清理) of the documents of an organ';
COMMENT ON COLUMN publication_cleaning.county_id IS 'The county';
COMMENT ON COLUMN publication_cleaning.id IS 'Identifier';
COMMENT ON COLUMN publication_cleaning.organ_id IS 'Whose documents';
COMMENT ON COLUMN publication_cleaning.year IS 'The year';
COMMENT ON COLUMN publication_cleaning.begun_on IS 'When the list was drawn up';
COMMENT ON COLUMN publication_cleaning.finished_on IS 'When its decisions came into force; null while it is worked on';
COMMENT ON COLUMN publication_cleaning.finished_by IS 'Who finished it, by name';
COMMENT ON COLUMN publication_cleaning.version IS 'Counts every change; who acts names the one he has seen';
COMMENT ON COLUMN publication_cleaning.created_by IS 'Who drew it up, by name';
COMMENT ON COLUMN publication_cleaning.created_at IS 'When';

CREATE TABLE publication_cleaning_entry (
  county_id uuid NOT NULL,
  cleaning_id uuid NOT NULL,
  item_id uuid NOT NULL,
  decision text CHECK (decision IN ('keep', 'amend', 'repeal', 'expire')),
  reason text NOT NULL DEFAULT '',
  decided_by text,
  decided_at timestamptz,
  PRIMARY KEY (county_id, cleaning_id, item_id),
  FOREIGN KEY (county_id, cleaning_id) REFERENCES publication_cleaning (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
CREATE INDEX publication_cleaning_entry_item ON publication_cleaning_entry (county_id, item_id);
COMMENT ON TABLE publication_cleaning_entry IS 'A document in a cleaning, and what was decided about it';
COMMENT ON COLUMN publication_cleaning_entry.county_id IS 'The county';
COMMENT ON COLUMN publication_cleaning_entry.cleaning_id IS 'The cleaning';
COMMENT ON COLUMN publication_cleaning_entry.item_id IS 'The document';
COMMENT ON COLUMN publication_cleaning_entry.decision IS 'keep 继续有效, amend 拟修改, repeal 废止, expire 宣布失效; null while it is owed';
COMMENT ON COLUMN publication_cleaning_entry.reason IS 'Why';
COMMENT ON COLUMN publication_cleaning_entry.decided_by IS 'Who decided, by name';
COMMENT ON COLUMN publication_cleaning_entry.decided_at IS 'When';

CREATE TABLE publication_batch (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  drafting_organ_id uuid NOT NULL,
  author_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'entered', 'dropped')),
  head jsonb NOT NULL,
  rows jsonb NOT NULL,
  matched jsonb NOT NULL,
  columns jsonb NOT NULL,
  remarks jsonb NOT NULL DEFAULT '[]',
  entered_at timestamptz,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
CREATE INDEX publication_batch_author ON publication_batch (county_id, author_id, created_at DESC);
COMMENT ON TABLE publication_batch IS 'Decisions entered in bulk from a spreadsheet: a pending one is a list of differences, an entered one has its drafts';
COMMENT ON COLUMN publication_batch.county_id IS 'The county';
COMMENT ON COLUMN publication_batch.id IS 'Identifier; import_id of its items';
COMMENT ON COLUMN publication_batch.organ_id IS '公开责任主体';
COMMENT ON COLUMN publication_batch.drafting_organ_id IS 'Where the author sits';
COMMENT ON COLUMN publication_batch.author_id IS 'Who sent the file';
COMMENT ON COLUMN publication_batch.kind IS 'Key of the kind of all its items';
COMMENT ON COLUMN publication_batch.file_name IS 'As it was sent';
COMMENT ON COLUMN publication_batch.status IS 'pending until somebody decides, then entered or dropped';
COMMENT ON COLUMN publication_batch.head IS 'What all its items share: column, catalogue line, last day';
COMMENT ON COLUMN publication_batch.rows IS 'The rows of the file, as text';
COMMENT ON COLUMN publication_batch.matched IS 'Which column of the file fills which field';
COMMENT ON COLUMN publication_batch.columns IS 'The columns of the file as they are headed';
COMMENT ON COLUMN publication_batch.remarks IS 'What the reader of the file had to guess or left out';
COMMENT ON COLUMN publication_batch.entered_at IS 'When its drafts were made';
COMMENT ON COLUMN publication_batch.created_by IS 'Who sent the file, by name';
COMMENT ON COLUMN publication_batch.created_at IS 'When';

GRANT SELECT, INSERT ON publication_assessment TO gongkai_app;
GRANT SELECT, INSERT, UPDATE ON publication_cleaning, publication_cleaning_entry, publication_batch TO gongkai_app;
