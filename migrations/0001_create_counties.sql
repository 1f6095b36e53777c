-- The county is the tenant: every table that holds what belongs to an organ begins its keys with
-- county_id, so that a province can distribute its counties over several servers.

COMMENT ON TABLE platform_migration IS 'Which files of migrations/ have run';
COMMENT ON COLUMN platform_migration.number IS 'The four digits the file name begins with';
COMMENT ON COLUMN platform_migration.name IS 'File name';
COMMENT ON COLUMN platform_migration.checksum IS 'SHA-256 of the text as it ran';
COMMENT ON COLUMN platform_migration.applied_at IS 'When it ran';

CREATE TABLE organisation_county (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  division_code char(12) NOT NULL UNIQUE,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE organisation_county IS 'A county (县、市、区) whose organs use this system';
COMMENT ON COLUMN organisation_county.id IS 'The county_id of every table';
COMMENT ON COLUMN organisation_county.name IS 'Full name, e.g. 云溪县';
COMMENT ON COLUMN organisation_county.division_code IS '12-digit 区划代码 (GB/T 10114)';
COMMENT ON COLUMN organisation_county.demo IS 'Fictional, for demonstration; shown on every page';
COMMENT ON COLUMN organisation_county.created_at IS 'When it was set up here';

GRANT SELECT ON platform_migration TO gongkai_app;
GRANT SELECT, INSERT, UPDATE ON organisation_county TO gongkai_app;
