import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../tests/support/result.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type Act, actKeys, acts, reachOf } from './acts.ts';
import { type Authority, authorityOn, type HeldPost, type PersonPosts } from './authority.ts';
import { ancestry, personPostsArbitrary, placeIn, type TreeOrgan, treesArbitrary } from './fixtures/tree-arbitrary.ts';
import { menuOf } from './menu.ts';
import type { OrganPlace } from './organ.ts';
import { actorBy, covers, may, mayAt, mayOneOf, scopeOf } from './policy.ts';
import { administratorKeys, isAdministrator, type Role, roleKeys } from './role.ts';

const county = { organId: 'county', path: ['county'] };
const stone = { organId: 'stone', path: ['county', 'stone'] };
const village = { organId: 'village', path: ['county', 'stone', 'village'] };
const willow = { organId: 'willow', path: ['county', 'willow'] };

const own = (role: Role, place: OrganPlace = stone): HeldPost => ({ role, place, source: { kind: 'own' } });
const holding = (...posts: HeldPost[]): Authority => ({ countyId: 'yunxi', personId: 'person', posts });
const at = (place: OrganPlace, countyId = 'yunxi') => ({ countyId, place });

describe('who may do what', () => {
  const table: [Act, Partial<Record<Role, string>>][] = [
    ['maintain-organs', { 'county-supervisor': 'county' }],
    ['maintain-contacts', { 'office-clerk': 'subtree', 'office-head': 'subtree', 'county-supervisor': 'county' }],
    ['manage-accounts', { 'system-administrator': 'county' }],
    ['remove-second-factors', { 'security-administrator': 'county' }],
    ['assign-posts', { 'security-administrator': 'county' }],
    ['delegate-posts', { 'security-administrator': 'county' }],
    ['hand-over', { 'office-head': 'subtree', 'security-administrator': 'county' }],
    ['read-audit', { 'audit-administrator': 'county' }],
    ['manage-jobs', { 'system-administrator': 'county' }],
    ['manage-settings', { 'system-administrator': 'county' }],
    ['manage-security', { 'security-administrator': 'county' }],
  ];

  test.each(table)('%s', (act, expected) => {
    const reached = Object.fromEntries(
      roleKeys.flatMap((role) => (reachOf(act, role) === undefined ? [] : [[role, reachOf(act, role)]])),
    );
    expect(reached).toEqual(expected);
  });

  test('none of the 三员 touches content', () => {
    const breaches = actKeys.filter((act) => acts[act].content && administratorKeys.some((role) => reachOf(act, role)));
    expect(breaches).toEqual([]);
  });

  test('each of the 三员 has something to do that no other of them may do', () => {
    for (const role of administratorKeys) {
      const alone = actKeys.filter(
        (act) => reachOf(act, role) && administratorKeys.every((other) => other === role || !reachOf(act, other)),
      );
      expect(alone, role).not.toEqual([]);
    }
  });

  test('nobody who works on content keeps accounts, posts, audit, jobs or settings', () => {
    const kept: Act[] = [
      'manage-accounts',
      'remove-second-factors',
      'assign-posts',
      'read-audit',
      'manage-jobs',
      'manage-settings',
      'manage-security',
    ];
    const content = roleKeys.filter((role) => !isAdministrator(role));
    expect(kept.filter((act) => content.some((role) => reachOf(act, role)))).toEqual([]);
  });

  test('nobody has both the passwords and the second factors of others', () => {
    const both = roleKeys.filter((role) => reachOf('manage-accounts', role) && reachOf('remove-second-factors', role));
    expect(both).toEqual([]);
  });
});

describe('a refusal says why and who can help', () => {
  test('to somebody without a post', () => {
    expect(refusalOf(may('assign-posts')(holding()))).toBe('您目前没有岗位，不能任免岗位。请联系安全管理员办理任职。');
  });

  test('to somebody with the wrong post', () => {
    expect(refusalOf(may('assign-posts')(holding(own('information-officer'))))).toBe(
      '您现有的岗位（信息员）不能任免岗位。此事由安全管理员办理，请与其联系。',
    );
  });

  test('to somebody whose post does not reach that far', () => {
    expect(refusalOf(mayAt(holding(own('office-clerk')), 'maintain-contacts', at(willow)))).toBe(
      '您的岗位（公开办经办人）维护机构联系信息的范围限于本单位及所属单位，不包括这个单位。请与该单位或上级单位的公开办经办人、公开办负责人、县主管部门联系。',
    );
  });
});

