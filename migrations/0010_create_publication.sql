-- 主动公开. An item is one piece of government information on its way to the public: what it says stands in its
-- texts, what was done about it in its events; the item itself holds what lists ask for.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE publication_item (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  drafting_organ_id uuid NOT NULL,
  author_id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  index_number text,
  catalogue_item_id uuid,
  column_key text NOT NULL,
  field_key text,
  article20 smallint CHECK (article20 BETWEEN 1 AND 15),
  disclosure text NOT NULL CHECK (disclosure IN ('proactive', 'on-request', 'withheld')),
  exemption jsonb,
  origin jsonb NOT NULL,
  clearances jsonb NOT NULL DEFAULT '{}',
  important boolean NOT NULL DEFAULT false,
  formed_on date NOT NULL,
  due_on date,
  document_number text,
  document_number_key text,
  validity text CHECK (validity IN ('valid', 'amended', 'repealed', 'expired')),
  validity_since date,
  valid_until date,
  expires_on date,
  expiry_act text CHECK (expiry_act IN ('withdraw', 'de-identify')),
  expired_at timestamptz,
  state text NOT NULL,
  state_since timestamptz NOT NULL,
  text_number integer NOT NULL,
  live_text_number integer,
  published_at timestamptz,
  published_on date,
  live_since timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text,
  publish_at timestamptz,
  second_look_due_on date,
  source text NOT NULL DEFAULT 'written' CHECK (source IN ('written', 'bulk', 'import')),
  import_id uuid,
  reassess_on date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id),
  FOREIGN KEY (county_id, drafting_organ_id) REFERENCES organisation_organ (county_id, id),
  FOREIGN KEY (county_id, author_id) REFERENCES organisation_person (county_id, id),
  CHECK ((expires_on IS NULL) = (expiry_act IS NULL)),
  CHECK ((disclosure = 'proactive') = (exemption IS NULL))
);
CREATE UNIQUE INDEX publication_item_index_number ON publication_item (county_id, index_number);
CREATE INDEX publication_item_organ ON publication_item (county_id, organ_id, updated_at DESC, id);
-- Holds all that lists are filtered by, so that they are counted and paged without reading the rows themselves.
CREATE INDEX publication_item_listing ON publication_item (county_id, updated_at DESC, id) INCLUDE (
  organ_id, drafting_organ_id, author_id, kind, state, column_key, field_key, disclosure, validity, live_text_number,
  formed_on, due_on, published_on);
CREATE INDEX publication_item_state ON publication_item (county_id, state, organ_id) WHERE state NOT IN ('published', 'discarded');
CREATE INDEX publication_item_author ON publication_item (county_id, author_id, state);
CREATE INDEX publication_item_catalogue ON publication_item (county_id, catalogue_item_id, published_on);
CREATE INDEX publication_item_column ON publication_item (county_id, organ_id, column_key, published_on DESC);
CREATE INDEX publication_item_kind ON publication_item (county_id, kind, updated_at DESC, id)
  INCLUDE (organ_id, drafting_organ_id, author_id, state, column_key, disclosure, formed_on, published_on);
CREATE INDEX publication_item_published ON publication_item (county_id, published_on DESC NULLS LAST, id)
  INCLUDE (organ_id, drafting_organ_id, author_id, kind, state, column_key, field_key, disclosure, formed_on, live_text_number)
  WHERE live_text_number IS NOT NULL;
CREATE INDEX publication_item_due ON publication_item (county_id, due_on, id) INCLUDE (organ_id, drafting_organ_id, author_id, state, published_on)
  WHERE published_on IS NULL;
