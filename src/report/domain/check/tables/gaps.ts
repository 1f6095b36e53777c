import type { Note, NoteKind } from '../../annual-report.ts';
import { cellName, type FormCell, type TableKey, tableKeys, tableName } from '../../forms/index.ts';
import type { CheckContext, Rule, RuleFinding } from '../rule.ts';
import { nameCells } from './cell-names.ts';
import { findFigure } from './figures.ts';
import { getCell, planForm } from './form-plan.ts';
import { inferFigures } from './inference.ts';

/** The tables in which not one cell has anything in it: probably a picture, or never filled in. */
export function listEmptyTables(context: CheckContext): TableKey[] {
  const { cells, form } = context;
  if (!cells.includes(null)) return [];
  const filled = new Set<TableKey>();
  for (const [position, cell] of planForm(form).cells.entries()) if (cells[position] !== null) filled.add(cell.table);
  return tableKeys.filter((table) => !filled.has(table));
}

const tableMissing: Rule = {
  id: 'TABLE-MISSING',
  severity: 'unknown',
  title: '表格没有数据',
  formula: '表二、表三、表四各至少有一格有内容',
  source: '国办公开办函〔2021〕30号、国办公开办函〔2019〕60号 表格',
  *check(context) {
    for (const table of listEmptyTables(context)) {
      const name = tableName(context.form, table);
      const doubt = commonDoubt(context, table);
      yield {
        paths: [table],
        message:
          doubt === undefined
            ? `${name}没有读到任何内容（可能是图片，或者没有填写），表内各项都无法核对。请提供有文字的表格。`
            : `${name}有内容，但是各格都没有取值：${doubt}。表内各项都无法核对，请换用 Word 原文件再查，或者对照原件逐格补填。`,
        expected: '',
        found: '空白',
      };
    }
  },
};

/** Why the reader took nothing from a table that has content; none when it has no content. */
function commonDoubt({ report }: CheckContext, table: TableKey): string | undefined {
  const doubt = report.notes.find(({ path, kind }) => kind === 'ambiguous' && `${path}.`.startsWith(`${table}.`));
  return doubt?.message.replace(/。$/, '');
}

/** Why a cell holds nothing. */
type GapKind = Extract<NoteKind, 'blank' | 'missing' | 'ambiguous'>;

interface Gap {
  position: number;
  cell: FormCell;
  kind: GapKind;
  /** The reader's own words, where they say more than the kind. */
  remark: string;
}

const cellBlank: Rule = {
  id: 'CELL-BLANK',
  severity: 'unknown',
  title: '空白单元格',
  formula: '每格都有内容；没有发生的填 0',
  source: '国办公开办函〔2021〕30号 表格；空白、“/”与 0 含义不同',
  *check(context) {
    if (!context.cells.includes(null)) return;
    const inferred = inferFigures(context.cells, planForm(context.form));
    for (const gaps of groupGaps(listGaps(context))) yield describeGaps(context, gaps, inferred);
  },
};

function listGaps(context: CheckContext): Gap[] {
  const plan = planForm(context.form);
  const empty = new Set(listEmptyTables(context));
  const notes = indexNotes(context.report.notes);
  const gaps: Gap[] = [];
  for (const [position, value] of context.cells.entries()) {
    if (value !== null) continue;
    const cell = getCell(plan, position);
    if (empty.has(cell.table)) continue;
    const note = notes.get(cell.path) ?? notes.get(`${cell.table}.${cell.row.key}`) ?? notes.get(cell.table);
    const kind = (note?.kind ?? 'blank') as GapKind;
    gaps.push({ position, cell, kind, remark: kind === 'ambiguous' ? (note?.message ?? '') : '' });
  }
  return gaps;
}

function indexNotes(notes: readonly Note[]): Map<string, Note> {
  const gapNotes = notes.filter(({ kind }) => kind === 'blank' || kind === 'missing' || kind === 'ambiguous');
  return new Map(gapNotes.map((note) => [note.path, note]));
}

/** Rows of a table in which the same columns are empty for the same reason make one finding. */
function groupGaps(gaps: readonly Gap[]): Gap[][] {
  const byRow = Map.groupBy(gaps, ({ cell, kind, remark }) => `${cell.table}.${cell.row.key} ${kind} ${remark}`);
  const groups = Map.groupBy(byRow.values(), (row) => {
    const { cell, kind, remark } = row[0] as Gap;
    return `${cell.table} ${kind} ${remark} ${row.map((gap) => gap.cell.column.key).join()}`;
  });
  return [...groups.values()].map((rows) => rows.flat());
}

