import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { copyIn, listTables, quoteTable } from './catalog.ts';
import { ArchiveDamaged, type Head, type Manifest } from './format.ts';

/** Takes the rows of an archive into tables that are there and empty, within one transaction of the caller. */
export interface Loading {
  rows(table: Head['tables'][number], piece: Buffer): Promise<void>;
  /** After the last row: counts them, sets sequences, and has all foreign keys checked. */
  finish(manifest: Manifest): Promise<void>;
}

/**
 * Prepares the tables: foreign keys are taken off, to be put back and checked as a whole when all rows
 * are in, in whatever order; triggers that would change what comes in are off for so long. What forbids
 * changing and deleting stays on all the time.
 */
export async function beginLoading(client: ClientBase, head: Head): Promise<Loading> {
  await refuseOtherTables(client, head);
  const foreignKeys = await takeOffForeignKeys(client);
  const triggers = await switchOffTriggers(client);
  // What the migrations put in stands in the archive too, as it has become.
  for (const table of head.tables) {
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM ${quoteTable(table)}) AS filled`);
    if (rows[0].filled) await client.query(`DELETE FROM ${quoteTable(table)}`);
  }

  let current: { name: string; copy: CopyStreamQuery; done: Promise<void> } | undefined;
  const endTable = async () => {
    if (!current) return;
    const { copy, done } = current;
    current = undefined;
    copy.end();
    await done;
  };
  return {
    async rows(table, piece) {
      const name = quoteTable(table);
      if (current?.name !== name) {
        await endTable();
        const copy = client.query(copyFrom(copyIn(table)));
        const done = finished(copy);
        // Awaited at the end of the table; until then a failure shows in the write.
        done.catch(() => undefined);
        current = { name, copy, done };
      }
      const { copy, done } = current as NonNullable<typeof current>;
      if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), done]);
    },
    async finish(manifest) {
      await endTable();
      for (const { schema, name, lastValue, isCalled } of manifest.sequences) {
        await client.query('SELECT setval($1::regclass, $2, $3)', [quoteTable({ schema, name }), lastValue, isCalled]);
      }
      for (const table of manifest.tables) {
        const { rows } = await client.query(`SELECT count(*)::text AS count FROM ${quoteTable(table)}`);
        if (Number(rows[0].count) !== table.rows) {
          throw new ArchiveDamaged(`数据表 ${table.name} 恢复后的行数与清单不符`);
        }
      }
      for (const statement of [...foreignKeys, ...triggers]) await client.query(statement);
    },
  };
}

async function refuseOtherTables(client: ClientBase, head: Head): Promise<void> {
  const known = new Map((await listTables(client)).map((table) => [quoteTable(table), new Set(table.columns)]));
  for (const table of head.tables) {
    const columns = known.get(quoteTable(table));
    if (!columns || table.columns.some((each) => !columns.has(each))) {
      throw new ArchiveDamaged(`备份中的数据表 ${table.name} 与其升级脚本不符`);
    }
  }
}

/** Drops all foreign keys of our tables; gives the statements that bring them back. */
async function takeOffForeignKeys(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ on: string; name: string; definition: string }>(`
    SELECT c.conrelid::regclass::text AS on, quote_ident(c.conname) AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE c.contype = 'f' AND n.nspname IN ('public', 'pgboss') AND c.conparentid = 0`);
  for (const { on, name } of rows) await client.query(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`);
  return rows.map(({ on, name, definition }) => `ALTER TABLE ${on} ADD CONSTRAINT ${name} ${definition}`);
}

/** Switches off what is fired by an insert; gives the statements that switch it on again as it was. */
async function switchOffTriggers(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ on: string; name: string; mode: string }>(`
    SELECT t.tgrelid::regclass::text AS on, quote_ident(t.tgname) AS name, t.tgenabled AS mode
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 4 <> 0 AND n.nspname IN ('public', 'pgboss')`);
  for (const { on, name } of rows) await client.query(`ALTER TABLE ${on} DISABLE TRIGGER ${name}`);
  const modes: Record<string, string> = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' };
  return rows.map(({ on, name, mode }) => `ALTER TABLE ${on} ${modes[mode]} TRIGGER ${name}`);
}
