import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { testNow } from '../../../tests/support/county.ts';
import { buildTown } from '../../../tests/support/publication.ts';
import { granted, problemOf } from '../../../tests/support/result.ts';
import { asOwner, useDatabase } from '../../../tests/support/test-database.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { runJobs } from '../../platform/jobs/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { listEvents } from '../store/events.ts';
import { getText } from '../store/texts.ts';
import { saveDraft } from './saving.ts';
import { publishOnTime, reviewJobs } from './schedule.ts';
import { catchUp } from './schedule-job.ts';

const database = useDatabase();
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);
const publishAt = hours(24);

type Town = Awaited<ReturnType<typeof buildTown>>;

async function scheduled(title?: string) {
  const town = await buildTown(database.db);
  const id = await town.draft(title);
  await town.review(id);
  granted(await town.act('clerk', id, 'schedule', { publishAt, opinion: '' }));
  const actsOf = async () => (await listEvents(town.db, town.county.countyId, id)).map(({ act }) => act);
  const onTime = (now: Date, at = publishAt) => publishOnTime(town.deps, town.county.countyId, id, at, now);
  return { ...town, id, actsOf, onTime };
}

const runCatchUp = async ({ deps }: Awaited<ReturnType<typeof scheduled>>, now: Date) => {
  const job = reviewJobs(deps).find(({ job: { name } }) => name === catchUp.name);
  await job?.run({}, { now, signal: new AbortController().signal });
};

describe('a publication at a set time', () => {
  test('waits in the queue for exactly that minute, and does not wait for a person', async () => {
    const town = await scheduled();
    const { rows } = await sql<{ startAfter: Date; data: object }>`
      select start_after as "startAfter", data from pgboss.job where name = 'publication-publish' and data->>'itemId' = ${town.id}`.execute(
      town.db,
    );
    expect(rows).toEqual([
      {
        startAfter: publishAt,
        data: { countyId: town.county.countyId, itemId: town.id, publishAt: publishAt.toISOString() },
      },
    ]);
    expect(await town.item(town.id)).toMatchObject({ state: 'approved', publishAt });
  });

  test('is not too early', async () => {
    const town = await scheduled();
    expect(await town.onTime(hours(23))).toBe(false);
    expect((await town.item(town.id)).state).toBe('approved');
  });

  test('several processes publish once, in the name of the system, which says who had set it', async () => {
    const town = await scheduled();
    const done = await Promise.all([1, 2, 3, 4].map(() => town.onTime(publishAt)));
    expect(done.filter(Boolean)).toHaveLength(1);
    const events = await listEvents(town.db, town.county.countyId, town.id);
    expect(events.filter(({ act }) => act === 'publish')).toMatchObject([
      { personName: '系统（定时发布）', detail: { scheduledBy: '公开办经办人' } },
    ]);
    expect(await town.item(town.id)).toMatchObject({ state: 'published', publishedAt: publishAt, liveTextNumber: 1 });
    expect((await town.item(town.id)).publishAt).toBeUndefined();
  });

  test('is taken up again by whoever runs: two servers after a restart publish once', async () => {
    const town = await scheduled();
    const servers = await Promise.all(
      [1, 2].map(() =>
        runJobs({
          database,
          jobs: reviewJobs(town.deps),
          log: createLog('silent'),
          clock: () => hours(30),
          pace: { poll: 0.5, monitor: 1, heartbeat: 10, schedule: 30 },
        }),
      ),
    );
    await vi.waitFor(async () => expect((await town.item(town.id)).state).toBe('published'), 20_000);
    await Promise.all(servers.map((server) => server.stop(5)));
    expect((await town.actsOf()).filter((act) => act === 'publish')).toHaveLength(1);
  }, 30_000);

  test('is made up for when nothing ran at that minute', async () => {
    const town = await scheduled();
    await runCatchUp(town, hours(23));
    expect((await town.item(town.id)).state).toBe('approved');
    await runCatchUp(town, hours(40));
    expect((await town.item(town.id)).state).toBe('published');
  });

  test('taken away or set anew, the old time does nothing', async () => {
    const town = await scheduled();
    granted(await town.act('clerk', town.id, 'unschedule', { opinion: '' }));
    expect(await town.onTime(publishAt)).toBe(false);
    granted(await town.act('clerk', town.id, 'schedule', { publishAt: hours(48), opinion: '' }));
    expect(await town.onTime(publishAt)).toBe(false);
    expect(await town.onTime(hours(48), hours(48))).toBe(true);
  });

  test('a return ends it', async () => {
    const town = await scheduled();
    granted(await town.act('head', town.id, 'return', { to: 'draft', opinion: '附件有误。' }));
    expect((await town.item(town.id)).publishAt).toBeUndefined();
    expect(await town.onTime(publishAt)).toBe(false);
    expect((await town.item(town.id)).state).toBe('draft');
  });

  test('where it may not be published any more, it waits for a person again, with the reason', async () => {
    const town = await scheduled();
    await sql`update publication_item set disclosure = 'on-request', exemption = '{"ground":"13-not-asked","reason":"不宜公开"}' where id = ${town.id}`.execute(
      town.db,
    );
    expect(await town.onTime(publishAt)).toBe(true);
    const item = await town.item(town.id);
    expect([item.state, item.publishAt]).toEqual(['approved', undefined]);
    const last = (await listEvents(town.db, town.county.countyId, town.id)).at(-1);
    expect(last).toMatchObject({
      act: 'unschedule',
      opinion: expect.stringContaining('定时发布没有完成：这份信息的公开属性是“依申请公开”'),
    });
  });

  test('a time in the past is refused at its field', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    await town.review(id);
    const refused = problemOf(await town.act('clerk', id, 'schedule', { publishAt: hours(-1), opinion: '' }));
    expect(refused.fields).toMatchObject([{ field: 'publishAt' }]);
  });
});

