import type { ClientBase } from 'pg';
import type { Head, TableName } from './format.ts';

/** A table as it is saved: its columns, and the order of its rows that is the same everywhere. */
export interface SavedTable extends TableName {
  /** Names as SQL writes them, without columns that the database computes. */
  columns: string[];
  order: string;
}

/** Settings under which COPY writes the same text for the same rows, whatever the server is set to. */
export const sameTextEverywhere = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET search_path = public`;

export const quoteTable = ({ schema, name }: TableName): string => `"${schema}"."${name}"`;

/**
 * Every table of the program and of the queue, but for the list of migrations, which a restore makes
 * by running them.
 */
export async function listTables(client: ClientBase): Promise<SavedTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[]; key: string[] | null }>(`
    SELECT n.nspname AS schema, c.relname AS name,
      array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
      (SELECT array_agg(format('%I%s', k.attname, CASE WHEN k.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END)
          ORDER BY array_position(i.indkey::int2[], k.attnum))
        FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY(i.indkey::int2[])
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND (n.nspname, c.relname) <> ('public', 'platform_migration')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    GROUP BY n.nspname, c.relname, c.oid
    ORDER BY n.nspname DESC, c.relname`);
  return rows.map(({ key, ...table }) => ({ ...table, order: key ? key.join(', ') : 't::text COLLATE "C"' }));
}

/** The statement that writes the rows of a table out. */
export const copyOut = (table: SavedTable): string =>
  `COPY (SELECT ${columnList(table.columns)} FROM ${quoteTable(table)} t ORDER BY ${table.order}) TO STDOUT`;

/** The statement that takes them in. */
export const copyIn = (table: Head['tables'][number]): string =>
  `COPY ${quoteTable(table)} (${columnList(table.columns)}) FROM STDIN`;

const columnList = (columns: readonly string[]): string => columns.map((each) => `"${each}"`).join(', ');

/** The migrations a database has seen; undefined when it has none of our tables. */
export async function findAppliedMigrations(client: ClientBase): Promise<Head['migrations'] | undefined> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.platform_migration') IS NOT NULL AS there`,
  );
  if (!there[0]?.there) return undefined;
  const { rows } = await client.query('SELECT number, name, checksum FROM public.platform_migration ORDER BY number');
  return rows;
}

/** Where the sequences of our tables stand. */
export async function listSequences(
  client: ClientBase,
): Promise<{ schema: 'public' | 'pgboss'; name: string; lastValue: string; isCalled: boolean }[]> {
  const { rows } = await client.query<{ schema: 'public' | 'pgboss'; name: string }>(`
    SELECT schemaname AS schema, sequencename AS name FROM pg_sequences
    WHERE schemaname IN ('public', 'pgboss') ORDER BY 1, 2`);
  const sequences = [];
  for (const sequence of rows) {
    const { rows: at } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${quoteTable(sequence)}`,
    );
    if (at[0]) sequences.push({ ...sequence, ...at[0] });
  }
  return sequences;
}
