-- 公开事项目录. An item says what an organ has to publish and until when; each time it owes it is a duty, and what was
-- published is the evidence that fulfils it. Coverage is counted from the duties, so that each of its numbers opens.

CREATE TABLE catalogue_item (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  origin text NOT NULL CHECK (origin IN ('template', 'own', 'import')),
  template text,
  import_id uuid,
  field_key text,
  article20 smallint CHECK (article20 BETWEEN 1 AND 15),
  column_key text NOT NULL,
  topic text NOT NULL,
  name text NOT NULL,
  content text NOT NULL,
  basis text NOT NULL,
  time_limit jsonb NOT NULL,
  limit_words text NOT NULL,
  publisher text NOT NULL,
  carriers jsonb NOT NULL DEFAULT '{}',
  audience text NOT NULL CHECK (audience IN ('everyone', 'group')),
  audience_words text NOT NULL DEFAULT '',
  manner text NOT NULL CHECK (manner IN ('proactive', 'on-request')),
  levels text[] NOT NULL DEFAULT '{}',
  responsible_role text,
  responsible_organ_id uuid,
  responsible_person_id uuid,
  sort_order integer NOT NULL DEFAULT 0,
  since date NOT NULL,
  limit_since date NOT NULL,
  ended_on date,
  ended_because text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id),
  FOREIGN KEY (county_id, responsible_organ_id) REFERENCES organisation_organ (county_id, id),
  FOREIGN KEY (county_id, responsible_person_id) REFERENCES organisation_person (county_id, id),
  CHECK ((origin = 'template') = (template IS NOT NULL)),
  CHECK ((responsible_role IS NULL) = (responsible_organ_id IS NULL)),
  CHECK ((ended_on IS NULL) = (ended_because IS NULL))
);
CREATE UNIQUE INDEX catalogue_item_template ON catalogue_item (county_id, organ_id, template) WHERE template IS NOT NULL AND ended_on IS NULL;
CREATE INDEX catalogue_item_organ ON catalogue_item (county_id, organ_id, sort_order, id);
CREATE INDEX catalogue_item_column ON catalogue_item (county_id, organ_id, column_key) WHERE ended_on IS NULL AND manner = 'proactive';
CREATE INDEX catalogue_item_owed ON catalogue_item (county_id, id) WHERE ended_on IS NULL AND manner = 'proactive';
CREATE INDEX catalogue_item_post ON catalogue_item (county_id, responsible_organ_id, responsible_role) WHERE responsible_role IS NOT NULL;
CREATE INDEX catalogue_item_person ON catalogue_item (county_id, responsible_person_id) WHERE responsible_person_id IS NOT NULL;
COMMENT ON TABLE catalogue_item IS 'A line of the 公开事项目录 of an organ, with the columns of the official catalogues (国办发〔2019〕54号)';
COMMENT ON COLUMN catalogue_item.county_id IS 'The county';
COMMENT ON COLUMN catalogue_item.id IS 'Identifier, UUIDv7';
COMMENT ON COLUMN catalogue_item.organ_id IS 'Whose catalogue it is: who has to publish';
COMMENT ON COLUMN catalogue_item.origin IS 'Taken over from a template, the organ''s own, or imported from a table';
COMMENT ON COLUMN catalogue_item.template IS 'The template it was taken from, as library/number, e.g. article-20/7';
COMMENT ON COLUMN catalogue_item.import_id IS 'The import it came with';
COMMENT ON COLUMN catalogue_item.field_key IS 'One of the 26 fields, key in src/catalogue/domain/fields.ts; null for what belongs to none';
COMMENT ON COLUMN catalogue_item.article20 IS 'Number of the item of 条例 art. 20 it falls under; null when it rests on art. 21 or another rule alone';
COMMENT ON COLUMN catalogue_item.column_key IS 'The column of the platform it is published in, key in src/catalogue/domain/columns.ts';
COMMENT ON COLUMN catalogue_item.topic IS '一级事项';
COMMENT ON COLUMN catalogue_item.name IS '二级事项';
COMMENT ON COLUMN catalogue_item.content IS '公开内容（要素）';
COMMENT ON COLUMN catalogue_item.basis IS '公开依据';
COMMENT ON COLUMN catalogue_item.time_limit IS '公开时限 as TimeLimit of src/catalogue/domain/time-limit.ts';
COMMENT ON COLUMN catalogue_item.limit_words IS '公开时限 in the words of the catalogue';
COMMENT ON COLUMN catalogue_item.publisher IS '公开主体 in words';
COMMENT ON COLUMN catalogue_item.carriers IS '公开渠道和载体: by key, required (■) or optional (□)';
COMMENT ON COLUMN catalogue_item.audience IS '公开对象: everyone 全社会, group 特定群体';
COMMENT ON COLUMN catalogue_item.audience_words IS 'Which group; empty for everyone';
COMMENT ON COLUMN catalogue_item.manner IS '公开方式: proactive 主动, on-request 依申请; only the first is owed';
COMMENT ON COLUMN catalogue_item.levels IS '公开层级: county, township, village';
COMMENT ON COLUMN catalogue_item.responsible_role IS 'The role that answers for it; null when nobody was named yet';
COMMENT ON COLUMN catalogue_item.responsible_organ_id IS 'The organ of that post: the organ itself or one below it';
COMMENT ON COLUMN catalogue_item.responsible_person_id IS 'The person, where one was named';
COMMENT ON COLUMN catalogue_item.sort_order IS 'Place in the catalogue, smallest first';
COMMENT ON COLUMN catalogue_item.since IS 'The first day it is owed';
COMMENT ON COLUMN catalogue_item.limit_since IS 'The first day the present limit holds; turns before it are not owed by it';
COMMENT ON COLUMN catalogue_item.ended_on IS 'The first day it is no longer owed; null while it is';
COMMENT ON COLUMN catalogue_item.ended_because IS 'Why it ended';
COMMENT ON COLUMN catalogue_item.version IS 'Counts changes; who changes it names the one he has seen';
COMMENT ON COLUMN catalogue_item.created_at IS 'When it was entered';
COMMENT ON COLUMN catalogue_item.changed_at IS 'When it was changed last';
COMMENT ON COLUMN catalogue_item.changed_by IS 'Who changed it last, by name';