describe('publications that were set for the same minute', () => {
  const runJob = async (town: Town, name: string, itemId: string, signal = new AbortController().signal) => {
    const job = reviewJobs(town.deps).find((each) => each.job.name === name);
    const data = { countyId: town.county.countyId, itemId, publishAt: publishAt.toISOString() };
    await job?.run(data, { now: publishAt, signal });
  };
  /** Items of a town of its own that are all set for the same minute. */
  async function several(count: number) {
    const town = await buildTown(database.db);
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const id = await town.draft(`第${at + 1}号`);
      await town.review(id);
      granted(await town.act('clerk', id, 'schedule', { publishAt, opinion: '' }));
      ids.push(id);
    }
    const published = async () =>
      Promise.all(
        ids.map(
          async (id) =>
            (await listEvents(town.db, town.county.countyId, id)).filter(({ act }) => act === 'publish').length,
        ),
      );
    return { town, ids, published };
  }

  test('are all published by the first job that runs; the jobs of the others find nothing to do', async () => {
    const { town, ids, published } = await several(3);
    await runJob(town, 'publication-publish', ids[1] ?? '');
    expect(await published()).toEqual([1, 1, 1]);
    for (const id of ids) await runJob(town, 'publication-publish', id);
    expect(await published()).toEqual([1, 1, 1]);
    const numbers = await Promise.all(ids.map(async (id) => (await town.item(id)).indexNumber));
    expect(new Set(numbers).size).toBe(3);
  });

  test('are published once when several workers take them up at the same moment', async () => {
    const { town, ids, published } = await several(3);
    await Promise.all(
      [...ids, ...ids].map((id) => runJob(town, 'publication-publish', id)).concat(runJob(town, catchUp.name, '')),
    );
    expect(await published()).toEqual([1, 1, 1]);
  });

  test('do not wait for one that fails, and a worker that is killed in the middle loses nothing', async () => {
    const { town, ids, published } = await several(3);
    await asOwner(database.ownerConnection, async (other) => {
      // Somebody holds the second one, and whoever waits for it is killed with its connection.
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM publication_item WHERE id = $1 FOR UPDATE', [ids[1]]);
      const running = runJob(town, 'publication-publish', ids[1] ?? '');
      const killed = vi.waitFor(
        async () => {
          const { rowCount } = await asOwner(database.ownerConnection, (client) =>
            client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
              WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()`),
          );
          expect(rowCount).toBe(1);
        },
        { timeout: 20_000, interval: 50 },
      );
      // It fails as a job does, so that it is tried again.
      await Promise.all([expect(running).rejects.toThrow(), killed]);
      await other.query('ROLLBACK');
    });
    expect(await published()).toEqual([1, 0, 1]);
    expect(await town.item(ids[1] ?? '')).toMatchObject({ state: 'approved', publishAt });
    await runJob(town, 'publication-publish', ids[1] ?? '');
    expect(await published()).toEqual([1, 1, 1]);
  });

  test('stopped with the process they are made up for by the next one', async () => {
    const { town, ids, published } = await several(2);
    const stopped = new AbortController();
    stopped.abort();
    await runJob(town, 'publication-publish', ids[0] ?? '', stopped.signal);
    expect(await published()).toEqual([0, 0]);
    await runJob(town, catchUp.name, '');
    expect(await published()).toEqual([1, 1]);
  });
});

/** As if the draft had said so. */
async function expiresOn({ db, id }: Awaited<ReturnType<typeof scheduled>>, act: 'withdraw' | 'de-identify') {
  const day = getPlainDate('2026-03-08');
  await sql`update publication_item set expires_on = ${day}, expiry_act = ${act} where id = ${id}`.execute(db);
  await sql`update publication_text set head = head || ${JSON.stringify({ expiresOn: day, expiryAct: act })}::jsonb where item_id = ${id}`.execute(
    db,
  );
}

describe('a 公示', () => {
  test('is taken down by itself the day after its last day, not on it', async () => {
    const town = await scheduled();
    granted(await town.act('clerk', town.id, 'unschedule', { opinion: '' }));
    granted(await town.act('clerk', town.id, 'publish', { opinion: '' }));
    await expiresOn(town, 'withdraw');
    await runCatchUp(town, new Date('2026-03-08T15:59:00Z'));
    expect((await town.item(town.id)).liveTextNumber).toBe(1);
    await runCatchUp(town, new Date('2026-03-08T16:01:00Z'));
    expect(await town.item(town.id)).toMatchObject({ state: 'withdrawn', withdrawnBecause: '公示期满' });
    expect((await town.item(town.id)).liveTextNumber).toBeUndefined();
    expect((await town.actsOf()).at(-1)).toBe('expire');
  });

  test('or loses its names and numbers where that was chosen, and stays public', async () => {
    const town = await scheduled();
    granted(await town.act('clerk', town.id, 'return', { to: 'draft', opinion: '补充名单。' }));
    const { version } = await town.item(town.id);
    granted(
      await saveDraft(town.deps, await town.caller('author'), town.id, version, {
        bodyHtml:
          '<p>拟救助对象名单：</p><table><tr><th>姓名</th><th>村</th></tr><tr><td>王小明</td><td>前进村</td></tr></table>',
      }),
    );
    await town.review(town.id);
    granted(await town.act('clerk', town.id, 'publish', { opinion: '' }));
    await expiresOn(town, 'de-identify');
    await runCatchUp(town, new Date('2026-03-08T16:01:00Z'));
    const item = await town.item(town.id);
    expect(item).toMatchObject({ state: 'published', expiredAt: new Date('2026-03-08T16:01:00Z') });
    const live = await getText(town.db, town.county.countyId, town.id, item.liveTextNumber ?? 0);
    expect(live.bodyText).not.toContain('王小明');
    expect(live.bodyText).toContain('前进村');
    await runCatchUp(town, new Date('2026-03-08T16:06:00Z'));
    expect((await town.actsOf()).filter((act) => act === 'expire')).toHaveLength(1);
  });
});
