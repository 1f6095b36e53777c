import { expect, it } from 'vitest';
import { foldSame, type Line } from './fold-same.ts';

const same = (count: number): Line[] => Array.from({ length: count }, (_, at) => ({ kind: 'same', text: `段${at}` }));
const added: Line = { kind: 'added', text: '新' };

it.each([
  [
    '改动前后各留一段，其余只说有几段',
    [...same(5), added, ...same(5)],
    ['folded 4', 'same', 'added', 'same', 'folded 4'],
  ],
  ['没有改动', same(3), ['folded 3']],
  ['改动在开头', [added, ...same(2)], ['added', 'same', 'folded 1']],
  ['没有内容', [], []],
])('%s', (_, lines, shown) => {
  expect(foldSame(lines).map((line) => (line.kind === 'folded' ? `folded ${line.count}` : line.kind))).toEqual(shown);
});
