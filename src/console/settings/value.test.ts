import { describe, expect, test } from 'vitest';
import { readKind, showValue } from './value.ts';

describe('the field of a setting', () => {
  test.each([
    [
      { type: 'integer', minimum: 8, maximum: 64 },
      { kind: 'number', minimum: 8, maximum: 64 },
    ],
    [{ type: 'number' }, { kind: 'number' }],
    [
      { type: 'string', enum: ['administrators', 'everyone'] },
      { kind: 'choice', options: ['administrators', 'everyone'] },
    ],
    [{ type: 'array', items: { type: 'string' } }, { kind: 'list' }],
    [
      { type: 'array', items: { type: 'string', enum: ['pdf', 'docx'] } },
      { kind: 'list', options: ['pdf', 'docx'] },
    ],
    [{ type: 'boolean' }, { kind: 'switch' }],
    [{ type: 'string' }, { kind: 'text' }],
    [{}, { kind: 'text' }],
  ])('of the shape %j', (schema, kind) => {
    expect(readKind(schema)).toEqual(kind);
  });
});

describe('the value of a setting', () => {
  test.each([
    [30, '分钟', '30 分钟'],
    [0, '天', '0 天'],
    [true, undefined, '是'],
    ['everyone', undefined, '全体人员'],
    [['office-clerk', 'office-head'], undefined, '公开办经办人、公开办负责人'],
    [[], undefined, '无'],
    ['', undefined, '无'],
  ])('%j in words', (value, unit, shown) => {
    expect(showValue(value, unit)).toBe(shown);
  });
});
