import { type ColumnDeclaration, type Form, forms, type RowDeclaration, type TableKey } from '../forms/index.ts';
import { core, fold } from './fold.ts';
import type { Token } from './tokens.ts';

/** A row as it is sought in the source: the labels it may carry and the cells it has. */
export interface RowAnchor {
  key: string;
  /** Comparable forms of the label and its variants; the label itself first. */
  cores: readonly string[];
  /** Folded ordinal, e.g. `1.` or `(七)`. */
  ordinal: string;
  columns: readonly ColumnDeclaration[];
  /** A row that only another form has. */
  foreign: boolean;
  /** Keys of this form's rows for which the label of a foreign row is the group label. */
  heads: readonly string[];
  /** Comparable forms of the group labels it stands under. */
  under: readonly string[];
  /** Keys of this form's rows whose place a foreign row takes. */
  standsFor: readonly string[];
}

/** What is known of the wording of one table of one form. */
export interface TableVocabulary {
  rows: readonly RowAnchor[];
  /** Headers and group labels, which never carry values. */
  structure: ReadonlySet<string>;
  /** Every label as one text, to tell a piece of a label from foreign words. */
  known: string;
  /** Scores of label pieces already seen, by their core. */
  scores: Map<string, Int16Array>;
}

const vocabularies = new Map<string, TableVocabulary>();

/** The vocabulary of a table; rows that only the other forms have under table 三 are sought too. */
export function vocabularyOf(form: Form, table: TableKey): TableVocabulary {
  const id = `${form.id}.${table}`;
  const made = vocabularies.get(id) ?? makeVocabulary(form, table);
  vocabularies.set(id, made);
  return made;
}

function makeVocabulary(form: Form, table: TableKey): TableVocabulary {
  const rows = new Map<string, RowAnchor>();
  const structure = new Set<string>();
  for (const block of form.tables[table].blocks) {
    for (const text of [block.caption, block.outerCaption ?? '', block.labelHeader]) structure.add(core(fold(text)));
    for (const column of block.columns) {
      for (const text of [column.label, ...column.variants, column.group ?? '']) structure.add(core(fold(text)));
    }
    for (const row of block.rows) {
      for (const text of row.under) structure.add(core(fold(text)));
      rows.set(row.key, anchor(row, block.columns, false));
    }
  }
  if (table === 'requests') insertForeignRows(form, rows);
  for (const [key, row] of rows) {
    if (!row.foreign) continue;
    const own = form.tables[table].blocks.flatMap((block) => block.rows);
    const heads = own
      .filter((each) => each.under.some((text) => row.cores.includes(core(fold(text)))))
      .map((each) => each.key);
    // The other way round: the form has one row for what the other form lists under that label.
    const above = own.filter((each) => row.under.includes(core(fold(each.label)))).map((each) => each.key);
    rows.set(key, { ...row, heads, standsFor: [...heads, ...above] });
  }
  structure.delete('');
  const all = [...rows.values()];
  return {
    rows: all,
    structure,
    known: [...structure, ...all.flatMap((row) => row.cores)].join('\n'),
    scores: new Map(),
  };
}

const anchor = (row: RowDeclaration, columns: readonly ColumnDeclaration[], foreign: boolean): RowAnchor => ({
  foreign,
  heads: [],
  standsFor: [],
  under: row.under.map((text) => core(fold(text))),
  key: row.key,
  cores: [...new Set([row.label, ...row.variants].map((text) => core(fold(text))))].filter((text) => text !== ''),
  ordinal: fold(row.ordinal),
  columns,
});

/**
 * Offices fill the new form with the old row （六）其他处理 and the other way round. The rows of the
 * other forms are sought in their place, so that their numbers are not taken for another row's.
 */
function insertForeignRows(form: Form, rows: Map<string, RowAnchor>): void {
  for (const other of forms) {
    if (other.id === form.id) continue;
    const block = other.tables.requests.blocks[0];
    if (!block) continue;
    const own = [...rows.entries()];
    let place = 0;
    for (const row of block.rows) {
      const at = own.findIndex(([key]) => key === row.key);
      if (at >= 0) place = at + 1;
      else {
        own.splice(place, 0, [row.key, anchor(row, block.columns, true)]);
        place += 1;
      }
    }
    rows.clear();
    for (const [key, value] of own) rows.set(key, value);
  }
}

const wordings = new WeakMap<ColumnDeclaration, readonly string[]>();

/** Comparable forms of a column's header. */
export function headerCores(column: ColumnDeclaration): readonly string[] {
  const known = wordings.get(column) ?? [column.label, ...column.variants].map((text) => core(fold(text)));
  wordings.set(column, known);
  return known;
}

/**
 * Aligns the label pieces among the tokens with the rows of the form: in order, each piece with
 * at most one row, so that as many characters as possible are explained.
 *
 * @returns for every token the index of its row, or −1.
 */
