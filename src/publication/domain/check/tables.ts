import type { CheckedTable, Piece } from './document.ts';
import { isPersonName } from './names.ts';

/** Words of headings of the lists that offices keep. */
const headingWord =
  /姓名|户主|户名|身份证|证件|号码|电话|手机|联系|住址|地址|[账帐]号|卡号|一卡通|存折|病|残疾|金额|元|序号|编号|备注|性别|年龄|出生|民族|类别|类型|单位|班级|年级|学校|监护人|关系|原因|所在|村|组|日期|时间|名称|开户|面积|人口|情况|事项|内容|项目|标准|等级|状况|职务|岗位|成绩|结果|依据|户数|人数|邮箱|微信|车牌|职称|学历|就读|诊断|对象|成员/;

const textOf = (piece: Piece | undefined): string => piece?.plain.text.trim() ?? '';

function isHeadingRow(row: readonly Piece[]): boolean {
  const filled = row.map(textOf).filter((text) => text !== '');
  if (filled.length < 2) return false;
  const fitting = filled.filter((text) => text.length <= 20 && headingWord.test(text) && !/^[\d.,%]+$/.test(text));
  return fitting.length >= filled.length * 0.6 && !filled.some((text) => isPersonName(text) && !headingWord.test(text));
}

/** Rows that may stand above the headings: the name of the list, who made it, a unit. */
const mostTitleRows = 6;

/**
 * Finds the headings of a table and tells every cell what it is: by the heading of its column or, in a form, by the cell to
 * the left.
 *
 * @param title what stands before the table
 * @param rows every row with a piece for every column, empty ones too
 * @returns the table, and the same cells with their labels
 */
export function labelTable(title: string, rows: readonly (readonly Piece[])[]): CheckedTable {
  const first = rows.slice(0, mostTitleRows).findIndex(isHeadingRow);
  const second = first >= 0 && isHeadingRow(rows[first + 1] ?? []) ? first + 1 : first;
  const headings = first < 0 ? [] : joinHeadings(rows[first] ?? [], second > first ? rows[second] : undefined);
  const above = rows.slice(0, Math.max(0, first)).flatMap((row) => row.map(textOf));
  return {
    title: [title, ...above].filter((text) => text !== '').join(' '),
    headingRow: second,
    headings,
    rows: rows.map((row, at) =>
      row.map((piece, column) => {
        if (at <= second) return piece;
        const heading = headings[column] ?? '';
        return { ...piece, label: first >= 0 ? heading : leftLabel(row, column) };
      }),
    ),
  };
}

function joinHeadings(top: readonly Piece[], below: readonly Piece[] | undefined): string[] {
  let carried = '';
  return top.map((piece, column) => {
    const own = textOf(piece);
    const under = textOf(below?.[column]);
    // An empty cell beside a heading, with one below it: the heading reaches over both.
    if (own !== '') carried = own;
    return under === '' ? own : `${own === '' ? carried : own}${under}`;
  });
}

function leftLabel(row: readonly Piece[], column: number): string {
  for (let at = column - 1; at >= 0; at -= 1) {
    const text = textOf(row[at]);
    if (text === '') continue;
    return text.length <= 12 && !/^[\d.,%]+$/.test(text) && headingWord.test(text) ? text : '';
  }
  return '';
}
