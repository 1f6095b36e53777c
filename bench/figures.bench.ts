// Figures and lists of channels over 100 000 items: every answer the console asks for, at the 95th percentile.
import pg from 'pg';
import { getPlainDate } from '../src/kernel/plain-date.ts';
import { type Db, migrate, newId, openDatabase } from '../src/platform/db/index.ts';
import { joinDatabaseServer } from '../src/platform/db/server/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { countOpenChannels, listChannels } from '../src/publication/store/channel-lists.ts';
import { countDeliveries, countInformation, listFigureItems } from '../src/publication/store/figures.ts';
import { listPending } from '../src/publication/store/transfers.ts';
import { makeDataFolder, removeDataFolder } from '../tests/support/built-program.ts';

const items = 100_000;
const mostMilliseconds = 100;
const rounds = 40;
const countyId = newId();
const organIds = Array.from({ length: 100 }, newId);

const folder = makeDataFolder();
const joined = await joinDatabaseServer({ dataFolder: folder });
if (!joined.ok) throw new Error(joined.problem.message);
const server = joined.value;
try {
  await prepare(server.connection);
  const database = openDatabase({ connection: server.connection, log: createLog('silent'), connections: 4 });
  await measureAll(database.db);
  await database.close();
} finally {
  await server.leave();
  removeDataFolder(folder);
}

/** Three years of a county with a hundred organs; two to three channels an item, one in twenty not done yet. */
async function prepare(connection: pg.ClientConfig): Promise<void> {
  const migrated = await migrate(connection);
  if (!migrated.ok) throw new Error(migrated.problem.message);
  const owner = new pg.Client(connection);
  await owner.connect();
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(
    `INSERT INTO publication_item (county_id, id, organ_id, drafting_organ_id, author_id, kind, title, index_number, column_key,
      field_key, disclosure, origin, formed_on, state, state_since, text_number, live_text_number, published_at, published_on,
      live_since, created_at, updated_at)
    SELECT $1, gen_random_uuid(), organ, organ, $1, (ARRAY['news', 'announcement', 'penalty', 'licence'])[1 + n % 4],
      '关于第' || n || '号事项的公告', 'X/' || n, (ARRAY['news', 'notices', 'licences', 'penalties', 'plans'])[1 + n % 5],
      CASE WHEN n % 3 = 0 THEN (ARRAY['health', 'employment', 'taxation'])[1 + n % 7 % 3] END, 'proactive', '{}', day,
      'published', now(), 1, CASE WHEN n % 50 = 0 THEN NULL ELSE 1 END, now(), day, now(), now(), now()
    FROM (SELECT n, ($2::uuid[])[1 + n * 7 % 100] AS organ, date '2024-01-01' + n % 1096 AS day
      FROM generate_series(1, $3) AS n) AS made`,
    [countyId, organIds, items],
  );
  await owner.query(
    `INSERT INTO publication_channel (county_id, item_id, channel, state, organ_id, kind, column_key, field_key, due_on, done_on,
      state_since)
    SELECT county_id, id, channel, CASE WHEN open THEN 'waiting' ELSE 'done' END, organ_id, kind, column_key, field_key,
      published_on + 3, CASE WHEN open THEN NULL ELSE published_on + 1 END, now()
    FROM (SELECT i.*, c.channel, c.channel <> 'portal' AND hashtext(i.id::text || c.channel) % 20 = 0 AS open
      FROM publication_item i CROSS JOIN (VALUES ('portal'), ('wechat'), ('bulletin-board'), ('archive'), ('screen'))
        AS c (channel) WHERE c.channel = 'portal' OR hashtext(c.channel || i.id::text) % 3 = 0) AS made`,
  );
  await owner.query('VACUUM ANALYZE publication_item');
  await owner.query('VACUUM ANALYZE publication_channel');
  await owner.end();
}

async function measureAll(db: Db): Promise<void> {
  const day = getPlainDate;
  const county = { countyId, organIds: 'all' as const };
  const town = { countyId, organIds: organIds.slice(0, 12) };
  const year = { from: day('2025-01-01'), to: day('2025-12-31') };
  const all = { from: day('2024-01-01'), to: day('2026-12-31') };
  const page = { page: 1, pageSize: 20 };
  const figures = (scope: typeof county | typeof town, time: typeof year, by: 'organ' | 'year' | 'column') =>
    Promise.all([countInformation(db, scope, time, by), countDeliveries(db, scope, time, by)]);
  const runs: Record<string, () => Promise<unknown>> = {
    'figures, county, one year by organ': () => figures(county, year, 'organ'),
    'figures, county, one year by column': () => figures(county, year, 'column'),
    'figures, county, three years by year': () => figures(county, all, 'year'),
    'figures, township, three years by year': () => figures(town, all, 'year'),
    'records behind a number, county': () =>
      listFigureItems(db, county, year, { what: 'deliveries', by: 'column', key: 'plans', channel: 'wechat' }, page),
    'records behind a number, last page': () =>
      listFigureItems(db, county, year, { what: 'information' }, { page: 1_600, pageSize: 20 }),
    'open work, county': () => listChannels(db, county, { state: 'open' }, page),
    'open work, township': () => listChannels(db, town, { state: 'open', channel: 'bulletin-board' }, page),
    'done, county': () => listChannels(db, county, { state: 'done' }, page),
    'counts of open work, county': () => countOpenChannels(db, county, day('2026-12-31')),
    'pending for the archive, township, a quarter': () =>
      listPending(
        db,
        town,
        { channel: 'archive', organIds: 'all', from: day('2025-01-01'), to: day('2025-03-31') },
        page,
      ),
  };
  for (const [name, run] of Object.entries(runs)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      await run();
      times.push(performance.now() - begin);
    }
    const [middle, high] = [0.5, 0.95].map(
      (share) => times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0,
    );
    const verdict = (high ?? 0) <= mostMilliseconds ? 'reached' : 'NOT reached';
    console.log(
      `${name.padEnd(46)} p50 ${(middle ?? 0).toFixed(1).padStart(6)} ms  p95 ${(high ?? 0).toFixed(1).padStart(6)} ms (wanted: at most ${mostMilliseconds}: ${verdict})`,
    );
  }
}
