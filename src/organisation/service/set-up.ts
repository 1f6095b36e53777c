import { sql } from 'kysely';
import { systemActor } from '../../kernel/actor.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import type { FieldProblem } from '../../kernel/problem.ts';
import { conflict, invalid, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type FirstPassword, type HashCost, hasAccounts, makeFirstPassword } from '../../platform/auth/index.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import { type Administrator, administratorKeys, roles } from '../domain/role.ts';
import { findPerson } from '../store/people.ts';
import { setUpCounty } from './counties.ts';
import { enterPerson, type NewPerson } from './people.ts';
import { givePost, type PostGiven } from './posts.ts';

/** What is entered at the first run: the county, and who of it are the 三员. */
export interface FirstRun {
  county: { name: string; divisionCode: string };
  administrators: Record<Administrator, { name: string; loginName: string }>;
}

/** One of the 三员, with the password to be told to them once. */
export interface FirstAdministrator {
  role: Administrator;
  name: string;
  loginName: string;
  firstPassword: string;
}

/** Somebody who is there from the beginning. */
export interface FirstPerson {
  countyId: string;
  /** Short name of the organ, for the audit. */
  organ: string;
  person: NewPerson;
  posts: readonly PostGiven[];
  first: FirstPassword;
  /** False only in a demonstration. */
  mustChangePassword?: boolean;
}

/** Enters somebody with account and posts within a transaction that is decided elsewhere: at the first run, for a demonstration. */
export async function enterWithPosts(
  trx: Trx,
  record: RecordChange,
  { countyId, organ, person, posts, first, mustChangePassword = true }: FirstPerson,
  now: Date,
): Promise<Result<{ id: string; loginName: string }>> {
  const entered = await enterPerson(trx, record, countyId, organ, person, first, now, mustChangePassword);
  if (!entered.ok) return entered;
  const day = dayInChina(now);
  const placed = await findPerson(trx, countyId, entered.value.id, day);
  if (!placed) throw new Error('a person just entered is not there');
  for (const post of posts) {
    const given = await givePost(trx, record, placed, post, now, day);
    if (!given.ok) return given;
  }
  return entered;
}

/** Which of the advisory locks of the database is the one for setting up. */
const setUpLock = 0x676b_0002;

/**
 * Sets up an empty system: the county with its government and 政府办公室, and three different people
 * as 三员, whom nobody could appoint otherwise. Refused as soon as there is an account, also for the
 * second of two who try at the same time.
 */
export async function setUpSystem(
  db: Db,
  { county, administrators }: FirstRun,
  now: Date,
  cost?: HashCost,
): Promise<Result<FirstAdministrator[]>> {
  const alike = findSameLoginNames(administrators);
  if (alike.length > 0) return invalid(alike);
  // Not made for nothing by whoever finds the page of a system that is long set up.
  if (await hasAccounts(db)) return alreadySetUp();
  const first: [Administrator, FirstPassword][] = [];
  for (const role of administratorKeys) {
    const made = await makeFirstPassword(cost);
    if (!made.ok) return made;
    first.push([role, made.value]);
  }
  const countyId = newId();
  const actor = systemActor('首次设置', countyId);
  return write(db, actor, now, async (trx, record): Promise<Result<FirstAdministrator[]>> => {
    await holdSetUp(trx);
    if (await hasAccounts(trx)) return alreadySetUp();
    const made = await setUpCounty(trx, record, { by: actor.name, now }, { id: countyId, ...county });
    if (!made.ok) return withPrefix(made, 'county');
    const day = dayInChina(now);
    const entered: FirstAdministrator[] = [];
    for (const [role, password] of first) {
      const person = { ...administrators[role], organId: made.value.officeId, activeFrom: day };
      const posts = [{ role, organId: made.value.officeId, term: { from: day } }];
      const done = await enterWithPosts(
        trx,
        record,
        { countyId, organ: '政府办公室', person, posts, first: password },
        now,
      );
      if (!done.ok) return withPrefix(done, `administrators.${role}`);
      entered.push({
        role,
        name: person.name.trim(),
        loginName: done.value.loginName,
        firstPassword: password.password,
      });
    }
    return success(entered);
  });
}

/** Holds everybody else back who would set up the system or load the demonstration, until the transaction ends. */
export async function holdSetUp(trx: Trx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${setUpLock})`.execute(trx);
}

const alreadySetUp = () =>
  conflict('系统已经完成首次设置，请直接登录。忘记密码的，请管理员在服务器上用 gongkai user reset 重置。');

function findSameLoginNames(administrators: FirstRun['administrators']): FieldProblem[] {
  const seen = new Map<string, Administrator>();
  return administratorKeys.flatMap((role) => {
    const loginName = administrators[role].loginName.trim().toLowerCase();
    const other = seen.get(loginName);
    seen.set(loginName, role);
    if (other === undefined) return [];
    const message = `与${roles[other].name}的登录名相同。三员分立：三个管理员应是三个人，各用各的账号。`;
    return [{ field: `administrators.${role}.loginName`, message }];
  });
}

/** The fields of a part of the form, as the whole form calls them. */
function withPrefix<R extends { ok: false; problem: { fields?: readonly FieldProblem[] } }>(
  refusal: R,
  prefix: string,
): R {
  const { fields } = refusal.problem;
  if (!fields) return refusal;
  const named = fields.map(({ field, message }) => ({ field: `${prefix}.${field}`, message }));
  return { ...refusal, problem: { ...refusal.problem, fields: named } };
}
