import { beforeAll, describe, expect, it } from 'vitest';
import { buildCounty, buildOrgan, callerWith, type TestCounty } from '../../../tests/support/county.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { newId } from '../../platform/db/index.ts';
import { listItemChannels } from '../store/channels.ts';
import { listEvents } from '../store/events.ts';
import { findItem } from '../store/items.ts';
import type { Caller } from './caller.ts';
import { registerEvidence } from './channel-work.ts';
import { countFigures } from './figures.ts';
import { buildPublicItem } from './fixtures/public-item.ts';
import {
  applyLedger,
  changeLedger,
  getLedger,
  previewLedger,
  searchLedgers,
  undoLedger,
  writeLedgerTemplate,
} from './imports.ts';

const database = useDatabase();
const now = new Date('2026-03-20T02:00:00Z');
let county: TestCounty;
let townId: string;
let clerk: Caller;

beforeAll(async () => {
  const { db } = database;
  county = await buildCounty(db);
  townId = await buildOrgan(db, county, '石桥镇');
  await buildOrgan(db, county, '柳树村', { kind: 'village', parentId: townId });
  clerk = callerWith(
    county.countyId,
    'office-clerk',
    { organId: townId, path: [county.governmentId, townId] },
    { now },
  );
  await db
    .insertInto('organisationPerson')
    .values({
      countyId: county.countyId,
      id: clerk.authority.personId,
      organId: townId,
      name: clerk.actor.name,
      activeFrom: '2020-01-01',
      createdAt: now,
    })
    .execute();
});

const ledger = [
  '石桥镇2025年政务公开台账',
  '序号,信息名称,公开时间,公开渠道,公开单位,索引号,链接',
  '1,关于做好防汛工作的通知,2025年6月3日,政府网站、公示墙,石桥镇,,',
  '2,关于做好防汛工作的通知,2025/6/5,微信公众号,,,https://mp.weixin.qq.com/s/1',
  '3,柳树村低保公示,2025.7.1,公示栏,柳树村,A/2025-7,',
  '4,没有日期的一行,,政府网站,,,',
].join('\r\n');

async function read(csv: string): Promise<string> {
  const sent = { name: '台账.csv', bytes: new TextEncoder().encode(csv) };
  const previewed = await previewLedger(database.db, clerk, townId, sent);
  if (!previewed.ok) throw new Error(previewed.problem.message);
  return previewed.value.id;
}

