// What the audit costs, with 1 and with 16 writers: changes with their audit against plain inserts of the same two
// rows, the change and its entry, in one transaction without chain and lock. It may cost at most twice as much.
// The change alone, without any entry, is measured too.
import { sql } from 'kysely';
import pg from 'pg';
import type { Actor } from '../src/kernel/actor.ts';
import { write } from '../src/platform/audit/index.ts';
import { type Db, migrate, newId, openDatabase } from '../src/platform/db/index.ts';
import { joinDatabaseServer } from '../src/platform/db/server/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { makeDataFolder, removeDataFolder } from '../tests/support/built-program.ts';

const mostRatio = 2;
const rounds = 5;
const milliseconds = 1_000;
let entries = 0;
const actor: Actor = { countyId: newId(), personId: newId(), name: '测试员', from: '10.1.2.3' };

const folder = makeDataFolder();
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
  removeDataFolder(folder);
}

async function prepare(connection: pg.ClientConfig): Promise<void> {
  const migrated = await migrate(connection);
  if (!migrated.ok) throw new Error(migrated.problem.message);
  const owner = new pg.Client(connection);
  await owner.connect();
  await owner.query(`CREATE TABLE bench_item (county_id uuid, id uuid, title text, content text, at timestamptz,
    PRIMARY KEY (county_id, id)); GRANT INSERT ON bench_item TO gongkai_app;
    CREATE TABLE bench_entry (LIKE audit_entry INCLUDING INDEXES); GRANT INSERT ON bench_entry TO gongkai_app`);
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

/** The change alone. */
async function change(db: Db): Promise<void> {
  await db.transaction().execute((trx) => insert(trx, makeItem(), new Date()));
}

/** The change and a row like its entry. */
async function plain(db: Db): Promise<void> {
  const now = new Date();
  const item = makeItem();
  const after = JSON.stringify({ state: 'draft', title: item.title });
  const hash = Buffer.alloc(32);
  entries += 1;
  const sequence = entries;
  await db.transaction().execute(async (trx) => {
    await insert(trx, item, now);
    await sql`INSERT INTO bench_entry VALUES (${actor.countyId}, ${sequence}, ${now}, ${actor.personId}, ${actor.name},
      NULL, NULL, 'item.create', 'item', ${item.id}, ${item.title}, NULL, ${actor.from}, NULL, ${after}, ${hash}, ${hash},
      ${hash})`.execute(trx);
  });
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

/** In turns, so that whatever else the machine does falls on all; the middle of the ratios counts. */
async function compare(db: Db, writers: number): Promise<void> {
  const runs = { change, plain, audited };
  const rates: Record<keyof typeof runs, number>[] = [];
  // The first round is only for the compiler.
  for (let round = 0; round <= rounds; round += 1) {
    const rate = { change: 0, plain: 0, audited: 0 };
    for (const name of ['change', 'plain', 'audited'] as const) rate[name] = await measure(db, writers, runs[name]);
    if (round > 0) rates.push(rate);
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  const shown = (name: keyof typeof runs) =>
    Math.round(median(rates.map((rate) => rate[name])))
      .toLocaleString('en')
      .padStart(6);
  const ratio = median(rates.map((rate) => rate.plain / rate.audited));
  const ratioOfChange = median(rates.map((rate) => rate.change / rate.audited));
  console.log(`${writers === 1 ? '1 writer' : `${writers} writers`}:`);
  console.log(`  audited                       ${shown('audited')}/s`);
  console.log(
    `  plain, the same rows          ${shown('plain')}/s  ${ratio.toFixed(2)} × (wanted: at most ${mostRatio} ×: ${ratio <= mostRatio ? 'reached' : 'NOT reached'})`,
  );
  console.log(`  plain, the change alone       ${shown('change')}/s  ${ratioOfChange.toFixed(2)} ×`);
}
