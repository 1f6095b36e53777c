import type { TableCell } from '../../src/kernel/neutral-document.ts';
import { buildXlsx, tableToSheet } from '../../src/platform/documents/read/fixtures/build-xlsx.ts';
import { gb18030Of } from './gb18030.ts';

const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): TableCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  text,
});

/**
 * A ledger as an office keeps it: a title over all columns, a head of two rows with a merged heading over ticks, a day and
 * a unit merged over several rows, days of every spelling, a blank row, a number of a person nobody needs, a sum, signatures.
 *
 * @param name put into every title, so that one test does not meet the items of another
 */
export function messyWorkbook(name = ''): Uint8Array {
  const titles = [
    `关于做好汛期安全工作的通知${name}`,
    `农村低保对象名单公示${name}`,
    `春季植树活动公告${name}`,
    `道路维修封闭施工公告${name}`,
    `人居环境整治倡议书${name}`,
    `文化站开放时间公告${name}`,
  ];
  const days = ['2026.3.5', '3月6日', '2026/3/7', '二〇二六年三月八日', '3.10', ''];
  const cells: TableCell[] = [
    cell(0, 0, '石桥镇2026年政务公开工作台账', 1, 9),
    cell(1, 0, '填报单位：石桥镇党政办', 1, 9),
    ...['序号', '公开内容', '公开时间', '责任单位'].map((text, column) => cell(2, column, text, 2)),
    cell(2, 4, '公开渠道', 1, 3),
    ...['政府网站', '微信公众号', '公示栏'].map((text, at) => cell(3, 4 + at, text)),
    cell(2, 7, '联系电话', 2),
    cell(2, 8, '备注', 2),
  ];
  const rowOf = [4, 5, 6, 8, 9, 10];
  for (const [at, title] of titles.entries()) {
    const row = rowOf[at] ?? 0;
    cells.push(cell(row, 0, String(at + 1)), cell(row, 1, title));
    if (days[at] !== '') cells.push(cell(row, 2, days[at] ?? '', at === 4 ? 2 : 1));
    cells.push(cell(row, 4, '√'), cell(row, 5, at % 2 === 0 ? '√' : '×'), cell(row, 6, at === 1 ? '3月7日' : ''));
    cells.push(cell(row, 7, '13812345678'), cell(row, 8, at === 1 ? '7日' : ''));
  }
  cells.push(cell(4, 3, '石桥镇', 3), cell(8, 3, '石桥镇'), cell(9, 3, '石桥镇', 2));
  cells.push(cell(11, 0, '合  计'), cell(11, 1, '6条'));
  cells.push(cell(12, 0, '填报人：王芳          审核人：李明          填报日期：2026年3月20日', 1, 9));
  const sheet = tableToSheet({ kind: 'table', rowCount: 13, columnCount: 9, cells }, '2026年台账');
  const cover = tableToSheet({ kind: 'table', rowCount: 1, columnCount: 1, cells: [cell(0, 0, '说明')] }, '封面');
  return buildXlsx([cover, sheet]);
}

/** The same kind of thing exported as CSV by an old spreadsheet: GB18030, headings nobody else uses, no year anywhere. */
export function messyCsv(name = ''): Uint8Array {
  return gb18030Of(
    [
      '石桥镇微信推送登记,,,',
      '编号,推文,哪天发的,谁写的',
      `1,"春耕备耕，不误农时${name}",3月12日,王芳`,
      `2,防火宣传周开始啦${name},3.15,王芳`,
      ',,,',
      `3,张三（11010519491231002X）获评身边好人${name},3月18日,王芳`,
      `4,没写日期${name},,王芳`,
      '小计,4,,',
      '',
    ].join('\r\n'),
  );
}
