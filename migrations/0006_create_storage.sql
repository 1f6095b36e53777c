-- Files that belong to records. The content stands in a store outside the database, under the county and
-- the SHA-256 of what is in it; here stands what is known of it and which record it belongs to.

CREATE TABLE storage_blob (
  county_id uuid NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size >= 0),
  media_type text NOT NULL,
  scan_verdict text NOT NULL CHECK (scan_verdict IN ('unscanned', 'clean', 'infected')),
  scan_finding text,
  scanned_at timestamptz,
  last_used_at timestamptz NOT NULL,
  collected_at timestamptz,
  PRIMARY KEY (county_id, sha256),
  CHECK ((scan_verdict = 'infected') = (scan_finding IS NOT NULL)),
  CHECK ((scan_verdict = 'unscanned') = (scanned_at IS NULL))
);

-- What the scanner has not seen yet is looked for again and again.
CREATE INDEX storage_blob_unscanned ON storage_blob (county_id, last_used_at)
  WHERE scan_verdict = 'unscanned' AND collected_at IS NULL;

COMMENT ON TABLE storage_blob IS 'A content that is or was kept, once in each county however many attachments have it. Counties share nothing, so that none can tell from a store what another one has';
COMMENT ON COLUMN storage_blob.county_id IS 'County that keeps it';
COMMENT ON COLUMN storage_blob.sha256 IS 'SHA-256 of the content, hexadecimal in lower case; its name in the store';
COMMENT ON COLUMN storage_blob.size IS 'Bytes';
COMMENT ON COLUMN storage_blob.media_type IS 'What the content is, found from the content';
COMMENT ON COLUMN storage_blob.scan_verdict IS 'What the virus scanner said: unscanned, clean, infected; the content of an infected one is deleted';
COMMENT ON COLUMN storage_blob.scan_finding IS 'Name of what the scanner found';
COMMENT ON COLUMN storage_blob.scanned_at IS 'When the scanner saw it';
COMMENT ON COLUMN storage_blob.last_used_at IS 'When it was last uploaded; it is not collected soon after';
COMMENT ON COLUMN storage_blob.collected_at IS 'When the content was deleted from the store; null while it is there';

CREATE TABLE storage_attachment (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  organ_id uuid,
  owner_kind text,
  owner_id uuid,
  file_name text NOT NULL CHECK (octet_length(file_name) BETWEEN 1 AND 200),
  sha256 text NOT NULL,
  uploaded_by uuid,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  bound_at timestamptz,
  removed_at timestamptz,
  removed_by uuid,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, sha256) REFERENCES storage_blob (county_id, sha256),
  CHECK ((owner_kind IS NULL) = (owner_id IS NULL) AND (owner_kind IS NULL) = (bound_at IS NULL))
);

CREATE INDEX storage_attachment_owner ON storage_attachment (county_id, owner_kind, owner_id, uploaded_at, id)
  WHERE owner_kind IS NOT NULL;
CREATE INDEX storage_attachment_blob ON storage_attachment (county_id, sha256);
-- How much a person uploaded within a day.
CREATE INDEX storage_attachment_uploader ON storage_attachment (county_id, uploaded_by, uploaded_at);
CREATE INDEX storage_attachment_unbound ON storage_attachment (county_id, uploaded_at) WHERE owner_kind IS NULL;

COMMENT ON TABLE storage_attachment IS 'A file under a name, belonging to one record of an area; several may have the same content or the same name';
COMMENT ON COLUMN storage_attachment.county_id IS 'County of the record';
COMMENT ON COLUMN storage_attachment.id IS 'UUIDv7';
COMMENT ON COLUMN storage_attachment.organ_id IS 'Organ of the record; null while it belongs to none';
COMMENT ON COLUMN storage_attachment.owner_kind IS 'Kind of the record, e.g. publication-item; null after the upload until the record is saved';
COMMENT ON COLUMN storage_attachment.owner_id IS 'Id of the record';
COMMENT ON COLUMN storage_attachment.file_name IS 'As the person named it, without what harms a disk or a screen; at most 200 bytes in UTF-8';
COMMENT ON COLUMN storage_attachment.sha256 IS 'Its content';
COMMENT ON COLUMN storage_attachment.uploaded_by IS 'Person who uploaded it; null for the system itself and for applicants without an account';
COMMENT ON COLUMN storage_attachment.uploaded_by_name IS 'Name of who uploaded it, at that time';
COMMENT ON COLUMN storage_attachment.uploaded_at IS 'When it was uploaded';
COMMENT ON COLUMN storage_attachment.bound_at IS 'When it became part of the record';
COMMENT ON COLUMN storage_attachment.removed_at IS 'When it was removed from the record; the row stays, the content is deleted some time after';
COMMENT ON COLUMN storage_attachment.removed_by IS 'Person who removed it; null for the system itself';

GRANT SELECT, INSERT, UPDATE, DELETE ON storage_blob, storage_attachment TO gongkai_app;
