import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, testNow } from '../../../tests/support/county.ts';
import { buildPerson, callerOf, cheapHash } from '../../../tests/support/people.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import type { Role } from '../domain/role.ts';
import { delegate, revoke } from './delegations.ts';
import { addPerson, getPerson } from './people.ts';
import { appoint, withdraw } from './posts.ts';

const database = useDatabase();
const today = dayInChina(testNow);
const always = { from: today };

async function buildTown() {
  const { db } = database;
  const county = await buildCounty(db);
  const stone = await buildOrgan(db, county, '石桥镇');
  const person = (name: string, organId: string, ...posts: Role[]) => buildPerson(db, county, name, organId, ...posts);
  const security = await person('周敏', county.officeId, 'security-administrator');
  const zhang = await person('张伟', stone);
  const caller = (id: string, now?: Date) => callerOf(db, county, id, now);
  return { db, county, stone, security, zhang, caller, person };
}

type Town = Awaited<ReturnType<typeof buildTown>>;

async function postOf({ db, caller, security }: Town, personId: string): Promise<string> {
  const { posts } = granted(await getPerson(db, await caller(security), personId));
  const [post] = posts.filter(({ withdrawn }) => !withdrawn);
  if (!post) throw new Error('no post');
  return post.id;
}

const rolesHeld = async ({ caller }: Town, personId: string, now?: Date) =>
  (await caller(personId, now)).authority.posts.map(({ role }) => role);

describe('a post', () => {
  test('gives its rights from its first day to its last, and none once it is taken away', async () => {
    const town = await buildTown();
    const { db, caller, security, zhang, stone } = town;
    const term = { from: addDays(today, 1), to: addDays(today, 30) };
    const { id } = granted(
      await appoint(db, await caller(security), zhang, { role: 'office-clerk', organId: stone, term }),
    );
    const on = (days: number) => rolesHeld(town, zhang, new Date(testNow.getTime() + days * 86_400_000));
    expect([await on(0), await on(1), await on(30), await on(31)]).toEqual([
      [],
      ['office-clerk'],
      ['office-clerk'],
      [],
    ]);
    granted(await withdraw(db, await caller(security), zhang, id));
    expect(await on(1)).toEqual([]);
    expect(refusalOf(await withdraw(db, await caller(security), zhang, id))).toContain('已经结束');
    // What was stays known.
    expect(granted(await getPerson(db, await caller(security), zhang)).posts).toHaveLength(1);
  });

  test('is neither given to oneself nor by anybody else, nor to somebody of another county', async () => {
    const { db, caller, security, zhang, stone, person } = await buildTown();
    const given = { role: 'office-clerk' as const, organId: stone, term: always };
    expect(refusalOf(await appoint(db, await caller(security), security, given))).toContain('不得给自己');
    const head = await person('陈静', stone, 'office-head');
    expect(refusalOf(await appoint(db, await caller(head), zhang, given))).toContain('安全管理员');
    const other = await buildCounty(db, '青岭县');
    const stranger = await buildPerson(db, other, '张伟', other.officeId);
    expect((await appoint(db, await caller(security), stranger, given)).ok).toBe(false);
    expect((await appoint(db, await caller(security), zhang, { ...given, organId: other.officeId })).ok).toBe(false);
  });

  test('of another person is not taken away under this one', async () => {
    const town = await buildTown();
    const { db, caller, security, zhang, stone, person } = town;
    const other = await person('李小云', stone, 'office-clerk');
    expect((await withdraw(db, await caller(security), zhang, await postOf(town, other))).ok).toBe(false);
    expect(await rolesHeld(town, other)).toEqual(['office-clerk']);
  });
});

