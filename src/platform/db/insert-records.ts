import { sql } from 'kysely';
import type { Trx } from './database.ts';

/** How many rows go to the server in one statement. */
const batch = 1_000;

/**
 * Inserts many records at once, in statements of a single parameter each: some twenty times as quick as one by one.
 * What a record does not have is null, also where the column has a default.
 *
 * @param table its name in the database, e.g. `publication_item`
 * @param records fields named as the program names them; days as text, objects as jsonb columns take them
 * @example await insertRecords(trx, 'publication_serial', [{ countyId, series: '甲/2026-#', last: 12 }])
 */
export async function insertRecords(trx: Trx, table: string, records: readonly object[]): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (let at = 0; at < records.length; at += batch) {
    const rows = JSON.stringify(records.slice(at, at + batch).map(named));
    sent.push(
      sql`INSERT INTO ${sql.table(table)}
        SELECT * FROM json_populate_recordset(NULL::${sql.table(table)}, ${rows}::json)`.execute(trx),
    );
    // The server works on one batch while the next is written down.
    await Promise.race([sent.at(-1), new Promise((resolve) => setImmediate(resolve))]);
  }
  await Promise.all(sent);
}

/** The fields of a record as the database names them. */
function named(record: object): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) row[columnOf(key)] = value;
  return row;
}

const columns = new Map<string, string>();

/** Asked for hundreds of thousands of times, about the same hundred names. */
function columnOf(key: string): string {
  const known = columns.get(key);
  if (known !== undefined) return known;
  const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(key, column);
  return column;
}
