import { setTimeout } from 'node:timers/promises';
import type { Problem } from '../../kernel/problem.ts';
import { failure, type Result } from '../../kernel/result.ts';
import type { AnnualReport } from '../../report/domain/annual-report.ts';
import type { Budget } from './budget.ts';
import type { FieldFault } from './form-page.tsx';
import { Lane } from './lane.ts';
import { findLevel } from './levels.ts';
import { refuseOversized } from './report-size.ts';
import type { Progress, ReadUpload } from './result-page.tsx';
import type { UploadedFile } from './upload.ts';

/** Reads a file as a report; a file that is none is refused with a sentence for the clerk. */
export type ReadReport = (file: { name: string; bytes: Uint8Array }) => Promise<Result<AnnualReport>>;

export interface ReadingOptions {
  read: ReadReport;
  /** How many files of this upload are read at once. */
  atOnce: number;
  /** Room for the files that wait to be read, shared by all uploads. */
  memory: Budget;
  /** Told when the reader throws; the file then counts as unread and the others go on. */
  onBug(error: unknown): void;
}

interface Task {
  field: FieldFault['field'];
  name: string;
  /** Never rejects. */
  outcome: Promise<Result<AnnualReport>>;
  result?: Result<AnnualReport>;
}

const pastedName = '粘贴的文字';

/** The files of one upload while they are read: each is begun as it arrives. */
export class Reading {
  private readonly options: ReadingOptions;
  /** So that a large upload does not stand in the way of a small one that comes after it. */
  private readonly lane: Lane;
  private readonly tasks: Task[] = [];

  constructor(options: ReadingOptions) {
    this.options = options;
    this.lane = new Lane(options.atOnce);
  }

  /** How many files and texts there are to be checked; the report to compare with is not one of them. */
  get count(): number {
    return this.tasks.filter((task) => task.field !== 'previous').length;
  }

  /** How many there are to be read. */
  get total(): number {
    return this.tasks.length;
  }

  /** Begins to read a file, and returns when there is room in memory for the next one. */
  async add(field: 'files' | 'previous', { name, content }: UploadedFile): Promise<void> {
    if (!content.ok) return this.begin(field, name, async () => content);
    const bytes = content.value;
    await this.options.memory.take(bytes.length);
    this.begin(field, name, async () => {
      try {
        return await this.options.read({ name, bytes });
      } finally {
        this.options.memory.giveBack(bytes.length);
      }
    });
  }

  /** Begins to read pasted text. */
  addText(text: string): void {
    this.begin('text', pastedName, () =>
      this.options.read({ name: pastedName, bytes: new TextEncoder().encode(text) }),
    );
  }

  /** Whether everything is read before so many milliseconds have passed. */
  async isDoneWithin(milliseconds: number): Promise<boolean> {
    const done = Promise.all(this.tasks.map((task) => task.outcome)).then(() => true);
    return Promise.race([done, setTimeout(milliseconds, false)]);
  }

  /** Tells of each file as it is done, in the order in which they came. */
  async *progress(): AsyncGenerator<Progress> {
    for (const { name, outcome } of this.tasks) yield { name, isRead: (await outcome).ok };
  }

  /** Everything read; to be asked for when all is done. */
  result(level: string): ReadUpload {
    const upload: ReadUpload = { reports: [], unread: [], level: findLevel(level) };
    for (const { field, name, result } of this.tasks) {
      if (!result?.ok) upload.unread.push({ name, problem: problemOf(result) });
      else if (field === 'previous') upload.previous = result.value;
      else upload.reports.push({ name, report: result.value });
    }
    return upload;
  }

  /** What could not be read, beside the field it came from. */
  faults(): FieldFault[] {
    return this.tasks.flatMap(({ field, name, result }) =>
      result?.ok ? [] : [{ field, message: faultMessage(name, problemOf(result).message) }],
    );
  }

  private begin(field: Task['field'], name: string, read: () => Promise<Result<AnnualReport>>): void {
    const task: Task = { field, name, outcome: this.outcomeOf(read).then((result) => (task.result = result)) };
    this.tasks.push(task);
  }

  private async outcomeOf(read: () => Promise<Result<AnnualReport>>): Promise<Result<AnnualReport>> {
    try {
      const result = await this.lane.run(read);
      return result.ok ? refuseOversized(result.value) : result;
    } catch (error) {
      this.options.onBug(error);
      return readerFault;
    }
  }
}

const readerFault = failure(
  'reader-fault',
  '读取这个文件时系统出现错误，不是文件的问题。请复制文字粘贴，或者稍后再试。',
);

const problemOf = (result: Result<AnnualReport> | undefined): Problem =>
  result === undefined || result.ok ? readerFault.problem : result.problem;

/** The sentence about a file with its name, which most sentences already say. */
const faultMessage = (name: string, message: string) => (message.includes(name) ? message : `“${name}”：${message}`);
