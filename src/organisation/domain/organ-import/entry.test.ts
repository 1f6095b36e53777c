import { describe, expect, test } from 'vitest';
import { granted, refusalOf } from '../../../../tests/support/result.ts';
import { columns, findColumn } from './columns.ts';
import { findKind, findRoundedCode, readEntries } from './entry.ts';

describe('the head of a file', () => {
  test('names every column as the export does', () => {
    for (const { key, label } of columns) expect(findColumn(label)?.key).toBe(key);
  });

  test('has no two columns of one name', () => {
    const names = columns.flatMap(({ label, alsoCalled }) => [label, ...alsoCalled]);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    [' 全 称* ', 'fullName'],
    ['单位名称（全称）', 'fullName'],
    ['上级单位', 'parent'],
    ['公开工作机构电话', 'disclosurePhone'],
    ['负责人', undefined],
  ])('“%s” means %s', (heading, key) => {
    expect(findColumn(heading)?.key).toBe(key);
  });

  test('may stand below a title, and rows are numbered as the spreadsheet does', () => {
    const read = readEntries([
      ['云溪县机构名单'],
      ['全称', '类别'],
      ['石桥镇人民政府', '镇'],
      ['', ''],
      ['柳河乡人民政府', '乡'],
    ]);
    expect(granted(read).map(({ row, values }) => [row, values.fullName])).toEqual([
      [3, '石桥镇人民政府'],
      [5, '柳河乡人民政府'],
    ]);
  });

  test('that is missing is asked for', () => {
    expect(refusalOf(readEntries([['石桥镇', '镇']]))).toContain('没有找到表头');
    expect(refusalOf(readEntries([]))).toContain('没有找到表头');
  });

  test('with a column twice is refused', () => {
    expect(refusalOf(readEntries([['全称', '类别', '机构名称']]))).toContain('“全称”出现了不止一次');
  });

  test('keeps apart what is blank and what the file does not speak of', () => {
    const [entry] = granted(
      readEntries([
        ['全称', '类别', '传真'],
        ['石桥镇人民政府', '镇', ''],
      ]),
    );
    expect(entry?.values.fax).toBe('');
    expect(entry?.values.phone).toBeUndefined();
  });
});

describe('what a cell means', () => {
  test.each([
    ['乡镇（街道）', 'township'],
    ['街道', 'township'],
    ['社区', 'village'],
    ['政府部门', 'department'],
    ['派出机构（站所）', 'station'],
    ['county', 'county'],
    ['公司', undefined],
    ['', undefined],
  ])('the kind “%s” is %s', (written, kind) => {
    expect(findKind(written)).toBe(kind);
  });

  test.each([
    ['9.90123E+11', '区划代码'],
    ['9.90123e11', '区划代码'],
    ['990123000000', undefined],
  ])('the code “%s” was rounded by a spreadsheet: %s', (divisionCode, label) => {
    expect(findRoundedCode({ row: 2, values: { divisionCode } })).toBe(label);
  });
});
