import { columnName, type Form, type FormCell, formCells, rowName, tableKeys, tableName } from './forms/index.ts';

const names: Record<string, string> = {
  '': '全文',
  form: '表格格式',
  title: '标题',
  organ: '单位名称',
  year: '年度',
  preamble: '引言',
  notes: '读取说明',
};

/**
 * How a place in a report is called in a sentence for the clerk, from its dotted path.
 *
 * @example placeName(form2021, 'sections.4.text') → '第五部分“存在的主要问题及改进情况”'
 */
export function placeName(form: Form, path: string): string {
  const known = names[path];
  if (known !== undefined) return known;
  const section = /^sections\.([0-5])(?:\.|$)/.exec(path)?.[1];
  if (section !== undefined) {
    return `第${'一二三四五六'[Number(section)]}部分“${form.sections[Number(section)]?.heading ?? ''}”`;
  }
  if (path === 'sections') return '各部分标题';
  const table = tableKeys.find((key) => key === path);
  if (table) return tableName(form, table);
  const cells = formCells(form).filter((cell) => cell.path === path || cell.path.startsWith(`${path}.`));
  return cells.length === 0 ? path : cellNames(form, cells);
}

/**
 * Names several places at once, as shortly as they can be told apart: cells of one row or column
 * are named together, more than `most` places are counted.
 *
 * @example placeNames(form2021, ['requests.disclosed.natural', 'requests.disclosed.total'])
 *   → '表三“（一）予以公开”行“自然人”列、“总计”列'
 */
export function placeNames(form: Form, paths: readonly string[], most = 4): string {
  const byPath = new Map(formCells(form).map((cell) => [cell.path, cell]));
  const cells = paths.flatMap((path) => byPath.get(path) ?? []);
  if (cells.length > 1 && cells.length === paths.length) {
    const rows = new Set(cells.map((cell) => `${cell.table}.${cell.row.key}`));
    const columns = new Set(cells.map((cell) => `${cell.table}.${cell.column.key}`));
    if (rows.size === 1 || columns.size === 1) return cellNames(form, cells, most);
  }
  const all = [...new Set(paths.map((path) => placeName(form, path)))];
  return all.length <= most ? all.join('、') : `${all.slice(0, most).join('、')}等${all.length}处`;
}

/** Cells of one row, or of one column: what they share is said once. */
function cellNames(form: Form, cells: readonly FormCell[], most = 4): string {
  const [first] = cells;
  if (!first) return '';
  if (cells.every((cell) => cell.row === first.row)) {
    // The whole row needs no list of its columns.
    if (cells.length === first.block.columns.length && cells.length > 1) return rowName(form, first);
    const columns = cells.map(columnName);
    return `${rowName(form, first)}${columns.length <= most ? columns.join('、') : `（共${columns.length}列）`}`;
  }
  const rows = [...new Set(cells.map((cell) => rowName(form, cell).slice(tableName(form, cell.table).length)))];
  const column = `${tableName(form, first.table)}${columnName(first)}`;
  return rows.length <= most ? `${column}${rows.join('、')}` : `${column}（共${rows.length}行）`;
}