describe('how far a post reaches', () => {
  test.each([
    ['office-clerk', 'maintain-contacts', stone, true],
    ['office-clerk', 'maintain-contacts', village, true],
    ['office-clerk', 'maintain-contacts', county, false],
    ['office-clerk', 'maintain-contacts', willow, false],
    ['information-officer', 'read-people', stone, true],
    ['information-officer', 'read-people', village, false],
    ['county-supervisor', 'maintain-contacts', willow, true],
  ] as const)('%s of a township, %s', (role, act, place, allowed) => {
    expect(mayAt(holding(own(role)), act, at(place)).ok).toBe(allowed);
  });

  test('no post reaches into another county, even with the same ids', () => {
    for (const role of roleKeys)
      for (const act of actKeys) {
        expect(mayAt(holding(own(role, county)), act, at(stone, 'qingling')).ok).toBe(false);
        expect(covers(scopeOf(holding(own(role, county)), act), at(stone, 'qingling'))).toBe(false);
      }
  });

  test('the widest of several posts counts', () => {
    const both = holding(own('information-officer', willow), own('office-head', stone));
    expect(mayAt(both, 'read-people', at(village)).ok).toBe(true);
    expect(mayAt(both, 'read-people', at(willow)).ok).toBe(true);
    expect(mayAt(both, 'read-people', at(county)).ok).toBe(false);
  });
});

describe('property: nobody reaches outside the scope', () => {
  const day = getPlainDate('2026-03-02');
  const cases = treesArbitrary.chain((organs) =>
    fc.record({
      organs: fc.constant(organs),
      person: personPostsArbitrary(organs),
      target: fc.constantFrom(...organs),
      act: fc.constantFrom(...actKeys),
    }),
  );

  /** The same rule said once more, over the posts as entered and by walking up the tree. */
  const isInReach = (organs: readonly TreeOrgan[], person: PersonPosts, target: TreeOrgan, act: Act): boolean => {
    if (!person.active || target.countyId !== 'county-1') return false;
    const holds = ({ from, to = getPlainDate('9999-12-31') }: { from: string; to?: string | undefined }) =>
      from <= day && day <= to;
    const posts = [
      ...person.own,
      ...person.lent
        .filter(({ from, term, revoked }) => from.active && !revoked && holds(term))
        .map(({ post }) => post),
    ].filter(({ term, withdrawn }) => !withdrawn && holds(term));
    return posts.some(({ role, organId }) => {
      const reach = reachOf(act, role);
      if (reach === 'county') return true;
      return reach === 'own'
        ? organId === target.id
        : reach === 'subtree' && ancestry(organs, target.id).includes(organId);
    });
  };

  test('with random trees, posts, delegations and targets', () => {
    let granted = 0;
    fc.assert(
      fc.property(cases, ({ organs, person, target, act }) => {
        const authority = authorityOn(person, day);
        const place = { countyId: target.countyId, place: placeIn(organs, target.id) };
        const expected = isInReach(organs, person, target, act);
        granted += expected ? 1 : 0;
        expect(mayAt(authority, act, place).ok).toBe(expected);
        expect(covers(scopeOf(authority, act), place)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    // Neither everything nor nothing was asked for.
    expect(granted).toBeGreaterThan(100);
    expect(granted).toBeLessThan(2900);
  });
});

describe('who fills in for somebody', () => {
  const lent: HeldPost = { ...own('office-head'), source: { kind: 'delegated', personId: 'wang', name: '王强' } };
  const actor = { countyId: 'yunxi', personId: 'person', name: '李小云', from: '192.0.2.7' };

  test('acts on behalf of that person', () => {
    const grant = mayAt(holding(lent), 'maintain-contacts', at(stone));
    expect(grant.ok && actorBy(actor, grant.value).onBehalfOf).toEqual({ personId: 'wang', name: '王强' });
  });

  test('acts in his own name where his own post is enough', () => {
    const grant = mayAt(holding(own('office-clerk'), lent), 'maintain-contacts', at(stone));
    expect(grant.ok && actorBy(actor, grant.value)).toEqual(actor);
  });
});

describe('the menu', () => {
  test.each([
    [
      'information-officer',
      ['today', 'items', 'channels', 'catalogue', 'coverage', 'figures', 'organs', 'people', 'account'],
    ],
    ['system-administrator', ['today', 'organs', 'people', 'jobs', 'settings', 'account']],
    ['security-administrator', ['today', 'organs', 'people', 'settings', 'account']],
    ['audit-administrator', ['today', 'organs', 'people', 'audit', 'settings', 'account']],
  ] as const)('of %s', (role, keys) => {
    expect(menuOf(holding(own(role)))).toEqual(keys);
  });

  test('of somebody without a post has only what everybody has', () => {
    expect(menuOf(holding())).toEqual(['today', 'account']);
  });

  test('a page for one of two acts is refused with the words of the first', () => {
    const policy = mayOneOf('manage-settings', 'manage-security');
    expect(policy(holding(own('security-administrator'))).ok).toBe(true);
    expect(refusalOf(policy(holding(own('office-clerk'))))).toContain('不能修改系统参数');
  });
});
