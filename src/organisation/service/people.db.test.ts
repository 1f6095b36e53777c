import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, type TestCounty, testNow } from '../../../tests/support/county.ts';
import { buildPerson, callerOf, cheapHash } from '../../../tests/support/people.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { dayInChina, getPlainDate } from '../../kernel/plain-date.ts';
import { standardSecuritySettings } from '../../platform/auth/security-settings.ts';
import { beginSession } from '../../platform/auth/session.ts';
import type { Authority, HeldPost } from '../domain/authority.ts';
import type { OrganPlace } from '../domain/organ.ts';
import { covers, scopeOf } from '../domain/policy.ts';
import { type Role, roleKeys } from '../domain/role.ts';
import { endSessions, removeSecondFactor, resetPassword, unlock } from './accounts.ts';
import { loadPersonAtWork } from './authority.ts';
import { addPerson, changePerson, describePersonAtWork, getPerson, listPeople } from './people.ts';

const database = useDatabase();
const whole = { page: 1, pageSize: 200 };
const today = dayInChina(testNow);

/** 云溪县 with 石桥镇 and a clerk there, and the 三员. */
async function buildTown() {
  const { db } = database;
  const county = await buildCounty(db);
  const stone = await buildOrgan(db, county, '石桥镇');
  const person = (name: string, organId: string, ...posts: Role[]) => buildPerson(db, county, name, organId, ...posts);
  const clerk = await person('李小云', stone, 'office-clerk');
  const system = await person('孙建国', county.officeId, 'system-administrator');
  const security = await person('周敏', county.officeId, 'security-administrator');
  const caller = (id: string, now?: Date) => callerOf(db, county, id, now);
  return { county, stone, clerk, system, security, caller, person };
}

/** What the audit of a county has, as text. */
async function auditOf({ countyId }: TestCounty): Promise<string> {
  const rows = await database.db.selectFrom('auditEntry').selectAll().where('countyId', '=', countyId).execute();
  return JSON.stringify(rows);
}

describe('entering somebody', () => {
  const entered = {
    name: '张伟',
    loginName: 'zhangwei.test',
    mobilePhone: '13800001234',
    email: 'zhangwei@example.gov.cn',
    activeFrom: today,
  };

  test('opens an account with a first password, and gives no rights', async () => {
    const { stone, system, caller, county } = await buildTown();
    const done = granted(await addPerson(database.db, await caller(system), { ...entered, organId: stone }, cheapHash));
    expect(done.firstPassword.length).toBeGreaterThanOrEqual(12);
    const detail = granted(await getPerson(database.db, await caller(system), done.id));
    expect(detail.account).toEqual({
      loginName: 'zhangwei.test',
      lastSignedInAt: null,
      closed: false,
      locked: false,
      hasSecondFactor: false,
    });
    expect(detail.person.organ).toBe('石桥镇');
    expect((await caller(done.id)).authority.posts).toEqual([]);
    const audit = await auditOf(county);
    expect(audit).toContain('张伟（石桥镇）');
    expect(audit).not.toContain('13800001234');
    expect(audit).not.toContain('zhangwei@example.gov.cn');
    expect(audit).not.toContain(done.firstPassword);
  });

  test('is for the 系统管理员 alone', async () => {
    const { stone, clerk, security, caller } = await buildTown();
    for (const id of [clerk, security]) {
      const refused = await addPerson(database.db, await caller(id), { ...entered, organId: stone }, cheapHash);
      expect(refusalOf(refused)).toContain('此事由系统管理员办理');
    }
  });

  test('under a login name that is taken is refused at the field, and leaves nobody behind', async () => {
    const { stone, system, caller } = await buildTown();
    const taken = { ...entered, loginName: 'taken.name', organId: stone };
    granted(await addPerson(database.db, await caller(system), taken, cheapHash));
    const again = await addPerson(database.db, await caller(system), { ...taken, name: '张伟二' }, cheapHash);
    expect(!again.ok && again.problem.fields?.[0]?.field).toBe('loginName');
    const found = granted(await listPeople(database.db, await caller(system), { search: '张伟二' }, whole));
    expect(found.total).toBe(0);
  });

  test('at an organ of another county is refused at the field', async () => {
    const { system, caller } = await buildTown();
    const other = await buildCounty(database.db, '青岭县');
    const refused = await addPerson(
      database.db,
      await caller(system),
      { ...entered, loginName: 'elsewhere', organId: other.officeId },
      cheapHash,
    );
    expect(!refused.ok && refused.problem.fields?.[0]?.field).toBe('organId');
  });
});

