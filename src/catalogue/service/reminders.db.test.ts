import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf } from '../../../tests/support/county.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import type { Role } from '../../organisation/index.ts';
import { newId } from '../../platform/db/index.ts';
import { on, sampleContent } from '../domain/fixtures/items.ts';
import type { Caller } from './caller.ts';
import { nameResponsible } from './changing.ts';
import { compareOrgans } from './comparison.ts';
import { listDutiesOf } from './duty-reading.ts';
import { addItem } from './entering.ts';
import { recordEvidence, withdrawEvidence } from './evidence.ts';
import { waiveDuty } from './owing.ts';
import { answerTo, getReminder, listRemindersOf, sendReminder } from './reminders.ts';
import { todayOfCatalogue } from './today.ts';

const database = useDatabase();
const page = { page: 1, pageSize: 50 };

/** A township with two monthly items of which the turn of February is overdue, and its county. */
async function buildLateTown() {
  const county = await buildCounty(database.db);
  const organId = await buildOrgan(database.db, county, '石桥镇');
  const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: organId });
  const place = { organId, path: [county.governmentId, organId] };
  const person = (role: Role) => callerWith(county.countyId, role, place);
  const villager = callerWith(county.countyId, 'village-officer', {
    organId: village,
    path: [...place.path, village],
  });
  const clerk = person('office-clerk');
  const supervisor = supervisorOf(county);
  const items = [];
  for (const name of ['预算执行情况', '债务情况']) {
    const content = sampleContent({ name, limit: { kind: 'monthly', day: 10 } });
    items.push(granted(await addItem(database.db, clerk, { organId, content, since: on('2026-01-15') })));
  }
  const overdue = granted(await listDutiesOf(database.db, clerk, { status: 'overdue' }, page)).items;
  const publish = (itemId: string | undefined, recordId = newId(), columnKey: 'budgets' | 'news' = 'budgets') =>
    database.db.transaction().execute((trx) =>
      recordEvidence(trx, {
        countyId: county.countyId,
        catalogueItemId: itemId,
        organId,
        columnKey,
        recordKind: 'publication-item',
        recordId,
        title: '一份公开信息',
        formedOn: on('2026-03-02'),
        publishedOn: on('2026-03-02'),
      }),
    );
  const remind = (given: Partial<Parameters<typeof sendReminder>[2]> = {}) =>
    sendReminder(database.db, supervisor, {
      organId,
      text: '请尽快公开。',
      answerBy: on('2026-03-06'),
      dutyIds: overdue.map(({ id }) => id),
      columnKeys: [],
      ...given,
    });
  const today = async (caller: Caller) =>
    (await todayOfCatalogue(database.db)(caller.authority, caller.now)).map(({ title, level }) => [title, level]);
  return { county, organId, village, clerk, villager, supervisor, person, items, overdue, publish, remind, today };
}

