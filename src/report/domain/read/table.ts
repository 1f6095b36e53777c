import type { CellValue, Note, TableValues } from '../annual-report.ts';
import { type ColumnDeclaration, type Form, formCells, type TableKey } from '../forms/index.ts';
import type { Simplify } from './fold.ts';
import { type Habit, habitOf, placed } from './habits.ts';
import { alignLabels, headerCores, joinTornLabels, vocabularyOf } from './labels.ts';
import { lineText, type SourceLine } from './lines.ts';
import type { Region } from './outline.ts';
import { learnColumns, type Placement, placementsOf } from './placement.ts';
import {
  assignRuns,
  cutLongRuns,
  gatherRuns,
  joinTornRuns,
  type Run,
  releaseGroupLabels,
  tornTogether,
} from './runs.ts';
import { rowsAsTheyStand, secondTableAt } from './sequence.ts';
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
  const all = tokenise(lines, region.from, region.to, simplify);
  const second = table === 'remedies' ? -1 : secondTableAt(all, vocabularyOf(form, table));
  if (second < 0) return readOne(form, table, all);
  const [one, other] = [all.slice(0, second), all.slice(second)].map((tokens) => readOne(form, table, tokens));
  if (!one || !other) return readOne(form, table, all);
  return ofTwo(form, table, one, other, lines);
}

function readOne(form: Form, table: TableKey, tokens: readonly Token[]): TableReading {
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
function findRows(form: Form, table: TableKey, found: readonly Token[]): OpenRow[] {
  const vocabulary = rowsAsTheyStand(found, vocabularyOf(form, table));
  const tokens = joinTornLabels(found, vocabulary);
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
  const habits = new Map<readonly ColumnDeclaration[], Habit>();
  for (const { columns } of vocabulary.rows) {
    if (habits.has(columns)) continue;
    const own = chosen.filter(
      (run, index) => run !== undefined && vocabulary.rows[index]?.columns === columns,
    ) as Run[];
    habits.set(columns, habitOf(tokens, own, columns));
  }
  const doubled = doubledRows(tokens, assigned, runs, chosen);
  const doubt = hasTwoYears(tokens) ? '原文每列分列两个年度，无法确定各数属于哪一年，未填数' : undefined;
  return vocabulary.rows.map((anchor, index) => {
    const run = chosen[index];
    const habit = habits.get(anchor.columns);
    const readable = run && habit?.order && !doubled.has(index) && doubt === undefined;
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
      placement: readable ? placed(tokens, run, anchor.columns.length, habit) : nowhere,
      ...(doubt ? { doubt } : {}),
      ...(doubled.has(index) ? { doubt: '原文此行出现不止一次，数字不同，未填数' } : {}),
      ...(habit && !habit.order ? { doubt: '原文表头的列序与表样不同，无法确定各数属于哪一列，未填数' } : {}),
    };
  });
}

const nowhere: Placement = { readings: [], certain: false };

/** Whether years stand over the columns: this year's figures beside the year before's. */
const hasTwoYears = (tokens: readonly Token[]): boolean => {
  const years = tokens
    .filter((token) => token.kind === 'label' && /^20\d{2}年度?$/.test(token.core))
    .map((token) => token.core);
  return years.length >= 4 && new Set(years).size >= 2;
};

/** Rows whose label stands more than once with other values each time. */
function doubledRows(
  tokens: readonly Token[],
  assigned: Int16Array,
  runs: readonly Run[],
  chosen: readonly (Run | undefined)[],
): Set<number> {
  const doubled = new Set<number>();
  const taken = new Set(chosen.flatMap((run) => run?.tokens ?? []));
  const textOf = (run: Run) =>
    run.tokens
      .map((index) => tokens[index]?.text)
      .filter((text) => text)
      .join(' ');
  for (const run of runs) {
    const first = run.tokens[0] ?? 0;
    if (taken.has(first)) continue;
    const row = assigned[first - 1] ?? -1;
    const own = chosen[row];
    if (own && run.tokens.length >= own.tokens.length && textOf(own) !== textOf(run)) doubled.add(row);
  }
  return doubled;
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
  const wholes = runs.filter((run) => run.tokens.length === slots.length);
  const textOf = (run: Run) => run.tokens.map((index) => tokens[index]?.text).join(' ');
  const whole = wholes[0];
  const twoRows = wholes.some((run) => whole && textOf(run) !== textOf(whole));
  const together: Run = {
    tokens: runs.flatMap((run) => run.tokens),
    celled: runs.length === 1 && runs[0]?.celled === true,
  };
  const run = whole ?? (together.tokens.length > 0 ? together : undefined);
  const headers =
    run &&
    sideBySideHeaders(
      tokens.slice(0, run.tokens[0]),
      slots.map((slot) => slot.column),
    );
  const inOrder = headers?.inOrder !== false;
  return [
    {
      anchor: undefined,
      slots,
      run,
      labelFound: firstHeader >= 0,
      byLabel: true,
      placement:
        run && inOrder && !twoRows
          ? placementsOf(tokens, run, slots.length, learnColumns(tokens, [run], slots.length, headers))
          : nowhere,
      ...(twoRows ? { doubt: '原文此表有两行数字，无法确定哪一行是本年度的，未填数' } : {}),
      ...(inOrder ? {} : { doubt: '原文表头的列序与表样不同，无法确定各数属于哪一列，未填数' }),
    },
  ];
}

