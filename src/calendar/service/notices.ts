import type { Actor } from '../../kernel/actor.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type Failure, failure, missing, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { YearNotice } from '../domain/notice.ts';
import { compareNotices, type DayChange, tellDayChange } from '../domain/notice-difference.ts';
import { readNotice } from '../domain/notice-text.ts';
import { deleteImportedNotice, lockImportedNotice, saveImportedNotice } from '../store/notices.ts';
import { forgetCalendars, listNotices } from './calendars.ts';
import { announceChange } from './changes.ts';
import { listShippedNotices } from './shipped.ts';

/** A notice that was read, with what it changes. */
export interface NoticeImport {
  notice: YearNotice;
  /** Whether a notice of this year was known before. */
  isKnown: boolean;
  changes: DayChange[];
}

/** Reads the text of a notice and tells what it would change; nothing is kept. */
export async function previewNotice(db: Db, text: string): Promise<Result<NoticeImport>> {
  const read = readOrRefuse(text);
  if (!read.ok) return read;
  const before = (await listNotices(db)).find(({ year }) => year === read.value.year);
  return success(importOf(before, read.value));
}

/** Imports the text of a notice for every county, in the place of what was known of its year. */
export function importNotice(db: Db, actor: Actor, now: Date, text: string): Promise<Result<NoticeImport>> {
  return change(db, actor, now, async (trx, record) => {
    const read = readOrRefuse(text);
    if (!read.ok) return read;
    const notice = read.value;
    const before = (await lockImportedNotice(trx, notice.year)) ?? findShipped(notice.year);
    await saveImportedNotice(trx, { ...notice, importedAt: now, importedBy: actor.name });
    const imported = importOf(before, notice);
    record({
      action: 'calendar.import-notice',
      record: recordOf(notice.year),
      before: auditedOf(before),
      after: { ...auditedOf(notice), dayChanges: imported.changes.map(tellDayChange) },
    });
    await announce(trx, notice.year);
    return success(imported);
  });
}

/** Takes an imported notice away again: what comes with the program holds, or the year is estimated. */
export function removeNotice(
  db: Db,
  actor: Actor,
  now: Date,
  year: number,
): Promise<Result<{ shipped: boolean; changes: DayChange[] }>> {
  return change(db, actor, now, async (trx, record) => {
    const before = await lockImportedNotice(trx, year);
    if (!before) {
      return missing(`没有导入过${year}年的放假安排，无需移除。随程序提供的安排不能移除，有误的请导入正确的通知。`);
    }
    await deleteImportedNotice(trx, year);
    const after = findShipped(year);
    const changes = compareNotices(year, before, after);
    record({
      action: 'calendar.remove-notice',
      record: recordOf(year),
      before: auditedOf(before),
      after: { ...auditedOf(after), dayChanges: changes.map(tellDayChange) },
    });
    await announce(trx, year);
    return success({ shipped: after !== undefined, changes });
  });
}

async function change<T>(
  db: Db,
  actor: Actor,
  now: Date,
  work: (trx: Trx, record: RecordChange) => Promise<Result<T>>,
): Promise<Result<T>> {
  const done = await write(db, actor, now, work);
  forgetCalendars(db);
  return done;
}

/** The whole year: days that were estimated are known now, or the other way round, also where they stay as they were. */
const announce = (trx: Trx, year: number): Promise<void> =>
  announceChange(trx, { from: getPlainDate(`${year - 1}-12-01`), to: getPlainDate(`${year}-12-31`) });

function readOrRefuse(text: string): Result<YearNotice> {
  const read = readNotice(text);
  return read.ok ? success(read.notice) : refusal(read.faults);
}

function refusal(faults: readonly { line: number; message: string }[]): Failure {
  const lines = faults.map(({ line, message }) => (line === 0 ? message : `第${line}行：${message}`));
  return failure(
    'invalid',
    lines.length === 1 && lines[0] ? lines[0] : `通知有 ${lines.length} 处不能采用，没有导入。`,
    lines.map((message) => ({ field: 'text', message })),
  );
}

const importOf = (before: YearNotice | undefined, notice: YearNotice): NoticeImport => ({
  notice,
  isKnown: before !== undefined,
  changes: compareNotices(notice.year, before, notice),
});

const findShipped = (year: number): YearNotice | undefined => listShippedNotices().find((each) => each.year === year);

const recordOf = (year: number) => ({
  kind: 'calendar-notice',
  id: String(year),
  label: `${year}年放假安排`,
});

const auditedOf = (notice: YearNotice | undefined) =>
  notice && {
    title: notice.title,
    documentNumber: notice.documentNumber,
    publishedOn: notice.publishedOn,
    holidays: notice.holidays.map(({ name, from, to, makeUpDays }) => ({ name, from, to, makeUpDays })),
  };
