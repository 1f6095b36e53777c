import type { CellValue, Note, TableValues } from '../annual-report.ts';
import type { ColumnDeclaration, Form, TableKey } from '../forms/index.ts';
import type { Simplify } from './fold.ts';
import { alignLabels, headerCores, vocabularyOf } from './labels.ts';
import type { SourceLine } from './lines.ts';
import type { Region } from './outline.ts';
import {
  type Columns,
  type Headers,
  learnColumns,
  learnPadding,
  type Padding,
  type Placement,
  placementsOf,
} from './placement.ts';
import {
  assignRuns,
  cutLongRuns,
  gatherRuns,
  joinTornRuns,
  type Run,
  releaseGroupLabels,
  tornTogether,
} from './runs.ts';
import { type OpenRow, settle } from './settle.ts';
import { type Token, tokenise } from './tokens.ts';

/** A table as read, with what the reader has to say about its cells. */
export interface TableReading {
  values: TableValues;
  notes: Note[];
  /** Some of its numbers were found. */
  found: boolean;
  /** First and last line of the document that its words and numbers took up. */
  extent: { from: number; to: number } | undefined;
  /** Label and number words of the table, to recognise sources that lost their repetitions. */
  tokens: readonly Token[];
}

/** Reads one table of `form` from a region of the lines. */
export function readTable(
  form: Form,
  table: TableKey,
  lines: readonly SourceLine[],
  region: Region,
  simplify: Simplify,
): TableReading {
  const tokens = tokenise(lines, region.from, region.to, simplify);
  const rows = table === 'remedies' ? findSideBySide(form, tokens) : findRows(form, table, tokens);
  const unit = headerUnit(tokens);
  const settled = settle(form, rows, tokens, unit);
  const reading: TableReading = {
    values: emptyValues(form, table),
    notes: [],
    found: rows.some((row) => row.run !== undefined),
    extent: undefined,
    tokens,
  };
  for (const row of rows) {
    const cells = settled.get(row) ?? [];
    row.slots.forEach((slot, index) => {
      const cell = cells[index];
      if (!slot.own || !cell) return;
      const values = reading.values[slot.row];
      if (values) values[slot.column.key] = cell.value;
      if (cell.note) reading.notes.push({ path: slot.path, ...cell.note });
    });
  }
  noteForeignRows(rows, reading, tokens);
  reading.extent = extentOf(form, table, tokens, rows);
  return reading;
}

/** Cells of a table, all `null`. */
function emptyValues(form: Form, table: TableKey): TableValues {
  return Object.fromEntries(
    form.tables[table].blocks.flatMap((block) =>
      block.rows.map((row) => [
        row.key,
        Object.fromEntries(block.columns.map((column): [string, CellValue] => [column.key, null])),
      ]),
    ),
  );
}

/** Rows one below the other, each found by its label. */
function findRows(form: Form, table: TableKey, tokens: readonly Token[]): OpenRow[] {
  const vocabulary = vocabularyOf(form, table);
  const assigned = alignLabels(tokens, vocabulary);
  const lengths = new Set(vocabulary.rows.map((row) => row.columns.length));
  const width = lengths.size === 1 ? (vocabulary.rows[0]?.columns.length ?? 1) : 0;
  const gathered = gatherRuns(tokens, assigned);
  const runs = width > 0 ? joinTornRuns(tokens, cutLongRuns(gathered, width), width) : gathered;
  releaseGroupLabels(assigned, runs, vocabulary);
  const assignments = assignRuns(tokens, assigned, runs, vocabulary);
  const chosen = vocabulary.rows.map((anchor, index) => {
    const run = assignments[index]?.run;
    return run && mended(tokens, run, runs, assignments, anchor.columns.length);
  });
  // Rows with the same columns stand under the same headers and have the same padding.
  const habits = new Map<
    readonly ColumnDeclaration[],
    { columns: Columns | undefined; padding: Map<number, Padding> }
  >();
  for (const { columns } of vocabulary.rows) {
    if (habits.has(columns)) continue;
    const own = chosen.filter(
      (run, index) => run !== undefined && vocabulary.rows[index]?.columns === columns,
    ) as Run[];
    const celled = own.filter((run) => run.celled).map((run) => ({ run, labelIndex: labelIndex(tokens, run) }));
    habits.set(columns, {
      columns:
        columns.length > 1
          ? learnColumns(tokens, own, columns.length, headerColumns(tokens.slice(0, own[0]?.tokens[0]), columns))
          : undefined,
      padding: learnPadding(tokens, celled, columns.length),
    });
  }
  return vocabulary.rows.map((anchor, index) => {
    const run = chosen[index];
    const length = anchor.columns.length;
    const habit = habits.get(anchor.columns);
    const placement: Placement = run
      ? placementsOf(tokens, run, length, habit?.columns, habit?.padding.get(labelIndex(tokens, run)))
      : { readings: [], certain: false };
    return {
      anchor,
      slots: anchor.columns.map((column) => ({
        path: `${table}.${anchor.key}.${column.key}`,
        row: anchor.key,
        column,
        own: !anchor.foreign,
      })),
      run,
      labelFound: assigned.includes(index),
      byLabel: assignments[index]?.byLabel ?? false,
      placement,
    };
  });
}

/** The run with the piece behind it, when its row was torn over two lines and nobody claims the piece. */
function mended(
  tokens: readonly Token[],
  run: Run,
  runs: readonly Run[],
  assignments: readonly ({ run: Run } | undefined)[],
  length: number,
): Run {
  const next = runs[runs.indexOf(run) + 1];
  if (length < 3 || !next || assignments.some((each) => each?.run === next)) return run;
  return tornTogether(tokens, run, next, length) ?? run;
}