CREATE INDEX publication_item_expiry ON publication_item (county_id, expires_on) WHERE expires_on IS NOT NULL AND expired_at IS NULL;
CREATE INDEX publication_item_valid_until ON publication_item (county_id, valid_until) WHERE valid_until IS NOT NULL;
CREATE INDEX publication_item_drafting ON publication_item (county_id, drafting_organ_id, updated_at DESC, id);
CREATE INDEX publication_item_import ON publication_item (county_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX publication_item_scheduled ON publication_item (county_id, publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX publication_item_document ON publication_item (county_id, document_number_key) WHERE document_number_key IS NOT NULL;
CREATE INDEX publication_item_reassess ON publication_item (county_id, reassess_on) WHERE reassess_on IS NOT NULL;
CREATE INDEX publication_item_title ON publication_item USING gin (title gin_trgm_ops);
COMMENT ON TABLE publication_item IS 'One piece of government information from the draft to its withdrawal. Its state follows from its events and is kept here for lists';
COMMENT ON COLUMN publication_item.county_id IS 'The county';
COMMENT ON COLUMN publication_item.id IS 'Identifier, UUIDv7';
COMMENT ON COLUMN publication_item.organ_id IS '公开责任主体: who discloses (条例 art. 10)';
COMMENT ON COLUMN publication_item.drafting_organ_id IS 'Where the author sits: the same organ or one below it';
COMMENT ON COLUMN publication_item.author_id IS 'Whose work it is; changes by hand-over';
COMMENT ON COLUMN publication_item.kind IS 'Key in src/publication/domain/kinds, e.g. normative-document';
COMMENT ON COLUMN publication_item.title IS 'Of the working text';
COMMENT ON COLUMN publication_item.index_number IS '索引号, given at the first publication, unique in the county, never used again';
COMMENT ON COLUMN publication_item.catalogue_item_id IS 'The line of the 公开事项目录 it fulfils; null when none';
COMMENT ON COLUMN publication_item.column_key IS 'The column of the platform it stands in, key in src/catalogue/domain/columns.ts';
COMMENT ON COLUMN publication_item.field_key IS 'One of the 26 fields, key in the catalogue; null when none';
COMMENT ON COLUMN publication_item.article20 IS 'Number of the item of 条例 art. 20; null when it rests on art. 21 or another rule';
COMMENT ON COLUMN publication_item.disclosure IS '公开属性: proactive 主动公开, on-request 依申请公开, withheld 不予公开';
COMMENT ON COLUMN publication_item.exemption IS 'Article and reason of what is not disclosed by itself, as Exemption of src/publication/domain/item.ts';
COMMENT ON COLUMN publication_item.origin IS '产生方式 (条例 art. 10), as Origin of src/publication/domain/item.ts';
COMMENT ON COLUMN publication_item.clearances IS 'Consultations and approvals of 条例 art. 11, as Clearances of src/publication/domain/item.ts; open ones block publication';
COMMENT ON COLUMN publication_item.important IS 'Goes to the 主要领导';
COMMENT ON COLUMN publication_item.formed_on IS '形成或变更 day; the clock of 条例 art. 26 begins here';
COMMENT ON COLUMN publication_item.due_on IS 'Last day of publication; null for what is not published by itself';
COMMENT ON COLUMN publication_item.document_number IS '发文字号 as written';
COMMENT ON COLUMN publication_item.document_number_key IS 'The same in one spelling of brackets and digits, for search and duplicates';
COMMENT ON COLUMN publication_item.validity IS '有效性 of a normative document; null for other kinds';
COMMENT ON COLUMN publication_item.validity_since IS 'First day of that validity';
COMMENT ON COLUMN publication_item.valid_until IS '有效期 of the document as published: its last day in force; null when it has none';
COMMENT ON COLUMN publication_item.expires_on IS 'Last day of a 公示; after it the system acts by itself';
COMMENT ON COLUMN publication_item.expiry_act IS 'What happens after the last day: taken down, or names and numbers taken out';
COMMENT ON COLUMN publication_item.expired_at IS 'When the system did so';
COMMENT ON COLUMN publication_item.state IS 'Key in src/publication/domain/workflow.ts';
COMMENT ON COLUMN publication_item.state_since IS 'Since when it waits there';
COMMENT ON COLUMN publication_item.text_number IS 'The working text';
COMMENT ON COLUMN publication_item.live_text_number IS 'The text the public sees now; null when none';
COMMENT ON COLUMN publication_item.published_at IS 'When it was first published, for good';
COMMENT ON COLUMN publication_item.published_on IS 'The same as a day in China; counts it into a year';
COMMENT ON COLUMN publication_item.live_since IS 'When the text that is public now was published';
COMMENT ON COLUMN publication_item.withdrawn_at IS 'When it was taken down';
COMMENT ON COLUMN publication_item.withdrawn_because IS 'Why, in words for the public';
COMMENT ON COLUMN publication_item.publish_at IS 'When it is to be published by itself; null when not scheduled';
COMMENT ON COLUMN publication_item.second_look_due_on IS 'Until when the reviews that an urgent publication skipped are owed; null when nothing is owed';
COMMENT ON COLUMN publication_item.source IS 'written here, entered in bulk from a spreadsheet, or imported as published elsewhere';
COMMENT ON COLUMN publication_item.import_id IS 'The import it came with';
COMMENT ON COLUMN publication_item.reassess_on IS 'When what is not disclosed is to be assessed again (条例 art. 18)';
COMMENT ON COLUMN publication_item.version IS 'Counts every change; who acts names the one he has seen';
COMMENT ON COLUMN publication_item.created_at IS 'When it was begun';
COMMENT ON COLUMN publication_item.updated_at IS 'When it was changed last';

CREATE TABLE publication_text (
  county_id uuid NOT NULL,
  item_id uuid NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  body_html text NOT NULL DEFAULT '',
  body_text text NOT NULL DEFAULT '',
  fields jsonb NOT NULL DEFAULT '{}',
  attachments jsonb NOT NULL DEFAULT '[]',
  change_note text NOT NULL DEFAULT '',
  head jsonb,
  frozen boolean NOT NULL DEFAULT false,
  saved_by uuid NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, item_id, number),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
COMMENT ON TABLE publication_text IS 'What an item says, version by version; one that is frozen is never changed again';
COMMENT ON COLUMN publication_text.county_id IS 'The county';
COMMENT ON COLUMN publication_text.item_id IS 'The item';
COMMENT ON COLUMN publication_text.number IS '1, 2, 3 …';
COMMENT ON COLUMN publication_text.title IS '标题';
COMMENT ON COLUMN publication_text.summary IS '内容概述 (条例 art. 12)';
COMMENT ON COLUMN publication_text.body_html IS 'Clean semantic HTML: sanitised on the server before it is stored';
COMMENT ON COLUMN publication_text.body_text IS 'The words of it, one block a line';
COMMENT ON COLUMN publication_text.fields IS 'What its kind asks for, as declared in src/publication/domain/kinds';
COMMENT ON COLUMN publication_text.attachments IS 'Ids of attachments with what they are called to the public, in order';
COMMENT ON COLUMN publication_text.change_note IS 'What is different from the version before, in words';
COMMENT ON COLUMN publication_text.head IS 'What stood in the item beside this text when it was frozen, as ItemHead of src/publication/domain/item.ts; null while it is worked on';
COMMENT ON COLUMN publication_text.frozen IS 'Whether it was submitted, published or put aside as a version';
COMMENT ON COLUMN publication_text.saved_by IS 'Who saved it last; the system''s own changes bear the zero id';
COMMENT ON COLUMN publication_text.saved_by_name IS 'His name at that time';
COMMENT ON COLUMN publication_text.saved_at IS 'When';

CREATE TABLE publication_event (
  county_id uuid NOT NULL,
  item_id uuid NOT NULL,
  position integer NOT NULL,
  act text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  text_number integer NOT NULL,
  opinion text NOT NULL DEFAULT '',
  detail jsonb NOT NULL DEFAULT '{}',
  person_id uuid,
  person_name text NOT NULL,
  role text,
  behalf_name text,
  at timestamptz NOT NULL,
  PRIMARY KEY (county_id, item_id, position),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
COMMENT ON TABLE publication_event IS 'What was done about an item, in order; only ever added to';
COMMENT ON COLUMN publication_event.county_id IS 'The county';
COMMENT ON COLUMN publication_event.item_id IS 'The item';
COMMENT ON COLUMN publication_event.position IS '1, 2, 3 …';
COMMENT ON COLUMN publication_event.act IS 'Key in src/publication/domain/workflow.ts';
COMMENT ON COLUMN publication_event.from_state IS 'Where it stood; null for the first';
COMMENT ON COLUMN publication_event.to_state IS 'Where it went';
COMMENT ON COLUMN publication_event.text_number IS 'The text it was about';
COMMENT ON COLUMN publication_event.opinion IS 'The written opinion or reason';
COMMENT ON COLUMN publication_event.detail IS 'What belongs to the act, e.g. the day of a scheduled publication';
COMMENT ON COLUMN publication_event.person_id IS 'Who; null for the system itself';
COMMENT ON COLUMN publication_event.person_name IS 'His name at that time';
COMMENT ON COLUMN publication_event.role IS 'The post by which he might';
COMMENT ON COLUMN publication_event.behalf_name IS 'For whom he filled in';
COMMENT ON COLUMN publication_event.at IS 'When';
CREATE INDEX publication_event_person ON publication_event (county_id, person_id, at DESC);

CREATE TABLE publication_relation (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('repeals', 'amends', 'interprets', 'outcome-of', 'clarifies', 'attached-to')),
  to_item_id uuid,
  to_document text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id),
  FOREIGN KEY (county_id, to_item_id) REFERENCES publication_item (county_id, id),
  CHECK ((to_item_id IS NULL) <> (to_document IS NULL))
);
CREATE INDEX publication_relation_from ON publication_relation (county_id, item_id);
CREATE INDEX publication_relation_to ON publication_relation (county_id, to_item_id) WHERE to_item_id IS NOT NULL;
COMMENT ON TABLE publication_relation IS 'How items belong together; each is read from both ends';
COMMENT ON COLUMN publication_relation.county_id IS 'The county';
COMMENT ON COLUMN publication_relation.id IS 'Identifier';
COMMENT ON COLUMN publication_relation.item_id IS 'The later one: which repeals, amends, interprets';
COMMENT ON COLUMN publication_relation.kind IS 'What it does to the other';
COMMENT ON COLUMN publication_relation.to_item_id IS 'The other, where it is in the system';
COMMENT ON COLUMN publication_relation.to_document IS 'The other by name and number, where it is not';
COMMENT ON COLUMN publication_relation.created_at IS 'When it was entered';

CREATE TABLE publication_serial (
  county_id uuid NOT NULL,
  series text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (county_id, series)
);
COMMENT ON TABLE publication_serial IS 'The last number given in a series of 索引号; only ever counts up, so that none is used twice';
COMMENT ON COLUMN publication_serial.county_id IS 'The county';
COMMENT ON COLUMN publication_serial.series IS 'The 索引号 without its serial part';
COMMENT ON COLUMN publication_serial.last IS 'The last one given';

GRANT SELECT, INSERT, UPDATE ON publication_item, publication_serial TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON publication_text TO gongkai_app;
GRANT SELECT, INSERT ON publication_event TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON publication_relation TO gongkai_app;
