import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, testNow } from '../../../tests/support/county.ts';
import { buildPerson, callerOf } from '../../../tests/support/people.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import { readDocument } from '../../platform/documents/index.ts';
import type { Role } from '../domain/role.ts';
import { closePerson } from './closing.ts';
import { delegate } from './delegations.ts';
import { getDesk } from './desk.ts';
import { confirmHandOver } from './hand-over-confirming.ts';
import { approvePosts, cancelHandOver, getHandOver, listHandOvers, startHandOver } from './hand-overs.ts';
import { addMemo, changeMemo, getMemo, listMemos, memoDesk } from './memos.ts';
import { getPerson, listPeople } from './people.ts';
import { writeSheet } from './sheet.ts';
import { todayOfOrganisation } from './today.ts';

const database = useDatabase();
const today = dayInChina(testNow);

/** 石桥镇 with a clerk who leaves (wang), the successor (li), and the people who may help. */
async function buildTown() {
  const { db } = database;
  const county = await buildCounty(db);
  const stone = await buildOrgan(db, county, '石桥镇');
  const person = (name: string, organId: string, ...posts: Role[]) => buildPerson(db, county, name, organId, ...posts);
  const wang = await person('王强', stone, 'office-clerk');
  const li = await person('李小云', stone);
  const head = await person('陈静', stone, 'office-head');
  const system = await person('孙建国', county.officeId, 'system-administrator');
  const security = await person('周敏', county.officeId, 'security-administrator');
  const caller = (id: string, now?: Date) => callerOf(db, county, id, now);
  const deps = { db, deskSources: [memoDesk] };
  const memo = async (by: string, title: string, text = '') =>
    granted(await addMemo(db, await caller(by), { title, text, due: addDays(today, 7) }));
  const titles = async (id: string) => granted(await listMemos(db, await caller(id), 'open')).map(({ title }) => title);
  const start = async (by: string, postIds: string[] = []) =>
    startHandOver(deps, await caller(by), { fromPersonId: wang, toPersonId: li, reason: '调离', postIds });
  const look = async (by: string, id: string) => granted(await getHandOver(deps, await caller(by), id));
  return { db, deps, county, stone, wang, li, head, system, security, caller, person, memo, titles, start, look };
}

type Town = Awaited<ReturnType<typeof buildTown>>;

const postsOf = async ({ db, caller, system }: Town, id: string) =>
  granted(await getPerson(db, await caller(system), id)).posts.filter(({ withdrawn }) => !withdrawn);

