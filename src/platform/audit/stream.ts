import { sql } from 'kysely';
import type { Db, Trx } from '../db/index.ts';
import type { ChainedEntry, ChainHead } from './entry.ts';

/** How many entries are held in memory at once. */
const batch = 1_000;

/** Does something on one unchanging view of the database, however long it takes. */
export function onSnapshot<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** Every county that has entries or a head, the system itself first. */
export async function listChains(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT county_id AS id FROM audit_head UNION SELECT DISTINCT county_id FROM audit_entry ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The head of a chain; undefined when there is none. */
export async function findHead(db: Db, countyId: string): Promise<ChainHead | undefined> {
  const { rows } = await sql<{ sequence: string; hash: string }>`
    SELECT sequence, encode(hash, 'hex') AS hash FROM audit_head WHERE county_id = ${countyId}`.execute(db);
  const [row] = rows;
  return row && { sequence: BigInt(row.sequence), hash: row.hash };
}

/** The entries of a chain in order, a batch at a time, from `first` to `last` or to the end. */
export async function* streamEntries(
  db: Db,
  countyId: string,
  { first = 1n, last }: { first?: bigint; last?: bigint } = {},
): AsyncGenerator<ChainedEntry> {
  for (let next = first; ; ) {
    const end = last === undefined ? sql`` : sql`AND sequence <= ${last.toString()}`;
    // Every value as the text it was hashed as.
    const { rows } = await sql<Omit<ChainedEntry, 'sequence'> & { sequence: string }>`
      SELECT county_id, sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
        person_id, person_name, behalf_id, behalf_name, action, record_kind, record_id, record_label, organ_id, origin,
        before::text AS before, after::text AS after, encode(content_hash, 'hex') AS content_hash,
        encode(previous_hash, 'hex') AS previous_hash, encode(hash, 'hex') AS hash
      FROM audit_entry WHERE county_id = ${countyId} AND sequence >= ${next.toString()} ${end}
      ORDER BY sequence LIMIT ${batch}`.execute(db);
    for (const row of rows) yield { ...row, sequence: BigInt(row.sequence) };
    const reached = rows.at(-1);
    if (!reached || rows.length < batch) return;
    next = BigInt(reached.sequence) + 1n;
  }
}
