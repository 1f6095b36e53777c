import { failure, type Result, success } from '../../../kernel/result.ts';
import type { RowValues, Source, TableValues } from '../annual-report.ts';
import { type AnnualReport, annualReportSchema, type Note, type NoteKind, type Section } from '../annual-report.ts';
import { type Form, forms, type TableKey } from '../forms/index.ts';
import { cellShapes, type FormRow, formRows, isCellValue, textPattern } from './cell-shape.ts';

/** The kinds a note may have, in the order of the format. */
export const noteKinds = [
  'blank',
  'missing',
  'text',
  'repaired',
  'ambiguous',
  'document',
] as const satisfies NoteKind[];

const documentKeys = [
  'schema',
  'form',
  'title',
  'organ',
  'year',
  'preamble',
  'sections',
  'proactive',
  'requests',
  'remedies',
  'notes',
  'source',
] as const satisfies (keyof AnnualReport)[];

/**
 * Takes a parsed JSON value as an annual report in the interchange format, or refuses it.
 *
 * Strict where figures are: every cell of the form has to be there and no other, a cell holds a
 * number, a text or `null` as the format says. Keys at the top that the format does not know are
 * left out, and a note says so. The refusal names the places, the first few of them in full.
 */
export function parseAnnualReport(value: unknown): Result<AnnualReport> {
  if (!isObject(value) || typeof value.schema !== 'string') {
    return failure('not-annual-report', `这不是年度报告交换格式（${annualReportSchema}）的文件：缺少 schema 标识。`);
  }
  if (value.schema !== annualReportSchema) {
    return failure(
      'not-annual-report',
      `文件标识是“${value.schema.slice(0, 60)}”，不是年度报告交换格式“${annualReportSchema}”。`,
    );
  }
  const form = forms.find((each) => each.id === value.form);
  if (!form) {
    const known = forms.map((each) => `"${each.id}"`).join(' 或 ');
    return failure('invalid-annual-report', `form 应为 ${known}，实为${shown(value.form)}。`);
  }

  const faults = new Faults();
  const report: AnnualReport = {
    schema: annualReportSchema,
    form: form.id,
    title: textOrNull(value, 'title', faults),
    organ: textOrNull(value, 'organ', faults),
    year: yearOrNull(value, faults),
    preamble: text(value, 'preamble', '', faults),
    sections: sections(value.sections, form, faults),
    proactive: table(value, form, 'proactive', faults),
    requests: table(value, form, 'requests', faults),
    remedies: table(value, form, 'remedies', faults),
    notes: notes(value.notes, faults),
  };
  if (Object.hasOwn(value, 'source')) {
    const found = source(value.source, faults);
    if (found) report.source = found;
  }
  if (faults.count > 0) return failure('invalid-annual-report', faults.message());

  const unknown = Object.keys(value).filter((key) => !(documentKeys as readonly string[]).includes(key));
  if (unknown.length > 0) {
    const quote = unknown.slice(0, 10).join('、').slice(0, 200);
    report.notes.push({
      path: '',
      kind: 'document',
      message: `文件中有交换格式没有规定的 ${unknown.length} 项内容，未读入：${quote}。`,
      quote,
    });
  }
  return success(report);
}

/** Collects what is wrong; keeps the first few in full and counts the rest. */
class Faults {
  count = 0;
  private readonly first: string[] = [];

  add(path: string, expected: string, found: unknown): void {
    this.count += 1;
    if (this.first.length < 5) this.first.push(`${path} 应为${expected}，实为${shown(found)}`);
  }

