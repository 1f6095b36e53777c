import { systemActor } from '../../src/kernel/actor.ts';
import { dayInChina } from '../../src/kernel/plain-date.ts';
import type { Role } from '../../src/organisation/domain/role.ts';
import { loadAuthority } from '../../src/organisation/service/authority.ts';
import type { Caller } from '../../src/organisation/service/caller.ts';
import { enterPerson } from '../../src/organisation/service/people.ts';
import { givePost } from '../../src/organisation/service/posts.ts';
import { findPerson } from '../../src/organisation/store/people.ts';
import { write } from '../../src/platform/audit/index.ts';
import type { FirstPassword } from '../../src/platform/auth/index.ts';
import { type HashCost, hashPassword } from '../../src/platform/auth/password-hash.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { type TestCounty, testNow } from './county.ts';

/** Cheap enough for tests. */
export const cheapHash: HashCost = { memory: 64, passes: 1, parallelism: 1 };

let people = 0;
let first: Promise<FirstPassword> | undefined;

/** Enters somebody who works at an organ, with posts there (or at the organ a post names), by the way the program has. */
export async function buildPerson(
  db: Db,
  { countyId }: Pick<TestCounty, 'countyId'>,
  name: string,
  organId: string,
  ...posts: readonly (Role | { role: Role; organId: string })[]
): Promise<string> {
  people += 1;
  const loginName = `person${people}`;
  const day = dayInChina(testNow);
  first ??= hashPassword('Shiqiao-2026', cheapHash).then((hash) => {
    if (!hash.ok) throw new Error(hash.problem.message);
    return { password: 'Shiqiao-2026', hash: hash.value };
  });
  const password = await first;
  const built = await write(db, systemActor('测试', countyId), testNow, async (trx, record) => {
    const entered = await enterPerson(
      trx,
      record,
      countyId,
      '',
      { name, organId, loginName, activeFrom: day },
      password,
      testNow,
    );
    if (!entered.ok) return entered;
    const person = await findPerson(trx, countyId, entered.value.id, day);
    if (!person) throw new Error('the person just entered is not there');
    for (const post of posts) {
      const wanted = typeof post === 'string' ? { role: post, organId } : post;
      const given = await givePost(trx, record, person, { ...wanted, term: { from: day } }, testNow, day);
      if (!given.ok) return given;
    }
    return entered;
  });
  if (!built.ok) throw new Error(built.problem.message);
  return built.value.id;
}

/** Somebody as a route or a service meets them, with the rights they have at that moment. */
export async function callerOf(
  db: Db,
  { countyId }: Pick<TestCounty, 'countyId'>,
  personId: string,
  now: Date = testNow,
): Promise<Caller> {
  const day = dayInChina(now);
  const person = await findPerson(db, countyId, personId, day);
  return {
    actor: { countyId, personId, name: person?.name ?? '', from: '192.0.2.7' },
    authority: await loadAuthority(db, countyId, personId, day),
    now,
  };
}
