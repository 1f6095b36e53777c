import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

/**
 * The part of a chain in which everything lies that was done from `from` on and before `to`: without gaps, so
 * with single entries of other times in it where their order was another. Undefined when there is nothing.
 */
export async function findRange(
  db: Db,
  countyId: string,
  { from, to }: { from?: Date; to?: Date },
): Promise<{ first: bigint; last: bigint } | undefined> {
  const since = from ? sql`AND at >= ${from}` : sql``;
  const until = to ? sql`AND at < ${to}` : sql``;
  const { rows } = await sql<{ first: string | null; last: string }>`
    SELECT min(sequence) AS first, max(sequence) AS last FROM audit_entry
    WHERE county_id = ${countyId} ${since} ${until}`.execute(db);
  const [row] = rows;
  return row?.first ? { first: BigInt(row.first), last: BigInt(row.last) } : undefined;
}
