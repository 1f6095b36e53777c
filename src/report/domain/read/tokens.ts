import { core, fold, type Simplify, trimmed } from './fold.ts';
import { filledCells, type SourceLine } from './lines.ts';
import { couldBeValue, isPlainNumber, looksLikeValue } from './values.ts';

/**
 * The smallest piece of a table: a number, an empty cell, or (a piece of) a label.
 * `core` is the comparable form of a label piece; empty for numbers and blanks.
 */
export interface Token {
  kind: 'label' | 'value' | 'blank';
  text: string;
  core: string;
  /** Ordinal before the label as folded: 一, or (三) or 1. */
  ordinal: string;
  /** Index of its line in the document. */
  line: number;
  left?: number;
  right?: number;
  /**
   * - `words`: a word of a line; empty cells beside it leave no trace.
   * - `cells`: a cell of a row written as text; its extent is its index in the row.
   * - `grid`: a cell of a real table; its extent is in grid columns.
   */
  setting: 'words' | 'cells' | 'grid';
  /** Number of cells in its row, empty ones included. */
  width?: number;
}

/**
 * Cuts the lines of a region into tokens. Rows of cells keep their empty cells; a line with one
 * filled cell is a list of words like any other text.
 */
export function tokenise(lines: readonly SourceLine[], from: number, to: number, simplify: Simplify): Token[] {
  const tokens: Token[] = [];
  for (let index = from; index < to; index += 1) {
    const line = lines[index];
    if (!line) continue;
    if (line.kind === 'cells' && isRowOfCells(line)) {
      const setting = line.grid === undefined ? 'cells' : 'grid';
      const first = tokens.length;
      for (const [at, cell] of line.cells.entries()) {
        pushCell(tokens, cell.text, index, cell.left ?? at, cell.right ?? at + 1, setting, simplify);
      }
      for (let at = first; at < tokens.length; at += 1) (tokens[at] as Token).width = line.cells.length;
    } else {
      for (const cell of line.cells) pushWords(tokens, cell.text, index, cell.left, cell.right, simplify);
    }
  }
  return tokens;
}

/** A label with empty cells behind it is a row; a number alone in its line is a word. */
function isRowOfCells(line: SourceLine): boolean {
  const filled = filledCells(line);
  if (filled > 1 || line.grid !== undefined) return true;
  const last = line.cells.findLastIndex((cell) => trimmed(cell.text) !== '');
  return (
    filled === 1 &&
    line.cells.length >= 3 &&
    last < line.cells.length - 1 &&
    !looksLikeValue(line.cells[last]?.text ?? '')
  );
}

function pushCell(
  tokens: Token[],
  text: string,
  line: number,
  left: number,
  right: number,
  setting: Token['setting'],
  simplify: Simplify,
): void {
  const at = { left, right };
  const written = trimmed(text);
  if (written === '') {
    tokens.push({ kind: 'blank', text: '', core: '', ordinal: '', line, setting, ...at });
  } else if (looksLikeValue(written) || (behindLabel(tokens, line) && couldBeValue(written))) {
    tokens.push({ kind: 'value', text: written, core: '', ordinal: '', line, setting, ...at });
  } else if (/^\D.*[\u4e00-\u9fff)）”"]\s*\d[\d\s.,]*$/.test(written)) {
    pushWords(tokens, text, line, left, right, simplify, setting);
  } else {
    tokens.push({ ...label(written, line, simplify), setting, ...at });
  }
}

/** Whether a label of some length stands before in the same row. */
function behindLabel(tokens: readonly Token[], line: number): boolean {
  for (let index = tokens.length - 1; index >= 0 && tokens[index]?.line === line; index -= 1) {
    const token = tokens[index];
    if (token?.kind === 'label' && token.core.length >= 3) return true;
  }
  return false;
}

const ordinalAlone = /^(?:[(（]?(?:[一二三四五六七八]|\d)[)）]?[、.．]?|[①-⑳])$/;

/** Words of a text without cells: numbers stand alone, everything else is (a piece of) a label. */
function pushWords(
  tokens: Token[],
  text: string,
  line: number,
  left: number | undefined,
  right: number | undefined,
  simplify: Simplify,
  setting: Token['setting'] = 'words',
): void {
  const words = [...text.matchAll(/[^\s\u3000\u00a0]+/g)];
  const width = left === undefined || right === undefined ? 0 : (right - left) / Math.max(text.length, 1);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) continue;
    const at = (start: number, length: number) =>
      left === undefined ? {} : { left: left + width * start, right: left + width * (start + length) };
    const next = words[index + 1]?.[0] ?? '';
    // 1. 属于国家秘密, 3 .其他: the number belongs to the label behind it.
    const opensLabel = /^\d{1,2}$/.test(word[0]) && /^[.、．)）]/.test(next);
    const isOrdinal = ordinalAlone.test(word[0]) && !/^\d$/.test(word[0]);
    if (looksLikeValue(word[0]) && !opensLabel && !isOrdinal) {
      tokens.push({
        kind: 'value',
        text: word[0],
        core: '',
        ordinal: '',
        line,
        setting,
        ...at(word.index, word[0].length),
      });
      continue;
    }
    // 予以公开5 1 0: a number glued to its label.
    const glued = /^(.*[\u4e00-\u9fff)）”"])(\d[\d.,]*)$/.exec(word[0]);
    if (glued?.[1] && glued[2] && isPlainNumber(glued[2]) && glued[1].length > 1) {
      tokens.push({ ...label(glued[1], line, simplify), setting, ...at(word.index, glued[1].length) });
      tokens.push({
        kind: 'value',
        text: glued[2],
        core: '',
        ordinal: '',
        line,
        setting,
        ...at(word.index + glued[1].length, glued[2].length),
      });
      continue;
    }
    tokens.push({ ...label(word[0], line, simplify), setting, ...at(word.index, word[0].length) });
  }
}

const labels = new Map<string, { core: string; ordinal: string }>();

/** What a piece of a label is compared by. */
function label(text: string, line: number, simplify: Simplify): Omit<Token, 'setting'> {
  const folded = fold(simplify(text));
  let known = labels.get(folded);
  if (!known) {
    const bare = core(folded);
    known = { core: bare, ordinal: folded.slice(0, folded.length - bare.length) };
    if (labels.size < 4000 && folded.length <= 60) labels.set(folded, known);
  }
  return { kind: 'label', text, core: known.core, ordinal: known.ordinal, line };
}
