import { beforeAll, describe, expect, it } from 'vitest';
import { buildOrgan, callerWith, type TestCounty } from '../../../tests/support/county.ts';
import { buildTown } from '../../../tests/support/publication.ts';
import { granted, problemOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type Db, newId } from '../../platform/db/index.ts';
import { listItemChannels } from '../store/channels.ts';
import { listEvents } from '../store/events.ts';
import { findItem } from '../store/items.ts';
import { findText } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import { registerEvidence } from './channel-work.ts';
import { findDuplicates } from './duplicates.ts';
import { countFigures } from './figures.ts';
import { buildPublicItem } from './fixtures/public-item.ts';
import { applyLedger as enterLedger } from './import-applying.ts';
import { writeLedgerTemplate } from './import-template.ts';
import { undoLedger } from './import-undoing.ts';
import { changeLedger, dropLedger, getLedger, previewLedger, searchLedgers } from './imports.ts';
import { ledgersOfToday } from './ledgers-of-today.ts';

const database = useDatabase();
const now = new Date('2026-03-20T02:00:00Z');
let town: Awaited<ReturnType<typeof buildTown>>;
let county: TestCounty;
let townId: string;
/** Sends ledgers, and may publish. */
let clerk: Caller;
/** Enters them. */
let head: Caller;

beforeAll(async () => {
  const { db } = database;
  town = await buildTown(db);
  ({ county, organId: townId } = town);
  await buildOrgan(db, county, '柳树村', { kind: 'village', parentId: townId });
  [clerk, head] = await Promise.all([town.caller('clerk', now), town.caller('head', now)]);
});

/** Enters a ledger as it stands. */
const applyLedger = async (db: Db, caller: Caller, id: string) =>
  enterLedger(db, caller, id, (await seen(id, caller)).version);

const ledger = [
  '石桥镇2025年政务公开台账',
  '序号,信息名称,公开时间,公开渠道,公开单位,索引号,链接',
  '1,关于做好防汛工作的通知,2025年6月3日,政府网站、公示墙,石桥镇,,',
  '2,关于做好防汛工作的通知,2025/6/5,微信公众号,,,https://mp.weixin.qq.com/s/1',
  '3,柳树村低保公示,2025.7.1,公示栏,柳树村,A/2025-7,',
  '4,没有日期的一行,,政府网站,,,',
].join('\r\n');

async function read(csv: string, by: Caller = clerk, organId = townId): Promise<string> {
  const sent = { name: '台账.csv', bytes: new TextEncoder().encode(csv) };
  const previewed = await previewLedger(database.db, by, organId, sent);
  if (!previewed.ok) throw new Error(previewed.problem.message);
  return previewed.value.id;
}

