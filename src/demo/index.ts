import { sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import { addDays, dayInChina } from '../kernel/plain-date.ts';
import { conflict, type Result, success } from '../kernel/result.ts';
import { addOrgan, enterWithPosts, holdSetUp, putMemo, setUpCounty } from '../organisation/index.ts';
import { type RecordChange, write } from '../platform/audit/index.ts';
import { currentTotpCode, enrolSecondFactor, hashPassword } from '../platform/auth/index.ts';
import type { KeyRing } from '../platform/crypto/index.ts';
import { type Db, newId, type Trx } from '../platform/db/index.ts';
import { type DemoPlan, governmentKey, officeKey, type PlannedPerson, planDemo, postWords } from './plan.ts';

export { loadDemoRecords } from './load-items.ts';

/** An account of the demonstration as the page for signing in shows it. */
export interface DemoAccount {
  loginName: string;
  password: string;
  /** What the second factor of an administrator is right now. */
  code?: string;
  name: string;
  post: string;
  organ: string;
}

/** For how long the people of the demonstration have had their posts: longer than the oldest of their records. */
const daysInOffice = 4 * 365;

/** Whether a database has nothing in it that anybody entered. */
export async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    SELECT NOT EXISTS (SELECT FROM organisation_county) AND NOT EXISTS (SELECT FROM auth_account)
      AND NOT EXISTS (SELECT FROM audit_entry) AS empty`.execute(db);
  return rows[0]?.empty === true;
}

/**
 * Loads the fictional county, all of it or nothing. Refused where the database holds anything else,
 * also when that came in the moment before.
 */
export async function loadDemo(db: Db, ring: KeyRing, now: Date): Promise<Result<true>> {
  if (!(await isEmpty(db))) return notEmpty();
  const plan = planDemo();
  const hash = await hashPassword(plan.password);
  if (!hash.ok) return hash;
  const countyId = newId();
  const first = { password: plan.password, hash: hash.value };
  return write(db, systemActor('装入演示数据', countyId), now, async (trx, record): Promise<Result<true>> => {
    await holdSetUp(trx);
    if (!(await isEmpty(trx))) return notEmpty();
    const organs = await enterOrgans(trx, record, countyId, plan, now);
    if (!organs.ok) return organs;
    for (const person of plan.people) {
      const organ = organs.value.get(person.organ);
      if (!organ) throw new Error(`the plan of the demonstration has no organ ${person.organ}`);
      const { id: organId, name } = organ;
      const day = dayInChina(now);
      const since = addDays(day, -daysInOffice);
      const entered = await enterWithPosts(
        trx,
        record,
        {
          countyId,
          organ: name,
          person: {
            name: person.name,
            loginName: person.loginName,
            jobTitle: person.jobTitle,
            organId,
            activeFrom: since,
          },
          posts: person.roles.map((role) => ({ role, organId, term: { from: since } })),
          first,
          mustChangePassword: false,
        },
        now,
      );
      if (!entered.ok) return entered;
      if (isAdministrator(person)) {
        await enrolSecondFactor(trx, ring, { countyId, personId: entered.value.id }, plan.secondFactorSecret);
      }
      for (const { loginName, title, text, dueIn } of plan.memos) {
        if (loginName !== person.loginName) continue;
        const due = dueIn === undefined ? {} : { due: addDays(day, dueIn) };
        const put = await putMemo(trx, record, { countyId, personId: entered.value.id }, { title, text, ...due }, now);
        if (!put.ok) return put;
      }
    }
    return success(true);
  });
}

async function enterOrgans(
  trx: Trx,
  record: RecordChange,
  countyId: string,
  { county, organs }: DemoPlan,
  now: Date,
): Promise<Result<Map<string, { id: string; name: string }>>> {
  const by = { by: '演示数据', now };
  const made = await setUpCounty(trx, record, by, { id: countyId, ...county, demo: true });
  if (!made.ok) return made;
  const entered = new Map([
    [governmentKey, { id: made.value.governmentId, name: county.name }],
    [officeKey, { id: made.value.officeId, name: '政府办公室' }],
  ]);
  for (const [at, { key, parent, ...draft }] of organs.entries()) {
    const parentId = entered.get(parent)?.id;
    const organ = await addOrgan(trx, record, { countyId, ...by }, { ...draft, parentId, sortOrder: at + 1 });
    if (!organ.ok) return organ;
    entered.set(key, { id: organ.value.id, name: draft.shortName });
  }
  return success(entered);
}

/** Whether what a database holds is made up. */
export async function isDemonstration(db: Db): Promise<boolean> {
  const county = await db.selectFrom('organisationCounty').select('id').where('demo', '=', true).executeTakeFirst();
  return county !== undefined;
}

/** The accounts that stand on the page for signing in; undefined where there is no demonstration. */
export async function findDemoAccounts(db: Db, now: Date): Promise<DemoAccount[] | undefined> {
  if (!(await isDemonstration(db))) return undefined;
  const { people, organs, county: planned, password, secondFactorSecret } = planDemo();
  const names = new Map([
    [officeKey, '政府办公室'],
    ...organs.map(({ key, shortName }): [string, string] => [key, shortName]),
  ]);
  return people
    .filter(({ shown }) => shown)
    .map((person) => ({
      loginName: person.loginName,
      password,
      ...(isAdministrator(person) ? { code: currentTotpCode(secondFactorSecret, now) } : {}),
      name: person.name,
      post: postWords(person),
      organ: names.get(person.organ) ?? planned.name,
    }));
}

const isAdministrator = ({ roles }: PlannedPerson): boolean => roles.some((role) => role.endsWith('-administrator'));

const notEmpty = () =>
  conflict('数据库中已有内容，不能装入演示数据。请另选一个空的数据文件夹（DATA_DIR），或以 --no-demo 启动。');
