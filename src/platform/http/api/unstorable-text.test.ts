import { describe, expect, it } from 'vitest';
import { findUnstorableTexts } from './unstorable-text.ts';

const fieldsOf = (sent: unknown) => findUnstorableTexts(sent).map(({ field }) => field);

describe('what the database cannot hold', () => {
  it.each([
    ['the character 0', { name: '石\u0000桥' }, ['name']],
    ['the first half of a pair alone', { name: '\ud83d' }, ['name']],
    ['the second half of a pair alone', { name: 'x\udc00' }, ['name']],
    ['something in a list', { aliases: ['石桥', '\u0000'] }, ['aliases.1']],
    ['something further down', { profile: { phone: '\u0000' }, name: '\u0000' }, ['profile.phone', 'name']],
    ['the name of a field', { profile: { 'a\u0000': 1 } }, ['profile']],
    ['a text by itself', '\u0000', ['']],
  ])('is found: %s', (_, sent, fields) => {
    expect(fieldsOf(sent)).toEqual(fields);
  });

  it.each([
    [{ name: '石桥镇', text: '第一行\r\n\t第二行\u000b', day: null, done: true, number: 1, list: [] }],
    [{ name: '𠮷田😀' }],
    [undefined],
  ])('is not found in %j', (sent) => {
    expect(fieldsOf(sent)).toEqual([]);
  });

  it('is found however deep it lies', () => {
    let sent: unknown = '\u0000';
    for (let depth = 0; depth < 100_000; depth += 1) sent = [sent];
    expect(fieldsOf(sent)).toHaveLength(1);
  });
});