/** The blocks of table 四 stand side by side: one row of numbers for all of them. */
function findSideBySide(form: Form, tokens: readonly Token[]): OpenRow[] {
  const blocks = form.tables.remedies.blocks;
  const slots = blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => ({ path: `remedies.${row.key}.${column.key}`, row: row.key, column, own: true })),
    ),
  );
  const firstHeader = tokens.findIndex(
    (token) => token.kind === 'label' && /^(?:结果|行政复议$|未经复议)/.test(token.core),
  );
  const none = new Int16Array(tokens.length).fill(-1);
  const runs =
    firstHeader < 0 ? [] : gatherRuns(tokens, none, slots.length).filter((run) => (run.tokens[0] ?? 0) > firstHeader);
  const whole = runs.find((run) => run.tokens.length === slots.length);
  const together: Run = {
    tokens: runs.flatMap((run) => run.tokens),
    celled: runs.length === 1 && runs[0]?.celled === true,
  };
  const run = whole ?? (together.tokens.length > 0 ? together : undefined);
  const headers =
    run &&
    sideBySideColumns(
      tokens,
      slots.map((slot) => slot.column),
      run,
    );
  return [
    {
      anchor: undefined,
      slots,
      run,
      labelFound: firstHeader >= 0,
      byLabel: true,
      placement: run
        ? placementsOf(tokens, run, slots.length, learnColumns(tokens, [run], slots.length, headers))
        : { readings: [], certain: false },
    },
  ];
}

/**
 * Centres of the columns by the headers nearest above them, from left to right. The last one may have
 * been cut off with its header: it then stands one step further.
 */
function headerColumns(tokens: readonly Token[], columns: readonly ColumnDeclaration[]): Headers | undefined {
  const centres: number[] = [];
  let width = 0;
  for (const [index, column] of columns.entries()) {
    const wording = headerCores(column);
    const token = tokens.findLast(
      (each) => each.kind === 'label' && each.ordinal === '' && each.left !== undefined && wording.includes(each.core),
    );
    if (token?.setting === 'cells') width = token.width ?? 0;
    if (token?.left !== undefined && token.right !== undefined) centres.push((token.left + token.right) / 2);
    else if (index === columns.length - 1 && index >= 2)
      centres.push(2 * (centres[index - 1] ?? 0) - (centres[index - 2] ?? 0));
    else return undefined;
  }
  return centres.every((centre, index) => index === 0 || centre > (centres[index - 1] ?? 0))
    ? { centres, width }
    : undefined;
}

function sideBySideColumns(
  tokens: readonly Token[],
  columns: readonly ColumnDeclaration[],
  run: Run,
): Headers | undefined {
  const wording = new Set(columns.flatMap(headerCores));
  const headers = tokens
    .slice(0, run.tokens[0])
    .filter((token) => token.kind === 'label' && token.left !== undefined && wording.has(token.core))
    .map((token) => ((token.left ?? 0) + (token.right ?? 0)) / 2)
    .toSorted((a, b) => a - b);
  const width = tokens.find((token) => token.setting === 'cells' && wording.has(token.core))?.width ?? 0;
  return headers.length === columns.length ? { centres: headers, width } : undefined;
}

/** Index of the label's cell within its line, for rows of cells; −1 elsewhere. */
function labelIndex(tokens: readonly Token[], run: Run | undefined): number {
  const first = run?.tokens[0];
  if (!run?.celled || first === undefined) return -1;
  const line = tokens[first]?.line;
  let cells = 0;
  for (let index = first - 1; index >= 0 && tokens[index]?.line === line; index -= 1) cells += 1;
  return cells - 1;
}

/** The unit a money column's own header names, if it names one. */
function headerUnit(tokens: readonly Token[]): '元' | '万元' | undefined {
  for (const token of tokens) {
    if (token.kind !== 'label' || !/金额/.test(token.core)) continue;
    const unit = /(?:单位:?|[(])(万元|元)/.exec(token.core);
    if (unit) return unit[1] as '元' | '万元';
  }
  return undefined;
}

function extentOf(
  form: Form,
  table: TableKey,
  tokens: readonly Token[],
  rows: readonly OpenRow[],
): { from: number; to: number } | undefined {
  const { known } = vocabularyOf(form, table);
  const isOwn = (token: Token) => token.kind === 'label' && token.core.length >= 2 && known.includes(token.core);
  const lines = tokens.filter(isOwn).map((token) => token.line);
  for (const row of rows) for (const index of row.run?.tokens ?? []) lines.push(tokens[index]?.line ?? 0);
  return lines.length < 3 ? undefined : { from: Math.min(...lines), to: Math.max(...lines) };
}

/** Says what stood in a row that this form does not have, at the cells it stands for. */
function noteForeignRows(rows: readonly OpenRow[], reading: TableReading, tokens: readonly Token[]): void {
  for (const row of rows) {
    if (!row.anchor?.foreign || !row.run) continue;
    const quote = row.run.tokens.map((index) => tokens[index]?.text ?? '').join(' ');
    for (const note of reading.notes) {
      if (note.kind !== 'missing' || !/\.other(?:Handling|NotSupplemented|FeeUnpaid|Reason)\./.test(note.path))
        continue;
      note.message = `原表在此处用的是另一格式的行“${row.anchor.cores[0]}”，不能判定应填入本格式的哪一行，未填数`;
      note.quote = quote;
    }
  }
}
