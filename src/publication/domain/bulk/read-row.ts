import { findWrittenDay } from '../../../kernel/written-day.ts';
import { correctDocumentNumber } from '../document-number.ts';
import type { FieldValue } from '../item.ts';
import type { FieldDeclaration, FieldRemark, Kind } from '../kinds/kind.ts';
import { checkParty } from '../kinds/party.ts';
import type { Matching } from './targets.ts';

/** What a row of a file says. */
export interface ReadRow {
  title: string;
  summary: string;
  documentNumber?: string;
  /** As it is written where it is no day, so that its message says so. */
  formedOn?: string;
  expiresOn?: string;
  fields: Record<string, FieldValue>;
  /** What could not be read, at its field. */
  problems: FieldRemark[];
  /** What was written in another way than in the file, as the rules demand: a shortened name, a number in its standard spelling. */
  rewritten: { label: string; before: string; after: string }[];
}

/**
 * Reads a row: days in any usual spelling, amounts with their unit, choices by their names. The name of a natural person
 * is shortened right away, and a 文号 gets its standard spelling; both are told.
 *
 * @param cells as the file has them
 * @param headings for the unit of amounts, e.g. 罚款金额（万元）
 */
export function readRow(
  kind: Kind,
  cells: readonly string[],
  headings: readonly string[],
  matching: Matching,
): ReadRow {
  const cellOf = (key: string): string => (matching[key] === undefined ? '' : (cells[matching[key]] ?? '').trim());
  const row: ReadRow = { title: cellOf('title'), summary: cellOf('summary'), fields: {}, problems: [], rewritten: [] };
  for (const field of kind.fields) {
    const key = `fields.${field.key}`;
    const written = cellOf(key);
    if (written === '') continue;
    const value = readValue(field, written, headings[matching[key] ?? -1] ?? '');
    if (value === undefined) row.problems.push({ field: key, message: unreadable(field, written) });
    else row.fields[field.key] = value;
  }
  const number = cellOf('documentNumber');
  if (number !== '') row.documentNumber = numberOf(kind, number, row);
  for (const key of ['formedOn', 'expiresOn'] as const) {
    const written = cellOf(key);
    if (written === '') continue;
    const day = findWrittenDay(written);
    // 9999-12-31 and the like stand for 长期; nothing can be reckoned from there.
    if (day && day < '9000') row[key] = day;
    else row.problems.push({ field: key, message: `“${written}”不是日期，应写成 2026-01-31 的样子。` });
  }
  shortenParty(kind, row);
  return row;
}

/** The title of an item that has none in the file: 行政许可决定（云溪县某某商店，云市监许〔2026〕3号）. */
export function titleOf(kind: Kind, { title, fields, documentNumber }: ReadRow): string {
  if (title !== '') return title;
  const about = [fields.partyName, documentNumber].filter((part) => typeof part === 'string' && part !== '');
  return about.length === 0 ? kind.name : `${kind.name}（${about.join('，')}）`;
}

/** The 内容概述 of an item that has none in the file (条例 art. 12). */
export function summaryOf({ summary, fields }: ReadRow): string {
  if (summary !== '') return summary;
  const words = [fields.partyName, fields.content ?? fields.result ?? fields.facts].filter(
    (part): part is string => typeof part === 'string',
  );
  const whole = words.join('：');
  return [...whole].length > 120 ? `${[...whole].slice(0, 119).join('')}…` : whole;
}

function numberOf(kind: Kind, written: string, row: ReadRow): string {
  const label = kind.documentNumber?.label ?? '文号';
  const corrected = kind.documentNumber?.form === 'official' ? correctDocumentNumber(written) : undefined;
  if (corrected === undefined || corrected === written) return written;
  row.rewritten.push({ label, before: written, after: corrected });
  return corrected;
}

function shortenParty(kind: Kind, row: ReadRow): void {
  if (kind.personalData !== 'party') return;
  const { fields } = row;
  const [remark] = checkParty({ fields, title: '', bodyText: '', formedOn: '1970-01-01' as never, attachments: [] });
  if (remark?.suggestion === undefined) return;
  row.rewritten.push({ label: '行政相对人名称', before: String(fields.partyName), after: remark.suggestion });
  fields.partyName = remark.suggestion;
}

function readValue(field: FieldDeclaration, written: string, heading: string): FieldValue | undefined {
  switch (field.type) {
    case 'day':
      return findWrittenDay(written);
    case 'money':
      return readMoney(written, heading);
    case 'number': {
      const number = Number(written.normalize('NFKC').replace(/[,\s]/g, ''));
      return Number.isSafeInteger(number) ? number : undefined;
    }
    case 'choice':
      return findChoice(field.choices ?? {}, written);
    case 'yes-no':
      return /^(是|有|√|1|y(es)?|true)$/i.test(written)
        ? true
        : /^(否|无|没有|×|0|no?|false)$/i.test(written)
          ? false
          : undefined;
    case 'lines':
      return written
        .split(/[\n；;]/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return written;
  }
}

/**
 * An amount in 分; the unit stands in the cell, else in the heading, else it is 元.
 *
 * @example readMoney('1.2', '罚款金额（万元）') // 1200000
 * @example readMoney('3,000.50元', '罚款金额') // 300050
 */
export function readMoney(written: string, heading: string): number | undefined {
  const plain = written.normalize('NFKC').replace(/[,\s¥￥]/g, '');
  const [, sign, digits = '', fraction = '', unit] =
    /^(-?)(\d{1,13})(?:\.(\d{1,8}))?(亿元|万元|元)?$/.exec(plain) ?? [];
  if (digits === '' || sign === '-') return undefined;
  const named = unit ?? /亿元|万元/.exec(heading)?.[0] ?? '元';
  const places = { 元: 2, 万元: 6, 亿元: 10 }[named as '元'] ?? 2;
  // Exactly: in whole 分, never through binary fractions.
  const kept = fraction.padEnd(places, '0');
  if (/[1-9]/.test(kept.slice(places))) return undefined;
  const amount = Number(digits + kept.slice(0, places));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/**
 * The choice somebody means: its name or key, or the only one of whose name a part is written.
 *
 * @example findChoice({ legal: '法人或者非法人组织', natural: '自然人' }, '法人及非法人组织') // 'legal'
 */
export function findChoice(choices: Readonly<Record<string, string>>, written: string): string | undefined {
  const plain = written.normalize('NFKC').replace(/\s/g, '');
  const exact = Object.entries(choices).find(([key, label]) => key === plain || label === plain);
  if (exact) return exact[0];
  const near = Object.entries(choices).filter(([key, label]) => {
    if (key === 'other') return false;
    const parts = label.split(/[、，,/（）()]|或者/).filter((part) => part.length > 1);
    return parts.some((part) => plain.includes(part)) || (plain.length > 1 && label.includes(plain));
  });
  return near.length === 1 ? near[0]?.[0] : undefined;
}

function unreadable({ label, type, choices }: FieldDeclaration, written: string): string {
  const shown = [...written].length > 20 ? `${[...written].slice(0, 20).join('')}…` : written;
  switch (type) {
    case 'day':
      return `${label}“${shown}”不是日期，应写成 2026-01-31 的样子。`;
    case 'money':
      return `${label}“${shown}”不是金额，应为数字，可带“元”“万元”。`;
    case 'choice':
      return `${label}“${shown}”不在可选范围：${Object.values(choices ?? {}).join('、')}。`;
    default:
      return `${label}“${shown}”无法识别，请核对。`;
  }
}
