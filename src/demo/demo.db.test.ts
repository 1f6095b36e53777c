import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../tests/support/test-database.ts';
import { checkCreditCode } from '../organisation/domain/credit-code.ts';
import { roleKeys } from '../organisation/domain/role.ts';
import { openKeyRing } from '../platform/crypto/index.ts';
import { findDemoAccounts, isEmpty, loadDemo } from './index.ts';
import { planDemo } from './plan.ts';

const now = new Date('2026-03-02T01:00:00Z');

function keyRing() {
  const ring = openKeyRing({ folder: '/nowhere', environmentKeys: '11'.repeat(32), now });
  if (!ring.ok) throw new Error(ring.problem.message);
  return ring.value;
}

describe('the plan of the demonstration', () => {
  const plan = planDemo();

  test('is the same every time', () => {
    expect(planDemo()).toEqual(plan);
  });

  test('has 12 departments, 8 townships, 40 villages and somebody for every role', () => {
    const count = (kind: string) => plan.organs.filter((organ) => organ.kind === kind).length;
    expect([count('department'), count('township'), count('village')]).toEqual([12, 8, 40]);
    const held = new Set(plan.people.flatMap(({ roles }) => roles));
    expect(roleKeys.filter((role) => !held.has(role))).toEqual([]);
    const shown = new Set(plan.people.filter((each) => each.shown).flatMap(({ roles }) => roles));
    expect(roleKeys.filter((role) => !shown.has(role))).toEqual([]);
  });

  test('gives every organ its own codes with right check digits, and every person a login name of their own', () => {
    const codes = plan.organs.map(({ profile }) => profile.creditCode ?? '');
    expect(codes.map(checkCreditCode).filter((wrong) => wrong !== undefined)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(plan.people.map(({ loginName }) => loginName)).size).toBe(plan.people.length);
    expect(new Set(plan.people.map(({ name }) => name)).size).toBe(plan.people.length);
  });
});

describe('the demonstration', () => {
  const database = useDatabase();

  test('fills an empty database as planned, and marks the county', async () => {
    expect(await isEmpty(database.db)).toBe(true);
    expect(await findDemoAccounts(database.db, now)).toBeUndefined();
    expect(await loadDemo(database.db, keyRing(), now)).toEqual({ ok: true, value: true });
    const { rows } = await sql<Record<string, string>>`SELECT
      (SELECT count(*) FROM organisation_organ) AS organs, (SELECT count(*) FROM organisation_person) AS people,
      (SELECT count(*) FROM auth_account) AS accounts, (SELECT count(*) FROM organisation_county WHERE demo) AS demo`.execute(
      database.db,
    );
    const plan = planDemo();
    expect(rows[0]).toEqual({
      organs: String(plan.organs.length + 2),
      people: String(plan.people.length),
      accounts: String(plan.people.length),
      demo: '1',
    });
  });

  test('shows its accounts, those of administrators with their second factor', async () => {
    const accounts = await findDemoAccounts(database.db, now);
    expect(accounts?.length).toBe(planDemo().people.filter(({ shown }) => shown).length);
    for (const account of accounts ?? [])
      expect(account.code !== undefined, account.loginName).toBe(account.post.endsWith('管理员'));
  });

  test('refuses a database that holds anything', async () => {
    const before = await sql`SELECT count(*) FROM audit_entry`.execute(database.db);
    expect(await loadDemo(database.db, keyRing(), now)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect((await sql`SELECT count(*) FROM audit_entry`.execute(database.db)).rows).toEqual(before.rows);
  });
});

describe('two programs that load the demonstration at once', () => {
  const database = useDatabase();

  test('load it once', async () => {
    const done = await Promise.all([loadDemo(database.db, keyRing(), now), loadDemo(database.db, keyRing(), now)]);
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});