describe('三员分立 against the database', () => {
  test('of two appointments at the same moment only one goes through', async () => {
    const town = await buildTown();
    const { db, county, caller, security, zhang } = town;
    const second = await buildPerson(db, county, '周二敏', county.officeId, 'security-administrator');
    const attempt = async (by: string, role: Role) =>
      appoint(db, await caller(by), zhang, { role, organId: county.officeId, term: always });
    const both = await Promise.all([attempt(security, 'system-administrator'), attempt(second, 'audit-administrator')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.map(refusalOf).join()).toContain('三员分立');
    expect(await rolesHeld(town, zhang)).toHaveLength(1);
  });

  test('two 安全管理员 who take each other away at the same moment do not leave the county without one', async () => {
    const town = await buildTown();
    const { db, county, caller, security } = town;
    const second = await buildPerson(db, county, '周二敏', county.officeId, 'security-administrator');
    const [one, other] = [await postOf(town, security), await postOf(town, second)];
    const [bySecurity, bySecond] = [await caller(security), await caller(second)];
    const both = await Promise.all([withdraw(db, bySecurity, second, other), withdraw(db, bySecond, security, one)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.map(refusalOf).join()).toContain('最后一名安全管理员');
  });

  test('the last of them stays, also against himself, and somebody with an end to the term is no successor', async () => {
    const town = await buildTown();
    const { db, county, caller, security, zhang } = town;
    const own = await postOf(town, security);
    expect(refusalOf(await withdraw(db, await caller(security), security, own))).toContain('最后一名');
    const given = { role: 'security-administrator' as const, organId: county.officeId };
    granted(
      await appoint(db, await caller(security), zhang, { ...given, term: { from: today, to: addDays(today, 9) } }),
    );
    expect(refusalOf(await withdraw(db, await caller(security), security, own))).toContain('最后一名');
  });
});

describe('a delegation', () => {
  const lending = (postId: string, toPersonId: string) => ({
    postId,
    toPersonId,
    term: { from: today, to: addDays(today, 9) },
    reason: '年休假',
  });

  test('gives the deputy the post for the term, until it is taken back', async () => {
    const town = await buildTown();
    const { db, caller, stone, zhang, person } = town;
    const head = await person('陈静', stone, 'office-head');
    const lent = granted(await delegate(db, await caller(head), lending(await postOf(town, head), zhang)));
    const { authority } = await caller(zhang);
    expect(authority.posts).toMatchObject([
      { role: 'office-head', place: { organId: stone }, source: { kind: 'delegated', personId: head, name: '陈静' } },
    ]);
    expect(await rolesHeld(town, zhang, new Date(testNow.getTime() + 10 * 86_400_000))).toEqual([]);
    expect(granted(await getPerson(db, await caller(zhang), zhang)).delegations).toMatchObject([
      { fromName: '陈静', toName: '张伟', role: 'office-head', organ: '石桥镇' },
    ]);
    granted(await revoke(db, await caller(head), lent.id));
    expect(await rolesHeld(town, zhang)).toEqual([]);
    expect(await rolesHeld(town, head)).toEqual(['office-head']);
  });

  test('ends with the post', async () => {
    const town = await buildTown();
    const { db, caller, security, stone, zhang, person } = town;
    const head = await person('陈静', stone, 'office-head');
    const post = await postOf(town, head);
    granted(await delegate(db, await caller(head), lending(post, zhang)));
    granted(await withdraw(db, await caller(security), head, post));
    expect(await rolesHeld(town, zhang)).toEqual([]);
    expect(granted(await getPerson(db, await caller(zhang), zhang)).delegations).toEqual([]);
  });

  test('of one of the 三员 keeps them apart', async () => {
    const town = await buildTown();
    const { db, county, caller, person } = town;
    const system = await person('孙建国', county.officeId, 'system-administrator');
    const audit = await person('吴明', county.officeId, 'audit-administrator');
    const clerk = await person('郑丽', county.officeId, 'office-clerk');
    const post = await postOf(town, system);
    for (const deputy of [audit, clerk]) {
      const refused = await delegate(db, await caller(system), lending(post, deputy));
      expect(!refused.ok && refused.problem.code).toBe('separation-of-duties');
    }
    const colleague = await person('何平', county.officeId);
    granted(await delegate(db, await caller(system), lending(post, colleague)));
    // And the other way round: who fills in for one of them becomes no other.
    const security = await caller(town.security);
    const refused = await appoint(db, security, colleague, {
      role: 'audit-administrator',
      organId: county.officeId,
      term: always,
    });
    expect(!refused.ok && refused.problem.code).toBe('separation-of-duties');
  });

  test('what is done by it stands in the audit with the person on whose behalf it is done', async () => {
    const town = await buildTown();
    const { db, county, caller, stone, person } = town;
    const system = await person('孙建国', county.officeId, 'system-administrator');
    const colleague = await person('何平', county.officeId);
    granted(await delegate(db, await caller(system), lending(await postOf(town, system), colleague)));
    granted(
      await addPerson(
        db,
        await caller(colleague),
        { name: '新人', organId: stone, loginName: 'newcomer', activeFrom: today },
        cheapHash,
      ),
    );
    const entries = await db
      .selectFrom('auditEntry')
      .select(['personName', 'behalfName'])
      .where('countyId', '=', county.countyId)
      .where('action', '=', 'person.enter')
      .where('personName', '=', '何平')
      .execute();
    expect(entries).toEqual([{ personName: '何平', behalfName: '孙建国' }]);
  });
});