describe('a hand-over', () => {
  test('moves everything to the successor once he confirms, and nothing before', async () => {
    const town = await buildTown();
    const { deps, wang, li, caller, memo, titles, start, look } = town;
    await memo(wang, '核对公开目录', '写到一半');
    await memo(wang, '回复群众来信');
    await memo(li, '自己的事');
    const { id } = granted(await start(wang));
    expect(await titles(li)).toEqual(['自己的事']);
    const { sheet } = await look(li, id);
    const done = granted(await confirmHandOver(deps, await caller(li), id, sheet.items));
    expect(done).toEqual({ items: 2, posts: 0 });
    expect(await titles(wang)).toEqual([]);
    expect((await titles(li)).sort()).toEqual(['回复群众来信', '核对公开目录', '自己的事'].sort());
    expect(refusalOf(await confirmHandOver(deps, await caller(li), id, sheet.items))).toContain('已经办结');
  });

  test('refuses what the successor has not seen, with a list, and takes it after another look', async () => {
    const { db, deps, wang, li, caller, memo, titles, start, look } = await buildTown();
    const first = await memo(wang, '核对公开目录');
    const { id } = granted(await start(wang));
    const { sheet } = await look(li, id);
    await memo(wang, '新来的事');
    granted(await changeMemo(db, await caller(wang), first.id, 1, { text: '又写了一段' }));
    const refused = await confirmHandOver(deps, await caller(li), id, sheet.items);
    expect(refusalOf(refused)).toContain('新增1项（《新来的事》），有改动1项（《核对公开目录》）');
    expect(await titles(wang)).toHaveLength(2);
    const again = await look(li, id);
    expect(again.addedSince).toHaveLength(1);
    granted(await confirmHandOver(deps, await caller(li), id, again.sheet.items));
    expect(await titles(wang)).toEqual([]);
  });

  test('declined by the successor loses nothing', async () => {
    const { db, wang, li, caller, memo, titles, start } = await buildTown();
    await memo(wang, '核对公开目录');
    const { id } = granted(await start(wang));
    expect(refusalOf(await start(wang))).toContain('已有一份移交');
    expect(granted(await cancelHandOver(db, await caller(li), id, '事项不清'))).toEqual({ state: 'declined' });
    expect(await titles(wang)).toEqual(['核对公开目录']);
    expect(await titles(li)).toEqual([]);
    // And can be begun anew.
    granted(await start(wang));
  });

  test('takes posts along for the rest of their term, when a 安全管理员 allows it', async () => {
    const town = await buildTown();
    const { db, deps, wang, li, head, security, caller, start, look } = town;
    const [post] = await postsOf(town, wang);
    const { id } = granted(await start(head, [post?.id ?? '']));
    const seen = (await look(li, id)).sheet.items;
    expect(refusalOf(await confirmHandOver(deps, await caller(li), id, seen))).toContain('安全管理员同意');
    expect((await approvePosts(db, await caller(head), id)).ok).toBe(false);
    expect(
      (await todayOfOrganisation(db)((await caller(security)).authority, testNow)).map((each) => each.id),
    ).toContain('hand-over-posts');
    granted(await approvePosts(db, await caller(security), id));
    expect(granted(await confirmHandOver(deps, await caller(li), id, seen))).toEqual({ items: 0, posts: 1 });
    expect((await caller(wang)).authority.posts).toEqual([]);
    expect((await caller(li)).authority.posts).toMatchObject([{ role: 'office-clerk' }]);
  });

  test('begun by a 安全管理员 for somebody who is gone needs no second word of his, and shows him no content', async () => {
    const town = await buildTown();
    const { deps, wang, li, security, system, caller, memo, start, look } = town;
    await memo(wang, '涉及张某的来信', '来信全文');
    const [post] = await postsOf(town, wang);
    const { id } = granted(await start(security, [post?.id ?? '']));
    expect(JSON.stringify(await look(security, id))).not.toMatch(/张某|来信全文/);
    expect(JSON.stringify(granted(await getDesk(deps, await caller(security), wang)))).not.toMatch(/张某|来信全文/);
    expect((await getHandOver(deps, await caller(system), id)).ok).toBe(false);
    expect((await getDesk(deps, await caller(system), wang)).ok).toBe(false);
    const { sheet } = await look(li, id);
    expect(sheet.items[0]?.text).toBe('来信全文');
    granted(await confirmHandOver(deps, await caller(li), id, sheet.items));
  });

  test('of the last 安全管理员 leaves the county with one', async () => {
    const town = await buildTown();
    const { deps, security, li, caller } = town;
    const [post] = await postsOf(town, security);
    const begun = { fromPersonId: security, toPersonId: li, reason: '退休', postIds: [post?.id ?? ''] };
    const { id } = granted(await startHandOver(deps, await caller(security), begun));
    granted(await confirmHandOver(deps, await caller(li), id, []));
    expect((await caller(li)).authority.posts).toMatchObject([{ role: 'security-administrator' }]);
    expect((await caller(security)).authority.posts).toEqual([]);
  });

  test('whose posts the successor may not have moves nothing at all', async () => {
    const town = await buildTown();
    const { deps, db, wang, li, security, caller, memo, titles, start, look, county } = town;
    await memo(wang, '核对公开目录');
    const [post] = await postsOf(town, wang);
    const { id } = granted(await start(security, [post?.id ?? '']));
    // Meanwhile the successor becomes one of the 三员.
    await db
      .insertInto('organisationPost')
      .values({
        countyId: county.countyId,
        id: post?.id.replace(/^.{8}/, '00000000') ?? '',
        personId: li,
        organId: county.officeId,
        role: 'audit-administrator',
        fromDay: today,
        createdAt: testNow,
      })
      .execute();
    const { sheet } = await look(li, id);
    const refused = await confirmHandOver(deps, await caller(li), id, sheet.items);
    expect(!refused.ok && refused.problem.code).toBe('separation-of-duties');
    expect(await titles(wang)).toEqual(['核对公开目录']);
    expect((await caller(wang)).authority.posts).toHaveLength(1);
  });

  test('is seen in the lists of those it concerns only', async () => {
    const { db, wang, li, head, security, system, county, caller, person, start } = await buildTown();
    const { id } = granted(await start(wang));
    const stranger = await person('赵四海', await buildOrgan(db, county, '柳河乡'), 'office-head');
    const seenBy = async (by: string) =>
      granted(await listHandOvers(db, await caller(by), 'open', { page: 1, pageSize: 20 })).items.map(
        (each) => each.id,
      );
    for (const by of [wang, li, head, security]) expect(await seenBy(by), by).toEqual([id]);
    for (const by of [system, stranger]) expect(await seenBy(by), by).toEqual([]);
  });

  test('is printed as a Word file with its items, texts and lines to sign on, later as it was confirmed', async () => {
    const { deps, wang, li, caller, memo, start, look } = await buildTown();
    await memo(wang, '核对公开目录', '第一段\n第二段');
    const { id } = granted(await start(wang));
    const { sheet } = await look(li, id);
    granted(await confirmHandOver(deps, await caller(li), id, sheet.items));
    const confirmed = (await look(wang, id)).sheet;
    expect(confirmed.items.map(({ title }) => title)).toEqual(['核对公开目录']);
    const file = await writeSheet(confirmed);
    expect(file.fileName).toBe('工作移交单-王强-2026-03-02.docx');
    const read = await readDocument({ name: file.fileName, bytes: file.content });
    const text = JSON.stringify(read);
    for (const words of ['工作移交单', '核对公开目录', '第二段', '接收人（签字）', '监交人（签字）', '已移交']) {
      expect(text).toContain(words);
    }
  });
});

