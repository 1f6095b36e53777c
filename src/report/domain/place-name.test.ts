import { describe, expect, it } from 'vitest';
import { formCells, getForm } from './forms/index.ts';
import { placeName, placeNames } from './place-name.ts';

const form = getForm('2021');
const row = (key: string) => formCells(form).flatMap((cell) => (cell.row.key === key ? cell.path : []));
const column = (key: string) =>
  formCells(form).flatMap((cell) => (cell.table === 'requests' && cell.column.key === key ? cell.path : []));

describe('a place is called', () => {
  it.each([
    ['requests.disclosed.natural', '表三“（一）予以公开”行“自然人”列'],
    ['proactive.fees.amount', '表二“行政事业性收费”行“本年收费金额”列'],
    ['requests.disclosed', '表三“（一）予以公开”行'],
    ['remedies', '表四'],
    ['sections.4.text', '第五部分“存在的主要问题及改进情况”'],
    ['sections.0', '第一部分“总体情况”'],
    ['title', '标题'],
    ['', '全文'],
    ['unheard.of', 'unheard.of'],
  ])('%s', (path, name) => {
    expect(placeName(form, path)).toBe(name);
  });
});

describe('several places are called', () => {
  it.each([
    ['a whole row', row('carriedOut'), '表三“四、结转下年度继续办理”行'],
    ['two cells of a row', row('disclosed').slice(0, 2), '表三“（一）予以公开”行“自然人”列、“商业企业”列'],
    ['most of a row', row('disclosed').slice(0, 6), '表三“（一）予以公开”行（共6列）'],
    [
      'two cells of a column',
      ['requests.newlyReceived.total', 'requests.carriedOut.total'],
      '表三“总计”列“一、本年新收政府信息公开申请数量”行、“四、结转下年度继续办理”行',
    ],
    ['a whole column', column('total'), '表三“总计”列（共25行）'],
    [
      'a text and a cell',
      ['sections.5.text', 'proactive.fees.amount'],
      '第六部分“其他需要报告的事项”、表二“行政事业性收费”行“本年收费金额”列',
    ],
    ['many places', ['title', 'year', 'preamble', 'proactive', 'requests', 'remedies'], '标题、年度、引言、表二等6处'],
  ])('%s', (_, paths, name) => {
    expect(placeNames(form, paths)).toBe(name);
  });
});