CREATE TABLE catalogue_evidence (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  item_id uuid,
  column_key text NOT NULL,
  record_kind text NOT NULL,
  record_id uuid NOT NULL,
  title text NOT NULL,
  index_number text,
  formed_on date NOT NULL,
  published_on date NOT NULL,
  ended text CHECK (ended IN ('withdrawn', 'expired')),
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES catalogue_item (county_id, id)
);
CREATE UNIQUE INDEX catalogue_evidence_record ON catalogue_evidence (county_id, record_kind, record_id, published_on);
CREATE INDEX catalogue_evidence_item ON catalogue_evidence (county_id, item_id, published_on, id) WHERE item_id IS NOT NULL;
CREATE INDEX catalogue_evidence_column ON catalogue_evidence (county_id, organ_id, column_key, published_on) WHERE ended IS NULL;
COMMENT ON TABLE catalogue_evidence IS 'What was published, as far as the catalogue needs it: one row for each day a record went public';
COMMENT ON COLUMN catalogue_evidence.county_id IS 'The county';
COMMENT ON COLUMN catalogue_evidence.id IS 'Identifier';
COMMENT ON COLUMN catalogue_evidence.organ_id IS '公开责任主体';
COMMENT ON COLUMN catalogue_evidence.item_id IS 'The line of the catalogue it was published for; null when for none';
COMMENT ON COLUMN catalogue_evidence.column_key IS 'The column of the platform it stands in';
COMMENT ON COLUMN catalogue_evidence.record_kind IS 'What was published: publication-item';
COMMENT ON COLUMN catalogue_evidence.record_id IS 'Which one';
COMMENT ON COLUMN catalogue_evidence.title IS 'As it was published';
COMMENT ON COLUMN catalogue_evidence.index_number IS '索引号 of the record, for the public form of the catalogue';
COMMENT ON COLUMN catalogue_evidence.formed_on IS '形成或变更 day of what was published';
COMMENT ON COLUMN catalogue_evidence.published_on IS 'When it became public; of a revision when the revision did';
COMMENT ON COLUMN catalogue_evidence.ended IS 'Why it is public no more: withdrawn, or expired as it was meant to; null while it is';