async function seen(id: string) {
  const found = await getLedger(database.db, clerk, id);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

const figures = async () => {
  const counted = await countFigures(
    database.db,
    clerk,
    { from: getPlainDate('2025-01-01'), to: getPlainDate('2025-12-31') },
    'organ',
  );
  if (!counted.ok) throw new Error(counted.problem.message);
  return counted.value.total;
};

describe('a ledger of what was published elsewhere', () => {
  it('is compared, applied, counted, found the same again, and taken back as a whole', async () => {
    const { db } = database;
    const id = await read(ledger);
    expect(await seen(id)).toMatchObject({
      counts: { created: 2, same: 0, changed: 0, problems: 1 },
      matching: { headRow: 1 },
      differences: { problems: [{ row: 6, title: '没有日期的一行' }] },
    });
    expect(await figures()).toMatchObject({ information: 0 });

    expect(await applyLedger(db, clerk, id)).toEqual({ ok: true, value: { created: 2, changed: 0 } });
    expect(await figures()).toMatchObject({
      information: 2,
      deliveries: 4,
      channels: { portal: 1, wechat: 1, 'bulletin-board': 2 },
    });
    const undo = (await seen(id)).undo;
    const items = await Promise.all((undo?.created ?? []).map((item) => findItem(db, county.countyId, item)));
    const notice = items.find((item) => item?.indexNumber === 'A/2025-7');
    expect(notice).toMatchObject({ source: 'import', state: 'published', publishedOn: '2025-07-01', importId: id });
    const flood = items.find((item) => item?.title.includes('防汛'));
    const channels = await listItemChannels(db, county.countyId, flood?.id ?? '');
    expect(channels.map(({ channel, doneOn }) => [channel, doneOn])).toEqual([
      ['portal', '2025-06-03'],
      ['wechat', '2025-06-05'],
      ['bulletin-board', '2025-06-03'],
    ]);
    expect((await listEvents(db, county.countyId, flood?.id ?? '')).map(({ act }) => act)).toEqual(['import']);

    const again = await read(ledger);
    expect((await seen(again)).counts).toEqual({ created: 0, same: 2, changed: 0, problems: 1 });
    expect(await applyLedger(db, clerk, again)).toMatchObject({ ok: false, problem: { code: 'import-nothing' } });
    expect(await applyLedger(db, clerk, id)).toMatchObject({ ok: false, problem: { code: 'conflict' } });

    expect(await undoLedger(db, clerk, id)).toEqual({ ok: true, value: { undone: 2 } });
    expect(await figures()).toMatchObject({ information: 0, deliveries: 0 });
    expect(await findItem(db, county.countyId, flood?.id ?? '')).toMatchObject({ state: 'discarded' });
    expect(await undoLedger(db, clerk, id)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect((await seen(await read(ledger))).counts.created).toBe(2);
    const listed = await searchLedgers(db, clerk, { page: 1, pageSize: 20 });
    expect(listed.items[0]).toMatchObject({ organ: '石桥镇', fileName: '台账.csv' });
  });

  it('adds channels to what was written here and changes nothing else of it', async () => {
    const { db } = database;
    const item = await buildPublicItem(db, { countyId: county.countyId, organId: townId }, getPlainDate('2025-08-01'), {
      title: '石桥镇财政决算',
      indexNumber: 'B/1',
    });
    const id = await read('标题,发布日期,渠道,索引号\n石桥镇财政决算,2025-08-04,公示墙,B/1');
    expect((await seen(id)).counts).toMatchObject({ problems: 1 });
    const other = await read('标题,发布日期,渠道\n石桥镇财政决算,2025-08-04,公示墙');
    expect((await seen(other)).counts).toEqual({ created: 0, same: 0, changed: 1, problems: 0 });
    await applyLedger(db, clerk, other);
    const channels = await listItemChannels(db, county.countyId, item.id);
    expect(channels).toMatchObject([{ channel: 'bulletin-board', state: 'done', doneOn: '2025-08-04' }]);
    expect(await findItem(db, county.countyId, item.id)).toMatchObject({ publishedOn: '2025-08-01', version: 1 });
    await undoLedger(db, clerk, other);
    expect(await listItemChannels(db, county.countyId, item.id)).toEqual([]);
  });

  it('is not taken back when something was done about one of its items since', async () => {
    const { db } = database;
    const id = await read('标题,发布日期,渠道\n又一条,2025-09-04,公示墙');
    await applyLedger(db, clerk, id);
    const [item] = (await seen(id)).undo?.created ?? [];
    const later = { ...clerk, now: new Date(now.getTime() + 60_000) };
    const registered = await registerEvidence(
      db,
      later,
      [item ?? ''],
      [{ channel: 'screen', doneOn: getPlainDate('2025-09-05'), note: '便民大厅' }],
    );
    expect(registered).toMatchObject({ ok: true });
    expect(await undoLedger(db, clerk, id)).toMatchObject({
      ok: false,
      problem: { code: 'import-in-use', message: expect.stringContaining('又一条') },
    });
  });

  it('is compared anew when something was published meanwhile', async () => {
    const { db } = database;
    const id = await read('标题,发布日期,渠道\n正在发布的一条,2025-10-04,公示墙');
    await buildPublicItem(db, { countyId: county.countyId, organId: townId }, getPlainDate('2025-10-05'), {
      title: '正在发布的一条',
    });
    expect(await applyLedger(db, clerk, id)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect((await seen(id)).counts).toMatchObject({ created: 0, changed: 1 });
  });

  it('whose columns have other names is read once somebody says what they mean', async () => {
    const { db } = database;
    const id = await read('甲,乙,丙\n防火通知,2025-11-01,x\n');
    expect((await seen(id)).differences.remarks.join()).toContain('没有认出');
    const changed = await changeLedger(db, clerk, id, {
      headRow: 0,
      columns: ['title', 'publishedOn', null],
      channels: ['wechat-group'],
    });
    expect(changed).toMatchObject({ ok: true });
    expect((await seen(id)).counts).toEqual({ created: 1, same: 0, changed: 0, problems: 0 });
  });

  it('is read by nobody whose post does not reach the organ', async () => {
    const stranger = callerWith(county.countyId, 'information-officer', {
      organId: newId(),
      path: [county.governmentId, newId()],
    });
    const id = await read('标题,发布日期,渠道\n不给看,2025-12-04,公示墙');
    expect(await getLedger(database.db, stranger, id)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    expect(await undoLedger(database.db, stranger, id)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });

  it('has a template that is understood', async () => {
    const { content } = await writeLedgerTemplate();
    const previewed = await previewLedger(database.db, clerk, townId, { name: '模板.xlsx', bytes: content });
    if (!previewed.ok) throw new Error(previewed.problem.message);
    expect((await seen(previewed.value.id)).differences.problems).toEqual([]);
  });
});
