import { describe, expect, test } from 'vitest';
import { type ChangeFields, changeKinds, readChange } from './change-form.ts';

/** Everything that somebody may have filled in while trying out one kind after the other. */
const everything: Omit<ChangeFields, 'kind'> = {
  organKind: 'township',
  fullName: ' 云溪县石桥镇人民政府 ',
  shortName: '石桥镇',
  parentId: 'county',
  successorId: 'willow',
  successorIds: ['willow', 'pine'],
  continues: true,
  what: '林业执法',
  toId: 'forestry',
};

describe('an event that is recorded', () => {
  test.each([
    ['renamed', { organKind: 'township', fullName: '云溪县石桥镇人民政府', shortName: '石桥镇' }],
    ['moved', { parentId: 'county' }],
    ['merged', { successorId: 'willow' }],
    ['split', { successorIds: ['willow', 'pine'], continues: true }],
    ['abolished', { successorIds: ['willow', 'pine'] }],
    ['transferred', { what: '林业执法', toId: 'forestry' }],
    [
      're-established',
      { organKind: 'township', fullName: '云溪县石桥镇人民政府', shortName: '石桥镇', parentId: 'county' },
    ],
  ] as const)('%s says what belongs to it, and nothing filled in for another kind', (kind, rest) => {
    expect(readChange({ ...everything, kind })).toEqual({ kind, ...rest });
  });

  test('an organ may be abolished without anyone taking over', () => {
    expect(readChange({ kind: 'abolished', successorIds: [] })).toEqual({ kind: 'abolished' });
  });

  test('what has ended can only be set up again', () => {
    expect(changeKinds(false)).toEqual(['re-established']);
    expect(changeKinds(true)).not.toContain('set-up');
  });
});
