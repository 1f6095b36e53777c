import { describe, expect, it } from 'vitest';
import { readCharacter } from './radicals.ts';

describe('PDF 里形似而码不同的字还原', () => {
  it.each([
    ['康熙部首', '\u2F8F', '行'],
    ['康熙部首', '\u2F00', '一'],
    ['部首补充', '\u2EA0', '民'],
    ['部首补充', '\u2ED3', '长'],
    ['兼容汉字', '\uF9D0', '類'],
    ['拉丁连字', '\uFB01', 'fi'],
    ['没有对应字的部首照原样', '\u2E83', '\u2E83'],
    ['普通汉字', '行', '行'],
    ['全角数字留给后面处理', '０', '０'],
  ])('%s %s → %s', (_, text, expected) => {
    expect(readCharacter(text)).toBe(expected);
  });
});
