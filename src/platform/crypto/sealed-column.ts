import { type Kysely, sql } from 'kysely';
import type { Problem } from '../../kernel/problem.ts';
import type { BlindPurpose, KeyRing } from './key-ring.ts';
import type { SealContext } from './seal.ts';

/** A column of a table that holds sealed values. Every area lists its own, so that keys can be changed. */
export interface SealedColumn {
  table: string;
  /** The columns of the primary key, in the order in which `sealContext` is given their values. */
  keyColumns: readonly string[];
  column: string;
  /** The column beside it with the blind index of the value. */
  blindIndex?: { column: string; purpose: BlindPurpose };
}

/** Where a value of this column belongs. The key is given in the order of `keyColumns`. */
export function sealContext({ table, column, keyColumns }: SealedColumn, ...key: readonly string[]): SealContext {
  if (key.length !== keyColumns.length) throw new RangeError(`${table} has a key of ${keyColumns.length} columns`);
  return { table, column, record: key.join('/') };
}

/** What sealing the values of one column anew came to. */
export interface RotatedColumn {
  column: SealedColumn;
  resealed: number;
  /** The keys of rows that could not be opened; they were left as they are. */
  unreadable: { record: string; problem: Problem }[];
}

export interface RotationOptions {
  /** Rows in one transaction. */
  batch?: number;
  /** Told after each batch; a promise is waited for. */
  onProgress?(column: SealedColumn, resealed: number): unknown;
}

interface SealedRow {
  key: string[];
  value: string;
}

/**
 * Seals everything anew that is not under the current key, in small transactions. May be ended at any
 * time: what is done stays, and the next call goes on with the rest. What other processes seal with the
 * old key while it runs is found by going over the table until nothing is left.
 */
export async function rotateSealedColumns(
  // biome-ignore lint/suspicious/noExplicitAny: the names of tables come from the list
  db: Kysely<any>,
  ring: KeyRing,
  columns: readonly SealedColumn[],
  { batch = 500, onProgress }: RotationOptions = {},
): Promise<RotatedColumn[]> {
  const results: RotatedColumn[] = [];
  for (const column of columns) {
    const unreadable = new Map<string, Problem>();
    let resealed = 0;
    let found: number;
    do {
      found = 0;
      let after: string[] | undefined;
      do {
        const done = await db.transaction().execute(async (trx) => {
          const rows = await listOutdated(trx, ring, column, batch, after);
          let count = 0;
          for (const row of rows) {
            const problem = await reseal(trx, ring, column, row);
            if (problem) unreadable.set(row.key.join('/'), problem);
            else count += 1;
          }
          return { count, last: rows.length === batch ? rows.at(-1)?.key : undefined };
        });
        after = done.last;
        found += done.count;
        resealed += done.count;
        if (done.count > 0) await onProgress?.(column, resealed);
      } while (after);
    } while (found > 0);
    results.push({ column, resealed, unreadable: [...unreadable].map(([record, problem]) => ({ record, problem })) });
  }
  return results;
}

/** How many values there are under each key, by the id of the key. */
export async function countByKey(
  // biome-ignore lint/suspicious/noExplicitAny: the names of tables come from the list
  db: Kysely<any>,
  columns: readonly SealedColumn[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { table, column } of columns) {
    const { rows } = await sql<{ id: string; count: string }>`
      SELECT split_part(${sql.ref(column)}, ':', 2) AS id, count(*) AS count
      FROM ${sql.table(table)} WHERE ${sql.ref(column)} IS NOT NULL GROUP BY 1`.execute(db);
    for (const { id, count } of rows) counts.set(id, (counts.get(id) ?? 0) + Number(count));
  }
  return counts;
}

async function listOutdated(
  // biome-ignore lint/suspicious/noExplicitAny: the names of tables come from the list
  trx: Kysely<any>,
  ring: KeyRing,
  { table, keyColumns, column }: SealedColumn,
  limit: number,
  after: readonly string[] | undefined,
): Promise<SealedRow[]> {
  const value = sql.ref(column);
  const key = sql.join(keyColumns.map((name) => sql.ref(name)));
  const rest = after ? sql`AND (${key}) > (${sql.join(after)})` : sql``;
  const { rows } = await sql<SealedRow>`
    SELECT jsonb_build_array(${key}) AS key, ${value} AS value FROM ${sql.table(table)}
    WHERE ${value} IS NOT NULL AND NOT starts_with(${value}, ${ring.currentPrefix()}) ${rest}
    ORDER BY ${key} LIMIT ${limit} FOR UPDATE`.execute(trx);
  return rows.map((row) => ({ key: row.key.map(String), value: row.value }));
}

/** Seals one value anew; gives the refusal of a value that does not open. */
async function reseal(
  // biome-ignore lint/suspicious/noExplicitAny: the names of tables come from the list
  trx: Kysely<any>,
  ring: KeyRing,
  column: SealedColumn,
  { key, value }: SealedRow,
): Promise<Problem | undefined> {
  const context = sealContext(column, ...key);
  const opened = ring.open(value, context);
  if (!opened.ok) return opened.problem;
  const { blindIndex } = column;
  const index = blindIndex
    ? sql`, ${sql.ref(blindIndex.column)} = ${ring.blindIndex(opened.value, blindIndex.purpose)}`
    : sql``;
  const conditions = column.keyColumns.map((name, at) => sql`${sql.ref(name)} = ${key[at]}`);
  await sql`UPDATE ${sql.table(column.table)} SET ${sql.ref(column.column)} = ${ring.seal(opened.value, context)} ${index}
    WHERE ${sql.join(conditions, sql` AND `)}`.execute(trx);
  return undefined;
}
