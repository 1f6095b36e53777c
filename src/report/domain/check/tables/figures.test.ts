import { describe, expect, test } from 'vitest';
import { addUp, findFigure, listNames, quoteCell, writeSum } from './figures.ts';

describe('blank, words and 0 stay three things', () => {
  test.each([
    [0, 'count', 0],
    [null, 'count', undefined],
    ['/', 'count', undefined],
    ['无', 'money', undefined],
    ['0', 'count', undefined],
    ['0', 'money', 0],
    ['23246297.53', 'money', 23246297.53],
    ['-3', 'money', -3],
    ['1,000', 'money', undefined],
    [-2, 'change', -2],
  ] as const)('the figure of %j in a %s cell is %s', (value, kind, figure) => {
    expect(findFigure(value, kind)).toBe(figure);
  });

  test.each([
    [null, '空白'],
    [0, '0'],
    ['/', '“/”'],
    ['4.25', '4.25'],
  ])('%j is quoted as %s', (value, quoted) => {
    expect(quoteCell(value)).toBe(quoted);
  });
});

describe('sums as people write them', () => {
  test.each([
    [[14069, 560], '14069 + 560 = 14629'],
    [[0, 560], '0 + 560 = 560'],
    [[0, 3, 0, 0], '3'],
    [[0, 3, 0, 4], '3 + 4 = 7'],
    [[0, 0, 0], '0'],
    [[5, -2, 1], '5 + (-2) + 1 = 4'],
    [[0.1, 0.2], '0.1 + 0.2 = 0.3'],
  ])('%j → %s', (terms, text) => {
    expect(writeSum(terms)).toBe(text);
  });

  test('whole numbers are added exactly', () => {
    expect(addUp([9_007_199_254_740_000, 991])).toBe(9_007_199_254_740_991);
  });
});

test('long lists are told by their first names and their number', () => {
  expect(listNames(['甲', '乙', '丙'], '行')).toBe('甲、乙、丙');
  expect(listNames(['甲', '乙', '丙', '丁'], '行')).toBe('甲、乙、丙等4行');
});
