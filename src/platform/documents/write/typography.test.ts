import { describe, expect, it } from 'vitest';
import { breakTitle, fittingSize, surplusRoom, textWidth, textWidthInEms } from './typography.ts';

it('the type area of GB/T 9704 is 156 mm wide', () => {
  expect(textWidth).toBe(156);
});

describe('a title', () => {
  it.each([
    [['云溪县民政局', '2024年政府公开年报'], ['云溪县民政局2024年政府公开年报'], 'that fits stands on one line'],
    [
      ['云溪县石桥镇人民政府', '2024年政府信息公开工作年度报告'],
      ['云溪县石桥镇人民政府', '2024年政府信息公开工作年度报告'],
      'that does not is broken between its parts',
    ],
    [
      ['关于石桥镇政府', '2024年年度报告', '有关问题的反馈函'],
      ['关于石桥镇政府2024年年度报告', '有关问题的反馈函'],
      'takes as few lines as possible',
    ],
    [
      ['云溪县石桥镇人民政府', '政府年报', '反馈意见的函复'],
      ['云溪县石桥镇人民政府', '政府年报反馈意见的函复'],
      'has lines as even as possible',
    ],
    [
      ['一二三四五六七八九十一二三四五六七八九十廿一'],
      ['一二三四五六七八九十一二三四五六七八九十廿一'],
      'of one part is left to the page',
    ],
    [[], [], 'without parts has no lines'],
  ])('%j → %j: %s', (parts, lines) => {
    expect(breakTitle(parts, 20)).toEqual(lines);
  });
});

describe('a number', () => {
  it.each([
    ['0', 30, 10.5, 10.5],
    ['123456', 30, 10.5, 9],
    ['12345678', 30, 10.5, 6.5],
    ['23246297.53', 30, 10.5, 6],
    ['', 30, 10.5, 10.5],
  ])('%s in %d points is set in at most %d', (text, width, size, wanted) => {
    expect(fittingSize(text, width, size)).toBe(wanted);
  });
});

it('a character is an em wide, a digit half of one', () => {
  expect(textWidthInEms('“2024”年')).toBe(5);
});

it.each([
  ['商业企业', 31, 9, 12],
  ['社会公益组织', 31, 9, 3],
  ['总计', 31, 9, 0],
  ['自然人', 31, 9, 0],
  ['其他', 5, 9, 0],
])('%s in %d points of size %d leaves %d points beside even lines', (text, room, size, surplus) => {
  expect(surplusRoom(text, room, size)).toBe(surplus);
});
