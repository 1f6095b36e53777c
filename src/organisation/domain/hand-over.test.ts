import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../tests/support/result.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { placeCells } from '../../kernel/printable-document.ts';
import type { Authority } from './authority.ts';
import { compareDesk, compareWithSeen, type DeskItem } from './desk.ts';
import {
  countByKind,
  endWithout,
  type HandOver,
  mayApprovePosts,
  mayConfirm,
  mayHandleDesk,
  mayReadHandOver,
  mayStartHandOver,
  refuseChangedDesk,
  type SheetItem,
  showItems,
} from './hand-over.ts';
import { type HandOverSheet, layOutSheet } from './hand-over-sheet.ts';
import type { Role } from './role.ts';

const stone = { organId: 'stone', path: ['county', 'stone'] };
const at = { countyId: 'yunxi', place: stone };
const who = (personId: string, role?: Role, organId = 'stone'): Authority => ({
  countyId: 'yunxi',
  personId,
  posts: role ? [{ role, place: { organId, path: ['county', organId] }, source: { kind: 'own' } }] : [],
});
const parties = {
  from: { id: 'wang', name: '王强', at, roles: ['office-clerk'] as Role[] },
  to: { id: 'li', name: '李小云', active: true, roles: [] as Role[] },
};
const open: HandOver = {
  id: 'hand-over',
  fromPersonId: 'wang',
  toPersonId: 'li',
  startedByPersonId: 'wang',
  state: 'open',
  reason: '调离',
  postIds: [],
};
const item = (id: string, change: Partial<SheetItem> = {}): SheetItem => ({
  kind: 'memo',
  id,
  label: '备忘',
  title: `事项${id}`,
  href: `/memos/${id}`,
  mark: `mark-${id}`,
  ...change,
});

describe('beginning a hand-over', () => {
  test.each([
    ['the person himself', who('wang'), true],
    ['the 公开办负责人 of the organ', who('chen', 'office-head'), true],
    ['a 安全管理员', who('zhou', 'security-administrator', 'office'), true],
    ['the 公开办负责人 of another organ', who('chen', 'office-head', 'willow'), false],
    ['the successor', who('li'), false],
    ['a colleague', who('zhao', 'office-clerk'), false],
    ['a 系统管理员', who('sun', 'system-administrator'), false],
  ])('by %s', (_who, by, allowed) => {
    expect(mayStartHandOver(by, parties).ok).toBe(allowed);
  });

  test('to himself or to somebody who is gone is refused at the field', () => {
    const toSelf = mayStartHandOver(who('wang'), { ...parties, to: { ...parties.to, id: 'wang' } });
    const toGone = mayStartHandOver(who('wang'), { ...parties, to: { ...parties.to, active: false } });
    for (const refused of [toSelf, toGone]) {
      expect(!refused.ok && refused.problem.fields?.[0]?.field).toBe('toPersonId');
    }
  });

  test.each(['office-head', 'security-administrator'] as const)('for another and to himself is refused: %s', (role) => {
    const refused = mayStartHandOver(who('li', role), parties);
    expect(!refused.ok && refused.problem.fields?.[0]?.field).toBe('toPersonId');
  });

  test('content never goes to one of the 三员', () => {
    const to = { ...parties.to, roles: ['audit-administrator' as const] };
    expect(refusalOf(mayStartHandOver(who('wang'), { ...parties, to }))).toContain('三员分立');
  });
});

describe('ending a hand-over', () => {
  test('only the successor confirms', () => {
    expect(mayConfirm(who('li'), open).ok).toBe(true);
    expect(refusalOf(mayConfirm(who('wang'), open))).toContain('接收人本人');
    expect(mayConfirm(who('chen', 'office-head'), open).ok).toBe(false);
  });

  test('posts wait for a 安全管理员 who is not the successor', () => {
    const withPosts = { ...open, postIds: ['post'] };
    expect(refusalOf(mayConfirm(who('li'), withPosts))).toContain('安全管理员同意');
    expect(mayConfirm(who('li'), { ...withPosts, postsApprovedByPersonId: 'zhou' }).ok).toBe(true);
    expect(mayApprovePosts(who('zhou', 'security-administrator'), withPosts, at).ok).toBe(true);
    expect(mayApprovePosts(who('chen', 'office-head'), withPosts, at).ok).toBe(false);
    expect(refusalOf(mayApprovePosts(who('zhou', 'security-administrator'), open, at))).toContain('没有岗位');
    const approved = { ...withPosts, postsApprovedByPersonId: 'zhou' };
    expect(refusalOf(mayApprovePosts(who('zhou', 'security-administrator'), approved, at))).toContain('已经同意');
    expect(refusalOf(mayApprovePosts(who('li', 'security-administrator'), withPosts, at))).toContain('不得给自己');
  });

  test.each([
    ['li', undefined, 'declined'],
    ['wang', undefined, 'cancelled'],
    ['zhou', 'security-administrator', 'cancelled'],
    ['zhao', 'office-clerk', undefined],
  ] as const)('without anything moved, by %s', (personId, role, state) => {
    const ended = endWithout(who(personId, role), open, at);
    expect(ended.ok ? ended.value : undefined).toBe(state);
  });

  test.each(['confirmed', 'declined', 'cancelled'] as const)('%s is for good', (state) => {
    const ended = { ...open, state };
    expect(mayConfirm(who('li'), ended).ok).toBe(false);
    expect(endWithout(who('wang'), ended, at).ok).toBe(false);
    expect(mayApprovePosts(who('zhou', 'security-administrator'), ended, at).ok).toBe(false);
  });

  test.each([
    ['wang', undefined, true],
    ['li', undefined, true],
    ['zhou', 'security-administrator', true],
    ['zhao', 'office-clerk', false],
    ['sun', 'system-administrator', false],
  ] as const)('is seen by %s: %s', (personId, role, seen) => {
    expect(mayReadHandOver(who(personId, role), open, parties.from)).toBe(seen);
  });

  test.each(['deputy-leader', 'chief-leader', 'county-supervisor'] as const)(
    'of somebody who is %s is neither begun nor read by the 公开办负责人 under him, but by the 安全管理员',
    (role) => {
      const superior = { ...parties, from: { ...parties.from, roles: ['office-clerk', role] as Role[] } };
      const head = who('chen', 'office-head');
      const security = who('zhou', 'security-administrator', 'office');
      expect(mayStartHandOver(head, superior).ok).toBe(false);
      expect(mayReadHandOver(head, open, superior.from)).toBe(false);
      expect(mayHandleDesk(head, superior.from).ok).toBe(false);
      expect(mayStartHandOver(who('wang'), superior).ok).toBe(true);
      expect(mayStartHandOver(security, superior).ok).toBe(true);
      expect(mayReadHandOver(security, open, superior.from)).toBe(true);
    },
  );
});

