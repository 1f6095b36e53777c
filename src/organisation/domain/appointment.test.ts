import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../tests/support/result.ts';
import { addDays, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Appointment, mayAppoint, mayBeAppointed, mayVacate } from './appointment.ts';
import type { Authority } from './authority.ts';
import { type Delegation, mayDelegate } from './delegation.ts';
import type { OrganKind } from './organ.ts';
import { isInForce, isWithin, type Post } from './post.ts';
import { administratorKeys, isAdministrator, type Role, roleKeys } from './role.ts';
import { type HeldRole, mayHold } from './separation.ts';

const today = getPlainDate('2026-03-02');
const place = { organId: 'stone', path: ['county', 'stone'] };
const securityAdministrator: Authority = {
  countyId: 'yunxi',
  personId: 'security',
  posts: [{ role: 'security-administrator', place, source: { kind: 'own' } }],
};

const appointing = (change: Partial<Appointment> & { kind?: OrganKind }): Appointment => ({
  person: { id: 'zhang', name: '张伟', active: true },
  role: 'office-clerk',
  at: { countyId: 'yunxi', place, kind: change.kind ?? 'township' },
  term: { from: today },
  ...change,
});

const refusal = (
  change: Partial<Appointment> & { kind?: OrganKind },
  held: HeldRole[] = [],
  posts: Post[] = [],
  by = securityAdministrator,
) => refusalOf(mayAppoint(by, appointing(change), held, posts, today));

describe('giving a post', () => {
  test('is for the 安全管理员', () => {
    expect(refusal({})).toBe('');
    const clerk: Authority = {
      ...securityAdministrator,
      posts: [{ role: 'office-head', place, source: { kind: 'own' } }],
    };
    expect(refusal({}, [], [], clerk)).toContain('此事由安全管理员办理');
  });

  test('is never for himself', () => {
    expect(refusal({ person: { id: 'security', name: '周敏', active: true } })).toContain('任何人不得给自己任命岗位');
  });

  test.each([
    ['a closed account', { person: { id: 'zhang', name: '张伟', active: false } }, '已经注销'],
    ['an end before the beginning', { term: { from: today, to: addDays(today, -1) } }, '截止日期'],
    ['an end that is past', { term: { from: addDays(today, -9), to: addDays(today, -1) } }, '截止日期'],
    ['村级信息员 at a township', { role: 'village-officer' as const }, '村级信息员只能设在村（社区）'],
    ['系统管理员 at a township', { role: 'system-administrator' as const }, '只能设在县级政府、政府部门'],
    ['another county', { at: { countyId: 'qingling', place, kind: 'township' as const } }, '不包括这个单位'],
  ])('is refused for %s', (_case, change, words) => {
    expect(refusal(change)).toContain(words);
  });

  test('twice at the same organ is refused, at another one or later not', () => {
    const post: Post = {
      id: 'post',
      personId: 'zhang',
      organId: 'stone',
      role: 'office-clerk',
      term: { from: today, to: addDays(today, 30) },
      withdrawn: false,
    };
    expect(refusal({}, [], [post])).toContain('任期有重叠');
    expect(refusal({ term: { from: addDays(today, 31) } }, [], [post])).toBe('');
    expect(refusal({}, [], [{ ...post, organId: 'willow' }])).toBe('');
    expect(refusal({}, [], [{ ...post, withdrawn: true }])).toBe('');
  });
});

