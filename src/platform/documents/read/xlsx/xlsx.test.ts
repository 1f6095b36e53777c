import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../kernel/neutral-document.ts';
import { buildXlsx, numberCell, type SheetSource, textCell } from '../fixtures/build-xlsx.ts';
import { readDocument } from '../read-document.ts';
import { readNumberFormat, writeNumber } from './number-format.ts';

const readSheets = async (sheets: SheetSource[], parts = {}) => {
  const result = await readDocument({ name: '年报.xlsx', bytes: buildXlsx(sheets, parts) });
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
};

const sheet = (rows: string, more = '', name = 'Sheet1'): SheetSource => ({
  name,
  xml: `<sheetData>${rows}</sheetData>${more}`,
});

const outlineOf = (blocks: Block[]) =>
  blocks.map((block) => {
    if (block.kind !== 'table') return block.kind === 'paragraph' ? block.text : '';
    return Array.from({ length: block.rowCount }, (_, row) =>
      block.cells.filter((cell) => cell.row === row).map(({ column, text }) => `${column}:${text}`),
    );
  });

const outline = async (rows: string, more = '', parts = {}) =>
  outlineOf((await readSheets([sheet(rows, more)], parts)).blocks);

describe('工作表', () => {
  it('共享字符串、分段格式的字符串、内嵌字符串、公式结果、真假值、错误值', async () => {
    const strings =
      '<si><t>规章</t></si><si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>xx</t></rPh></si><si><t>一_x000D_&#10;二</t></si>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>内嵌</t></is></c></row>' +
      '<row r="2"><c r="A2"><f>SUM(1,2)</f><v>3</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>规章x</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#REF!</v></c></row>';
    expect(await outline(rows, '', { strings })).toEqual([
      [
        ['0:规章', '1:行政许可', '2:一\n二', '3:内嵌'],
        ['0:3', '1:规章x', '2:TRUE', '3:#REF!'],
      ],
    ]);
  });

  it('划去的字不读；上标的数字不接在正数后面；下一格不受影响', async () => {
    const struck = '<r><rPr><strike/></rPr><t>9</t></r><r><t>760</t></r>';
    const raised = '<r><t>760</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>';
    const strings = `<si>${struck}</si><si>${raised}</si><si><t>12</t></si>`;
    const cells = [0, 1, 2].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    const rows = `<row>${cells}<c t="inlineStr"><is>${raised}</is></c><c><v>15</v></c></row>`;
    expect(await outline(rows, '', { strings })).toEqual([[['0:760', '1:760¹', '2:12', '3:760¹', '4:15']]]);
  });

  it('没有写行号列号的单元格依次排', async () => {
    expect(
      await outline('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r="C2"><v>4</v></c></row>'),
    ).toEqual([
      [
        ['0:1', '1:2'],
        ['0:3', '2:4'],
      ],
    ]);
  });

  it('表中的空单元格在，表外只有格式的不在，空行空列不占位', async () => {
    const rows = `<row r="3">${textCell(2, 1, '规章')}<c r="C3" s="0"/>${numberCell(2, 3, '5')}<c r="Z3"/></row><row r="4"><c r="B4"/></row><row r="6">${textCell(5, 1, '许可')}${numberCell(5, 2, '7')}${numberCell(5, 3, '0')}</row>`;
    expect(await outline(rows)).toEqual([
      [
        ['0:规章', '1:', '2:5'],
        ['0:许可', '1:7', '2:0'],
      ],
    ]);
  });

  it('合并单元格里看不见的残留内容不读', async () => {
    const rows = `<row r="1">${textCell(0, 0, '信息内容')}${textCell(0, 1, '残留')}${textCell(0, 2, '数量')}</row><row r="2">${textCell(1, 0, '规章')}${textCell(1, 1, '甲')}${numberCell(1, 2, '0')}</row>`;
    const { blocks } = await readSheets([sheet(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')]);
    expect(blocks).toMatchObject([
      { cells: [{ text: '信息内容', columnSpan: 2 }, { text: '数量', column: 2 }, {}, {}, {}] },
    ]);
  });

  it('合并到表格尽头之外的只算到尽头', async () => {
    const rows = `<row r="1">${textCell(0, 0, '标题')}</row><row r="2">${textCell(1, 0, '规章')}${numberCell(1, 1, '0')}</row>`;
    const { blocks } = await readSheets([sheet(rows, '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>')]);
    expect(blocks).toMatchObject([{ rowCount: 2, columnCount: 2, cells: [{ text: '标题', columnSpan: 2 }, {}, {}] }]);
  });

  it('每一行都合并到最后一列的工作表照读', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, at) => `<row r="${at + 1}">${textCell(at, 0, '规章')}${numberCell(at, 1, String(at))}</row>`,
    );
    const merges = rows.map((_, at) => `<mergeCell ref="B${at + 1}:XFD${at + 1}"/>`);
    const { blocks } = await readSheets([sheet(rows.join(''), `<mergeCells>${merges.join('')}</mergeCells>`)]);
    expect(blocks).toMatchObject([{ rowCount: 400, columnCount: 2 }]);
  });

  it('起了名的工作表以名为标题，Sheet1 之类不算；隐藏的工作表不读并说明', async () => {
    const rows = `<row r="1">${textCell(0, 0, '规章')}${numberCell(0, 1, '0')}</row>`;
    const { blocks, remarks } = await readSheets([
      sheet(rows, '', 'Sheet2'),
      { ...sheet(rows, '', '旧表'), state: 'hidden' },
      sheet(rows, '', '主动公开'),
    ]);
    expect(outlineOf(blocks)).toEqual([[['0:规章', '1:0']], '主动公开', [['0:规章', '1:0']]]);
    expect(blocks[1]).toMatchObject({ heading: 1 });
    expect(remarks).toEqual(['工作表“旧表”是隐藏的，没有读取。']);
  });

  it('隐藏的行和列不读并说明', async () => {
    const rows = `<row r="1">${textCell(0, 0, '规章')}${numberCell(0, 1, '8')}${numberCell(0, 2, '0')}</row><row r="2" hidden="1">${textCell(1, 0, '旧行')}</row>`;
    const xml = `<cols><col min="2" max="2" hidden="true"/></cols><sheetData>${rows}</sheetData>`;
    const { blocks, remarks } = await readSheets([{ name: '年报', xml }]);
    expect(outlineOf(blocks)).toEqual(['年报', [['0:规章', '1:0']]]);
    expect(remarks).toEqual(['工作表“年报”有隐藏的行或列，其中的 2 个单元格没有读取。']);
  });

  it('没有保存结果的公式是空格并说明', async () => {
    const { blocks, remarks } = await readSheets([
      sheet(
        `<row r="1">${textCell(0, 0, '总计')}<c r="B1"><f>SUM(C1:D1)</f></c>${numberCell(0, 2, '1')}</row><row r="2">${textCell(1, 0, '许可')}${numberCell(1, 1, '2')}</row>`,
        '',
        '表',
      ),
    ]);
    expect(outlineOf(blocks)).toEqual([
      [
        ['0:总计', '1:', '2:1'],
        ['0:许可', '1:2'],
      ],
    ]);
    expect(remarks).toEqual(['工作表“表”有 1 个公式没有保存结果，请用 Excel 或 WPS 打开后重新保存。']);
  });

  it('显示的数与实际存的数不同：读显示的，并写明', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="180" formatCode="0_ "/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="180"/></cellXfs>';
    const { blocks, remarks } = await readSheets(
      [sheet(`<row r="1">${textCell(0, 0, '许可')}${numberCell(0, 1, '3.4', 1)}</row>`, '', '年报')],
      { styles },
    );
    expect(outlineOf(blocks)).toEqual(['年报', [['0:许可', '1:3']]]);
    expect(remarks).toEqual(['工作表“年报”的单元格 B1 显示为 3，实际存的是 3.4，按显示的读取。']);
  });

  it('整份报告写在一张表里：长句和标题是段落，数字仍是表格', async () => {
    const sentence =
      '本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止，电子版可在县人民政府门户网站查阅下载，如有疑问请与本镇联系。';
    const rows = `<row r="1">${textCell(0, 0, sentence)}</row><row r="3">${textCell(2, 0, '二、主动公开')}</row><row r="4">${textCell(3, 0, '规章')}${numberCell(3, 1, '0')}</row>`;
    expect(await outline(rows)).toEqual([sentence, '二、主动公开', [['0:规章', '1:0']]]);
  });

  it('没有文字的工作簿：拒绝并说明', async () => {
    const result = await readDocument({ name: '年报.xlsx', bytes: buildXlsx([sheet('')]) });
    expect(result).toMatchObject({ ok: false, problem: { code: 'no-text' } });
  });
});

