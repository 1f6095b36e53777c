import { describe, expect, test } from 'vitest';
import { fits } from './judgement.ts';
import { listQuantities } from './text/quantities.ts';

describe('what was written stands for figures', () => {
  test.each<[string, number[], number[]]>([
    ['12件', [12], [11, 13, 0]],
    ['500余条', [500, 523, 599], [499, 600, 462]],
    ['120余条', [120, 131], [119, 140]],
    ['近100条', [90, 100], [80, 130]],
    ['约30件', [27, 30, 33], [20, 40]],
    ['不足10件', [0, 9], [11]],
    ['10件以上', [10, 15], [9, 25]],
    ['1.2万条', [12_000, 11_950, 12_049], [10_900, 13_100]],
    ['3至5件', [3, 4, 5], [2, 6]],
  ])('%s', (text, possible, impossible) => {
    const [quantity] = listQuantities(text);
    if (!quantity) throw new Error(text);
    for (const figure of possible) expect([figure, fits(quantity, figure)]).toEqual([figure, true]);
    for (const figure of impossible) expect([figure, fits(quantity, figure)]).toEqual([figure, false]);
  });
});
