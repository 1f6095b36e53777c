// What the coverage of a county costs at 100,000 duties and as many publications of 120 organs: the screens that are
// counted from them, each against a plain count over the same table. At the 95th percentile each may take 100 ms.
import { sql } from 'kysely';
import pg from 'pg';
import { contentColumnKeys } from '../src/catalogue/domain/columns.ts';
import { fieldKeys } from '../src/catalogue/domain/fields.ts';
import { listPublicCatalogue } from '../src/catalogue/index.ts';
import type { Caller } from '../src/catalogue/service/caller.ts';
import { listColumnsOf } from '../src/catalogue/service/columns.ts';
import { compareOrgans } from '../src/catalogue/service/comparison.ts';
import { getCoverage } from '../src/catalogue/service/coverage.ts';
import { listDutiesOf } from '../src/catalogue/service/duty-reading.ts';
import { listShownItems } from '../src/catalogue/service/showing.ts';
import { todayOfCatalogue } from '../src/catalogue/service/today.ts';
import { getPlainDate } from '../src/kernel/plain-date.ts';
import { type Db, migrate, newId, openDatabase } from '../src/platform/db/index.ts';
import { joinDatabaseServer } from '../src/platform/db/server/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { makeDataFolder, removeDataFolder } from '../tests/support/built-program.ts';
import { buildCounty, callerWith, supervisorOf, type TestCounty } from '../tests/support/county.ts';

const organCount = 120;
const dutyCount = 100_000;
const itemsOfOrgan = 80;
const rounds = 60;
const mostMilliseconds = 100;
const now = new Date('2026-11-20T02:00:00Z');

const folder = makeDataFolder();
const joined = await joinDatabaseServer({ dataFolder: folder });
if (!joined.ok) throw new Error(joined.problem.message);
const server = joined.value;
try {
  const migrated = await migrate(server.connection);
  if (!migrated.ok) throw new Error(migrated.problem.message);
  const database = openDatabase({ connection: server.connection, log: createLog('silent'), connections: 5 });
  const county = await buildCounty(database.db);
  const organs = Array.from({ length: organCount }, newId);
  await fill(county, organs);
  const [organId = ''] = organs;
  const clerk = callerWith(county.countyId, 'office-clerk', { organId, path: [county.governmentId, organId] }, { now });
  await report(database.db, supervisorOf(county, { now }), clerk, organId);
  await database.close();
} finally {
  await server.leave();
  removeDataFolder(folder);
}

/** Items, what was published for them, and three years of duties, of which most are fulfilled, some late, some not. */
async function fill({ countyId, governmentId }: TestCounty, organs: readonly string[]): Promise<void> {
  const owner = new pg.Client(server.connection);
  await owner.connect();
  await owner.query(
    `INSERT INTO organisation_organ (county_id, id, sort_order, created_at, changed_at, changed_by)
     SELECT $1, id, n, now(), now(), '测试' FROM unnest($2::uuid[]) WITH ORDINALITY AS each (id, n)`,
    [countyId, organs],
  );
  await owner.query(
    `INSERT INTO organisation_organ_version (county_id, organ_id, valid_from, status, kind, full_name, short_name, parent_id, path)
     SELECT $1, id, '2020-01-01', 'living', 'township', '第' || n || '乡人民政府', '第' || n || '乡', $3::uuid, ARRAY[$3::uuid, id]
     FROM unnest($2::uuid[]) WITH ORDINALITY AS each (id, n)`,
    [countyId, organs, governmentId],
  );
  await owner.query(
    `INSERT INTO catalogue_item (county_id, id, organ_id, origin, field_key, column_key, topic, name, content, basis,
       time_limit, limit_words, publisher, audience, manner, sort_order, since, limit_since, created_at, changed_at, changed_by)
     SELECT $1, gen_random_uuid(), organ, 'own', ($3::text[])[1 + n % 26], ($4::text[])[1 + n % ${contentColumnKeys.length}],
       '一级事项', '二级事项' || n, repeat('公开内容和要素', 8), '《中华人民共和国政府信息公开条例》',
       '{"kind":"monthly","day":10}', '每月10日前', '乡人民政府', 'everyone', 'proactive', n, '2024-01-01', '2024-01-01',
       now(), now(), '测试'
     FROM unnest($2::uuid[]) AS organ, generate_series(1, ${itemsOfOrgan}) AS n`,
    [countyId, organs, fieldKeys, contentColumnKeys],
  );
  await owner.query(
    `INSERT INTO catalogue_evidence (county_id, id, organ_id, item_id, column_key, record_kind, record_id, title, formed_on, published_on)
     SELECT $1, gen_random_uuid(), item.organ_id, item.id, item.column_key, 'publication-item', gen_random_uuid(),
       '一份公开信息' || n, day, day
     FROM (SELECT *, row_number() OVER () AS position FROM catalogue_item) AS item
     JOIN generate_series(1, ${dutyCount}) AS n ON item.position = 1 + n % ${organCount * itemsOfOrgan}
     CROSS JOIN LATERAL (SELECT date '2024-01-01' + (n * 7919 % 1050) AS day) AS chosen`,
    [countyId],
  );
  await owner.query(
    `INSERT INTO catalogue_column SELECT county_id, organ_id, column_key, count(*), max(published_on)
     FROM catalogue_evidence GROUP BY 1, 2, 3`,
  );
  // One in eight is open, one in ten was late.
  await owner.query(
    `INSERT INTO catalogue_duty (county_id, id, organ_id, item_id, field_key, kind, title, begins_on, due_on, state, done_on,
       evidence_id, created_at)
     SELECT $1, gen_random_uuid(), e.organ_id, e.item_id, item.field_key, 'event', e.title, e.formed_on, e.formed_on + 28,
       CASE WHEN open THEN 'open' ELSE 'done' END,
       CASE WHEN NOT open THEN e.published_on + CASE WHEN position % 10 = 0 THEN 40 ELSE 10 END END,
       CASE WHEN NOT open THEN e.id END, now()
     FROM (SELECT *, row_number() OVER () AS position, row_number() OVER () % 8 = 0 AS open FROM catalogue_evidence) AS e
     JOIN catalogue_item AS item USING (county_id)
     WHERE item.id = e.item_id`,
    [countyId],
  );
  await owner.query('VACUUM ANALYZE');
  await owner.end();
}