export function alignLabels(tokens: readonly Token[], vocabulary: TableVocabulary): Int16Array {
  const rowCount = vocabulary.rows.length;
  const assigned = new Int16Array(tokens.length).fill(-1);
  const labels: number[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'label' && token.core !== '') labels.push(index);
  }
  // best[r]: highest score so far with row r the last one used (0 = none yet).
  let best = new Float64Array(rowCount + 1).fill(-1);
  best[0] = 0;
  const choices: Int16Array[] = [];
  for (const index of labels) {
    const token = tokens[index] as Token;
    const scores = scoresOf(token, vocabulary);
    if (scores === nothing) {
      choices.push(nothing);
      continue;
    }
    const next = best.slice();
    const from = new Int16Array(rowCount + 1).fill(-1);
    let bestBefore = best[0] ?? -1;
    let bestRow = 0;
    for (let row = 1; row <= rowCount; row += 1) {
      // From any earlier row, or going on with the same one.
      const here = best[row] ?? -1;
      // On a tie the piece goes on with the row before: labels break downwards.
      if (here > bestBefore) {
        bestBefore = here;
        bestRow = row;
      }
      const base = scores[row - 1] ?? 0;
      if (base <= 0 || bestBefore < 0) continue;
      const ordinalBonus =
        token.ordinal !== '' && token.ordinal.endsWith(vocabulary.rows[row - 1]?.ordinal ?? ' ') ? 2 : 0;
      const score = bestBefore + base + ordinalBonus;
      if (score > (next[row] ?? -1)) {
        next[row] = score;
        from[row] = bestRow;
      }
    }
    choices.push(from);
    best = next;
  }
  let row = 0;
  for (let each = 1; each <= rowCount; each += 1) if ((best[each] ?? -1) > (best[row] ?? -1)) row = each;
  for (let step = labels.length - 1; step >= 0 && row > 0; step -= 1) {
    const from = choices[step]?.[row] ?? -1;
    if (from < 0) continue;
    assigned[labels[step] as number] = row - 1;
    row = from;
  }
  addTails(tokens, assigned, vocabulary);
  // A group label is a row of its own only where none of the rows under it is there.
  const heads = vocabulary.rows.findIndex((each) => each.heads.length > 0);
  const headed = vocabulary.rows[heads]?.heads ?? [];
  const found = (key: string) => assigned.includes(vocabulary.rows.findIndex((each) => each.key === key));
  if (heads >= 0 && assigned.includes(heads) && headed.some(found)) {
    for (let index = 0; index < assigned.length; index += 1) if (assigned[index] === heads) assigned[index] = -1;
  }
  return assigned;
}

/** The last characters of a broken label, too short to be known by themselves: 相关政府信 | 息. */
function addTails(tokens: readonly Token[], assigned: Int16Array, vocabulary: TableVocabulary): void {
  let row = -1;
  let sofar = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'label' || token.core === '') continue;
    const own = assigned[index] ?? -1;
    if (own >= 0) {
      sofar = own === row ? sofar + token.core : token.core;
      row = own;
    } else if (
      row >= 0 &&
      token.core.length <= 2 &&
      vocabulary.rows[row]?.cores.some((each) => each === sofar + token.core)
    ) {
      assigned[index] = row;
      sofar += token.core;
    }
  }
}

/**
 * Labels of two characters torn apart (总 | 计): each piece alone says nothing, together they are
 * the label. The first piece gets it, the second is left empty.
 */
export function joinTornLabels(tokens: readonly Token[], vocabulary: TableVocabulary): readonly Token[] {
  const joined = tokens.slice();
  for (let index = 0; index + 1 < joined.length; index += 1) {
    const [left, right] = [joined[index], joined[index + 1]];
    if (left?.core.length !== 1 || right?.core.length !== 1 || right.ordinal !== '') continue;
    const whole = left.core + right.core;
    if (!vocabulary.rows.some((row) => row.cores.includes(whole))) continue;
    joined[index] = { ...left, core: whole };
    joined[index + 1] = { ...right, core: '' };
  }
  return joined;
}

/** Scores of a piece that speaks for no row. */
const nothing = new Int16Array(0);

/** How well a label piece speaks for each row; 0 when it does not. */
function scoresOf(token: Token, vocabulary: TableVocabulary): Int16Array {
  const cached = vocabulary.scores.get(token.core);
  if (cached) return cached;
  let scores = new Int16Array(vocabulary.rows.length);
  const text = token.core;
  if (!vocabulary.structure.has(text) || vocabulary.rows.some((row) => row.cores.includes(text))) {
    vocabulary.rows.forEach((row, index) => {
      scores[index] = scoreOf(text, row);
    });
    if (scores.every((score) => score === 0) && text.length >= 5 && text.length <= 60) {
      vocabulary.rows.forEach((row, index) => {
        const likeness = Math.max(
          ...row.cores.map((each) => (Math.abs(each.length - text.length) <= 6 ? dice(each, text) : 0)),
        );
        scores[index] = likeness >= 0.72 ? Math.round(text.length * likeness) : 0;
      });
    }
  }
  if (scores.every((score) => score === 0)) scores = nothing;
  // Files can hold any number of foreign words; the cache only has to hold the usual ones.
  if (vocabulary.scores.size < 5000) vocabulary.scores.set(text, scores);
  return scores;
}

function scoreOf(text: string, row: RowAnchor): number {
  let best = 0;
  for (const each of row.cores) {
    if (each === text) return each.length * 2 + 4;
    if (each.length >= 4 && text.includes(each)) best = Math.max(best, each.length + 2);
    else if (text.length >= 2 && each.includes(text)) best = Math.max(best, text.length);
  }
  return best;
}

/** Share of common pairs of neighbouring characters, 0 to 1. */
function dice(left: string, right: string): number {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < left.length; index += 1) {
    const pair = left.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let index = 0; index + 1 < right.length; index += 1) {
    const pair = right.slice(index, index + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / Math.max(1, left.length + right.length - 2);
}

/** Whether a label piece has nothing to do with this table: the label of a row the form lacks. */
export function isForeign(token: Token, vocabulary: TableVocabulary): boolean {
  return (
    token.kind === 'label' &&
    token.core.length >= 2 &&
    !vocabulary.known.includes(token.core) &&
    scoresOf(token, vocabulary).every((score) => score === 0)
  );
}