CREATE TABLE catalogue_column (
  county_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  column_key text NOT NULL,
  count integer NOT NULL,
  latest_on date,
  PRIMARY KEY (county_id, organ_id, column_key),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
COMMENT ON TABLE catalogue_column IS 'What stands in the columns of the platform; computed from catalogue_evidence whenever that changes';
COMMENT ON COLUMN catalogue_column.county_id IS 'The county';
COMMENT ON COLUMN catalogue_column.organ_id IS 'The organ';
COMMENT ON COLUMN catalogue_column.column_key IS 'The column, key in src/catalogue/domain/columns.ts';
COMMENT ON COLUMN catalogue_column.count IS 'How many records are public there now';
COMMENT ON COLUMN catalogue_column.latest_on IS 'When something that is public there became so last; null when nothing is';

CREATE TABLE catalogue_duty (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  item_id uuid NOT NULL,
  field_key text,
  kind text NOT NULL CHECK (kind IN ('period', 'standing', 'event')),
  period text,
  title text NOT NULL,
  begins_on date NOT NULL,
  due_on date,
  counted_on date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, begins_on)) STORED,
  registered boolean NOT NULL DEFAULT true,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'waived')),
  done_on date,
  outcome smallint NOT NULL GENERATED ALWAYS AS (
    CASE state WHEN 'open' THEN 0 WHEN 'waived' THEN 3 ELSE CASE WHEN done_on > due_on THEN 2 ELSE 1 END END
  ) STORED,
  evidence_id uuid,
  waived_because text,
  waived_by text,
  waived_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES catalogue_item (county_id, id),
  FOREIGN KEY (county_id, evidence_id) REFERENCES catalogue_evidence (county_id, id),
  CHECK ((kind = 'period') = (period IS NOT NULL)),
  CHECK ((state = 'done') = (evidence_id IS NOT NULL)),
  CHECK ((state = 'done') = (done_on IS NOT NULL)),
  CHECK ((state = 'waived') = (waived_because IS NOT NULL))
);
CREATE UNIQUE INDEX catalogue_duty_period ON catalogue_duty (county_id, item_id, period) WHERE kind = 'period';
CREATE UNIQUE INDEX catalogue_duty_standing ON catalogue_duty (county_id, item_id) WHERE kind = 'standing';
CREATE INDEX catalogue_duty_item ON catalogue_duty (county_id, item_id, due_on, id);
CREATE INDEX catalogue_duty_open ON catalogue_duty (county_id, organ_id, due_on, id) WHERE state = 'open';
CREATE INDEX catalogue_duty_evidence ON catalogue_duty (county_id, evidence_id) WHERE evidence_id IS NOT NULL;
CREATE INDEX catalogue_duty_coverage ON catalogue_duty (county_id, counted_on) INCLUDE (organ_id, field_key, outcome, due_on);
CREATE INDEX catalogue_duty_organ ON catalogue_duty (county_id, organ_id, counted_on, id) INCLUDE (field_key, outcome, due_on);
COMMENT ON TABLE catalogue_duty IS 'Each time an item of the catalogue has to be published, and what fulfilled it';
COMMENT ON COLUMN catalogue_duty.county_id IS 'The county';
COMMENT ON COLUMN catalogue_duty.id IS 'Identifier';
COMMENT ON COLUMN catalogue_duty.organ_id IS 'Who owes it: the organ of the item';
COMMENT ON COLUMN catalogue_duty.item_id IS 'The item of the catalogue';
COMMENT ON COLUMN catalogue_duty.field_key IS 'The field of the item, here so that coverage is counted from one table';
COMMENT ON COLUMN catalogue_duty.kind IS 'period: owed again and again; standing: stands for good; event: of something formed or changed';
COMMENT ON COLUMN catalogue_duty.period IS 'Which turn: 2026-03, 2026-Q2 or 2026';
COMMENT ON COLUMN catalogue_duty.title IS 'Of what was formed or changed; of a period its name';
COMMENT ON COLUMN catalogue_duty.begins_on IS 'First day of the turn; day of formation or change; day the item was entered';
COMMENT ON COLUMN catalogue_duty.due_on IS 'Last day; null where there is none';
COMMENT ON COLUMN catalogue_duty.counted_on IS 'The day that counts it into a year: the last day, or the first where there is none';
COMMENT ON COLUMN catalogue_duty.registered IS 'False for what became known only by its publication';
COMMENT ON COLUMN catalogue_duty.state IS 'open, done or waived';
COMMENT ON COLUMN catalogue_duty.done_on IS 'When its evidence became public';
COMMENT ON COLUMN catalogue_duty.outcome IS '0 open, 1 published in time, 2 published late, 3 waived: what coverage counts, cheaper than the words';
COMMENT ON COLUMN catalogue_duty.evidence_id IS 'What fulfilled it';
COMMENT ON COLUMN catalogue_duty.waived_because IS 'Why it is not owed, in words';
COMMENT ON COLUMN catalogue_duty.waived_by IS 'Who said so, by name';
COMMENT ON COLUMN catalogue_duty.waived_at IS 'When';
COMMENT ON COLUMN catalogue_duty.created_at IS 'When it was put down';

