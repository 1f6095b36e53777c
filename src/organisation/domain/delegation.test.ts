import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../tests/support/result.ts';
import { addDays, getPlainDate } from '../../kernel/plain-date.ts';
import { type Authority, authorityOn, type PersonPosts, type PlacedPost } from './authority.ts';
import { type Delegation, type Loan, mayDelegate, mayRevoke } from './delegation.ts';
import type { HeldRole } from './separation.ts';

const today = getPlainDate('2026-03-02');
const place = { organId: 'stone', path: ['county', 'stone'] };
const at = { countyId: 'yunxi', place };
const post: PlacedPost = {
  id: 'post',
  personId: 'wang',
  organId: 'stone',
  role: 'office-head',
  term: { from: addDays(today, -100), to: addDays(today, 500) },
  withdrawn: false,
  place,
};
const term = { from: today, to: addDays(today, 9) };
const loan: Loan = {
  post,
  from: { id: 'wang', active: true, organId: 'stone', at },
  to: { id: 'li', active: true, organId: 'stone' },
  term,
};
const given: Delegation = {
  id: 'delegation',
  postId: 'post',
  fromPersonId: 'wang',
  toPersonId: 'li',
  term,
  reason: '年休假',
  revoked: false,
};
const nobody = (personId: string): Authority => ({ countyId: 'yunxi', personId, posts: [] });
const security: Authority = {
  countyId: 'yunxi',
  personId: 'zhou',
  posts: [{ role: 'security-administrator', place: { organId: 'county', path: ['county'] }, source: { kind: 'own' } }],
};
const refusal = (by: Authority, change: Partial<Loan> = {}, held: HeldRole[] = [], loans: Delegation[] = []) =>
  refusalOf(mayDelegate(by, { ...loan, ...change }, held, loans, today));

describe('lending a post', () => {
  test('is for its holder, to a colleague of the same organ', () => {
    expect(refusal(nobody('wang'))).toBe('');
    expect(refusal(nobody('wang'), { to: { ...loan.to, organId: 'willow' } })).toContain('请由安全管理员办理');
  });

  test('is for the 安全管理员 too, to anybody but himself', () => {
    expect(refusal(security, { to: { ...loan.to, organId: 'willow' } })).toBe('');
    expect(refusal(security, { to: { ...loan.to, id: 'zhou' } })).toContain('不得把他人的岗位委托给自己');
  });

  test('is for nobody else, not even for who fills in: what is lent is not lent on', () => {
    const deputy: Authority = {
      ...nobody('li'),
      posts: [{ role: 'office-head', place, source: { kind: 'delegated', personId: 'wang', name: '王强' } }],
    };
    expect(refusal(deputy, { to: { ...loan.to, id: 'zhao' } })).toContain('只有岗位本人和安全管理员');
  });

  test.each([
    ['to himself', { to: { ...loan.to, id: 'wang' } }, '同一人'],
    ['to somebody who is gone', { to: { ...loan.to, active: false } }, '已经注销'],
    ['until a day that is past', { term: { from: addDays(today, -9), to: addDays(today, -1) } }, '截止日期'],
    ['for longer than a year', { term: { from: today, to: addDays(today, 366) } }, '一次委托最长一年'],
    ['beyond the term of the post', { term: { from: addDays(today, 495), to: addDays(today, 501) } }, '任期'],
    ['of a post that was taken away', { post: { ...post, withdrawn: true } }, '任期'],
  ])('is refused %s', (_case, change, words) => {
    expect(refusal(nobody('wang'), change)).toContain(words);
  });

  test('is refused while the post is lent already, and allowed once that is taken back or over', () => {
    const later = { term: { from: addDays(today, 10), to: addDays(today, 12) } };
    expect(refusal(nobody('wang'), {}, [], [given])).toContain('已经委托他人');
    expect(refusal(nobody('wang'), {}, [], [{ ...given, revoked: true }])).toBe('');
    expect(refusal(nobody('wang'), later, [], [given])).toBe('');
  });

  test('of one of the 三员 is refused to who is another of them', () => {
    const administrator = { post: { ...post, role: 'system-administrator' as const } };
    const held: HeldRole[] = [{ role: 'audit-administrator', term: { from: today } }];
    expect(refusal(nobody('wang'), administrator, held)).toContain('三员分立');
  });
});

describe('taking a delegation back', () => {
  test.each([
    ['wang', true],
    ['li', true],
    ['zhao', false],
  ])('by %s', (personId, allowed) => {
    expect(mayRevoke(nobody(personId), given, at).ok).toBe(allowed);
  });

  test('by the 安全管理员 of the county, not of another one', () => {
    expect(mayRevoke(security, given, at).ok).toBe(true);
    expect(mayRevoke({ ...security, countyId: 'qingling' }, given, at).ok).toBe(false);
  });

  test('twice is refused', () => {
    expect(refusalOf(mayRevoke(nobody('wang'), { ...given, revoked: true }, at))).toContain('已经撤回');
  });
});

describe('a lent post gives its rights', () => {
  const person: PersonPosts = {
    countyId: 'yunxi',
    personId: 'li',
    active: true,
    own: [],
    lent: [{ post, from: { personId: 'wang', name: '王强', active: true }, term, revoked: false }],
  };
  const [lent] = person.lent;
  const count = (change: Partial<(typeof person.lent)[0]>, day = today) =>
    lent ? authorityOn({ ...person, lent: [{ ...lent, ...change }] }, day).posts.length : -1;

  test('from the first day to the last', () => {
    expect([-1, 0, 9, 10].map((days) => count({}, addDays(today, days)))).toEqual([0, 1, 1, 0]);
  });

  test('only while the post is there, the lender is there, and it is not taken back', () => {
    expect(count({ revoked: true })).toBe(0);
    expect(count({ from: { personId: 'wang', name: '王强', active: false } })).toBe(0);
    expect(count({ post: { ...post, withdrawn: true } })).toBe(0);
    expect(count({ post: { ...post, term: { from: addDays(today, 1) } } })).toBe(0);
  });
});
