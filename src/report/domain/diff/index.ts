import type { AnnualReport } from '../annual-report.ts';
import type { NamedReport } from '../check/rule.ts';
import { type FormId, getForm } from '../forms/index.ts';
import { type CellChange, compareCells } from './cell-changes.ts';
import { type Correspondence, correspondence, type LoneCells } from './correspondence.ts';
import { type TextChange, textChanges } from './text-changes.ts';

/** Name of the format of a comparison and its version. */
export const reportDiffSchema = 'gongkai.report-diff/1';

/** One of the two reports, as far as it is named. */
export interface DiffedReport {
  name: string;
  form: FormId;
  title: string | null;
  organ: string | null;
  year: number | null;
}

/** A field at the top that differs. */
export interface FieldChange {
  path: 'title' | 'organ' | 'year' | 'form';
  before: string | number | null;
  after: string | number | null;
}

/** What differs between two reports, from the first to the second. */
export interface ReportDiff {
  schema: typeof reportDiffSchema;
  before: DiffedReport;
  after: DiffedReport;
  fields: FieldChange[];
  cells: CellChange[];
  /** Cells that one of the two forms does not have, row by row; empty when the forms are the same. */
  incomparable: { side: 'before' | 'after'; paths: string[]; reason: string }[];
  text: TextChange[];
  summary: {
    /** Of the cells both forms have. `unknown`: neither report has anything in it, which is no agreement. */
    cells: { same: number; changed: number; unknown: number; incomparable: number };
    paragraphs: { same: number; changed: number; added: number; removed: number };
  };
}

/**
 * Compares two reports, cell by cell and paragraph by paragraph, from `before` to `after`. They
 * may be of different forms or organs: what cannot be compared is listed with the reason.
 *
 * Worked example: 新收 总计 `120` and `156` give `difference: "36"`, `percent: "30"`; `2` and `3`
 * give `"1"` and no percentage; blank and `0` give `filled`.
 */
export function diffReports(before: NamedReport, after: NamedReport): ReportDiff {
  const [a, b] = [before.report, after.report];
  const { pairs, lone } = correspond(a.form, b.form);
  const compared = pairs.map((pair) => compareCells(pair, a, b));
  const cells = compared.filter((each) => typeof each === 'object');
  const text = textChanges(a, b);
  const paragraphs = text.changes.flatMap((change) => change.paragraphs);
  const count = (kind: string) => paragraphs.filter((each) => each.kind === kind).length;
  return {
    schema: reportDiffSchema,
    before: named(before),
    after: named(after),
    fields: fieldChanges(a, b),
    cells,
    incomparable: lone.map(({ side, paths, reason }: LoneCells) => ({ side, paths: [...paths], reason })),
    text: text.changes,
    summary: {
      cells: {
        same: compared.filter((each) => each === 'same').length,
        changed: cells.length,
        unknown: compared.filter((each) => each === 'unknown').length,
        incomparable: lone.reduce((sum, { paths }) => sum + paths.length, 0),
      },
      paragraphs: { same: text.same, changed: count('changed'), added: count('added'), removed: count('removed') },
    },
  };
}

const known = new Map<string, Correspondence>();

function correspond(before: FormId, after: FormId): Correspondence {
  const key = `${before} ${after}`;
  const found = known.get(key) ?? correspondence(getForm(before), getForm(after));
  known.set(key, found);
  return found;
}

function named({ name, report: { form, title, organ, year } }: NamedReport): DiffedReport {
  return { name, form, title, organ, year };
}

function fieldChanges(a: AnnualReport, b: AnnualReport): FieldChange[] {
  const paths = ['title', 'organ', 'year', 'form'] as const;
  return paths.filter((path) => a[path] !== b[path]).map((path) => ({ path, before: a[path], after: b[path] }));
}

export type { CellChange, CellSide, CellState, ChangeKind } from './cell-changes.ts';
export type { ParagraphChange, TextChange, TextMark } from './text-changes.ts';