CREATE TABLE catalogue_reminder (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  text text NOT NULL,
  answer_by date,
  sent_at timestamptz NOT NULL,
  sent_by uuid NOT NULL,
  sent_by_name text NOT NULL,
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  settled_on date,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX catalogue_reminder_organ ON catalogue_reminder (county_id, organ_id, sent_at DESC, id);
CREATE INDEX catalogue_reminder_sent ON catalogue_reminder (county_id, sent_at DESC, id);
CREATE INDEX catalogue_reminder_open ON catalogue_reminder (county_id, organ_id) WHERE settled_on IS NULL;
COMMENT ON TABLE catalogue_reminder IS '催办: the county reminds an organ of what it owes';
COMMENT ON COLUMN catalogue_reminder.county_id IS 'The county';
COMMENT ON COLUMN catalogue_reminder.id IS 'Identifier';
COMMENT ON COLUMN catalogue_reminder.organ_id IS 'Who is reminded';
COMMENT ON COLUMN catalogue_reminder.text IS 'What was written';
COMMENT ON COLUMN catalogue_reminder.answer_by IS 'Until when an answer is asked for; null when none is';
COMMENT ON COLUMN catalogue_reminder.sent_at IS 'When it was sent';
COMMENT ON COLUMN catalogue_reminder.sent_by IS 'Who sent it';
COMMENT ON COLUMN catalogue_reminder.sent_by_name IS 'His name at that time';
COMMENT ON COLUMN catalogue_reminder.answer IS 'What the organ answered; null when nothing yet';
COMMENT ON COLUMN catalogue_reminder.answered_at IS 'When';
COMMENT ON COLUMN catalogue_reminder.answered_by_name IS 'Who answered, by name';
COMMENT ON COLUMN catalogue_reminder.settled_on IS 'When the last of what it is about was done; null while something is open';

CREATE TABLE catalogue_reminder_target (
  county_id uuid NOT NULL,
  reminder_id uuid NOT NULL,
  position integer NOT NULL,
  duty_id uuid,
  column_key text,
  PRIMARY KEY (county_id, reminder_id, position),
  FOREIGN KEY (county_id, reminder_id) REFERENCES catalogue_reminder (county_id, id),
  FOREIGN KEY (county_id, duty_id) REFERENCES catalogue_duty (county_id, id),
  CHECK ((duty_id IS NULL) <> (column_key IS NULL))
);
CREATE INDEX catalogue_reminder_target_duty ON catalogue_reminder_target (county_id, duty_id) WHERE duty_id IS NOT NULL;
COMMENT ON TABLE catalogue_reminder_target IS 'What a reminder is about';
COMMENT ON COLUMN catalogue_reminder_target.county_id IS 'The county';
COMMENT ON COLUMN catalogue_reminder_target.reminder_id IS 'The reminder';
COMMENT ON COLUMN catalogue_reminder_target.position IS '1, 2, 3 …';
COMMENT ON COLUMN catalogue_reminder_target.duty_id IS 'A duty that is overdue';
COMMENT ON COLUMN catalogue_reminder_target.column_key IS 'A column that is empty or stale';

CREATE TABLE catalogue_import (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'applied', 'undone')),
  entries jsonb NOT NULL,
  differences jsonb NOT NULL,
  undo jsonb,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  applied_at timestamptz,
  applied_by text,
  undone_at timestamptz,
  undone_by text,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
CREATE INDEX catalogue_import_organ ON catalogue_import (county_id, organ_id, created_at DESC, id);
COMMENT ON TABLE catalogue_import IS 'A file of a catalogue that was read, with its differences from what the organ has';
COMMENT ON COLUMN catalogue_import.county_id IS 'The county';
COMMENT ON COLUMN catalogue_import.id IS 'Identifier';
COMMENT ON COLUMN catalogue_import.organ_id IS 'Whose catalogue';
COMMENT ON COLUMN catalogue_import.file_name IS 'As it was sent';
COMMENT ON COLUMN catalogue_import.status IS 'pending, applied or undone';
COMMENT ON COLUMN catalogue_import.entries IS 'The rows of the file as they were understood';
COMMENT ON COLUMN catalogue_import.differences IS 'New, changed, missing in the file, not understandable';
COMMENT ON COLUMN catalogue_import.undo IS 'What the items were before it was applied, and their versions after';
COMMENT ON COLUMN catalogue_import.created_at IS 'When the file was read';
COMMENT ON COLUMN catalogue_import.created_by IS 'Who sent it, by name';
COMMENT ON COLUMN catalogue_import.applied_at IS 'When it was applied';
COMMENT ON COLUMN catalogue_import.applied_by IS 'Who applied it, by name';
COMMENT ON COLUMN catalogue_import.undone_at IS 'When it was undone';
COMMENT ON COLUMN catalogue_import.undone_by IS 'Who undid it, by name';

GRANT SELECT, INSERT, UPDATE ON catalogue_item, catalogue_evidence, catalogue_column, catalogue_reminder, catalogue_import TO gongkai_app;
GRANT SELECT, INSERT ON catalogue_reminder_target TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue_duty TO gongkai_app;
