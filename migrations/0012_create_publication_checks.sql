-- Checks before review: what was found in a text, who said of a finding that it may stay, what was masked by one click,
-- the words a county does not want to read, and the fingerprints by which repetitions are found.

CREATE TABLE publication_check (
  county_id uuid NOT NULL,
  item_id uuid NOT NULL,
  text_number integer NOT NULL,
  content_hash text NOT NULL,
  findings jsonb NOT NULL,
  leak boolean NOT NULL DEFAULT false,
  checked_by_name text NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, item_id, text_number),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
CREATE INDEX publication_check_leak ON publication_check (county_id, checked_at) WHERE leak;
COMMENT ON TABLE publication_check IS 'What the checks found in a text when they ran last; derived, and written anew by each run';
COMMENT ON COLUMN publication_check.county_id IS 'The county';
COMMENT ON COLUMN publication_check.item_id IS 'The item';
COMMENT ON COLUMN publication_check.text_number IS 'Which of its texts';
COMMENT ON COLUMN publication_check.content_hash IS 'SHA-256 of what was checked; another text needs another run';
COMMENT ON COLUMN publication_check.findings IS 'As CheckFinding of src/publication/domain/check-result.ts; personal data masked';
COMMENT ON COLUMN publication_check.leak IS 'Whether a secrecy mark was found in what the public can read';
COMMENT ON COLUMN publication_check.checked_by_name IS 'Who had it checked';
COMMENT ON COLUMN publication_check.checked_at IS 'When';

CREATE TABLE publication_judgement (
  county_id uuid NOT NULL,
  item_id uuid NOT NULL,
  finding_key text NOT NULL,
  given_as text NOT NULL CHECK (given_as IN ('author', 'secrecy-reviewer')),
  check_key text NOT NULL,
  excerpt text NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, item_id, finding_key, given_as),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
COMMENT ON TABLE publication_judgement IS 'Who said of a finding that it may stay, and why; holds as long as the same words are found again';
COMMENT ON COLUMN publication_judgement.county_id IS 'The county';
COMMENT ON COLUMN publication_judgement.item_id IS 'The item';
COMMENT ON COLUMN publication_judgement.finding_key IS 'SHA-256 of the check and what it found: survives other edits, not a change of the words';
COMMENT ON COLUMN publication_judgement.given_as IS 'author: whoever may write on the draft; secrecy-reviewer: the 保密审查员';
COMMENT ON COLUMN publication_judgement.check_key IS 'Key of the check, src/publication/domain/check';
COMMENT ON COLUMN publication_judgement.excerpt IS 'The words around it as they were shown, personal data masked';
COMMENT ON COLUMN publication_judgement.reason IS 'Why it may stay';
COMMENT ON COLUMN publication_judgement.person_id IS 'Who';
COMMENT ON COLUMN publication_judgement.person_name IS 'His name at that time';
COMMENT ON COLUMN publication_judgement.given_at IS 'When';

