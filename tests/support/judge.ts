import type { AnnualReport, CellValue } from '../../src/report/domain/annual-report.ts';
import type { FormCell } from '../../src/report/domain/forms/index.ts';
import { formCells, getForm } from '../../src/report/domain/forms/index.ts';
import type { NarrativeDemand, Rendering, Written } from './layouts/layout.ts';

/**
 * - `wrong number`: a number where another stands, or where none stands; no note excuses it.
 * - `silent`: not read, or not read as it stands, and no note says so.
 * - `narrative`: title, organ, year, form, a heading or a text is not what stands there.
 */
export interface Fault {
  kind: 'wrong number' | 'silent' | 'narrative';
  path: string;
  wanted: string;
  got: string;
}

export interface Verdict {
  faults: Fault[];
  /** Cells where a plain number stands. */
  standing: number;
  /** Those of them that were read as that number. */
  read: number;
}

/** A reading that is right, and whether it is so only with a note on its path. */
interface Reading {
  value: CellValue;
  needsNote: boolean;
}

/** White space and compatibility forms are no difference. */
const plainText = (text: string): string => text.normalize('NFKC').replace(/[\s\u00a0\u200b\ufeff]+/gu, '');

/** Like `plainText`, and marks of Markdown and of tables are no difference either. */
const proseText = (text: string): string => plainText(text).replace(/[*#|\\]/g, '');

const plainNumber = /^-?\d+(\.\d+)?$/;

/** A number without grouping and padding, or undefined. */
function findPlainNumber(text: string): string | undefined {
  const plain = plainText(text);
  const ungrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replace(/,/g, '') : plain;
  return plainNumber.test(ungrouped) ? ungrouped : undefined;
}

/** Every right reading of what stands at a cell; the first is the best. */
export function rightReadings(text: string, cell: FormCell): Reading[] {
  const plain = plainText(text);
  if (plain === '') return [{ value: null, needsNote: true }];
  const number = findPlainNumber(text);
  const money = cell.column.kind === 'money';
  if (number !== undefined) return [{ value: money ? number : Number(number), needsNote: false }];
  return [...interpret(plain, cell), { value: plain, needsNote: true }, { value: null, needsNote: true }];
}

/** Numbers that a cell with a sign, a word or a unit may be read as. */
function interpret(plain: string, cell: FormCell): Reading[] {
  if (cell.column.kind === 'change') {
    const signed = /^\+(\d+)$/.exec(plain);
    if (signed) return [{ value: Number(signed[1]), needsNote: false }];
    const words = /^(增加?|减少?)(\d+)[项件个]?$/.exec(plain);
    if (words) return [{ value: (words[1]?.startsWith('减') ? -1 : 1) * Number(words[2]) + 0, needsNote: true }];
    return plain === '0/0' ? [{ value: 0, needsNote: true }] : [];
  }
  if (cell.column.kind === 'money') {
    const amount = /^(\d+(?:\.\d+)?)(万元|元)$/.exec(plain.replace(/,/g, ''));
    if (!amount) return [];
    const power = (amount[2] === '万元' ? 4 : 0) - (cell.column.unit === '万元' ? 4 : 0);
    return [{ value: shiftDecimal(amount[1] ?? '', power), needsNote: true }];
  }
  const counted = /^(\d+)[件条个项宗]$/.exec(plain);
  return counted ? [{ value: Number(counted[1]), needsNote: true }] : [];
}

/** `97.68` shifted by 4 is `976800`; exact, since it only moves the point. */
function shiftDecimal(decimal: string, power: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const shifted = `${padded.slice(0, at)}.${padded.slice(at)}`;
  return shifted.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
}

function isSame(got: CellValue, wanted: CellValue, cell: FormCell): boolean {
  if (got === null || wanted === null) return got === wanted;
  if (typeof got === 'number' || typeof wanted === 'number') return got === wanted;
  if (cell.column.kind === 'money' && plainNumber.test(got) && plainNumber.test(wanted)) {
    return shiftDecimal(got, 0) === shiftDecimal(wanted, 0);
  }
  return plainText(got) === plainText(wanted);
}

/** Whether a note stands on the path or on what it is part of. */
export function hasNote(report: AnnualReport, path: string): boolean {
  return report.notes.some((note) => note.path !== '' && (path === note.path || path.startsWith(`${note.path}.`)));
}

const isNumber = (value: CellValue, cell: FormCell): boolean =>
  typeof value === 'number' || (cell.column.kind === 'money' && typeof value === 'string' && plainNumber.test(value));

/** What a reading makes of a report, held against what stood in the source. */
export function judge(got: AnnualReport, rendering: Rendering, narrative: NarrativeDemand): Verdict {
  const verdict: Verdict = { faults: [], standing: 0, read: 0 };
  const { report, cells } = rendering;
  if (got.form !== report.form) {
    verdict.faults.push({ kind: 'narrative', path: 'form', wanted: report.form, got: got.form });
    return verdict;
  }
  for (const cell of formCells(getForm(report.form))) {
    const written = cells.get(cell.path) ?? { kind: 'lost', text: '' };
    const value = got[cell.table][cell.row.key]?.[cell.column.key];
    judgeCell(verdict, { cell, written, value, truth: truthOf(report, cell), isNoted: hasNote(got, cell.path) });
  }
  verdict.faults.push(...judgeNarrative(got, report, narrative));
  return verdict;
}

const truthOf = (report: AnnualReport, cell: FormCell): CellValue =>
  report[cell.table][cell.row.key]?.[cell.column.key] ?? null;

interface CellCase {
  cell: FormCell;
  written: Written;
  value: CellValue | undefined;
  truth: CellValue;
  isNoted: boolean;
}

const noted = (value: CellValue): Reading => ({ value, needsNote: true });

function judgeCell(verdict: Verdict, { cell, written, value, truth, isNoted }: CellCase): void {
  const right: Reading[] =
    written.kind === 'lost'
      ? [null, truth, ...rightReadings(written.text, cell).map((each) => each.value)].map(noted)
      : rightReadings(written.text, cell);
  const best = right[0];
  const plain = best !== undefined && written.kind === 'standing' && isNumber(best.value, cell) && !best.needsNote;
  if (plain) verdict.standing += 1;
  const wanted =
    written.kind === 'lost' ? `lost (was ${JSON.stringify(truth)})` : `${JSON.stringify(written.text)} stands there`;
  const fault = (kind: Fault['kind']) =>
    verdict.faults.push({
      kind,
      path: cell.path,
      wanted,
      got: `${JSON.stringify(value)}${isNoted ? ' with a note' : ''}`,
    });
  if (value === undefined) {
    fault('silent');
    return;
  }
  const match = right.find((reading) => isSame(value, reading.value, cell));
  if (match) {
    if (match.needsNote && !isNoted) fault('silent');
    else if (plain) verdict.read += 1;
    return;
  }
  if (isNumber(value, cell)) fault('wrong number');
  else if (!isNoted) fault('silent');
  // Text that nobody wrote at a place where nothing stands.
  else if (written.kind === 'lost' && value !== null) fault('wrong number');
}

function judgeNarrative(got: AnnualReport, wanted: AnnualReport, demand: NarrativeDemand): Fault[] {
  const identity: TextPair[] = [
    { path: 'organ', wanted: wanted.organ ?? '', got: got.organ ?? '' },
    { path: 'year', wanted: String(wanted.year), got: String(got.year) },
  ];
  const texts: TextPair[] = [
    { path: 'title', wanted: wanted.title ?? '', got: got.title ?? '' },
    { path: 'preamble', wanted: wanted.preamble, got: got.preamble, mayFollow: demand === 'framed' },
    ...wanted.sections.flatMap((section, index): TextPair[] => [
      { path: `sections.${index}.heading`, wanted: section.heading, got: got.sections[index]?.heading ?? '(absent)' },
      {
        path: `sections.${index}.text`,
        wanted: section.text,
        got: got.sections[index]?.text ?? '(absent)',
        mayLead: (demand === 'framed' && index === 5) || (demand === 'outside tables' && hasTable(index)),
        mayFollow: demand === 'outside tables' && hasTable(index),
      },
    ]),
  ];
  return [...identity, ...(demand === 'identity' ? [] : texts)]
    .filter((pair) => !isSameText(pair))
    .map(({ path, wanted: text, got: other }) => ({ kind: 'narrative', path, wanted: text, got: other }));
}

/** Sections 二 to 四, counted from 0. */
const hasTable = (index: number): boolean => index >= 1 && index <= 3;

interface TextPair {
  path: string;
  wanted: string;
  got: string;
  /** Whether something may stand after the text wanted. */
  mayLead?: boolean;
  /** Whether something may stand before it. */
  mayFollow?: boolean;
}

function isSameText({ wanted, got, mayLead, mayFollow }: TextPair): boolean {
  const [one, other] = [proseText(wanted), proseText(got)];
  if (one === other) return true;
  if (mayLead === true && mayFollow === true) return other.includes(one);
  return (mayLead === true && other.startsWith(one)) || (mayFollow === true && other.endsWith(one));
}
