// What the audit costs: changes with their audit in one transaction against plain inserts of the same rows,
// with 1 and with 16 writers. It may cost at most twice as much.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import type { Actor } from '../src/kernel/actor.ts';
import { write } from '../src/platform/audit/index.ts';
import { type Db, migrate, newId, openDatabase } from '../src/platform/db/index.ts';
import { joinDatabaseServer } from '../src/platform/db/server/index.ts';
import { createLog } from '../src/platform/log/index.ts';

const mostRatio = 2;
const rounds = 7;
const milliseconds = 1_500;
const actor: Actor = { countyId: newId(), personId: newId(), name: '测试员', from: '10.1.2.3' };

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
const joined = await joinDatabaseServer({ dataFolder: folder });
if (!joined.ok) throw new Error(joined.problem.message);
const server = joined.value;
try {
  await prepare(server.connection);
  const database = openDatabase({ connection: server.connection, log: createLog('silent'), connections: 20 });
  for (const writers of [1, 16]) await compare(database.db, writers);
  await database.close();
} finally {
  await server.leave();
  rmSync(folder, { recursive: true, force: true });
}

async function prepare(connection: pg.ClientConfig): Promise<void> {
  const migrated = await migrate(connection);
  if (!migrated.ok) throw new Error(migrated.problem.message);
  const owner = new pg.Client(connection);
  await owner.connect();
  await owner.query(`CREATE TABLE bench_item (county_id uuid, id uuid, title text, content text, at timestamptz,
    PRIMARY KEY (county_id, id)); GRANT INSERT ON bench_item TO gongkai_app`);
  await owner.end();
}

interface Item {
  id: string;
  title: string;
  content: string;
}

function makeItem(): Item {
  return { id: newId(), title: '关于公开征求意见的通知', content: '正文'.repeat(200) };
}

async function insert(trx: Db, { id, title, content }: Item, now: Date): Promise<void> {
  await sql`INSERT INTO bench_item VALUES (${actor.countyId}, ${id}, ${title}, ${content}, ${now})`.execute(trx);
}

async function plain(db: Db): Promise<void> {
  await db.transaction().execute((trx) => insert(trx, makeItem(), new Date()));
}

async function audited(db: Db): Promise<void> {
  const now = new Date();
  const item = makeItem();
  await write(db, actor, now, async (trx, record) => {
    await insert(trx, item, now);
    const { id, title } = item;
    record({ action: 'item.create', record: { kind: 'item', id, label: title }, after: { title, state: 'draft' } });
  });
}

/** How many in a second, by this many writers at once. */
async function measure(db: Db, writers: number, once: (db: Db) => Promise<void>): Promise<number> {
  const begin = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() - begin < milliseconds) {
        await once(db);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - begin)) * 1000;
}

/** In turns, so that whatever else the machine does falls on both; the middle of the ratios counts. */
async function compare(db: Db, writers: number): Promise<void> {
  await measure(db, writers, plain);
  await measure(db, writers, audited);
  const pairs: { plain: number; audited: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ plain: await measure(db, writers, plain), audited: await measure(db, writers, audited) });
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  const ratio = median(pairs.map((pair) => pair.plain / pair.audited));
  const rate = (name: 'plain' | 'audited') => Math.round(median(pairs.map((pair) => pair[name]))).toLocaleString('en');
  console.log(
    `${writers} writers: plain ${rate('plain')}/s, audited ${rate('audited')}/s, ${ratio.toFixed(2)} × (at most ${mostRatio} ×: ${ratio <= mostRatio ? 'reached' : 'NOT reached'})`,
  );
}