  message(): string {
    const rest = this.count > this.first.length ? `（另有 ${this.count - this.first.length} 处）` : '';
    return `文件不符合年度报告交换格式：${this.first.join('；')}${rest}。`;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return '没有这一项';
  if (Array.isArray(value)) return ` ${value.length} 项的数组`;
  if (typeof value === 'object' && value !== null) return '对象';
  // JSON has no word for it, and null would be a blank cell.
  if (typeof value === 'number' && !Number.isFinite(value)) return '大得无法表示的数字';
  const json = JSON.stringify(value);
  return ` ${json.length > 40 ? `${json.slice(0, 40)}…` : json}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at `path` with exactly these keys, or undefined with the fault noted. */
function exactObject(
  value: unknown,
  path: string,
  keys: readonly string[],
  faults: Faults,
): Record<string, unknown> | undefined {
  if (!isObject(value)) {
    faults.add(path, '对象', value);
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) faults.add(`${path}.${key.slice(0, 60)}`, '不出现（本格式没有这一项）', value[key]);
  }
  return value;
}

const someText = new RegExp(textPattern, 'u');

function textOrNull(from: Record<string, unknown>, key: string, faults: Faults): string | null {
  const value = from[key];
  if (value === null || (typeof value === 'string' && someText.test(value))) return value;
  faults.add(key, '文字或 null', value);
  return null;
}

function yearOrNull(from: Record<string, unknown>, faults: Faults): number | null {
  const value = from.year;
  if (value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9999)) {
    return value;
  }
  faults.add('year', '四位年份数字或 null', value);
  return null;
}

function text(from: Record<string, unknown>, key: string, prefix: string, faults: Faults): string {
  const value = from[key];
  if (typeof value === 'string') return value;
  faults.add(`${prefix}${key}`, '文字', value);
  return '';
}

function sections(value: unknown, form: Form, faults: Faults): Section[] {
  const declared = form.sections;
  if (!Array.isArray(value) || value.length !== declared.length) {
    faults.add('sections', `恰好 ${declared.length} 个部分的数组`, value);
    return [];
  }
  return declared.map((section, index) => {
    const path = `sections.${index}`;
    const found = exactObject(value[index], path, ['number', 'heading', 'text'], faults);
    if (!found) return { number: section.number, heading: '', text: '' };
    if (found.number !== section.number) faults.add(`${path}.number`, ` ${section.number}`, found.number);
    return {
      number: section.number,
      heading: text(found, 'heading', `${path}.`, faults),
      text: text(found, 'text', `${path}.`, faults),
    };
  });
}

const plans = new Map<string, readonly FormRow[]>();

function plan(form: Form, key: TableKey): readonly FormRow[] {
  const id = `${form.id} ${key}`;
  const known = plans.get(id);
  if (known) return known;
  const rows = formRows(form, key);
  plans.set(id, rows);
  return rows;
}

function table(from: Record<string, unknown>, form: Form, key: TableKey, faults: Faults): TableValues {
  const rows = plan(form, key);
  const found = exactObject(
    from[key],
    key,
    rows.map((each) => each.row.key),
    faults,
  );
  const values: TableValues = {};
  if (!found) return values;
  for (const { row, columns } of rows)
    values[row.key] = rowValues(found[row.key], `${key}.${row.key}`, columns, faults);
  return values;
}

function rowValues(value: unknown, path: string, columns: FormRow['columns'], faults: Faults): RowValues {
  const values: RowValues = {};
  if (!isObject(value)) {
    faults.add(path, '对象', value);
    return values;
  }
  for (const column of columns) {
    const cell = value[column.key];
    if (isCellValue(cell, column.kind)) values[column.key] = cell;
    else faults.add(`${path}.${column.key}`, cellShapes[column.kind].words, cell);
  }
  for (const key in value) {
    if (!columns.some((column) => column.key === key)) {
      faults.add(`${path}.${key.slice(0, 60)}`, '不出现（表中没有这一格）', value[key]);
    }
  }
  return values;
}

function notes(value: unknown, faults: Faults): Note[] {
  if (!Array.isArray(value)) {
    faults.add('notes', '数组', value);
    return [];
  }
  return value.flatMap((each, index) => {
    const path = `notes.${index}`;
    const found = exactObject(each, path, ['path', 'kind', 'message', 'quote'], faults);
    if (!found) return [];
    const kind = noteKinds.find((known) => known === found.kind);
    if (!kind) faults.add(`${path}.kind`, ` ${noteKinds.join('、')} 之一`, found.kind);
    return {
      path: text(found, 'path', `${path}.`, faults),
      kind: kind ?? 'document',
      message: text(found, 'message', `${path}.`, faults),
      quote: text(found, 'quote', `${path}.`, faults),
    };
  });
}

/** How the digest of a source is written. */
export const sha256Pattern = '^[0-9a-f]{64}$';
const sha256 = new RegExp(sha256Pattern, 'u');

function source(value: unknown, faults: Faults): Source | undefined {
  const found = exactObject(value, 'source', ['name', 'mediaType', 'sha256', 'bytes'], faults);
  if (!found) return undefined;
  const digest = text(found, 'sha256', 'source.', faults);
  if (typeof found.sha256 === 'string' && !sha256.test(digest)) {
    faults.add('source.sha256', '64 位小写十六进制数', digest);
  }
  const { bytes } = found;
  const valid = typeof bytes === 'number' && Number.isInteger(bytes) && bytes >= 0 && bytes <= Number.MAX_SAFE_INTEGER;
  if (!valid) faults.add('source.bytes', '非负整数', bytes);
  return {
    name: text(found, 'name', 'source.', faults),
    mediaType: text(found, 'mediaType', 'source.', faults),
    sha256: digest,
    bytes: valid ? bytes : 0,
  };
}