CREATE TABLE publication_masking (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  text_number integer NOT NULL,
  check_key text NOT NULL,
  place jsonb NOT NULL,
  excerpt text NOT NULL,
  replacement text NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  masked_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
CREATE INDEX publication_masking_item ON publication_masking (county_id, item_id, masked_at DESC);
COMMENT ON TABLE publication_masking IS 'What was masked or corrected in a draft by one click, and by whom';
COMMENT ON COLUMN publication_masking.county_id IS 'The county';
COMMENT ON COLUMN publication_masking.id IS 'Identifier, UUIDv7';
COMMENT ON COLUMN publication_masking.item_id IS 'The item';
COMMENT ON COLUMN publication_masking.text_number IS 'The text it was saved in';
COMMENT ON COLUMN publication_masking.check_key IS 'Key of the check that had found it';
COMMENT ON COLUMN publication_masking.place IS 'Where it stood, as Place of src/publication/domain/check/finding.ts';
COMMENT ON COLUMN publication_masking.excerpt IS 'The words around it, personal data masked: what stood there is not kept';
COMMENT ON COLUMN publication_masking.replacement IS 'What stands there now';
COMMENT ON COLUMN publication_masking.person_id IS 'Who';
COMMENT ON COLUMN publication_masking.person_name IS 'His name at that time';
COMMENT ON COLUMN publication_masking.masked_at IS 'When';

CREATE TABLE publication_word (
  county_id uuid NOT NULL,
  id uuid NOT NULL,
  wrong text NOT NULL,
  correct text,
  kind text NOT NULL CHECK (kind IN ('slip', 'former-name', 'fixed-phrase', 'sensitive', 'other')),
  severity text NOT NULL CHECK (severity IN ('warn', 'info')),
  note text NOT NULL DEFAULT '',
  exceptions jsonb NOT NULL DEFAULT '[]',
  added_by_name text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id),
  UNIQUE (county_id, wrong)
);
COMMENT ON TABLE publication_word IS 'Words that are not to stand in what the county publishes, beside those the program brings';
COMMENT ON COLUMN publication_word.county_id IS 'The county';
COMMENT ON COLUMN publication_word.id IS 'Identifier, UUIDv7';
COMMENT ON COLUMN publication_word.wrong IS 'The word as it is not to be written';
COMMENT ON COLUMN publication_word.correct IS 'What to write instead; null when it has to be thought about';
COMMENT ON COLUMN publication_word.kind IS 'Wrong character, former name of an organ, incomplete phrase, not to be used, other';
COMMENT ON COLUMN publication_word.severity IS 'warn: to be mended or justified; info: only told';
COMMENT ON COLUMN publication_word.note IS 'One sentence for whoever wrote it';
COMMENT ON COLUMN publication_word.exceptions IS 'Longer words that contain it and are right';
COMMENT ON COLUMN publication_word.added_by_name IS 'Who entered or imported it';
COMMENT ON COLUMN publication_word.added_at IS 'When';

CREATE TABLE publication_fingerprint (
  county_id uuid NOT NULL,
  item_id uuid NOT NULL,
  text_number integer NOT NULL,
  shingles integer NOT NULL,
  PRIMARY KEY (county_id, item_id),
  FOREIGN KEY (county_id, item_id) REFERENCES publication_item (county_id, id)
);
COMMENT ON TABLE publication_fingerprint IS 'Which text of an item the index of repetitions knows';
COMMENT ON COLUMN publication_fingerprint.county_id IS 'The county';
COMMENT ON COLUMN publication_fingerprint.item_id IS 'The item, public now';
COMMENT ON COLUMN publication_fingerprint.text_number IS 'Its public text';
COMMENT ON COLUMN publication_fingerprint.shingles IS 'How many different runs of six characters it has';

CREATE TABLE publication_fingerprint_key (
  county_id uuid NOT NULL,
  key bigint NOT NULL,
  item_id uuid NOT NULL,
  PRIMARY KEY (county_id, key, item_id)
);
CREATE INDEX publication_fingerprint_key_item ON publication_fingerprint_key (county_id, item_id);
COMMENT ON TABLE publication_fingerprint_key IS 'Keys that texts which say much the same have in common; see src/publication/domain/duplicate';
COMMENT ON COLUMN publication_fingerprint_key.county_id IS 'The county';
COMMENT ON COLUMN publication_fingerprint_key.key IS 'A band of the MinHash signature, one of the smallest shingles, or the whole';
COMMENT ON COLUMN publication_fingerprint_key.item_id IS 'The item';

CREATE TABLE publication_link (
  county_id uuid NOT NULL,
  address_hash text NOT NULL,
  address text NOT NULL,
  state text NOT NULL CHECK (state IN ('alive', 'dead')),
  reason text NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, address_hash)
);
COMMENT ON TABLE publication_link IS 'What addresses in texts were found to lead to when they were tried last';
COMMENT ON COLUMN publication_link.county_id IS 'The county';
COMMENT ON COLUMN publication_link.address_hash IS 'SHA-256 of the address: an address may be too long for an index';
COMMENT ON COLUMN publication_link.address IS 'http or https';
COMMENT ON COLUMN publication_link.state IS 'alive, or dead with the reason';
COMMENT ON COLUMN publication_link.reason IS 'Why it counts as dead, in Chinese; empty when alive';
COMMENT ON COLUMN publication_link.checked_at IS 'When it was tried last';

GRANT SELECT, INSERT, UPDATE, DELETE ON publication_check, publication_judgement, publication_word, publication_fingerprint,
  publication_fingerprint_key, publication_link TO gongkai_app;
GRANT SELECT, INSERT ON publication_masking TO gongkai_app;
