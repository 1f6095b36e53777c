import { beforeAll, describe, expect, it } from 'vitest';
import { buildCounty, buildOrgan, callerWith, type TestCounty } from '../../../tests/support/county.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { readDocument } from '../../platform/documents/index.ts';
import type { ChannelKey } from '../domain/channels.ts';
import type { Item } from '../domain/item.ts';
import { listItemChannels } from '../store/channels.ts';
import { drawBulletin } from './bulletin.ts';
import { channelsOfToday, countChannels, getItemChannels, searchChannels } from './channel-views.ts';
import { confirmRecall, declineChannel, registerEvidence, reopenChannel, sendNow } from './channel-work.ts';
import { planChannels, recallChannels, releaseChannels } from './channels.ts';
import { buildPublicItem } from './fixtures/public-item.ts';
import {
  drawPendingSheet,
  drawTransferSheet,
  listPendingTransfers,
  registerTransfer,
  searchTransfers,
} from './transfers.ts';

const system = useSystem();
const now = new Date('2026-03-09T02:00:00Z');
const day = getPlainDate;
const page = { page: 1, pageSize: 50 };
let county: TestCounty;
let townId: string;
let otherTownId: string;

const deps = () => ({ db: system.database.db, ring: system.ring, settings: system.settings, storage: system.storage });
const clerk = (organId = townId) =>
  callerWith(county.countyId, 'office-clerk', { organId, path: [county.governmentId, organId] }, { now });

beforeAll(async () => {
  const { db } = system.database;
  county = await buildCounty(db);
  townId = await buildOrgan(db, county, '石桥镇');
  otherTownId = await buildOrgan(db, county, '柳河乡');
});

async function publish(title: string, channels: ChannelKey[], organId = townId, bodyHtml?: string): Promise<Item> {
  const { db } = system.database;
  const item = await buildPublicItem(db, { countyId: county.countyId, organId }, day('2026-03-02'), {
    title,
    ...(bodyHtml ? { bodyHtml } : {}),
  });
  await db.transaction().execute(async (trx) => {
    await planChannels(trx, item, channels, new Date('2026-03-02T02:00:00Z'));
    await releaseChannels(trx, item, new Date('2026-03-02T02:00:00Z'));
  });
  return item;
}

const statesOf = async (item: Item) =>
  Object.fromEntries(
    (await listItemChannels(system.database.db, county.countyId, item.id)).map(({ channel, state }) => [
      channel,
      state,
    ]),
  );

