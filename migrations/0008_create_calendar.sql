-- Days that are worked or off otherwise than their weekday says. The yearly notices of the General Office of the State
-- Council come with the program; here stand those that were imported since, and what holds in one county only.

CREATE TABLE calendar_notice (
  year integer PRIMARY KEY CHECK (year BETWEEN 1949 AND 2999),
  title text NOT NULL,
  document_number text,
  published_on date,
  holidays jsonb NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by text NOT NULL
);
COMMENT ON TABLE calendar_notice IS 'Yearly notices on holidays that were imported; they hold for every county, and before the one that comes with the program for the same year';
COMMENT ON COLUMN calendar_notice.year IS 'The year of the notice; it may name days of the December before';
COMMENT ON COLUMN calendar_notice.title IS 'Title of the notice';
COMMENT ON COLUMN calendar_notice.document_number IS '文号, e.g. 国办发明电〔2025〕7号; null when the text had none';
COMMENT ON COLUMN calendar_notice.published_on IS 'The day at the end of the notice; null when the text had none';
COMMENT ON COLUMN calendar_notice.holidays IS 'Holidays in their order: name, from, to, makeUpDays';
COMMENT ON COLUMN calendar_notice.imported_at IS 'When it was imported';
COMMENT ON COLUMN calendar_notice.imported_by IS 'Who imported it, by name';

CREATE TABLE calendar_local_rule (
  county_id uuid NOT NULL REFERENCES organisation_county (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('holiday', 'make-up')),
  name text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  basis text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  PRIMARY KEY (county_id, id),
  CHECK (first_day <= last_day)
);
CREATE INDEX calendar_local_rule_day ON calendar_local_rule (county_id, first_day);
COMMENT ON TABLE calendar_local_rule IS 'Days that are off, or worked, in one county only: holidays of autonomous areas, closings by order. No two rules of a county share a day';
COMMENT ON COLUMN calendar_local_rule.county_id IS 'The county';
COMMENT ON COLUMN calendar_local_rule.id IS 'Identifier';
COMMENT ON COLUMN calendar_local_rule.kind IS 'holiday: off; make-up: worked whatever the weekday or the notice says';
COMMENT ON COLUMN calendar_local_rule.name IS 'Of the holiday, e.g. 古尔邦节';
COMMENT ON COLUMN calendar_local_rule.first_day IS 'First day';
COMMENT ON COLUMN calendar_local_rule.last_day IS 'Last day, included';
COMMENT ON COLUMN calendar_local_rule.basis IS 'The document that says so';
COMMENT ON COLUMN calendar_local_rule.added_at IS 'When it was entered';
COMMENT ON COLUMN calendar_local_rule.added_by IS 'Who entered it, by name';

GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_notice, calendar_local_rule TO gongkai_app;