describe('三员分立', () => {
  const always = { from: today };
  const holds = (held: Role, added: Role) => mayHold([{ role: held, term: always }], { role: added, term: always }).ok;

  test.each(administratorKeys)('%s goes with nothing else', (role) => {
    for (const other of roleKeys) {
      expect(holds(role, other), other).toBe(other === role);
      expect(holds(other, role), other).toBe(other === role);
    }
  });

  test('roles of content go together', () => {
    expect(holds('office-clerk', 'information-officer')).toBe(true);
  });

  test('one after the other is allowed, one day in common is not', () => {
    const first: HeldRole = { role: 'system-administrator', term: { from: today, to: addDays(today, 10) } };
    expect(mayHold([first], { role: 'audit-administrator', term: { from: addDays(today, 11) } }).ok).toBe(true);
    expect(mayHold([first], { role: 'audit-administrator', term: { from: addDays(today, 10) } }).ok).toBe(false);
  });

  test('the last of each kind stays', () => {
    expect(mayVacate('security-administrator', 1).ok).toBe(true);
    expect(refusalOf(mayVacate('security-administrator', 0))).toContain('最后一名安全管理员');
    expect(mayVacate('office-head', 0).ok).toBe(true);
  });

  // A small county of four people; whatever is tried in whatever order, only what is allowed happens.
  type Step =
    | { kind: 'appoint'; person: string; role: Role; from: number; days: number | undefined }
    | { kind: 'withdraw'; post: number }
    | { kind: 'delegate'; post: number; to: string; from: number; days: number };
  const person = fc.constantFrom('a', 'b', 'c', 'd');
  // Mostly the 三员, so that most attempts come near the rule.
  const role = fc.constantFrom<Role>(...administratorKeys, ...administratorKeys, 'office-clerk', 'chief-leader');
  const offset = fc.integer({ min: 0, max: 6 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('appoint' as const),
      person,
      role,
      from: offset,
      days: fc.option(offset, { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('withdraw' as const), post: fc.nat(20) }),
    fc.record({ kind: fc.constant('delegate' as const), post: fc.nat(20), to: person, from: offset, days: offset }),
  );

  test('property: no sequence of appointments and delegations gives anybody two of them, or one and content', () => {
    let appointed = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const posts: Post[] = [];
        const loans: Delegation[] = [];
        const heldBy = (id: string): HeldRole[] => [
          ...posts.filter((post) => post.personId === id && !post.withdrawn),
          ...loans
            .filter((loan) => loan.toPersonId === id && !postOf(posts, loan).withdrawn)
            .map((loan) => ({ role: postOf(posts, loan).role, term: loan.term })),
        ];
        for (const each of steps) {
          if (each.kind === 'appoint') {
            const term = { from: addDays(today, each.from), to: endOf(each.from, each.days) };
            const appointment = appointing({
              person: { id: each.person, name: each.person, active: true },
              role: each.role,
              term,
              kind: 'county',
            });
            const own = posts.filter((post) => post.personId === each.person);
            if (!mayBeAppointed(appointment, heldBy(each.person), own, today).ok) continue;
            appointed += 1;
            posts.push({
              id: `${posts.length}`,
              personId: each.person,
              organId: 'stone',
              role: each.role,
              term,
              withdrawn: false,
            });
          } else if (each.kind === 'withdraw') {
            const post = posts[each.post];
            if (post) post.withdrawn = true;
          } else {
            const post = posts[each.post];
            if (!post) continue;
            const term = { from: addDays(today, each.from), to: addDays(today, each.from + each.days) };
            const by: Authority = { countyId: 'yunxi', personId: post.personId, posts: [] };
            const colleague = { active: true, organId: 'stone', at: { countyId: 'yunxi', place } };
            const loan = { post, from: { ...colleague, id: post.personId }, to: { ...colleague, id: each.to }, term };
            const before = loans.filter(({ postId }) => postId === post.id);
            if (!mayDelegate(by, loan, heldBy(each.to), before, today).ok) continue;
            loans.push({
              id: `${loans.length}`,
              postId: post.id,
              fromPersonId: post.personId,
              toPersonId: each.to,
              term,
              reason: '',
              revoked: false,
            });
          }
          expectSeparated(posts, loans);
        }
      }),
      { numRuns: 400 },
    );
    expect(appointed).toBeGreaterThan(1000);
  });

  const endOf = (from: number, days: number | undefined): PlainDate | undefined =>
    days === undefined ? undefined : addDays(today, from + days);

  const postOf = (posts: readonly Post[], { postId }: Delegation): Post => {
    const post = posts.find(({ id }) => id === postId);
    if (!post) throw new Error('no such post');
    return post;
  };

  function expectSeparated(posts: readonly Post[], loans: readonly Delegation[]): void {
    for (let offsetOfDay = 0; offsetOfDay <= 13; offsetOfDay += 1) {
      const day = addDays(today, offsetOfDay);
      for (const id of ['a', 'b', 'c', 'd']) {
        const held = new Set([
          ...posts.filter((post) => post.personId === id && isInForce(post, day)).map((post) => post.role),
          ...loans
            .filter((loan) => loan.toPersonId === id && isWithin(loan.term, day) && isInForce(postOf(posts, loan), day))
            .map((loan) => postOf(posts, loan).role),
        ]);
        if ([...held].some(isAdministrator)) expect([...held]).toHaveLength(1);
      }
    }
  }
});