describe('registering what was done on channels', () => {
  it('takes one form for several channels, each with its own evidence', async () => {
    const { db } = system.database;
    const item = await publish('一张表', ['weibo', 'screen', 'handbook']);
    const done = await registerEvidence(
      db,
      clerk(),
      [item.id],
      [
        { channel: 'weibo', doneOn: day('2026-03-03'), link: 'https://weibo.com/1/2' },
        { channel: 'screen', doneOn: day('2026-03-04'), note: '便民大厅，滚动播放' },
        { channel: 'handbook', doneOn: day('2026-03-05'), copies: 300 },
      ],
    );
    expect(done).toEqual({ ok: true, value: { done: 3, refused: [] } });
    expect(await statesOf(item)).toEqual({ portal: 'done', weibo: 'done', screen: 'done', handbook: 'done' });
    const view = await getItemChannels(db, clerk(), item.id);
    if (!view.ok) throw new Error(view.problem.message);
    expect(view.value.channels.find(({ channel }) => channel === 'handbook')?.receipts).toMatchObject([
      { act: 'register', copies: 300, personName: '李小云' },
    ]);
  });

  it('lets several register the same at once, on a channel nobody had planned', async () => {
    const item = await publish('几人同时登记', []);
    const entry = { channel: 'broadcast' as const, doneOn: day('2026-03-03'), note: '村村响广播' };
    const all = await Promise.all(
      Array.from({ length: 4 }, () => registerEvidence(system.database.db, clerk(), [item.id], [entry])),
    );
    expect(all.every((each) => each.ok || each.problem.code === 'conflict')).toBe(true);
    expect(await statesOf(item)).toMatchObject({ broadcast: 'done' });
  });

  it('says at each field what is missing, and keeps nothing', async () => {
    const item = await publish('缺凭证', ['weibo', 'screen']);
    const refused = await registerEvidence(
      system.database.db,
      clerk(),
      [item.id],
      [
        { channel: 'screen', doneOn: day('2026-03-04'), note: '大厅' },
        { channel: 'weibo', doneOn: day('2026-03-10') },
      ],
    );
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'invalid', fields: [{ field: 'entries.1.doneOn' }, { field: 'entries.1.link' }] },
    });
    expect(await statesOf(item)).toMatchObject({ screen: 'waiting', weibo: 'waiting' });
  });

  it('takes many items at once, and says of those that cannot be why not', async () => {
    const one = await publish('批量一', ['bulletin-board']);
    const two = await publish('批量二', ['bulletin-board']);
    const gone = await publish('批量三', ['bulletin-board']);
    const { db } = system.database;
    await db.transaction().execute((trx) => recallChannels(trx, gone, '内容有误', now));
    const done = await registerEvidence(
      db,
      clerk(),
      [one.id, two.id, gone.id],
      [{ channel: 'bulletin-board', doneOn: day('2026-03-03'), note: '镇政府门口' }],
    );
    expect(done).toMatchObject({ ok: true, value: { done: 2, refused: [{ itemId: gone.id, title: '批量三' }] } });
    const early = await registerEvidence(
      db,
      clerk(),
      [one.id],
      [{ channel: 'bulletin-board', doneOn: day('2026-02-03'), note: '镇政府门口' }],
    );
    expect(early).toMatchObject({ ok: false, problem: { message: expect.stringContaining('早于') } });
  });

  it('is for the organ and those above it, and no other', async () => {
    const item = await publish('别乡的', ['weibo'], otherTownId);
    const refused = await registerEvidence(
      system.database.db,
      clerk(),
      [item.id],
      [{ channel: 'weibo', doneOn: day('2026-03-03'), link: 'https://weibo.com/1/2' }],
    );
    expect(refused).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });

  it('a channel can be given up with a reason and taken up again; without account nothing is sent', async () => {
    const { db } = system.database;
    const item = await publish('不发微博', ['weibo', 'wechat']);
    expect(await statesOf(item)).toMatchObject({ wechat: 'waiting' });
    expect(await declineChannel(db, clerk(), [item.id], 'weibo', '账号已停用')).toMatchObject({ ok: true });
    expect(await statesOf(item)).toMatchObject({ weibo: 'not-done' });
    expect(await reopenChannel(db, clerk(), [item.id], 'weibo')).toMatchObject({ ok: true });
    expect(await statesOf(item)).toMatchObject({ weibo: 'waiting' });
    expect(await sendNow(db, clerk(), [item.id])).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('没有接入公众号') },
    });
    expect(
      await registerEvidence(db, clerk(), [item.id], [{ channel: 'portal', doneOn: day('2026-03-03') }]),
    ).toMatchObject({
      ok: false,
    });
  });

  it('what was withdrawn waits until it is taken down, and is told today', async () => {
    const { db } = system.database;
    const item = await publish('要揭下', ['bulletin-board'], otherTownId);
    const caller = clerk(otherTownId);
    await registerEvidence(
      db,
      caller,
      [item.id],
      [{ channel: 'bulletin-board', doneOn: day('2026-03-03'), note: '村口' }],
    );
    await db.transaction().execute((trx) => recallChannels(trx, item, '内容有误', now));
    const lines = await channelsOfToday(db, caller.authority, now);
    expect(lines.map(({ id }) => id)).toContain('channels-recalling');
    expect(lines.find(({ id }) => id === 'channels-recalling')?.action.href).toBe(
      '/publication/channels?state=recalling',
    );
    expect(
      await confirmRecall(db, caller, [item.id], 'bulletin-board', { doneOn: day('2026-03-09'), note: '' }),
    ).toMatchObject({ ok: true });
    expect(await statesOf(item)).toMatchObject({ 'bulletin-board': 'recalled', portal: 'recalled' });
  });

  it('lists what waits, what is due first first, and counts the same', async () => {
    const { db } = system.database;
    await publish('待办甲', ['handbook', 'weibo']);
    const listed = await searchChannels(db, clerk(), { state: 'open' }, page);
    expect(listed.items.length).toBe(listed.total);
    const days = listed.items.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    const counts = await countChannels(db, clerk());
    const open = counts.filter(({ state }) => state !== 'outdated').reduce((sum, { total }) => sum + total, 0);
    expect(open).toBe(listed.total);
    const overdue = await searchChannels(db, clerk(), { state: 'waiting', overdue: true }, page);
    expect(overdue.items.every(({ dueOn }) => dueOn !== undefined && dueOn < '2026-03-09')).toBe(true);
    const found = await searchChannels(db, clerk(), { state: 'open', words: '待办甲' }, page);
    expect(found.items.map(({ channel }) => channel).sort()).toEqual(['handbook', 'weibo']);
    expect(listed.items.every(({ organId }) => organId === townId)).toBe(true);
  });
});

