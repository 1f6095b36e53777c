import { describe, expect, test } from 'vitest';
import { entryAt, menuFor } from './menu.ts';

describe('the menu', () => {
  test('shows only what the person may open, in the order of the house', () => {
    expect(menuFor(['settings', 'organs', 'today']).map(({ entries }) => entries.map(({ label }) => label))).toEqual([
      ['今天要办'],
      ['机构', '工作移交', '工作日历'],
      ['系统设置'],
      ['我的账号'],
    ]);
  });

  test('has what is one’s own for a person who may open nothing else', () => {
    const own = [['工作移交', '工作日历'], ['我的账号']];
    expect(menuFor([]).map(({ entries }) => entries.map(({ label }) => label))).toEqual(own);
    // A word this console does not know.
    expect(menuFor(['ledger-of-2031'])).toEqual(menuFor([]));
  });
});

describe('the entry a page belongs to', () => {
  test.each([
    ['/today', 'today'],
    ['/today/memos/4', 'today'],
    ['/people/hand-overs/5', 'hand-overs'],
    ['/people/hand-oversight', 'people'],
    ['/', undefined],
    ['/people', 'people'],
    ['/people/0198/hand-over', 'people'],
    ['/organs/import', 'organs'],
    ['/calendar/import', 'calendar'],
    ['/account/sessions', 'account'],
    ['/catalogue/items/0198', 'catalogue'],
    ['/catalogue/coverage', 'coverage'],
    ['/catalogue/reminders/0198', 'coverage'],
    ['/publication/imports/0198', 'items'],
    ['/publication/channels/transfers', 'channels'],
    ['/peoples', undefined],
  ])('%s: %s', (address, key) => {
    expect(entryAt(address)?.key).toBe(key);
  });
});
