-- What is public is read again whenever the rules or the words of the county have changed: with which rules each public
-- text was read last, and what was found.

CREATE TABLE publication_recheck (
  county_id uuid NOT NULL,
  item_id uuid NOT NULL,
  text_number integer NOT NULL,
  rules text NOT NULL,
  findings jsonb NOT NULL,
  found_at timestamptz,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, item_id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
CREATE INDEX publication_recheck_found ON publication_recheck (county_id, found_at) WHERE found_at IS NOT NULL;
COMMENT ON TABLE publication_recheck IS 'How each public text was read again by itself; derived, and written anew by each reading';
COMMENT ON COLUMN publication_recheck.county_id IS 'The county';
COMMENT ON COLUMN publication_recheck.item_id IS 'The item';
COMMENT ON COLUMN publication_recheck.text_number IS 'Which of its texts was public then';
COMMENT ON COLUMN publication_recheck.rules IS 'Which rules and words it was read with: SHA-256 of both';
COMMENT ON COLUMN publication_recheck.findings IS 'What may not be public, as CheckFinding of src/publication/domain/check-result.ts; personal data masked';
COMMENT ON COLUMN publication_recheck.found_at IS 'When something was found first in this text; null where nothing was';
COMMENT ON COLUMN publication_recheck.checked_at IS 'When it was read last';

GRANT SELECT, INSERT, UPDATE ON publication_recheck TO gongkai_app;
