import type { LedgerField } from './columns.ts';

const bare = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '');

const sum = /^(?:本[页月季年]|全年|年度|各村)?(?:合计|总计|小计|共计|累计)(?:\(.*\))?:?(?:\d+[条件份]?)?$/;
const signature =
  /^(?:填报|填表|制表|审核|统计|报送|经办|复核|校对|负责|联系|主管|分管|单位负责)(?:人|单位|部门|领导|日期|时间|电话)?[:(]/;
const note = /^(?:备注|说明|注)(?:\d)?[:.、]/;

/**
 * Why a row below the head of a ledger is no publication, in a word; undefined when it may be one.
 *
 * @param values what stands in the columns that are taken over
 * @example whyNoEntry(['合计', '', '12条'], head, { title: '', publishedOn: '12条' }) // '合计行'
 * @example whyNoEntry(['填报人：王芳', '', '审核人：'], head, {}) // '签字、说明'
 */
export function whyNoEntry(
  cells: readonly string[],
  head: readonly string[],
  values: Partial<Record<LedgerField, string>>,
): string | undefined {
  const filled = cells.map(bare).filter((cell) => cell !== '');
  const first = filled[0] ?? '';
  if (sum.test(first) || sum.test(bare(values.title ?? ''))) return '合计行';
  if (signature.test(first) || (note.test(first) && !values.publishedOn)) return '签字、说明';
  const isHead = cells.every((cell, column) => bare(cell) === '' || bare(cell) === bare(head[column] ?? ''));
  return isHead && filled.length > 1 ? '重复的表头' : undefined;
}
