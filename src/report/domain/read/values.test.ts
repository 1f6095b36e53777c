import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnDeclaration } from '../forms/index.ts';
import { forms } from '../forms/index.ts';
import { looksLikeValue, readCell, shiftDecimal } from './values.ts';

const column = (formId: string, table: 'proactive' | 'requests', row: string, key: string): ColumnDeclaration => {
  const form = forms.find((each) => each.id === formId);
  const block = form?.tables[table].blocks.find((each) => each.rows.some((own) => own.key === row));
  const found = block?.columns.find((each) => each.key === key);
  if (!found) throw new Error(`${row}.${key}`);
  return found;
};
const count = column('2021', 'requests', 'disclosed', 'natural');
const fee = column('2021', 'proactive', 'fees', 'amount');
const procurement = column('2019', 'proactive', 'procurement', 'amount');
const change = column('2019', 'proactive', 'licences', 'change');

describe('件数格', () => {
  it.each([
    ['12', 12, undefined],
    ['-3', -3, undefined],
    ['2.5', 2.5, undefined],
    ['\u3000 12\u00a0', 12, undefined],
    ['１２', 12, 'repaired'],
    ['1,234', 1234, 'repaired'],
    ['12件', 12, 'repaired'],
    ['', null, 'blank'],
    ['\u3000', null, 'blank'],
    ['/', '/', 'text'],
    ['-', '-', 'text'],
    ['无', '无', 'text'],
    ['0/0', '0/0', 'text'],
    ['12件（含网络3件）', '12件（含网络3件）', 'text'],
    ['一十二', '一十二', 'text'],
    ['1e3', '1e3', 'text'],
    ['0x10', '0x10', 'text'],
    ['1,2', '1,2', 'text'],
    ['12①', '12①', 'text'],
    ['5²', '5²', 'text'],
    ['12 1', '12 1', 'text'],
    ['−5', -5, 'repaired'],
    ['0012', 12, 'repaired'],
    ['99999999999999999999', '99999999999999999999', 'text'],
  ])('“%s” 读作 %j', (text, value, kind) => {
    const cell = readCell(text, count);
    expect([cell.value, cell.kind]).toEqual([value, kind]);
  });
});

describe('增减格', () => {
  it.each([
    ['+1', 1],
    ['-2', -2],
    ['增加5', 5],
    ['减少2', -2],
    ['0/0', 0],
    ['3/1', '3/1'],
    ['增2减1', '增2减1'],
  ])('“%s” 读作 %j', (text, value) => {
    expect(readCell(text, change).value).toBe(value);
  });
});

describe('金额格', () => {
  it.each([
    [fee, '4', '4', undefined],
    [fee, '0.0000', '0.0000', undefined],
    [fee, '251000元', '25.1', 'repaired'],
    [fee, '14722.49万元', '14722.49', 'repaired'],
    [fee, '1,234.5', '1234.5', 'repaired'],
    [fee, '/', '/', 'text'],
    [fee, '约3万', '约3万', 'text'],
    [procurement, '23246297.53', '23246297.53', undefined],
    [procurement, '97.68万元', '976800', 'repaired'],
    [procurement, '1.2亿元', '120000000', 'repaired'],
  ])('单位是 $unit 的格，“%s” 读作 %j', (own, text, value, kind) => {
    const cell = readCell(text, own);
    expect([cell.value, cell.kind]).toEqual([value, kind]);
  });

  it('表头写“单位：元”时，251000 换算为 25.1 万元并注明', () => {
    const cell = readCell('251000', fee, '元');
    expect(cell).toMatchObject({ value: '25.1', kind: 'repaired' });
    expect(cell.message).toContain('251000');
  });

  it('小数点移过去再移回来，数值不变', () => {
    const decimal = fc
      .tuple(fc.nat(99_999_999), fc.nat(9999))
      .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);
    fc.assert(
      fc.property(decimal, fc.integer({ min: -8, max: 8 }), (text, places) => {
        expect(Number(shiftDecimal(shiftDecimal(text, places), -places))).toBe(Number(text));
      }),
    );
  });
});

describe('是数还是行名', () => {
  it.each(['0', '１２', '/', '—', '无', '+1', '0/0', '增加5', '12件（含网络3件）', '97.68万元'])(
    '“%s” 是格中的数',
    (text) => {
      expect(looksLikeValue(text)).toBe(true);
    },
  );
  it.each(['1.属于国家秘密', '（一）', '其他', '2022年', '第二十条第（一）项', '三、本年度办理结果', '保留4位小数）'])(
    '“%s” 不是格中的数',
    (text) => {
      expect(looksLikeValue(text)).toBe(false);
    },
  );
});
