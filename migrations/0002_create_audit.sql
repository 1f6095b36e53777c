-- The audit: for each county one chain of entries, each with the hash of the one before. See docs/adr/0019.

CREATE TABLE audit_head (
  county_id uuid PRIMARY KEY,
  sequence bigint NOT NULL,
  hash bytea NOT NULL
-- One row that changes with every write: room on its page for the versions that follow each other.
) WITH (fillfactor = 10);
COMMENT ON TABLE audit_head IS 'The last entry of each chain; whoever appends locks its row, so that sequences have no gaps';
COMMENT ON COLUMN audit_head.county_id IS 'County of the chain; the nil UUID for what belongs to the system itself';
COMMENT ON COLUMN audit_head.sequence IS 'Sequence of the last entry, 0 before the first';
COMMENT ON COLUMN audit_head.hash IS 'Hash of the last entry, 32 zero bytes before the first';

CREATE TABLE audit_entry (
  county_id uuid NOT NULL,
  sequence bigint NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  person_name text NOT NULL,
  behalf_id uuid,
  behalf_name text,
  action text NOT NULL,
  record_kind text NOT NULL,
  record_id text NOT NULL,
  record_label text NOT NULL,
  organ_id uuid,
  origin text NOT NULL,
  before json,
  after json,
  content_hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (county_id, sequence)
);
COMMENT ON TABLE audit_entry IS 'Who changed what, when, from where; inserted in the transaction of the change, never altered';
COMMENT ON COLUMN audit_entry.county_id IS 'County of the chain; the nil UUID for what belongs to the system itself';
COMMENT ON COLUMN audit_entry.sequence IS 'From 1 on in each chain, without gaps';
COMMENT ON COLUMN audit_entry.at IS 'When the change was asked for';
COMMENT ON COLUMN audit_entry.person_id IS 'Who did it; null for the system itself';
COMMENT ON COLUMN audit_entry.person_name IS 'Name of that person, or of the task of the system, as it was then';
COMMENT ON COLUMN audit_entry.behalf_id IS 'Whose post was filled in by delegation';
COMMENT ON COLUMN audit_entry.behalf_name IS 'Name of that person, as it was then';
COMMENT ON COLUMN audit_entry.action IS 'What was done, e.g. organ.rename';
COMMENT ON COLUMN audit_entry.record_kind IS 'What kind of record was changed, e.g. organ';
COMMENT ON COLUMN audit_entry.record_id IS 'Which record';
COMMENT ON COLUMN audit_entry.record_label IS 'What people call that record';
COMMENT ON COLUMN audit_entry.organ_id IS 'Organ the record belongs to, where it belongs to one';
COMMENT ON COLUMN audit_entry.origin IS 'From where: address of the network, the end of public ones hidden, or a name of the server itself';
COMMENT ON COLUMN audit_entry.before IS 'The fields that changed as they were, personal data masked; json and not jsonb: the hash is over this very text';
COMMENT ON COLUMN audit_entry.after IS 'The fields that changed as they are now, personal data masked';
COMMENT ON COLUMN audit_entry.content_hash IS 'SM3 over everything above but county and sequence';
COMMENT ON COLUMN audit_entry.previous_hash IS 'Hash of the entry before, 32 zero bytes for the first';
COMMENT ON COLUMN audit_entry.hash IS 'SM3 over county, sequence, previous hash and content hash';

-- Few indexes: each is paid with every change. The times of entries follow their sequence, more or less, so that
-- a summary of each part of the table is enough to find a month.
CREATE INDEX audit_entry_at ON audit_entry USING brin (county_id, at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX audit_entry_record ON audit_entry (county_id, record_id);

-- An entry is taken only where it continues its chain, whoever inserts it. Moving the head locks it, so that
-- the next one waits until this transaction has ended.
CREATE FUNCTION audit_continue_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.audit_head SET sequence = NEW.sequence, hash = NEW.hash
  WHERE county_id = NEW.county_id AND sequence = NEW.sequence - 1 AND hash = NEW.previous_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'audit: entry % does not continue the chain', NEW.sequence USING ERRCODE = 'GK001';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION audit_continue_chain IS 'Takes an entry only as the next of its chain, and moves the head';

CREATE TRIGGER audit_entry_continues BEFORE INSERT ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_continue_chain();

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'audit: % on % is never allowed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION audit_refuse IS 'Refuses what must not happen to the audit, to everyone';

CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_never_changes;

CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_stays;

-- For who does not know the head: gives it, locked until the end of the transaction.
CREATE FUNCTION audit_lock(county uuid) RETURNS audit_head
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  head public.audit_head;
BEGIN
  INSERT INTO public.audit_head VALUES (county, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM public.audit_head WHERE county_id = county FOR UPDATE;
  RETURN head;
END $$;
COMMENT ON FUNCTION audit_lock IS 'The head of a chain, locked; of a new chain an empty one';

-- Waits for the disk, and with it for all that committed before, and tells which of these entries are there: on a
-- server that crashed after they committed and came back, they are not.
CREATE FUNCTION audit_flush(counties uuid[], sequences bigint[], hashes bytea[]) RETURNS int[]
-- Each session plans this once, perhaps while the table is small; it must not read the whole of it later.
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  -- A message that nobody reads: the least that makes a transaction wait for the disk.
  PERFORM pg_logical_emit_message(true, 'gongkai', '');
  RETURN ARRAY(
    SELECT w.at::int FROM unnest(counties, sequences, hashes) WITH ORDINALITY AS w (county, sequence, hash, at)
    JOIN public.audit_entry e ON e.county_id = w.county AND e.sequence = w.sequence AND e.hash = w.hash);
END $$;
COMMENT ON FUNCTION audit_flush IS 'Waits for the disk; gives the positions, from 1 on, of the entries that are there';

GRANT SELECT, INSERT ON audit_entry TO gongkai_app;
GRANT SELECT ON audit_head TO gongkai_app;
REVOKE ALL ON FUNCTION audit_lock, audit_flush, audit_continue_chain, audit_refuse FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_lock, audit_flush TO gongkai_app;