describe('handing over to archives and libraries', () => {
  it('takes everything that was published, ticked or not, and gives each its receipt', async () => {
    const { db } = system.database;
    const organId = await buildOrgan(db, county, '青山镇');
    const caller = clerk(organId);
    const ticked = await publish('已勾选档案', ['archive'], organId);
    const other = await publish('未勾选档案', [], organId);
    const wish = { channel: 'archive' as const, organId, from: day('2026-01-01'), to: day('2026-03-31') };
    const pending = await listPendingTransfers(db, caller, wish, page);
    expect(pending).toMatchObject({ ok: true, value: { total: 2 } });
    const sheet = await drawPendingSheet(db, caller, wish, 'docx');
    if (!sheet.ok) throw new Error(sheet.problem.message);
    const read = await readDocument({ name: sheet.value.fileName, bytes: sheet.value.content });
    expect(JSON.stringify(read)).toContain('未勾选档案');
    const handed = await registerTransfer(db, caller, {
      ...wish,
      handedOn: day('2026-03-09'),
      receiver: '县档案馆 王某',
    });
    expect(handed).toMatchObject({ ok: true, value: { items: 2 } });
    for (const item of [ticked, other]) expect(await statesOf(item)).toMatchObject({ archive: 'done' });
    expect(await listPendingTransfers(db, caller, wish, page)).toMatchObject({ ok: true, value: { total: 0 } });
    const again = await registerTransfer(db, caller, { ...wish, handedOn: day('2026-03-09'), receiver: '王某' });
    expect(again).toMatchObject({ ok: false, problem: { message: expect.stringContaining('没有待移送') } });
    const [transfer] = (await searchTransfers(db, caller, page)).items;
    expect(transfer).toMatchObject({ organ: '青山镇', items: 2, receiver: '县档案馆 王某' });
    const copy = await drawTransferSheet(db, caller, transfer?.id ?? '', 'xlsx');
    expect(copy).toMatchObject({ ok: true });
  });

  it('hands the same over once, though two ask at once', async () => {
    const { db } = system.database;
    const organId = await buildOrgan(db, county, '竹岭乡');
    await publish('只移送一次', [], organId);
    const wish = { channel: 'library' as const, organId, from: day('2026-01-01'), to: day('2026-03-31') };
    const both = await Promise.all(
      ['甲', '乙', '丙'].map((receiver) =>
        registerTransfer(db, clerk(organId), { ...wish, handedOn: day('2026-03-09'), receiver }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await searchTransfers(db, clerk(organId), page)).items).toHaveLength(1);
  });
});

describe('a sheet for the wall', () => {
  it.each(['A4', 'A3'] as const)('on %s says what is public, by whom, and what to look for', async (size) => {
    const item = await publish(
      `公示${size}`,
      ['bulletin-board'],
      townId,
      '<h2>一、标准</h2><table><tbody><tr><th>户主</th><td>张某</td></tr></tbody></table>',
    );
    const file = await drawBulletin(deps(), clerk(), item.id, { size, format: 'docx' });
    if (!file.ok) throw new Error(file.problem.message);
    const read = JSON.stringify(await readDocument({ name: file.value.fileName, bytes: file.value.content }));
    for (const words of [`公示${size}`, '石桥镇人民政府', item.indexNumber ?? '', '张某', '2026年3月2日']) {
      expect(read).toContain(words);
    }
    const again = await drawBulletin(deps(), clerk(), item.id, { size, format: 'docx' });
    expect(again.ok && Buffer.from(again.value.content).equals(Buffer.from(file.value.content))).toBe(true);
    const html = await drawBulletin(deps(), clerk(), item.id, { size, format: 'html' });
    if (!html.ok) throw new Error(html.problem.message);
    expect(new TextDecoder().decode(html.value.content)).toContain(`公示${size}</h1>`);
    expect(html.value.policy).toMatch(/default-src 'none'; style-src 'sha256-/);
  });

  it('is not printed of what is not public', async () => {
    const { db } = system.database;
    const item = await publish('已撤', []);
    await db.updateTable('publicationItem').set({ liveTextNumber: null }).where('id', '=', item.id).execute();
    expect(await drawBulletin(deps(), clerk(), item.id, { size: 'A4', format: 'docx' })).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  });
});