describe('the desk of a hand-over', () => {
  test('is compared with what the successor saw', () => {
    const seen = [item('1'), item('2'), item('3')];
    expect(compareWithSeen(seen, [item('3'), item('1'), item('2')])).toBeUndefined();
    const changed = compareWithSeen(seen, [item('1'), item('2', { mark: 'other' }), item('4')]);
    expect(changed?.added.map(({ id }) => id)).toEqual(['4']);
    expect(changed?.changed.map(({ id }) => id)).toEqual(['2']);
    expect(changed?.gone.map(({ id }) => id)).toEqual(['3']);
    expect(changed && refusalOf(refuseChangedDesk(changed))).toBe(
      '您查看移交单之后，清单有了变化：新增1项（《事项4》），有改动1项（《事项2》），减少1项。请核对最新的移交单后再确认。',
    );
  });

  test('an item of another kind with the same id is another item', () => {
    expect(compareWithSeen([item('1')], [item('1', { kind: 'request' })])?.added).toHaveLength(1);
  });

  test('is told by kind and number where the content is nobody’s business', () => {
    expect(countByKind([item('1'), item('2', { label: '公开申请' }), item('3')])).toBe('备忘2项、公开申请1项');
  });

  test('shows the 三员 no content but their own', () => {
    const items = [item('1', { text: '草稿', detail: '进展', nextDate: getPlainDate('2026-03-09') })];
    expect(showItems(who('li'), ['wang', 'li'], items)).toEqual(items);
    expect(showItems(who('chen', 'office-head'), ['wang', 'li'], items)).toEqual(items);
    const shown = JSON.stringify(showItems(who('zhou', 'security-administrator'), ['wang', 'li'], items));
    expect(shown).not.toMatch(/草稿|进展|事项1/);
    expect(shown).toContain('2026-03-09');
    expect(showItems(who('zhou', 'security-administrator'), ['zhou', 'li'], items)).toEqual(items);
  });

  test('lies in the order in which it has to be done', () => {
    const items: DeskItem[] = [
      item('none'),
      item('late', { nextDate: getPlainDate('2026-04-01') }),
      item('soon', { nextDate: getPlainDate('2026-03-03') }),
    ];
    expect(items.sort(compareDesk).map(({ id }) => id)).toEqual(['soon', 'late', 'none']);
  });
});

describe('the sheet', () => {
  const sheet: HandOverSheet = {
    id: 'hand-over',
    state: 'open',
    reason: '调离',
    day: getPlainDate('2026-03-02'),
    from: { name: '王强', organ: '石桥镇' },
    to: { name: '李小云', organ: '石桥镇' },
    items: [item('1', { nextDate: getPlainDate('2026-03-09'), text: '第一段\n第二段' }), item('2')],
    posts: [{ role: 'office-clerk', organ: '石桥镇', from: getPlainDate('2025-01-01'), passed: true }],
    delegations: [
      {
        direction: 'taken',
        role: 'office-head',
        organ: '石桥镇',
        with: '陈静',
        from: getPlainDate('2026-03-01'),
        to: getPlainDate('2026-03-05'),
      },
    ],
  };
  const textOf = (of: HandOverSheet) => JSON.stringify(layOutSheet(of));

  test('has the items with their days, the half-written texts, posts, delegations and three to sign', () => {
    const text = textOf(sheet);
    for (const words of [
      '共2项',
      '事项1',
      '2026年3月9日',
      '共1篇',
      '第一段',
      '第二段',
      '公开办经办人',
      '随同转任',
      '代他人办理',
      '陈静',
      '移交人（签字）',
      '接收人（签字）',
      '监交人（签字）',
    ]) {
      expect(text, words).toContain(words);
    }
  });

  test('says so where there is nothing', () => {
    const text = textOf({ ...sheet, items: [], posts: [], delegations: [] });
    for (const words of ['没有待办事项', '没有未完成的文稿', '没有在任岗位', '没有未到期的委托']) {
      expect(text).toContain(words);
    }
    expect(textOf(sheet)).not.toContain('没有未完成的文稿');
  });

  test('has tables without holes', () => {
    const tables = layOutSheet(sheet).blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => placeCells(table).length)).toEqual([12, 15, 8, 8, 6]);
  });
});