function describeGaps(context: CheckContext, gaps: readonly Gap[], inferred: ReadonlyMap<number, number>): RuleFinding {
  const { kind, remark } = gaps[0] as Gap;
  const figures = new Set(gaps.map((gap) => inferred.get(gap.position)));
  const only = figures.size === 1 ? [...figures][0] : undefined;
  return {
    paths: gaps.map((gap) => gap.cell.path),
    message: `${nameCells(
      context.form,
      gaps.map((gap) => gap.cell),
    )}${gapWords(kind, remark)}${hintAt(context, gaps, inferred, only)}`,
    expected: only === undefined ? '' : String(only),
    found: '空白',
  };
}

function gapWords(kind: GapKind, remark: string): string {
  if (kind === 'blank') return '空白，分不清是没有发生还是漏填，不能当作 0；没有发生的请填 0。';
  if (kind === 'missing') return '在原文中没有找到，请对照原件补上。';
  const reason = remark.replace(/。$/, '');
  return `${reason === '' ? '读不准，没有取值' : `没有取值：${reason}`}。请对照原件补上。`;
}

function hintAt(
  context: CheckContext,
  gaps: readonly Gap[],
  inferred: ReadonlyMap<number, number>,
  only: number | undefined,
): string {
  if (only !== undefined) return `其余各格如果无误，按表内勾稽关系推算应为 ${only}，请核对后补填。`;
  const known = gaps.filter((gap) => (inferred.get(gap.position) ?? 0) > 0);
  if (known.length === 0 || known.length > 3) return '';
  const figures = known.map((gap) => `${cellName(context.form, gap.cell.path)}应为 ${inferred.get(gap.position)}`);
  return `其余各格如果无误，按表内勾稽关系推算${figures.join('、')}。`;
}

const cellText: Rule = {
  id: 'CELL-TEXT',
  severity: 'unknown',
  title: '单元格不是数字',
  formula: '每格只填一个数，不带单位、符号和说明',
  source: '国办公开办函〔2021〕30号 表格；空白、“/”与 0 含义不同',
  *check(context) {
    const plan = planForm(context.form);
    let words: FormCell[] | undefined;
    for (const [position, value] of context.cells.entries()) {
      if (typeof value !== 'string') continue;
      const cell = getCell(plan, position);
      if (findFigure(value, cell.column.kind) === undefined) words = [...(words ?? []), cell];
    }
    if (!words) return;
    const groups = Map.groupBy(words, (cell) => `${cell.table} ${cell.column.kind} ${context.value(cell.path)}`);
    for (const cells of groups.values()) yield describeWords(context, cells);
  },
};

function describeWords(context: CheckContext, cells: readonly FormCell[]): RuleFinding {
  const { form } = context;
  const first = cells[0] as FormCell;
  const text = String(context.value(first.path));
  const wanted = suggestFigure(text, first);
  return {
    paths: cells.map((cell) => cell.path),
    message: `${nameCells(form, cells)}填的是“${text}”，不是数字，无法核对；${wanted.advice}`,
    expected: wanted.figure,
    found: text,
  };
}

/** What to write instead of words in a cell. */
function suggestFigure(text: string, cell: FormCell): { figure: string; advice: string } {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const numbers = plain.match(/\d+(?:\.\d+)?/g) ?? [];
  if (numbers.length === 0 || /^0\/0$/.test(plain)) {
    return { figure: '0', advice: '没有发生的填 0，不适用的在正文说明。' };
  }
  const unit = cell.column.unit;
  const first = numbers[0] as string;
  if (numbers.length > 1 && !plain.startsWith(first)) return { figure: '', advice: '只填一个数，说明写进正文。' };
  let figure = cell.column.kind === 'change' && /减|降|少|^-/.test(plain) ? `-${first}` : first;
  if (unit === '万元' && /^[\d.]+元/.test(plain)) figure = String(Number((Number(first) / 10000).toPrecision(12)));
  if (unit === '元' && /^[\d.]+万元/.test(plain)) figure = String(Number((Number(first) * 10000).toPrecision(12)));
  const inUnit = unit ? `（单位：${unit}）` : '';
  return { figure, advice: `如果是 ${figure}${inUnit}，只填 ${figure}，单位和说明写进正文。` };
}

/** Rules on cells that hold no figure. */
export const gapRules: readonly Rule[] = [tableMissing, cellBlank, cellText];