describe('数字按人看到的样子读', () => {
  const format = (code: string) => readNumberFormat(200, code);
  it.each([
    ['常规', 'General', '0.30000000000000004', '0.3'],
    ['常规，整数', 'General', '14', '14'],
    ['常规，科学计数', 'General', '1.2E+3', '1200'],
    ['常规，极小的数', 'General', '1E-7', '0.0000001'],
    ['常规，极大的数', 'General', '1E+21', '1000000000000000000000'],
    ['负零', 'General', '-0', '0'],
    ['两位小数，末尾的零不写', '0.00', '12.3', '12.3'],
    ['两位小数，整数', '0.00', '5', '5'],
    ['千分位', '#,##0.00', '23246297.53', '23246297.53'],
    ['会计格式的零仍是 0', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0', '0'],
    ['带单位', '0"件"', '12', '12件'],
    ['货币符号不写', '"￥"#,##0.00', '12.5', '12.5'],
    ['颜色和条件不算', '[红色][>=0]0.00;[蓝色]-0.00', '1.25', '1.25'],
    ['百分比', '0.0%', '0.125', '12.5%'],
    ['文本格式', '@', '7', '7'],
    ['不认识的格式照实写', '0.0,', '12345', '12345'],
    ['分数格式照实写', '# ?/?', '0.5', '0.5'],
    ['不是数字', '0', '无', '无'],
  ])('%s', (_, code, raw, text) => {
    expect(writeNumber(raw, format(code), false).text).toBe(text);
  });

  it('四舍五入按十进制，半数进位，与表格软件相同', () => {
    expect(writeNumber('1.005', format('0.00'), false)).toEqual({ text: '1.01', stored: '1.005' });
    expect(writeNumber('-2.5', format('0'), false)).toEqual({ text: '-3', stored: '-2.5' });
  });

  it.each([
    ['yyyy"年"m"月"d"日"', '44927', '2023年1月1日'],
    ['yyyy/mm/dd', '44927', '2023/01/01'],
    ['yyyy-m-d h:mm', '44927.5', '2023-1-1 12:00'],
    ['[$-804]yyyy年m月d日;@', '44926', '2022年12月31日'],
    ['mm:ss', '0.001388888888888889', '02:00'],
    ['yy-m', '44927', '23-1'],
  ])('日期 %s', (code, raw, text) => {
    expect(writeNumber(raw, format(code), false).text).toBe(text);
  });

  it('内置的日期格式，1904 日期系统', () => {
    expect(writeNumber('44927', readNumberFormat(14, undefined), false).text).toBe('2023-1-1');
    expect(writeNumber('44927', readNumberFormat(31, undefined), false).text).toBe('2023年1月1日');
    expect(writeNumber('1', readNumberFormat(14, undefined), false).text).toBe('1900-1-1');
    expect(writeNumber('61', readNumberFormat(14, undefined), false).text).toBe('1900-3-1');
    expect(writeNumber('43465', readNumberFormat(14, undefined), true).text).toBe('2023-1-1');
  });
});
