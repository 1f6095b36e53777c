import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../../tests/support/report-arbitrary.ts';
import { type PrintableTable, placeCells } from '../../../kernel/printable-document.ts';
import { formCells, forms, getForm, type TableKey } from '../forms/index.ts';
import { layOutTable, layOutTables, valueCell } from './tables.ts';

/** A table as one line a row: each cell with its spans, values as □. */
function drawn(table: PrintableTable): string[] {
  const lines: string[][] = [];
  for (const { cell, row, rowSpan, columnSpan } of placeCells(table)) {
    const spans = rowSpan * columnSpan > 1 ? `[${rowSpan}×${columnSpan}]` : '';
    lines[row] ??= [];
    lines[row].push(`${cell.key === undefined ? cell.text : '□'}${spans}`);
  }
  return lines.map((line) => line.join(' '));
}

const tableOf = (form: '2021' | '2019', key: TableKey) => layOutTable(makeReport(1, { form }), getForm(form), key);

describe('the tables have the merged cells and labels the form prescribes', () => {
  it('table 二 of 国办公开办函〔2021〕30号', () => {
    expect(drawn(tableOf('2021', 'proactive'))).toEqual([
      '第二十条第（一）项[1×4]',
      '信息内容 本年制发件数 本年废止件数 现行有效件数',
      '规章 □ □ □',
      '行政规范性文件 □ □ □',
      '第二十条第（五）项[1×4]',
      '信息内容 本年处理决定数量[1×3]',
      '行政许可 □[1×3]',
      '第二十条第（六）项[1×4]',
      '信息内容 本年处理决定数量[1×3]',
      '行政处罚 □[1×3]',
      '行政强制 □[1×3]',
      '第二十条第（八）项[1×4]',
      '信息内容 本年收费金额（单位：万元）[1×3]',
      '行政事业性收费 □[1×3]',
    ]);
  });

  it('table 二 of 国办公开办函〔2019〕60号', () => {
    expect(drawn(tableOf('2019', 'proactive'))).toEqual([
      '第二十条第（一）项[1×4]',
      '信息内容 本年新制作数量 本年新公开数量 对外公开总数量',
      '规章 □ □ □',
      '规范性文件 □ □ □',
      '第二十条第（五）项[1×4]',
      '信息内容 上一年项目数量 本年增/减 处理决定数量',
      '行政许可 □ □ □',
      '其他对外管理服务事项 □ □ □',
      '第二十条第（六）项[1×4]',
      '信息内容 上一年项目数量 本年增/减 处理决定数量',
      '行政处罚 □ □ □',
      '行政强制 □ □ □',
      '第二十条第（八）项[1×4]',
      '信息内容 上一年项目数量 本年增/减[1×2]',
      '行政事业性收费 □ □[1×2]',
      '第二十条第（九）项[1×4]',
      '信息内容 采购项目数量 采购总金额[1×2]',
      '政府集中采购 □ □[1×2]',
    ]);
  });

  it('table 三: the corner with the sum, 法人或其他组织 over five columns, 三、本年度办理结果 beside its rows', () => {
    const seven = ' □ □ □ □ □ □ □';
    expect(drawn(tableOf('2021', 'requests'))).toEqual([
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）[3×3] 申请人情况[1×7]',
      '自然人[2×1] 法人或其他组织[1×5] 总计[2×1]',
      '商业企业 科研机构 社会公益组织 法律服务机构 其他',
      `一、本年新收政府信息公开申请数量[1×3]${seven}`,
      `二、上年结转政府信息公开申请数量[1×3]${seven}`,
      `三、本年度办理结果[22×1] （一）予以公开[1×2]${seven}`,
      `（二）部分公开（区分处理的，只计这一情形，不计其他情形）[1×2]${seven}`,
      `（三）不予公开[8×1] 1.属于国家秘密${seven}`,
      `2.其他法律行政法规禁止公开${seven}`,
      `3.危及“三安全一稳定”${seven}`,
      `4.保护第三方合法权益${seven}`,
      `5.属于三类内部事务信息${seven}`,
      `6.属于四类过程性信息${seven}`,
      `7.属于行政执法案卷${seven}`,
      `8.属于行政查询事项${seven}`,
      `（四）无法提供[3×1] 1.本机关不掌握相关政府信息${seven}`,
      `2.没有现成信息需要另行制作${seven}`,
      `3.补正后申请内容仍不明确${seven}`,
      `（五）不予处理[5×1] 1.信访举报投诉类申请${seven}`,
      `2.重复申请${seven}`,
      `3.要求提供公开出版物${seven}`,
      `4.无正当理由大量反复申请${seven}`,
      `5.要求行政机关确认或重新出具已获取信息${seven}`,
      `（六）其他处理[3×1] 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请${seven}`,
      `2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请${seven}`,
      `3.其他${seven}`,
      `（七）总计[1×2]${seven}`,
      `四、结转下年度继续办理[1×3]${seven}`,
    ]);
  });

  it('table 三 of the form of 2019 has （六）其他处理 as one row', () => {
    const lines = drawn(tableOf('2019', 'requests'));
    expect(lines).toHaveLength(26);
    expect(lines).toContain('（六）其他处理[1×2] □ □ □ □ □ □ □');
    expect(lines).toContain('三、本年度办理结果[20×1] （一）予以公开[1×2] □ □ □ □ □ □ □');
  });

  it('table 四: three blocks side by side, two of them under 行政诉讼', () => {
    const five = '结果维持 结果纠正 其他结果 尚未审结 总计';
    expect(drawn(tableOf('2021', 'remedies'))).toEqual([
      '行政复议[1×5] 行政诉讼[1×10]',
      `${five.replace(/(\S+)/g, '$1[2×1]')} 未经复议直接起诉[1×5] 复议后起诉[1×5]`,
      `${five} ${five}`,
      new Array(15).fill('□').join(' '),
    ]);
  });
});

describe.each(forms)('form $id', (form) => {
  it('shows every cell of the form exactly once, with its own value', () => {
    const report = makeReport(5, { form: form.id });
    const shown = layOutTables(report, form).flatMap((table) =>
      placeCells(table).flatMap(({ cell }) => (cell.key === undefined ? [] : [[cell.key, cell.text]])),
    );
    const wanted = formCells(form).map(({ path, table, row, column }) => [
      path,
      String(report[table][row.key]?.[column.key]),
    ]);
    expect(shown).toEqual(wanted);
  });
});

describe('a value is shown as it stands in the report', () => {
  it.each([
    [null, '', undefined],
    ['/', '/', undefined],
    [0, '0', true],
    [14_069, '14069', true],
    [-3, '-3', true],
    ['251.40', '251.40', true],
    ['0.0001', '0.0001', true],
    ['无', '无', undefined],
    ['12件（含网络3件）', '12件（含网络3件）', undefined],
    ['007', '007', undefined],
    ['1,204', '1,204', undefined],
  ])('%o', (value, text, numeric) => {
    expect(valueCell(value, 'x')).toEqual({ text, key: 'x', ...(numeric ? { numeric } : {}) });
  });
});
