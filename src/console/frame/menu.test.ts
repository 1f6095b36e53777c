import { describe, expect, test } from 'vitest';
import { entryAt, menuFor } from './menu.ts';

describe('the menu', () => {
  test('shows only what the person may open, in the order of the house', () => {
    expect(menuFor(['settings', 'organs', 'today']).map((group) => group.map(({ label }) => label))).toEqual([
      ['今天要办'],
      ['机构'],
      ['系统设置'],
    ]);
  });

  test('is empty for a person who may open nothing, and passes over words it does not know', () => {
    expect(menuFor([])).toEqual([]);
    expect(menuFor(['ledger-of-2031'])).toEqual([]);
  });
});

describe('the entry a page belongs to', () => {
  test.each([
    ['/', 'today'],
    ['/people', 'people'],
    ['/people/0198/hand-over', 'people'],
    ['/organs/import', 'organs'],
    ['/account', undefined],
    ['/peoples', undefined],
  ])('%s: %s', (address, key) => {
    expect(entryAt(address)?.key).toBe(key);
  });
});
