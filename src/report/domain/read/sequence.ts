import type { RowAnchor, TableVocabulary } from './labels.ts';
import type { Token } from './tokens.ts';

/** Row of the form whose full label a token carries; −1 for pieces, headers and labels that two rows share. */
function rowOf(token: Token, vocabulary: TableVocabulary): number {
  if (token.kind !== 'label' || token.core.length < 3 || vocabulary.structure.has(token.core)) return -1;
  const first = vocabulary.rows.findIndex((row) => row.cores.includes(token.core));
  const last = vocabulary.rows.findLastIndex((row) => row.cores.includes(token.core));
  return first === last ? first : -1;
}

/**
 * The vocabulary with its rows in the order in which their labels stand in the source. Rows whose
 * label is not there whole stay behind the row before them in the form.
 */
export function rowsAsTheyStand(tokens: readonly Token[], vocabulary: TableVocabulary): TableVocabulary {
  const at = new Array<number>(vocabulary.rows.length).fill(-1);
  for (const [index, token] of tokens.entries()) {
    const row = rowOf(token, vocabulary);
    if (row >= 0 && at[row] === -1) at[row] = index;
  }
  const seen = at.filter((index) => index >= 0);
  if (seen.every((index, order) => order === 0 || index > (seen[order - 1] ?? 0))) return vocabulary;
  let place = -1;
  const placed = vocabulary.rows.map((row, index): { row: RowAnchor; place: number } => {
    place = (at[index] ?? -1) >= 0 ? (at[index] ?? 0) : place + 0.001;
    return { row, place };
  });
  return { ...vocabulary, rows: placed.toSorted((a, b) => a.place - b.place).map(({ row }) => row), scores: new Map() };
}

/**
 * Index of the token at which a second table of the same kind begins, as reports have it that
 * print last year's figures too; −1 when there is only one table.
 */
export function secondTableAt(tokens: readonly Token[], vocabulary: TableVocabulary): number {
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  for (const [index, token] of tokens.entries()) {
    const row = rowOf(token, vocabulary);
    if (row < 0) continue;
    if (!first.has(row)) first.set(row, index);
    else if (!second.has(row)) second.set(row, index);
  }
  if (second.size < 2 || second.size < first.size * 0.6) return -1;
  const begins = Math.min(...second.values());
  const endsBefore = [...second.keys()].every((row) => (first.get(row) ?? 0) < begins);
  if (!endsBefore) return -1;
  // Back over the headers of the second table to the last value of the first.
  let at = begins;
  while (at > 0 && tokens[at - 1]?.kind !== 'value') at -= 1;
  return at;
}