describe('closing an account', () => {
  test('is refused while anything is left, says what, and is possible after the hand-over', async () => {
    const { deps, db, wang, li, system, caller, memo, start, look } = await buildTown();
    await memo(wang, '涉及张某的来信');
    const refused = refusalOf(await closePerson(deps, await caller(system), wang));
    expect(refused).toContain('还有1项工作未办结（备忘1项）');
    expect(refused).not.toContain('张某');
    const { id } = granted(await start(wang));
    const { sheet } = await look(li, id);
    granted(await confirmHandOver(deps, await caller(li), id, sheet.items));
    granted(await closePerson(deps, await caller(system), wang));
    const detail = granted(await getPerson(db, await caller(system), wang));
    expect(detail.person.closedOn).toBe(today);
    expect(detail.account?.closed).toBe(true);
    expect(refusalOf(await closePerson(deps, await caller(system), wang))).toContain('已于');
    expect(refusalOf(await addMemo(db, await caller(wang), { title: '还有一件', text: '' }))).toContain('已经注销');
  });

  test('is refused while a hand-over waits, of either side', async () => {
    const { deps, db, wang, li, system, caller, start } = await buildTown();
    const { id } = granted(await start(wang));
    for (const leaver of [wang, li]) {
      expect(refusalOf(await closePerson(deps, await caller(system), leaver))).toContain('移交没有办结');
    }
    granted(await cancelHandOver(db, await caller(wang), id, '不走了'));
    granted(await closePerson(deps, await caller(system), li));
  });

  test('ends posts, delegations of both directions and rights at once', async () => {
    const town = await buildTown();
    const { deps, db, wang, li, head, system, caller } = town;
    const lend = async (from: string, to: string) => {
      const [post] = await postsOf(town, from);
      const term = { from: today, to: addDays(today, 9) };
      granted(await delegate(db, await caller(from), { postId: post?.id ?? '', toPersonId: to, term, reason: '休假' }));
    };
    await lend(wang, li);
    await lend(head, wang);
    expect((await caller(wang)).authority.posts).toHaveLength(2);
    granted(await closePerson(deps, await caller(system), wang));
    for (const id of [wang, li]) expect((await caller(id)).authority.posts).toEqual([]);
    expect(granted(await getPerson(db, await caller(head), head)).delegations).toEqual([]);
  });

  test('is for the 系统管理员, not his own, and never of the last of the 三员', async () => {
    const { deps, li, system, security, caller } = await buildTown();
    expect((await closePerson(deps, await caller(security), li)).ok).toBe(false);
    expect(refusalOf(await closePerson(deps, await caller(system), system))).toContain('自己的账号');
    expect(refusalOf(await closePerson(deps, await caller(system), security))).toContain('最后一名安全管理员');
  });

  test('and something put on the desk at the same moment: never both', async () => {
    const { deps, db, county, stone, system, caller } = await buildTown();
    for (let round = 0; round < 12; round += 1) {
      const leaver = await buildPerson(db, county, '钱某', stone);
      const [by, own] = [await caller(system), await caller(leaver)];
      const attempts = [
        () => closePerson(deps, by, leaver),
        () => addMemo(db, own, { title: '同时到的事', text: '' }),
      ] as const;
      // Whoever begins first, the other comes while it is under way.
      const [first, second] = round % 2 === 0 ? attempts : [attempts[1], attempts[0]];
      const done = [first(), second()];
      const results = await Promise.all<{ ok: boolean }>(done);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const closing = results[round % 2];
      expect(granted(await getPerson(db, by, leaver)).person.closedOn !== undefined).toBe(closing?.ok);
    }
  });

  test('and a hand-over to who is being closed at the same moment: never both', async () => {
    const { deps, wang, li, system, caller, memo, titles } = await buildTown();
    await memo(wang, '核对公开目录');
    const [by, own] = [await caller(system), await caller(wang)];
    const begun = { fromPersonId: wang, toPersonId: li, reason: '调离', postIds: [] };
    const [closed, started] = await Promise.all([closePerson(deps, by, li), startHandOver(deps, own, begun)]);
    expect([closed.ok, started.ok].filter(Boolean)).toHaveLength(1);
    expect(await titles(wang)).toEqual(['核对公开目录']);
  });
});

