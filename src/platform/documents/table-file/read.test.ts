import { describe, expect, test } from 'vitest';
import { messyCsv, messyWorkbook } from '../../../../tests/support/ledgers.ts';
import { buildXlsx, textCell } from '../read/fixtures/build-xlsx.ts';
import { readTableFile } from './read.ts';

const rowXml = (row: number, ...cells: [column: number, text: string][]) =>
  `<row r="${row + 1}">${cells.map(([column, text]) => textCell(row, column, text)).join('')}</row>`;
const workbook = (xml: string, name = '台账') => ({ name: '台账.xlsx', bytes: buildXlsx([{ name, xml }]) });

async function read(file: { name: string; bytes: Uint8Array }, merged?: 'each') {
  const found = await readTableFile(file, merged);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

describe('a workbook read as data', () => {
  test('every row keeps the number the spreadsheet shows, blank ones, titles and long remarks among them', async () => {
    const long = '说明文字。'.repeat(80);
    const file = workbook(
      `<sheetData>${rowXml(0, [0, '标题行'])}${rowXml(2, [0, '标题'], [1, '日期'])}${rowXml(5, [0, '甲'], [1, long])}</sheetData>`,
    );
    const { tables, names } = await read(file);
    expect(names).toEqual(['台账']);
    expect(tables[0]).toEqual([['标题行'], [], ['标题', '日期'], [], [], ['甲', long]]);
  });

  test('what is merged over rows stands in the first of them, or in each where that is asked for', async () => {
    const file = workbook(
      `<sheetData>${rowXml(0, [0, '甲'], [1, '三月五日'])}${rowXml(1, [0, '乙'])}</sheetData><mergeCells count="1"><mergeCell ref="B1:B2"/></mergeCells>`,
    );
    expect((await read(file)).tables[0]).toEqual([['甲', '三月五日'], ['乙']]);
    expect((await read(file, 'each')).tables[0]).toEqual([
      ['甲', '三月五日'],
      ['乙', '三月五日'],
    ]);
  });

  test('a cell far out is told, and takes no memory', async () => {
    const far = workbook(`<sheetData>${rowXml(0, [0, '甲'])}${rowXml(1_048_000, [0, '乙'])}</sheetData>`);
    expect(await readTableFile(far)).toMatchObject({ ok: false, problem: { code: 'import-too-wide' } });
    const rows = Array.from({ length: 200 }, (_, row) => rowXml(row, [16_000, '乙'])).join('');
    const wide = workbook(`<sheetData>${rows}</sheetData>`);
    expect(await readTableFile(wide)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('请删去多余的行和列') },
    });
  });

  test('a ledger with a cover, merged heads and signatures has its sheets by name', async () => {
    const { names, tables } = await read({ name: '台账.xlsx', bytes: messyWorkbook() }, 'each');
    expect(names).toEqual(['封面', '2026年台账']);
    expect(tables[1]?.[3]?.slice(0, 7)).toEqual([
      '序号',
      '公开内容',
      '公开时间',
      '责任单位',
      '政府网站',
      '微信公众号',
      '公示栏',
    ]);
  });

  test('a CSV in GB18030 is read, and that it was guessed is said', async () => {
    const { tables, remarks, names } = await read({ name: '登记.csv', bytes: messyCsv() });
    expect(tables[0]?.[1]).toEqual(['编号', '推文', '哪天发的', '谁写的']);
    expect(remarks.join()).toContain('GB18030');
    expect(names).toEqual(['']);
  });
});
