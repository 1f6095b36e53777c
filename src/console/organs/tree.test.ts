import { describe, expect, test } from 'vitest';
import { growTree, pathTo, pruneTree, type TreeNode, type TreeRow } from './tree.ts';

const row = (id: string, parentId: string | undefined, shortName: string): TreeRow => ({
  id,
  parentId,
  shortName,
  fullName: `云溪县${shortName}`,
});

const rows = [
  row('county', undefined, '云溪县'),
  row('stone', 'county', '石桥镇'),
  row('willow', 'county', '柳河乡'),
  row('east', 'stone', '东桥村'),
  row('west', 'stone', '石桥村'),
];

const written = (nodes: readonly TreeNode<TreeRow>[]): string =>
  nodes.map(({ row, children }) => `${row.id}${children.length > 0 ? `(${written(children)})` : ''}`).join(' ');

describe('the tree of organs', () => {
  test('has each organ below the one it belongs to, in the order of the server', () => {
    expect(written(growTree(rows))).toBe('county(stone(east west) willow)');
  });

  test('begins with what a person may see', () => {
    expect(written(growTree(rows.slice(1)))).toBe('stone(east west) willow');
  });

  test.each([
    ['石桥村', 'county(stone(west))'],
    ['东桥', 'county(stone(east))'],
    ['', 'county(stone(east west) willow)'],
    ['没有', ''],
  ])('searched for “%s” keeps the way to what is found', (words, kept) => {
    expect(written(pruneTree(growTree(rows), words))).toBe(kept);
  });

  test('knows the way down to an organ', () => {
    expect(pathTo(rows, 'west').map(({ id }) => id)).toEqual(['county', 'stone', 'west']);
    expect(pathTo(rows, 'gone')).toEqual([]);
  });

  test('does not follow a circle without end', () => {
    expect(pathTo([row('a', 'b', '甲'), row('b', 'a', '乙')], 'a')).toHaveLength(2);
  });
});