async function seen(id: string, by: Caller = clerk) {
  const found = await getLedger(database.db, by, id);
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

    expect(await applyLedger(db, head, id)).toEqual({ ok: true, value: { created: 2, changed: 0 } });
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
    expect((await seen(again)).counts).toEqual({ created: 0, same: 2, changed: 0, problems: 1, opening: 0 });
    expect(await applyLedger(db, head, again)).toMatchObject({ ok: false, problem: { code: 'import-nothing' } });
    expect(await applyLedger(db, head, id)).toMatchObject({ ok: false, problem: { code: 'conflict' } });

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
    expect((await seen(other)).counts).toEqual({ created: 0, same: 0, changed: 1, problems: 0, opening: 0 });
    await applyLedger(db, head, other);
    const channels = await listItemChannels(db, county.countyId, item.id);
    expect(channels).toMatchObject([{ channel: 'bulletin-board', state: 'done', doneOn: '2025-08-04' }]);
    expect(await findItem(db, county.countyId, item.id)).toMatchObject({ publishedOn: '2025-08-01', version: 1 });
    await undoLedger(db, clerk, other);
    expect(await listItemChannels(db, county.countyId, item.id)).toEqual([]);
  });

  it('is not taken back when something was done about one of its items since', async () => {
    const { db } = database;
    const id = await read('标题,发布日期,渠道\n又一条,2025-09-04,公示墙');
    await applyLedger(db, head, id);
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
    expect(await applyLedger(db, head, id)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect((await seen(id)).counts).toMatchObject({ created: 0, changed: 1 });
  });

  it('is compared anew when another with the same 索引号 is entered at the same moment', async () => {
    const { db } = database;
    const columns = '标题,发布日期,索引号,渠道';
    const ids = [
      await read(`${columns}\n同号的甲,2025-10-14,SAME/1,公示墙`),
      await read(`${columns}\n同号的乙,2025-10-15,SAME/1,公示墙`),
    ];
    const applied = await Promise.all(ids.map((id) => applyLedger(db, head, id)));
    expect(applied.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const lost = applied.findIndex(({ ok }) => !ok);
    expect(applied[lost]).toMatchObject({ problem: { code: 'conflict' } });
    expect((await seen(ids[lost] ?? '')).counts).toMatchObject({ created: 0, changed: 1 });
  });

  it('whose columns have other names is read once somebody says what they mean', async () => {
    const { db } = database;
    const id = await read('甲,乙,丙\n防火通知,2025-11-01,x\n');
    expect((await seen(id)).differences.remarks.join()).toContain('没有认出');
    const changed = await changeLedger(db, clerk, id, 1, {
      headRow: 0,
      columns: ['title', 'publishedOn', null],
      channels: ['wechat-group'],
    });
    expect(changed).toMatchObject({ ok: true });
    expect((await seen(id)).counts).toEqual({ created: 1, same: 0, changed: 0, problems: 0, opening: 1 });
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

  it('is entered by a publisher who did not send it; its screen names him, and it stands on his list of today', async () => {
    const { db } = database;
    const other = await buildTown(db, county, '柳河乡');
    const officer = await other.caller('author', now);
    const clerk = await other.caller('clerk', now);
    const head = await other.caller('head', now);
    const id = await read('标题,发布日期,渠道\n信息员上传的一条,2025-12-10,公示墙', officer, other.organId);
    expect(problemOf(await applyLedger(db, officer, id))).toMatchObject({
      code: 'forbidden',
      message: expect.stringMatching(/由公开办核对、导入。请由公开办/),
    });
    const found = granted(await getLedger(db, officer, id));
    expect(found.decision).toMatchObject({ mayEnter: false, mayDrop: true, mayUndo: false, isOwn: true });
    expect(found.decision.enterers.toSorted()).toEqual(['公开办经办人', '公开办负责人']);
    const waits = async (caller: Caller) =>
      (await ledgersOfToday(db)(caller.authority, now)).map(({ id: line }) => line).includes(`ledger:${id}`);
    expect([await waits(officer), await waits(clerk), await waits(head)]).toEqual([false, true, true]);

    expect(granted(await applyLedger(db, clerk, id))).toEqual({ created: 1, changed: 0 });
    expect([await waits(clerk), await waits(head)]).toEqual([false, false]);
    const [item = ''] = (await seen(id, head)).undo?.created ?? [];
    expect(await findItem(db, county.countyId, item)).toMatchObject({ authorId: officer.authority.personId });
    expect(await listEvents(db, county.countyId, item)).toMatchObject([
      { act: 'import', personName: '公开办经办人', opinion: expect.stringContaining('由起草人上传') },
    ]);
    // Taking back is publishing and withdrawing in one: not for who may do neither.
    expect(problemOf(await undoLedger(db, officer, id)).code).toBe('forbidden');
    granted(await undoLedger(db, clerk, id));
  });

  it('is not entered by the publisher who sent it, unless it only adds a channel to what is public', async () => {
    const { db } = database;
    const fresh = await read('标题,发布日期,渠道\n经办人自己上传的一条,2025-12-11,公示墙');
    expect(problemOf(await applyLedger(db, clerk, fresh))).toMatchObject({
      code: 'own-ledger',
      message: expect.stringMatching(/第十七条.+请由公开办负责人办理/),
    });
    expect((await seen(fresh)).status).toBe('pending');
    const item = await buildPublicItem(db, { countyId: county.countyId, organId: townId }, getPlainDate('2025-12-12'), {
      title: '早已公开的一条',
    });
    const more = await read('标题,发布日期,渠道\n早已公开的一条,2025-12-13,公示墙');
    expect(granted(await applyLedger(db, clerk, more))).toEqual({ created: 0, changed: 1 });
    expect(await listItemChannels(db, county.countyId, item.id)).toMatchObject([{ channel: 'bulletin-board' }]);
  });

  it('of a township with one publisher is entered by the county in his place, and the item shows it', async () => {
    const { db } = database;
    const small = await buildTown(db, county, '竹岭乡', { head: ['党政办主任', 'office-head'] });
    const only = await small.caller('head', now);
    const supervisor = await small.caller('supervisor', now);
    const bytes = new TextEncoder().encode('标题,发布日期,渠道\n竹岭乡的一条,2025-12-11,公示墙');
    const { id } = granted(await previewLedger(db, only, small.organId, { name: '台账.csv', bytes }));
    expect(problemOf(await enterLedger(db, only, id, 1)).message).toMatch(/由县主管部门（县主管.*）代为核对、导入/);
    const lines = await ledgersOfToday(db)(supervisor.authority, now);
    expect(lines.find((line) => line.id === `ledger:${id}`)?.detail).toContain('代行');
    granted(await enterLedger(db, supervisor, id, 1));
    const [item = ''] = (await seen(id, supervisor)).undo?.created ?? [];
    expect((await listEvents(db, county.countyId, item))[0]?.detail).toMatchObject({ secondEyes: true });
  });

  it('is entered as it was seen: whoever changed it meanwhile, it has to be looked through again', async () => {
    const { db } = database;
    const id = await read('标题,发布日期,渠道,另一列\n甲标题,2025-12-14,公示墙,乙标题');
    const { version } = await seen(id);
    granted(
      await changeLedger(db, clerk, id, version, { columns: [null, 'publishedOn', 'channels', 'title'], headRow: 0 }),
    );
    expect((await seen(id)).counts.created).toBe(1);
    expect(problemOf(await enterLedger(db, head, id, version))).toMatchObject({ code: 'conflict' });
    expect(problemOf(await changeLedger(db, clerk, id, version, { kind: 'news' }))).toMatchObject({ code: 'conflict' });
    expect((await seen(id)).status).toBe('pending');
  });

  it('may be given up by who sent it, and refused with a reason by who would enter it', async () => {
    const { db } = database;
    const own = await read('标题,发布日期,渠道\n放弃的一条,2025-12-15,公示墙');
    granted(await dropLedger(db, clerk, own, 1, ''));
    expect(await seen(own)).toMatchObject({ status: 'dropped', sheets: [] });
    const id = await read('标题,发布日期,渠道\n日期不对的一条,2025-12-16,公示墙');
    expect(problemOf(await dropLedger(db, head, id, 1, ' '))).toMatchObject({ fields: [{ field: 'reason' }] });
    granted(await dropLedger(db, head, id, 1, '发布日期与网站不一致'));
    expect(await seen(id)).toMatchObject({
      status: 'dropped',
      droppedBy: '公开办负责人',
      droppedBecause: '发布日期与网站不一致',
    });
    expect(problemOf(await applyLedger(db, head, id)).message).toContain('不予导入');
  });

  it('leaves no number of a person behind: masked while it waits, gone when it is decided', async () => {
    const { db } = database;
    const csv = [
      '台账（联系人13812345678）',
      '标题,发布日期,渠道,身份证号,银行卡号,联系电话,备注',
      '临时救助公示,2025-12-17,公示墙,11010519491231002X,6222020000000000000,13812345678,领款账户见表',
      '张三（11010519491231002X）公示,2025-12-17,公示墙,,,,',
    ].join('\n');
    const id = await read(csv);
    const kept = async () => {
      const row = await db
        .selectFrom('publicationImport')
        .selectAll()
        .where('countyId', '=', county.countyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return JSON.stringify(row);
    };
    for (const number of ['19491231002X', '6222020000000000000', '13812345678']) {
      expect(await kept()).not.toContain(number);
    }
    expect((await seen(id)).differences).toMatchObject({
      created: [{ title: '临时救助公示' }],
      problems: [{ row: 4, reason: expect.stringContaining('居民身份证号码') }],
    });
    granted(await applyLedger(db, head, id));
    expect((await seen(id)).sheets).toEqual([]);
  });

  it('brings texts that a repetition is found in, and takes them out again', async () => {
    const { db } = database;
    const summary = Array.from(
      { length: 12 },
      (_, at) => `第${at + 1}条村民应当于${at + 3}日前清理${at + 5}处房前屋后的堆放物`,
    ).join('，');
    const id = await read(`标题,发布日期,渠道,摘要\n环境整治公告,2025-12-18,公示墙,${summary}`);
    granted(await applyLedger(db, head, id));
    const [item = ''] = (await seen(id)).undo?.created ?? [];
    const alike = async () =>
      (
        await findDuplicates(
          db,
          head,
          { countyId: county.countyId, id: newId(), kind: 'announcement' },
          { bodyText: summary, fields: {} },
          0.7,
        )
      ).map(({ itemId }) => itemId);
    const indexed = async () =>
      (
        await db
          .selectFrom('publicationFingerprint')
          .select('itemId')
          .where('countyId', '=', county.countyId)
          .where('itemId', '=', item)
          .execute()
      ).length;
    expect(await alike()).toEqual([item]);
    expect(await indexed()).toBe(1);
    granted(await undoLedger(db, head, id));
    expect(await alike()).toEqual([]);
    expect(await indexed()).toBe(0);
  });

  it('freshens the columns of the catalogue, and takes that back', async () => {
    const { db } = database;
    const other = await buildTown(db, county, '白塔乡');
    const [sender, publisher] = [await other.caller('clerk', now), await other.caller('head', now)];
    const columns = () =>
      db
        .selectFrom('catalogueColumn')
        .select(['columnKey', 'count', 'latestOn'])
        .where('countyId', '=', county.countyId)
        .where('organId', '=', other.organId)
        .execute();
    const csv = '标题,发布日期,渠道\n白塔一,2025-12-20,公示墙\n白塔二,2025-12-24,公示墙';
    const id = await read(csv, sender, other.organId);
    granted(await applyLedger(db, publisher, id));
    expect(await columns()).toEqual([{ columnKey: 'notices', count: 2, latestOn: '2025-12-24' }]);
    granted(await undoLedger(db, publisher, id));
    expect(await columns()).toEqual([{ columnKey: 'notices', count: 0, latestOn: null }]);
  });

  it('corrects the title people read, as another version, and puts the old one back when it is undone', async () => {
    const { db } = database;
    const first = await read('标题,发布日期,渠道,索引号\n打错的标题,2025-12-19,公示墙,C/1');
    granted(await applyLedger(db, head, first));
    const [id = ''] = (await seen(first)).undo?.created ?? [];
    const live = async () => {
      const item = await findItem(db, county.countyId, id);
      const text = await findText(db, county.countyId, id, item?.liveTextNumber ?? 0);
      return [item?.title, text?.title, text?.number];
    };
    const second = await read('标题,发布日期,渠道,索引号\n改正的标题,2025-12-19,公示墙,C/1');
    expect((await seen(second)).counts).toMatchObject({ changed: 1, opening: 1 });
    granted(await applyLedger(db, head, second));
    expect(await live()).toEqual(['改正的标题', '改正的标题', 2]);
    granted(await undoLedger(db, head, second));
    expect(await live()).toEqual(['打错的标题', '打错的标题', 3]);
  });
});