describe('a reminder', () => {
  test('lies on the desk of the office until it is answered; the county sees what is still owed', async () => {
    const { clerk, supervisor, remind, today, overdue } = await buildLateTown();
    const { id } = granted(await remind());
    expect(await today(clerk)).toContainEqual(['县主管部门催办：请尽快公开。', 'soon']);
    granted(await answerTo(database.db, clerk, id, '正在整理，三日内公开。'));
    expect((await today(clerk)).map(([title]) => title)).not.toContain('县主管部门催办：请尽快公开。');
    const seen = granted(await getReminder(database.db, supervisor, id));
    expect(seen).toMatchObject({ state: 'answered', answer: { text: '正在整理，三日内公开。', by: clerk.actor.name } });
    expect(seen.targets.map(({ done }) => done)).toEqual(overdue.map(() => false));
    expect(refusalOf(await answerTo(database.db, clerk, id, '再答一次'))).toContain('已由');
  });

  test('is settled by itself when the last of it is published or not owed, and open again when that is taken down', async () => {
    const { county, clerk, supervisor, items, overdue, publish, remind } = await buildLateTown();
    const { id } = granted(await remind());
    const recordId = newId();
    await publish(items[0]?.id, recordId);
    const state = async () => granted(await getReminder(database.db, supervisor, id)).state;
    expect(await state()).toBe('open');
    const rest = overdue.find(({ itemId }) => itemId === items[1]?.id);
    granted(await waiveDuty(database.db, clerk, rest?.id ?? '', '没有债务'));
    expect(await state()).toBe('settled');
    expect(refusalOf(await answerTo(database.db, clerk, id, '已公开'))).toContain('不需要再答复');
    await database.db.transaction().execute((trx) =>
      withdrawEvidence(trx, {
        countyId: county.countyId,
        recordKind: 'publication-item',
        recordId,
        because: 'withdrawn',
      }),
    );
    expect(await state()).toBe('open');
  });

  test('about an empty column is settled when something stands there', async () => {
    const { supervisor, publish, remind } = await buildLateTown();
    const { id } = granted(await remind({ dutyIds: [], columnKeys: ['news'] }));
    await publish(undefined, newId(), 'news');
    expect(granted(await getReminder(database.db, supervisor, id))).toMatchObject({
      state: 'settled',
      settledOn: '2026-03-02',
      targets: [{ kind: 'column', title: '政务动态', done: true }],
    });
    expect(refusalOf(await remind({ dutyIds: [], columnKeys: ['news'] }))).toContain('现在正常');
  });

  test('is about what is overdue at that organ, and about something', async () => {
    const { county, clerk, remind, supervisor } = await buildLateTown();
    const other = await buildOrgan(database.db, county, '柳河乡');
    const upcoming = granted(await listDutiesOf(database.db, clerk, { status: 'upcoming' }, page)).items;
    expect(refusalOf(await remind({ organId: other }))).toContain('不属于“柳河乡”');
    expect(refusalOf(await remind({ dutyIds: upcoming.map(({ id }) => id) }))).toContain('没有逾期');
    expect(refusalOf(await remind({ dutyIds: [] }))).toContain('至少选择一项');
    expect(refusalOf(await remind({ answerBy: on('2026-03-01') }))).toContain('不能早于今天');
    expect(granted(await listRemindersOf(database.db, supervisor, {}, page)).total).toBe(0);
  });

  test('reaches the post that answers for the item, too', async () => {
    const { organId, village, clerk, villager, items, overdue, remind, today } = await buildLateTown();
    const [item] = items;
    const post = { role: 'village-officer', organId: village };
    granted(await nameResponsible(database.db, clerk, organId, [{ id: item?.id ?? '', version: 1 }], post));
    expect(await today(villager)).toEqual([['逾期未公开：预算执行情况（2026年2月）', 'overdue']]);
    granted(await remind({ dutyIds: overdue.filter(({ itemId }) => itemId === item?.id).map(({ id }) => id) }));
    expect(await today(villager)).toContainEqual(['县主管部门催办：请尽快公开。', 'soon']);
  });
});

describe('今天要办', () => {
  test('has what the organ owes for its office, and for nobody else there', async () => {
    const { person, today } = await buildLateTown();
    for (const role of ['office-clerk', 'office-head'] as const) {
      expect((await today(person(role))).map(([title]) => title).sort()).toEqual([
        '逾期未公开：债务情况（2026年2月）',
        '逾期未公开：预算执行情况（2026年2月）',
      ]);
    }
    expect(await today(person('information-officer'))).toEqual([]);
  });

  test('tells the county how many organs are behind', async () => {
    const { supervisor, today } = await buildLateTown();
    expect(await today(supervisor)).toEqual([['有1个单位共2项公开任务逾期', 'open']]);
  });
});

describe('the county compares', () => {
  test('all organs that keep a catalogue: what is owed, what is stale, what is reminded of', async () => {
    const { supervisor, remind, organId, publish } = await buildLateTown();
    granted(await remind());
    await publish(undefined, newId(), 'news');
    const { organs } = granted(await compareOrgans(database.db, supervisor, { year: 2026 }));
    expect(organs.map(({ organ }) => organ.kind)).toEqual(['county', 'department', 'township']);
    const town = organs.find(({ organ }) => organ.id === organId);
    expect(town).toMatchObject({ sum: { overdue: 2 }, stale: 0, reminders: 1 });
    expect(town?.empty).toBe((town?.columns ?? 0) - 1);
  });
});
