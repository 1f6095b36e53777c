-- Organs of a county. What an organ is called, of which kind it is, under whom it stands and whether it still lives is
-- told by its events; organisation_organ_version is computed from them and can be computed anew at any time.

ALTER TABLE organisation_county ADD COLUMN organ_revision integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN organisation_county.organ_revision IS 'Counts the changes to the organs of the county; who changes them locks this row first';

CREATE TABLE organisation_organ (
  county_id uuid NOT NULL REFERENCES organisation_county (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  sort_order integer NOT NULL DEFAULT 0,
  aliases text[] NOT NULL DEFAULT '{}',
  division_code text NOT NULL DEFAULT '',
  credit_code text NOT NULL DEFAULT '',
  site_code text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  postcode text NOT NULL DEFAULT '',
  office_hours text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  fax text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '',
  website text NOT NULL DEFAULT '',
  disclosure_office text NOT NULL DEFAULT '',
  disclosure_address text NOT NULL DEFAULT '',
  disclosure_hours text NOT NULL DEFAULT '',
  disclosure_phone text NOT NULL DEFAULT '',
  disclosure_fax text NOT NULL DEFAULT '',
  disclosure_email text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (county_id, id)
);
COMMENT ON TABLE organisation_organ IS 'An organ: what does not depend on the day';
COMMENT ON COLUMN organisation_organ.county_id IS 'The county';
COMMENT ON COLUMN organisation_organ.id IS 'Identifier, for good';
COMMENT ON COLUMN organisation_organ.version IS 'Counts the changes to this organ and its events; who writes names the one he has seen';
COMMENT ON COLUMN organisation_organ.sort_order IS 'Place among its siblings, smallest first';
COMMENT ON COLUMN organisation_organ.aliases IS 'Other names it is found by';
COMMENT ON COLUMN organisation_organ.division_code IS '区划代码, 12 digits (GB/T 2260, GB/T 10114); empty when unknown';
COMMENT ON COLUMN organisation_organ.credit_code IS '统一社会信用代码, 18 characters (GB 32100-2015); empty when unknown';
COMMENT ON COLUMN organisation_organ.site_code IS '网站标识码, 10 characters; empty when it has no site';
COMMENT ON COLUMN organisation_organ.address IS 'Where it is';
COMMENT ON COLUMN organisation_organ.postcode IS '6 digits';
COMMENT ON COLUMN organisation_organ.office_hours IS 'In words';
COMMENT ON COLUMN organisation_organ.phone IS 'One or several';
COMMENT ON COLUMN organisation_organ.fax IS 'One or several';
COMMENT ON COLUMN organisation_organ.email IS 'E-mail address for the public';
COMMENT ON COLUMN organisation_organ.website IS 'http or https';
COMMENT ON COLUMN organisation_organ.disclosure_office IS '政府信息公开工作机构: its name (条例 art. 4)';
COMMENT ON COLUMN organisation_organ.disclosure_address IS '政府信息公开工作机构: address (条例 art. 12)';
COMMENT ON COLUMN organisation_organ.disclosure_hours IS '政府信息公开工作机构: office hours (条例 art. 12)';
COMMENT ON COLUMN organisation_organ.disclosure_phone IS '政府信息公开工作机构: telephone (条例 art. 12)';
COMMENT ON COLUMN organisation_organ.disclosure_fax IS '政府信息公开工作机构: fax (条例 art. 12)';
COMMENT ON COLUMN organisation_organ.disclosure_email IS '政府信息公开工作机构: e-mail (条例 art. 12)';
COMMENT ON COLUMN organisation_organ.created_at IS 'When it was registered';
COMMENT ON COLUMN organisation_organ.changed_at IS 'When it was changed last';
COMMENT ON COLUMN organisation_organ.changed_by IS 'Who changed it last, by name';
CREATE INDEX organisation_organ_credit_code ON organisation_organ (county_id, credit_code) WHERE credit_code <> '';

CREATE TABLE organisation_organ_event (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  day date NOT NULL,
  position integer NOT NULL,
  change jsonb NOT NULL,
  document_number text NOT NULL DEFAULT '',
  attachment_id uuid,
  note text NOT NULL DEFAULT '',
  import_id uuid,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id)
);
COMMENT ON TABLE organisation_organ_event IS 'What happened to organs; never changed, only withdrawn';
COMMENT ON COLUMN organisation_organ_event.county_id IS 'The county';
COMMENT ON COLUMN organisation_organ_event.id IS 'Identifier';
COMMENT ON COLUMN organisation_organ_event.organ_id IS 'To whom it happened';
COMMENT ON COLUMN organisation_organ_event.day IS 'The first day it holds; may be to come';
COMMENT ON COLUMN organisation_organ_event.position IS 'Orders the events of one day';
COMMENT ON COLUMN organisation_organ_event.change IS 'What happened, as OrganChange of src/organisation/domain/organ-event.ts';
COMMENT ON COLUMN organisation_organ_event.document_number IS '发文字号 of the document that decided it; empty when unknown';
COMMENT ON COLUMN organisation_organ_event.attachment_id IS 'The document itself';
COMMENT ON COLUMN organisation_organ_event.note IS 'Remark';
COMMENT ON COLUMN organisation_organ_event.import_id IS 'The import it was recorded by';
COMMENT ON COLUMN organisation_organ_event.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN organisation_organ_event.recorded_by IS 'Who recorded it, by name';
COMMENT ON COLUMN organisation_organ_event.withdrawn_at IS 'When it was withdrawn as recorded wrongly; it then counts as never recorded';
COMMENT ON COLUMN organisation_organ_event.withdrawn_by IS 'Who withdrew it, by name';
COMMENT ON COLUMN organisation_organ_event.withdrawn_because IS 'Why it was withdrawn';
CREATE INDEX organisation_organ_event_organ ON organisation_organ_event (county_id, organ_id, day);
CREATE INDEX organisation_organ_event_import ON organisation_organ_event (county_id, import_id) WHERE import_id IS NOT NULL;

