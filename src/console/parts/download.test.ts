import { expect, test } from 'vitest';
import { nameIn } from './download.ts';

test.each([
  [`attachment; filename="x.csv"; filename*=UTF-8''%E4%B8%80.csv`, '一.csv'],
  ['attachment; filename="list 1.csv"', 'list 1.csv'],
  ['attachment; filename=list.csv', 'list.csv'],
  ['attachment', undefined],
  [null, undefined],
])('the file in %j is called %j', (disposition, name) => {
  expect(nameIn(disposition)).toBe(name);
});