describe('memos', () => {
  test('are their owner’s alone', async () => {
    const { db, wang, li, head, caller, memo } = await buildTown();
    const { id } = await memo(wang, '核对公开目录');
    for (const other of [li, head]) expect((await getMemo(db, await caller(other), id)).ok).toBe(false);
    expect((await changeMemo(db, await caller(li), id, 1, { title: '改' })).ok).toBe(false);
  });

  test('saved from two windows are not overwritten', async () => {
    const { db, wang, caller, memo } = await buildTown();
    const { id } = await memo(wang, '核对公开目录');
    const by = await caller(wang);
    expect(granted(await changeMemo(db, by, id, 1, { text: '第一段' })).version).toBe(2);
    expect(refusalOf(await changeMemo(db, by, id, 1, { text: '另一个窗口' }))).toContain('别的窗口');
    expect(granted(await getMemo(db, by, id))).toMatchObject({ text: '第一段', version: 2, title: '核对公开目录' });
    granted(await changeMemo(db, by, id, 2, { due: null, done: true }));
    expect(granted(await listMemos(db, by, 'open'))).toEqual([]);
    expect(granted(await listMemos(db, by, 'all'))[0]).toMatchObject({ done: true });
    expect(granted(await listMemos(db, by, 'all'))[0]?.due).toBeUndefined();
  });

  test('leave what they say out of the audit', async () => {
    const { db, county, wang, caller, memo } = await buildTown();
    const { id } = await memo(wang, '核对公开目录', '涉及张某');
    granted(await changeMemo(db, await caller(wang), id, 1, { text: '涉及李某' }));
    const rows = await db.selectFrom('auditEntry').selectAll().where('countyId', '=', county.countyId).execute();
    expect(JSON.stringify(rows)).not.toMatch(/张某|李某/);
    expect(rows.filter(({ action }) => action === 'memo.save')).toHaveLength(1);
  });
});

describe('今天要办', () => {
  const idsFor = async ({ db, caller }: Town, id: string, now = testNow) =>
    (await todayOfOrganisation(db)((await caller(id, now)).authority, now)).map((item) => item.id.split(':')[0]);

  test('has memos with their days, hand-overs to confirm, delegations that end', async () => {
    const town = await buildTown();
    const { db, wang, li, caller, memo, start } = town;
    await memo(wang, '核对公开目录');
    const [item] = await todayOfOrganisation(db)((await caller(wang)).authority, testNow);
    expect(item).toMatchObject({ title: '核对公开目录', due: '2026-03-09', level: 'soon' });
    granted(await start(wang));
    expect(await idsFor(town, li)).toEqual(['hand-over']);
    const [post] = await postsOf(town, wang);
    const term = { from: today, to: addDays(today, 9) };
    granted(await delegate(db, await caller(wang), { postId: post?.id ?? '', toPersonId: li, term, reason: '休假' }));
    expect(await idsFor(town, li)).toEqual(['hand-over']);
    const later = new Date(testNow.getTime() + 2 * 86_400_000);
    expect((await idsFor(town, li, later)).sort()).toEqual(['delegation', 'hand-over']);
    expect((await idsFor(town, wang, later)).sort()).toEqual(['delegation', 'memo']);
  });

  test('tells the 安全管理员 how many accounts have no post', async () => {
    const town = await buildTown();
    const { db, security, system, caller } = town;
    const items = await todayOfOrganisation(db)((await caller(security)).authority, testNow);
    expect(items.map(({ title }) => title)).toEqual(['有1个账号没有岗位']);
    expect(await idsFor(town, system)).not.toContain('people-without-post');
    const found = await listPeople(db, await caller(security), { role: 'none' }, { page: 1, pageSize: 10 });
    expect(granted(found).items.map(({ name }) => name)).toEqual(['李小云']);
  });
});
