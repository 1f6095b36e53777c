import { expect, test } from 'vitest';
import { defineActions, mergeVocabularies, tellChanges } from './vocabulary.ts';

const vocabulary = defineActions({
  fields: {
    status: '状态',
    kind: '类别',
    from: '起始日期',
    'hand-over.from': '移交人',
    items: '移交事项',
    title: '标题',
  },
  values: { status: { living: '存续', merged: '已合并' }, 'organ.kind': { township: '乡镇（街道）' } },
});

test('codes in the audit are told in Chinese, under the name of their field', () => {
  const entry = { recordKind: 'organ', before: { status: 'living' }, after: { status: 'merged', kind: 'township' } };
  expect(tellChanges(vocabulary, entry)).toEqual([
    { field: 'status', label: '状态', before: '存续', after: '已合并' },
    { field: 'kind', label: '类别', after: '乡镇（街道）' },
  ]);
});

test('a name that means something else for another kind of record is told for that kind', () => {
  const label = (recordKind: string) =>
    tellChanges(vocabulary, { recordKind, before: null, after: { from: 'x' } })[0]?.label;
  expect(label('hand-over')).toBe('移交人');
  expect(label('person')).toBe('起始日期');
});

test('what lies within a field is told part by part; what has no name stays as it is', () => {
  const after = { items: [{ title: '通讯录', status: 'living', colour: 'red' }], count: 2, gone: null };
  expect(tellChanges(vocabulary, { recordKind: 'hand-over', before: undefined, after })).toEqual([
    { field: 'items', label: '移交事项', after: [{ 标题: '通讯录', 状态: '存续', colour: 'red' }] },
    { field: 'count', label: 'count', after: 2 },
    { field: 'gone', label: 'gone', after: null },
  ]);
});

test('two areas cannot call the same thing differently', () => {
  const other = defineActions({ fields: { status: '情况' } });
  expect(() => mergeVocabularies([vocabulary, other])).toThrow('two labels for status');
});