async function report(db: Db, supervisor: Caller, clerk: Caller, organId: string): Promise<void> {
  const { countyId } = supervisor.authority;
  const page = { page: 1, pageSize: 50 };
  const day = getPlainDate('2026-11-20');
  const plain = () => sql`SELECT count(*) FROM catalogue_duty WHERE county_id = ${countyId}`.execute(db);
  const screens: Record<string, () => Promise<unknown>> = {
    'coverage of a year, all organs': () => getCoverage(db, supervisor, { year: 2025 }),
    'coverage of a year, one organ': () => getCoverage(db, supervisor, { organId, year: 2025 }),
    'comparison of all organs': () => compareOrgans(db, supervisor, { year: 2025 }),
    'columns of all organs': () => listColumnsOf(db, supervisor, {}),
    'duties overdue, all organs': () => listDutiesOf(db, supervisor, { status: 'overdue' }, page),
    'duties of an organ, a year': () => listDutiesOf(db, supervisor, { organId, year: 2025 }, page),
    'catalogue of an organ': () => listShownItems(db, supervisor, organId, {}),
    'public catalogue, a page': () => listPublicCatalogue(db, countyId, { day }, page),
    'today of a clerk': () => todayOfCatalogue(db)(clerk.authority, now),
    'today of the county': () => todayOfCatalogue(db)(supervisor.authority, now),
  };
  console.log(
    `${dutyCount.toLocaleString('en')} duties and publications, ${organCount} organs, run ${newId().slice(0, 8)}`,
  );
  const { plain: counted, ...times } = await measure({ plain, ...screens });
  const base = counted?.[0.5] ?? 0;
  for (const [name, at] of Object.entries(times)) {
    const ratio = at[0.5] / base;
    const reached = at[0.95] <= mostMilliseconds ? 'reached' : 'NOT reached';
    console.log(
      `  ${name.padEnd(32)} p50 ${shown(at[0.5])}  p95 ${shown(at[0.95])}  p99 ${shown(at[0.99])}  ${ratio.toFixed(1)} × a plain count (wanted: p95 at most ${mostMilliseconds} ms: ${reached})`,
    );
  }
  console.log(`  plain count of the duties        p50 ${shown(base)}`);
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(1).padStart(6)} ms`;
}

/** In turns, so that whatever else the machine does falls on all. The first rounds are only for the compiler. */
async function measure(runs: Record<string, () => Promise<unknown>>) {
  const taken: Record<string, number[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = -5; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(runs)) {
      const begin = performance.now();
      await run();
      if (round >= 0) taken[name]?.push(performance.now() - begin);
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, values]) => {
      const sorted = values.sort((one, other) => one - other);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return [name, { 0.5: at(0.5), 0.95: at(0.95), 0.99: at(0.99) }];
    }),
  );
}