describe('the list of people', () => {
  test('tells people of the same name apart by organ and posts, in a fixed order', async () => {
    const { county, stone, system, caller, person } = await buildTown();
    const willow = await buildOrgan(database.db, county, '柳河乡');
    await person('张伟', willow, 'information-officer');
    await person('张伟', stone, 'office-head');
    await person('张伟', stone);
    const { items } = granted(await listPeople(database.db, await caller(system), { search: '张伟' }, whole));
    const shown = items.map(({ name, organ, posts }) => [name, organ, ...posts.map(({ role }) => role)]);
    expect(shown.map(([, organ]) => organ).sort()).toEqual(['柳河乡', '石桥镇', '石桥镇']);
    expect(shown).toContainEqual(['张伟', '石桥镇', 'office-head']);
    expect(shown).toContainEqual(['张伟', '石桥镇']);
  });

  test('is searched by name to the letter, organ, role and state', async () => {
    const { county, stone, clerk, system, security, caller, person } = await buildTown();
    const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: stone });
    const villager = await person('赵四海', village, 'village-officer');
    const idle = await person('钱无岗', stone);
    const by = await caller(system);
    const ids = async (filter: Parameters<typeof listPeople>[2]) =>
      granted(await listPeople(database.db, by, filter, whole))
        .items.map(({ id }) => id)
        .sort();
    expect(await ids({ search: '四' })).toEqual([villager]);
    expect(await ids({ search: '%' })).toEqual([]);
    expect(await ids({ search: '_' })).toEqual([]);
    expect(await ids({ organId: stone })).toEqual([clerk, villager, idle].sort());
    expect(await ids({ organId: village })).toEqual([villager]);
    expect(await ids({ role: 'office-clerk' })).toEqual([clerk]);
    expect(await ids({ role: 'none' })).toEqual([idle]);
    expect(await ids({ state: 'closed' })).toEqual([]);
    expect(await ids({ state: 'active' })).toEqual([clerk, system, security, villager, idle].sort());
  });

  test('comes in pages that together have everybody once', async () => {
    const { county, stone, system, caller } = await buildTown();
    for (let number = 0; number < 7; number += 1) await buildPerson(database.db, county, '王芳', stone);
    const by = await caller(system);
    const pages = await Promise.all(
      [1, 2, 3].map((page) => listPeople(database.db, by, { search: '王芳' }, { page, pageSize: 3 })),
    );
    const items = pages.flatMap((page) => granted(page).items.map(({ id }) => id));
    expect(items).toHaveLength(7);
    expect(new Set(items).size).toBe(7);
    expect(pages.map((page) => granted(page).total)).toEqual([7, 7, 7]);
  });

  test('property: never has anybody outside the reach of who asks, and everybody within', async () => {
    const { db } = database;
    const counties = [await buildCounty(db), await buildCounty(db, '青岭县')];
    const everybody: { id: string; countyId: string; place: OrganPlace }[] = [];
    for (const county of counties) {
      const root = [county.governmentId];
      const places: OrganPlace[] = [
        { organId: county.governmentId, path: root },
        { organId: county.officeId, path: [...root, county.officeId] },
      ];
      // 石桥镇 twice in each county, and a village of the same name below each.
      for (const [name, fullName] of [
        ['石桥镇', '石桥镇人民政府'],
        ['石桥镇', '石桥镇（东）人民政府'],
        ['柳河乡', '柳河乡人民政府'],
      ] as const) {
        const town = await buildOrgan(db, county, name, { fullName });
        const village = await buildOrgan(db, county, '东桥村', { kind: 'village', parentId: town });
        places.push({ organId: town, path: [...root, town] }, { organId: village, path: [...root, town, village] });
      }
      for (const place of places) {
        const id = await buildPerson(db, county, '张伟', place.organId);
        everybody.push({ id, countyId: county.countyId, place });
      }
    }
    const [first] = counties;
    if (!first) throw new Error('a county was built');
    const { countyId } = first;
    const post = fc.record({
      role: fc.constantFrom(...roleKeys),
      place: fc.constantFrom(...everybody.filter((each) => each.countyId === countyId).map(({ place }) => place)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(post, { maxLength: 3 }), async (posts) => {
        const held = posts.map((each): HeldPost => ({ ...each, source: { kind: 'own' } }));
        const authority: Authority = { countyId, personId: 'somebody', posts: held };
        const by = { actor: { countyId, name: '', from: '' }, authority, now: testNow };
        const scope = scopeOf(authority, 'read-people');
        const { items, total } = granted(await listPeople(db, by, {}, whole));
        const expected = everybody.filter((each) => covers(scope, each)).map(({ id }) => id);
        expect(items.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(total).toBe(expected.length);
        for (const { id } of everybody) {
          expect((await getPerson(db, by, id)).ok).toBe(expected.includes(id));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('changing what is known of somebody', () => {
  test('is for the 系统管理员; the person himself corrects how to be reached', async () => {
    const { clerk, system, security, caller } = await buildTown();
    granted(await changePerson(database.db, await caller(system), clerk, 1, { jobTitle: '党政办干事' }));
    granted(await changePerson(database.db, await caller(clerk), clerk, 2, { mobilePhone: '13900005678' }));
    expect(refusalOf(await changePerson(database.db, await caller(clerk), clerk, 3, { name: '李大云' }))).toContain(
      '请联系系统管理员',
    );
    expect(
      refusalOf(await changePerson(database.db, await caller(security), clerk, 3, { mobilePhone: '13900005678' })),
    ).toContain('系统管理员');
    const { person } = granted(await getPerson(database.db, await caller(clerk), clerk));
    expect([person.name, person.jobTitle, person.mobilePhone, person.version]).toEqual([
      '李小云',
      '党政办干事',
      '13900005678',
      3,
    ]);
    granted(await changePerson(database.db, await caller(clerk), clerk, 3, { mobilePhone: null }));
    expect(granted(await getPerson(database.db, await caller(clerk), clerk)).person.mobilePhone).toBeUndefined();
  });

  test('of two at once only one is kept, the other is told', async () => {
    const { clerk, system, caller } = await buildTown();
    const by = await caller(system);
    const both = await Promise.all(
      ['党政办主任', '党政办副主任'].map((jobTitle) => changePerson(database.db, by, clerk, 1, { jobTitle })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? granted(both[0] as never))).toContain('刚刚被他人修改');
  });

  test('to another organ is refused while there are posts at the old one', async () => {
    const { county, clerk, system, caller, person, stone } = await buildTown();
    const willow = await buildOrgan(database.db, county, '柳河乡');
    const by = await caller(system);
    expect(refusalOf(await changePerson(database.db, by, clerk, 1, { organId: willow }))).toContain('还有1个岗位');
    const idle = await person('钱无岗', stone);
    granted(await changePerson(database.db, by, idle, 1, { organId: willow }));
    expect(granted(await getPerson(database.db, by, idle)).person.organ).toBe('柳河乡');
  });

  test('is never possible from another county', async () => {
    const { clerk } = await buildTown();
    const other = await buildCounty(database.db, '青岭县');
    const stranger = await buildPerson(database.db, other, '孙建国', other.officeId, 'system-administrator');
    const by = await callerOf(database.db, other, stranger);
    for (const refused of [
      await getPerson(database.db, by, clerk),
      await changePerson(database.db, by, clerk, 1, { name: '张三' }),
      await resetPassword(database.db, by, clerk, cheapHash),
    ]) {
      expect(!refused.ok && refused.problem.code).toBe('not-found');
    }
  });
});

describe('a new first password', () => {
  test('is given by the 系统管理员, to anybody but himself', async () => {
    const { clerk, system, security, caller } = await buildTown();
    expect(granted(await resetPassword(database.db, await caller(system), clerk, cheapHash)).firstPassword).toMatch(
      /^.{4}-.{4}-.{4}$/,
    );
    expect(refusalOf(await resetPassword(database.db, await caller(system), system, cheapHash))).toContain('我的账号');
    expect((await resetPassword(database.db, await caller(security), clerk, cheapHash)).ok).toBe(false);
  });
});

describe('a computer left behind', () => {
  test('no longer signs anybody in once the 系统管理员 has ended all sessions of its owner, and nobody else’s', async () => {
    const { clerk, system, security, caller } = await buildTown();
    const { countyId } = (await caller(system)).authority;
    const how = { signedInBy: 'password', secondFactorAt: null, address: '10.0.0.1', browser: '' };
    for (const personId of [clerk, clerk, system])
      await database.db
        .transaction()
        .execute((trx) => beginSession(trx, { countyId, personId }, how, standardSecuritySettings, testNow));
    const count = async (personId: string) =>
      (await database.db.selectFrom('authSession').select('id').where('personId', '=', personId).execute()).length;
    expect((await endSessions(database.db, await caller(security), clerk)).ok).toBe(false);
    expect(await count(clerk)).toBe(2);
    granted(await endSessions(database.db, await caller(system), clerk));
    expect([await count(clerk), await count(system)]).toEqual([0, 1]);
  });
});

describe('who is locked out', () => {
  test('for wrong passwords is let in again by the 系统管理员', async () => {
    const { clerk, system, security, caller } = await buildTown();
    const lockedUntil = new Date(testNow.getTime() + 3_600_000);
    await database.db.updateTable('authAccount').set({ lockedUntil }).where('personId', '=', clerk).execute();
    const isLocked = async () => granted(await getPerson(database.db, await caller(system), clerk)).account?.locked;
    expect(await isLocked()).toBe(true);
    expect((await unlock(database.db, await caller(security), clerk)).ok).toBe(false);
    granted(await unlock(database.db, await caller(system), clerk));
    expect(await isLocked()).toBe(false);
  });

  test('for a lost second factor is helped by the 安全管理员, who does not give passwords', async () => {
    const { clerk, system, security, caller } = await buildTown();
    const enrol = (id: string) =>
      database.db.updateTable('authAccount').set({ totpSecret: 'sealed' }).where('personId', '=', id).execute();
    await Promise.all([clerk, security].map(enrol));
    const hasOne = async () =>
      granted(await getPerson(database.db, await caller(system), clerk)).account?.hasSecondFactor;
    expect(await hasOne()).toBe(true);
    expect((await removeSecondFactor(database.db, await caller(system), clerk)).ok).toBe(false);
    granted(await removeSecondFactor(database.db, await caller(security), clerk));
    expect(await hasOne()).toBe(false);
    expect(refusalOf(await removeSecondFactor(database.db, await caller(security), clerk))).toContain('没有启用');
    expect(refusalOf(await removeSecondFactor(database.db, await caller(security), security))).toContain('自己的');
  });
});

describe('who signs in is known', () => {
  test('with name, roles and rights; one of the 三员 as such', async () => {
    const { county, clerk, system } = await buildTown();
    const key = (personId: string) => ({ countyId: county.countyId, personId });
    expect(await loadPersonAtWork(database.db, key(clerk), testNow)).toMatchObject({
      name: '李小云',
      isAdministrator: false,
      roles: ['office-clerk'],
    });
    expect((await loadPersonAtWork(database.db, key(system), testNow))?.isAdministrator).toBe(true);
    expect(await loadPersonAtWork(database.db, { ...key(clerk), countyId: key(system).personId }, testNow)).toBe(
      undefined,
    );
    // The day before the first day.
    expect(await loadPersonAtWork(database.db, key(clerk), new Date('2026-03-01T01:00:00Z'))).toBeUndefined();
    expect(await describePersonAtWork(database.db, key(clerk), testNow)).toMatchObject({
      organ: { name: '石桥镇' },
      posts: [{ roleName: '公开办经办人', organ: { name: '石桥镇' } }],
    });
  });

  test('and has only the posts of the day', async () => {
    const { clerk, county } = await buildTown();
    const now = new Date('2027-01-01T01:00:00Z');
    expect((await callerOf(database.db, county, clerk, now)).authority.posts).toHaveLength(1);
    await database.db
      .updateTable('organisationPost')
      .set({ toDay: getPlainDate('2026-12-31') })
      .where('personId', '=', clerk)
      .execute();
    expect((await callerOf(database.db, county, clerk, now)).authority.posts).toEqual([]);
    expect((await callerOf(database.db, county, clerk)).authority.posts).toHaveLength(1);
  });
});
