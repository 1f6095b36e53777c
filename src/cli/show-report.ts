import type { AnnualReport, CellValue, Note } from '../report/domain/annual-report.ts';
import {
  type BlockDeclaration,
  type ColumnDeclaration,
  type Form,
  getForm,
  type RowDeclaration,
  shortRowLabel,
  type TableKey,
  tableKeys,
} from '../report/domain/forms/index.ts';
import { placeName } from '../report/domain/place-name.ts';
import { cut, type DisplayColumn, displayTable, harmless, wrap } from './display.ts';
import type { Terminal } from './terminal.ts';

const ordinals = ['', '一', '二', '三', '四', '五', '六'];
const mostNotes = 12;

/** A report for people: who and when, the three tables, how long the text is, what the reader noted. */
export function showReport(path: string, report: AnnualReport, terminal: Terminal): string[] {
  const form = getForm(report.form);
  const noted = new Map(report.notes.map((note) => [note.path, note]));
  const lines = [
    terminal.paint(harmless(path), 'bold'),
    ...wrap(`标题：${harmless(report.title ?? '（未读到）')}`, terminal.width, '      '),
    `机关：${harmless(report.organ ?? '（未读到）')}　年度：${report.year ?? '（未读到）'}　表式：${form.instrument}`,
  ];
  for (const key of tableKeys) {
    const { section } = form.tables[key];
    lines.push('', terminal.paint(`${ordinals[section]}、${form.sections[section - 1]?.heading ?? ''}`, 'bold'));
    for (const part of tableParts(form, key)) lines.push(...partLines(part, report, noted, terminal.width));
  }
  const texts = report.sections.map(({ number, heading, text }) => {
    const length = text.replace(/\s/gu, '').length;
    return `${ordinals[number]}、${harmless(heading) || '（无标题）'}（${length === 0 ? '无文字' : `${length}字`}）`;
  });
  lines.push('', ...wrap(`文字：${texts.join('；')}`, terminal.width, '      '));
  lines.push(...noteLines(report.notes, form, terminal.width));
  return lines;
}

interface TablePart {
  table: TableKey;
  columns: readonly ColumnDeclaration[];
  rows: { row: RowDeclaration; block: BlockDeclaration }[];
}

/** The blocks of a table; neighbours with the same columns are shown as one. */
function tableParts(form: Form, table: TableKey): TablePart[] {
  const parts: TablePart[] = [];
  const keys = (columns: readonly ColumnDeclaration[]) => columns.map((column) => column.key).join();
  for (const block of form.tables[table].blocks) {
    const rows = block.rows.map((row) => ({ row, block }));
    const last = parts.at(-1);
    if (last && keys(last.columns) === keys(block.columns)) last.rows.push(...rows);
    else parts.push({ table, columns: block.columns, rows });
  }
  return parts;
}

function partLines(part: TablePart, report: AnnualReport, noted: ReadonlyMap<string, Note>, width: number): string[] {
  const { table, columns, rows } = part;
  const values: DisplayColumn[] = columns.map((column) => ({
    title: `${shortLabel(column.label)}${column.unit ? `(${column.unit})` : ''}`,
    align: 'right',
  }));
  const cells = rows.map(({ row, block }) => [
    shortRowLabel({ row, block }),
    ...columns.map((column) => {
      const path = `${table}.${row.key}.${column.key}`;
      return cut(shownCell(report[table][row.key]?.[column.key] ?? null, noted.get(path)), 24);
    }),
  ]);
  const limits = { width: width - 2, titleWidth: columns.length <= 5 ? 18 : width < 96 ? 4 : 8 };
  return displayTable([{ title: '', yields: true }, ...values], cells, limits).map((line) => `  ${line}`);
}

/** A cell for people: blank, missing and ambiguous are told apart, a repaired one carries a star. */
function shownCell(value: CellValue, note: Note | undefined): string {
  if (value === null) return note?.kind === 'missing' ? '（缺）' : note?.kind === 'ambiguous' ? '（？）' : '（空）';
  return `${harmless(String(value))}${note ? '*' : ''}`;
}

const shortLabel = (label: string): string => label.replace(/（.*$/u, '');

/** The notes, those that say the same of several cells in one line. */
function noteLines(notes: readonly Note[], form: Form, width: number): string[] {
  if (notes.length === 0) return [];
  const groups = Map.groupBy(notes, ({ message }) => message);
  const lines = ['', `读取说明（${notes.length} 条；* 为有说明的格）：`];
  for (const [message, [first, ...others]] of [...groups].slice(0, mostNotes)) {
    const place = first === undefined || first.path === '' ? '' : placeName(form, first.path);
    const more = others.length > 0 ? `等 ${others.length + 1} 处` : '';
    lines.push(...wrap(`  ${place}${more}${place || more ? '：' : ''}${harmless(message)}`, width, '    '));
  }
  if (groups.size > mostNotes) lines.push(`  另有 ${groups.size - mostNotes} 种，加 --json 看全部。`);
  return lines;
}
