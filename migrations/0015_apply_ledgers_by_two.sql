-- Ledgers of what was published elsewhere: who sends one and who enters it are two; personal numbers are not kept; a
-- ledger may be given up.

ALTER TABLE publication_import
  ADD created_by_id uuid,
  ADD version integer NOT NULL DEFAULT 1,
  ADD dropped_at timestamptz,
  ADD dropped_by text,
  ADD dropped_because text,
  DROP CONSTRAINT publication_import_status_check,
  ADD CONSTRAINT publication_import_status_check CHECK (status IN ('pending', 'applied', 'undone', 'dropped'));

-- What was kept as it was sent, with whatever numbers of persons stood in it. A decided ledger needs it no more; one that
-- nobody decided about has done nothing yet and is sent again.
DELETE FROM publication_import WHERE status = 'pending';
UPDATE publication_import SET sheets = '[]';

CREATE INDEX publication_import_pending ON publication_import (county_id, created_at) WHERE status = 'pending';

COMMENT ON TABLE publication_import IS 'A ledger of what was published elsewhere that was read, with its differences from what is here. Holds no full ID, card or mobile number: they are masked before the first row is written, and the sheets are emptied when somebody has decided';
COMMENT ON COLUMN publication_import.status IS 'pending until somebody decides; applied, undone after that, or dropped';
COMMENT ON COLUMN publication_import.sheets IS 'The tables of the file with their cells, numbers of persons masked, and where what may not be public stood; empty once it is decided';
COMMENT ON COLUMN publication_import.counts IS 'How many rows are new, the same, changed, unreadable; and how many would make something public or change what is';
COMMENT ON COLUMN publication_import.created_by_id IS 'Who sent it; enters it only where it opens nothing. Absent for those from before this was kept';
COMMENT ON COLUMN publication_import.version IS 'Counts what was done to it; who enters it says which one he saw';
COMMENT ON COLUMN publication_import.dropped_at IS 'When somebody said that it is not to be entered';
COMMENT ON COLUMN publication_import.dropped_by IS 'Who said so, by name';
COMMENT ON COLUMN publication_import.dropped_because IS 'Why, for who sent it';
