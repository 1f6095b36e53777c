import { failure, type Result, success } from '../../../kernel/result.ts';
import type { AnnualReport, CellValue, Note } from '../annual-report.ts';
import type { NamedReport } from '../check/rule.ts';
import { equations, type Form, type FormCell, formCells, getForm } from '../forms/index.ts';
import { emptyReport } from '../interchange/index.ts';
import { CellSum } from './cell-sum.ts';
import { NameList } from './name-list.ts';
import { type AggregateFacts, aggregatePreamble, aggregateSections, aggregateTitle } from './narrative.ts';
import { Roster } from './roster.ts';

/** What an aggregate is to be. */
export interface AggregateOptions {
  /** The organ whose report it becomes. */
  organ: string;
  year: number;
  /** The form of all reports; that of the first one when left out. */
  form?: Form;
}

/**
 * Adds reports up, one after the other, into one report with sums in every cell. Memory does not
 * grow with the number of reports but for their names.
 *
 * - A cell that is blank, a text or not a whole number in any report has no sum: `null` with a note
 *   that names the units and gives the sum of the others.
 * - Refused, with a sentence that names the unit: another or no year, another form, a file that
 *   is in already by way of an aggregate. An organ that comes twice is pointed out in a note.
 * - The balances of each report are looked at, too: two errors may cancel out in the sum.
 *
 * The order of the reports makes no difference to the result.
 */
export class Aggregator {
  readonly #options: AggregateOptions;
  #form: Form | undefined;
  #cells: readonly FormCell[] = [];
  #sums: CellSum[] = [];
  #balances: readonly Balance[] = [];
  #positions: ReadonlyMap<string, number> = new Map();
  readonly #roster = new Roster();
  readonly #unbalanced = new NameList();
  readonly #omitted: { file: string; reason: string }[] = [];

  constructor(options: AggregateOptions) {
    this.#options = options;
    if (options.form) this.#take(options.form);
  }

  /** How many reports have been added. */
  get count(): number {
    return this.#roster.count;
  }

  /** Adds one report, or refuses it and leaves the sums as they are. */
  add({ name, report }: NamedReport): Result<void> {
    const refusal = this.#findRefusal(name, report);
    if (refusal) return refusal;
    if (!this.#form) this.#take(getForm(report.form));

    this.#roster.add(report, name);
    const unit = report.organ ?? name;
    const notes = this.#notesByCell(report.notes);
    const values = this.#cells.map(({ table, row, column }) => report[table][row.key]?.[column.key] ?? null);
    for (const [at, sum] of this.#sums.entries()) sum.add(values[at] ?? null, unit, notes?.get(at));
    if (this.#balances.some((balance) => isBroken(balance, values))) this.#unbalanced.add(unit);
    return success(undefined);
  }

  /** Says in the result that a file was to be in it and is not. */
  omit(file: string, reason: string): void {
    this.#omitted.push({ file, reason });
  }

  /** What a person has to look at before trusting the sums; stands in the notes of the result, too. */
  doubts(): string[] {
    const { count } = this.#unbalanced;
    const unbalanced = count > 0 ? [`单位报告自身的勾稽关系不成立：${this.#unbalanced.words()}`] : [];
    return [...this.#roster.doubts(), ...unbalanced];
  }

  /** The report of the sums. The caller checks it as any other report. */
  result(): Result<AnnualReport> {
    const form = this.#form;
    if (!form || this.count === 0) return failure('nothing-to-aggregate', '没有可以汇总的年度报告。');
    const { organ, year } = this.#options;
    const report = emptyReport(form);
    const cellNotes: Note[] = [];
    for (const [at, { table, row, column }] of this.#cells.entries()) {
      const { value, note } = this.#sums[at]?.result() ?? { value: null, note: undefined };
      const values = report[table][row.key];
      if (values) values[column.key] = value;
      if (note) cellNotes.push(note);
    }
    const facts: AggregateFacts = { organ, year, form, units: this.count };
    return success({
      ...report,
      title: aggregateTitle(facts),
      organ,
      year,
      preamble: aggregatePreamble(facts),
      sections: aggregateSections(facts, report),
      notes: [...this.#documentNotes(), ...cellNotes],
    });
  }

  #take(form: Form): void {
    this.#form = form;
    this.#cells = formCells(form);
    this.#sums = this.#cells.map((cell) => new CellSum(cell));
    const positions = new Map(this.#cells.map(({ path }, at) => [path, at]));
    this.#positions = positions;
    const places = (paths: readonly string[]) => paths.map((path) => positions.get(path) ?? -1);
    this.#balances = equations(form).map(({ left, right }) => ({ left: places(left), right: places(right) }));
  }

  #findRefusal(file: string, report: AnnualReport): Result<void> | undefined {
    const { year } = this.#options;
    const who = report.organ === null ? `“${file}”` : `“${report.organ}”（${file}）`;
    if (report.year === null) {
      return failure('year-unknown', `${who}没有写明年度，不能确认是${year}年的报告，未作汇总。`);
    }
    if (report.year !== year) {
      return failure('year-differs', `${who}是${report.year}年的报告，与要汇总的${year}年不是同一年度，不能相加。`);
    }
    if (this.#form && report.form !== this.#form.id) {
      const [theirs, ours] = [getForm(report.form), this.#form].map((form) => form.instrument);
      return failure('form-differs', `${who}用的是${theirs}的表式，其余报告用的是${ours}的表式，两种表式不能相加。`);
    }
    const repetition = this.#roster.findRepetition(report, file);
    if (!repetition) return undefined;
    const { organ, file: earlier } = repetition;
    return failure(
      'report-repeated',
      `${who}中的“${organ}”（${earlier}）已经计入一份汇总，再加一次会使数字虚增，请只保留一处。`,
    );
  }

  /** The notes of a report on cells of the form, by the position of the cell. */
  #notesByCell(notes: readonly Note[]): Map<number, Note[]> | undefined {
    let found: Map<number, Note[]> | undefined;
    for (const note of notes) {
      const at = this.#positions.get(note.path);
      if (at === undefined) continue;
      found ??= new Map();
      const known = found.get(at);
      if (known) known.push(note);
      else found.set(at, [note]);
    }
    return found;
  }

  #documentNotes(): Note[] {
    const note = (message: string, quote = ''): Note => ({ path: '', kind: 'document', message, quote });
    const omitted = this.#omitted.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    return [
      this.#roster.note(),
      ...omitted.map(({ file, reason }) => note(`未计入汇总：${reason}`, file)),
      ...this.doubts().map((doubt) => note(doubt)),
    ];
  }
}

/** Starts an aggregate. */
export const createAggregator = (options: AggregateOptions): Aggregator => new Aggregator(options);

/** A sum of the form as positions in the list of its cells. */
interface Balance {
  left: readonly number[];
  right: readonly number[];
}

/** Whether all terms are numbers and the two sides differ. */
function isBroken({ left, right }: Balance, values: readonly CellValue[]): boolean {
  let difference = 0;
  for (const at of left) {
    const value = values[at];
    if (typeof value !== 'number') return false;
    difference += value;
  }
  for (const at of right) {
    const value = values[at];
    if (typeof value !== 'number') return false;
    difference -= value;
  }
  return difference !== 0;
}

export { type Contributor, listContributors } from './roster.ts';