CREATE TABLE organisation_organ_version (
  county_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  status text NOT NULL,
  kind text NOT NULL,
  full_name text NOT NULL,
  short_name text NOT NULL,
  parent_id uuid,
  path uuid[] NOT NULL,
  PRIMARY KEY (county_id, organ_id, valid_from),
  FOREIGN KEY (county_id, organ_id) REFERENCES organisation_organ (county_id, id),
  CHECK (valid_until > valid_from),
  CHECK (path[cardinality(path)] = organ_id)
);
COMMENT ON TABLE organisation_organ_version IS 'What an organ was between two days; computed from the events';
COMMENT ON COLUMN organisation_organ_version.county_id IS 'The county';
COMMENT ON COLUMN organisation_organ_version.organ_id IS 'The organ';
COMMENT ON COLUMN organisation_organ_version.valid_from IS 'The first day';
COMMENT ON COLUMN organisation_organ_version.valid_until IS 'The first day it is no longer so; null while it lasts';
COMMENT ON COLUMN organisation_organ_version.status IS 'living, merged, split or abolished';
COMMENT ON COLUMN organisation_organ_version.kind IS 'province, city, county, department, township, village or station';
COMMENT ON COLUMN organisation_organ_version.full_name IS 'As on the seal';
COMMENT ON COLUMN organisation_organ_version.short_name IS 'As in lists';
COMMENT ON COLUMN organisation_organ_version.parent_id IS 'The organ above; null at the top';
COMMENT ON COLUMN organisation_organ_version.path IS 'Identifiers from the top of the tree down to the organ itself';
CREATE INDEX organisation_organ_version_parent ON organisation_organ_version (county_id, parent_id);

CREATE TABLE organisation_organ_import (
  county_id uuid NOT NULL REFERENCES organisation_county (id),
  id uuid NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL,
  day date NOT NULL,
  revision integer NOT NULL,
  entries jsonb NOT NULL,
  differences jsonb NOT NULL,
  undo jsonb,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  applied_at timestamptz,
  applied_by text,
  undone_at timestamptz,
  undone_by text,
  PRIMARY KEY (county_id, id)
);
COMMENT ON TABLE organisation_organ_import IS 'A file of organs that was read, with its differences from the register';
COMMENT ON COLUMN organisation_organ_import.county_id IS 'The county';
COMMENT ON COLUMN organisation_organ_import.id IS 'Identifier';
COMMENT ON COLUMN organisation_organ_import.file_name IS 'As it was sent';
COMMENT ON COLUMN organisation_organ_import.status IS 'pending, applied or undone';
COMMENT ON COLUMN organisation_organ_import.day IS 'The day from which its changes hold';
COMMENT ON COLUMN organisation_organ_import.revision IS 'organ_revision of the county that the differences were made against';
COMMENT ON COLUMN organisation_organ_import.entries IS 'The rows of the file as they were understood, and those that were not with the reason';
COMMENT ON COLUMN organisation_organ_import.differences IS 'New, changed, missing in the file, not understandable';
COMMENT ON COLUMN organisation_organ_import.undo IS 'What the organs were before it was applied, and their versions after';
COMMENT ON COLUMN organisation_organ_import.created_at IS 'When the file was read';
COMMENT ON COLUMN organisation_organ_import.created_by IS 'Who sent it, by name';
COMMENT ON COLUMN organisation_organ_import.applied_at IS 'When it was applied';
COMMENT ON COLUMN organisation_organ_import.applied_by IS 'Who applied it, by name';
COMMENT ON COLUMN organisation_organ_import.undone_at IS 'When it was undone';
COMMENT ON COLUMN organisation_organ_import.undone_by IS 'Who undid it, by name';

GRANT SELECT, INSERT, UPDATE ON organisation_organ, organisation_organ_event, organisation_organ_import TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_organ_version TO gongkai_app;
