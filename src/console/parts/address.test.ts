import { expect, test } from 'vitest';
import { withFilters } from './address.ts';

test.each([
  [
    'another filter leads to the first page',
    'page=3&role=office-clerk',
    { search: '石桥' },
    'role=office-clerk&search=%E7%9F%B3%E6%A1%A5',
  ],
  ['a blank filter is taken out of the address', 'search=a&role=b', { search: '  ' }, 'role=b'],
  ['a filter that is not named stays', 'search=a&role=b', { role: undefined }, 'search=a'],
])('%s', (_duty, before, changes, after) => {
  expect(withFilters(new URLSearchParams(before), changes).toString()).toBe(after);
});