/** The headers of table 四: whether they are in the order of the form, and where they stand if all are found. */
function sideBySideHeaders(
  tokens: readonly Token[],
  columns: readonly ColumnDeclaration[],
): { inOrder: boolean; centres: number[] | undefined; width: number } {
  const known = columns.map(headerCores);
  const headers = tokens.filter(
    (token) => token.kind === 'label' && known.some((wording) => wording.includes(token.core)),
  );
  const at = (core: string) => tokens.findIndex((token) => token.core === core);
  const before = (left: string, right: string) => at(left) < 0 || at(right) < 0 || at(left) < at(right);
  const inOrder =
    before('行政复议', '行政诉讼') &&
    before('未经复议直接起诉', '复议后起诉') &&
    (headers.length !== columns.length || headers.every((token, index) => known[index]?.includes(token.core)));
  const centres = headers
    .map((token) => ((token.left ?? Number.NaN) + (token.right ?? Number.NaN)) / 2)
    .toSorted((a, b) => a - b);
  const width = headers.find((token) => token.setting === 'cells')?.width ?? 0;
  return {
    inOrder,
    centres: centres.length === columns.length && !centres.some(Number.isNaN) ? centres : undefined,
    width,
  };
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

/**
 * Of two tables the one that is not introduced as the year before's. Where neither is and they
 * differ, nothing is taken from either.
 */
function ofTwo(
  form: Form,
  table: TableKey,
  one: TableReading,
  other: TableReading,
  lines: readonly SourceLine[],
): TableReading {
  const extent = {
    from: Math.min(one.extent?.from ?? Number.POSITIVE_INFINITY, other.extent?.from ?? Number.POSITIVE_INFINITY),
    to: Math.max(one.extent?.to ?? 0, other.extent?.to ?? 0),
  };
  const whole = { extent, tokens: [...one.tokens, ...other.tokens] };
  if (JSON.stringify(one.values) === JSON.stringify(other.values)) return { ...one, ...whole };
  const isEarlier = (reading: TableReading) => {
    const line = reading.tokens[0]?.line ?? 0;
    return /上一?年度?(?!结转|项目)|去年/.test(
      lines
        .slice(Math.max(0, line - 3), line + 1)
        .map(lineText)
        .join(' '),
    );
  };
  const chosen = isEarlier(one) === isEarlier(other) ? undefined : isEarlier(one) ? other : one;
  const values = chosen?.values ?? emptyValues(form, table);
  const message = chosen
    ? '原文有两张这样的表，按不是上年度的一张读取，请核对'
    : '原文有两张这样的表，数字不同，无法确定哪一张是本年度的，未填数';
  const kind = chosen ? 'repaired' : 'ambiguous';
  const notes = chosen ? [...chosen.notes] : [];
  const noted = new Set(notes.map((note) => note.path));
  for (const cell of formCells(form)) {
    if (cell.table === table && !noted.has(cell.path)) notes.push({ path: cell.path, kind, message, quote: '' });
  }
  return { values, notes, found: one.found || other.found, ...whole };
}

/** Says what stood in a row that this form does not have, at the cells it stands for. */
function noteForeignRows(rows: readonly OpenRow[], reading: TableReading, tokens: readonly Token[]): void {
  for (const row of rows) {
    if (!row.anchor?.foreign || !row.run) continue;
    const quote = row.run.tokens.map((index) => tokens[index]?.text ?? '').join(' ');
    const places = new Set(row.anchor.standsFor);
    for (const note of reading.notes) {
      if (note.kind !== 'missing' || !places.has(note.path.split('.')[1] ?? '')) continue;
      note.message = `原表在此处用的是另一格式的行“${row.anchor.cores[0]}”，不能判定应填入本格式的哪一行，未填数`;
      note.quote = quote;
    }
  }
}
