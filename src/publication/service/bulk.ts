import { findCatalogueItem } from '../../catalogue/index.ts';
import { conflict, failure, forbidden, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { actorBy, type Grant } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { readFirst, readTableFile, writeTableFile } from '../../platform/documents/table-file/index.ts';
import { safeFileName } from '../../platform/storage/index.ts';
import { type Batch, type BatchHead, type JudgedRow, mostRows, withoutPrivate } from '../domain/bulk/batch.ts';
import { isPrivateHeading, type Matching, matchColumns, targetsOf } from '../domain/bulk/targets.ts';
import { type KindKey, kindOf } from '../domain/kinds/index.ts';
import { findBatch, insertBatch, type ListedBatch, listBatches, updateBatch } from '../store/batches.ts';
import { type JudgedBatch, judgeBatch, rowNumber } from './bulk-judging.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { enterDraft, findSeat } from './drafting.ts';

/** The largest spreadsheet that is read, in bytes. */
export const largestBatch = 5 * 1024 * 1024;

/** Reads a spreadsheet of decisions and keeps it with what its rows would become. Nothing is entered yet. */
export async function previewBatch(
  deps: PublicationDeps,
  caller: Caller,
  sent: { name: string; bytes: Uint8Array },
  { kind, catalogueItemId }: { kind: KindKey; catalogueItemId?: string | undefined },
): Promise<Result<{ id: string }>> {
  if (!kindOf(kind).bulk) {
    return failure('not-in-bulk', `“${kindOf(kind).name}”每件内容不同，请逐件新建，不能从表格录入。`);
  }
  const seat = await findSeat(deps.db, caller, {});
  if (!seat.ok) return seat;
  const file = { ...sent, name: safeFileName(sent.name) };
  const read = await readTableFile(file);
  if (!read.ok) return read;
  const table = readFirst(read.value, (rows) => headed(rows, kind));
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const isPrivate = columns.map(isPrivateHeading);
  const kept = withoutPrivate(rows, isPrivate);
  const { organId, draftingOrganId, grant } = seat.value;
  const batch: Batch = {
    id: newId(),
    organId,
    draftingOrganId,
    authorId: caller.authority.personId,
    kind,
    fileName: file.name,
    status: 'pending',
    head: catalogueItemId === undefined ? {} : { catalogueItemId },
    columns,
    matched: matchColumns(columns, targetsOf(kindOf(kind))),
    rows: kept.rows,
    remarks: [...read.value.remarks, ...tellPrivate(columns, isPrivate, kept.cut)],
    createdBy: caller.actor.name,
    createdAt: caller.now,
  };
  return write(deps.db, actorBy(caller.actor, grant), caller.now, async (trx, record) => {
    await insertBatch(trx, caller.authority.countyId, batch);
    record({ action: 'batch.read', record: recordOf(batch), organId, after: { kind, rows: rows.length } });
    return success({ id: batch.id });
  });
}

/** The heading row of a table and what stands below it; blank rows are no rows. */
function headed(table: readonly string[][], kind: KindKey): Result<{ columns: string[]; rows: string[][] }> {
  const targets = targetsOf(kindOf(kind));
  // A title may stand over the heading: the row with the most known headings is the one.
  const scores = table.slice(0, 10).map((row) => Object.keys(matchColumns(row, targets)).length);
  const best = Math.max(...scores, 0);
  if (best < 2) {
    const wanted = targets.filter(({ required }) => required).map(({ label }) => label);
    return failure(
      'no-heading',
      `没有找到表头。第一行应为各列名称，至少有：${wanted.join('、')}。可以先下载表格样式填写。`,
    );
  }
  const at = scores.indexOf(best);
  const columns = (table[at] ?? []).map((cell) => cell.trim());
  const rows = table.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return failure('batch-empty', '表格只有表头，没有内容。');
  if (rows.length > mostRows) {
    return failure('batch-too-long', `表格有 ${rows.length} 行，一次最多录入 ${mostRows} 行，请分成几个文件。`);
  }
  return success({ columns, rows });
}

function tellPrivate(columns: readonly string[], isPrivate: readonly boolean[], cut: number): string[] {
  const left = columns.filter((_, index) => isPrivate[index]);
  return [
    ...(left.length > 0 ? [`“${left.join('”“')}”列是个人信息，没有读取，也没有保存（条例第十五条）。`] : []),
    ...(cut > 0 ? [`其他列中有 ${cut} 个公民身份号码，已删去。请核对这些行的内容。`] : []),
  ];
}

/** A batch with what each row would become. */
export async function getBatch(deps: PublicationDeps, caller: Caller, id: string): Promise<Result<JudgedBatch>> {
  const found = await findOwn(deps.db, caller, id);
  return found.ok ? success(await judgeBatch(deps, caller, found.value)) : found;
}

/** The batches of who asks, the latest first. */
export const listOwnBatches = (db: Db, { authority }: Caller, page: PageRequest): Promise<Page<ListedBatch>> =>
  listBatches(db, authority.countyId, authority.personId, page);

/** Says anew which column fills what, and what all rows share. */
export function matchBatch(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  { matched, head }: { matched?: Matching | undefined; head?: BatchHead | undefined },
): Promise<Result<{ id: string }>> {
  return writeOwn(deps, caller, id, async (trx, record, batch) => {
    const checked = matched ? checkMatching(batch, matched) : success(true);
    if (!checked.ok) return checked;
    if (head?.catalogueItemId) {
      const line = await findCatalogueItem(trx, caller.authority.countyId, head.catalogueItemId);
      if (line?.organId !== batch.organId) {
        return invalid([{ field: 'head.catalogueItemId', message: '这个公开事项不在发布单位的目录中。' }]);
      }
    }
    await updateBatch(trx, caller.authority.countyId, id, {
      ...(matched ? { matched } : {}),
      ...(head ? { head } : {}),
    });
    record({
      action: 'batch.match',
      record: recordOf(batch),
      organId: batch.organId,
      before: { matched: JSON.stringify(batch.matched) },
      after: { matched: JSON.stringify(matched ?? batch.matched) },
    });
    return success({ id });
  });
}

function checkMatching({ kind, columns }: Batch, matched: Matching): Result<true> {
  const known = new Set(targetsOf(kindOf(kind)).map(({ key }) => key));
  const used = new Set<number>();
  for (const [key, index] of Object.entries(matched)) {
    const heading = columns[index];
    if (!known.has(key) || heading === undefined) {
      return invalid([{ field: `matched.${key}`, message: '列的对应关系无效，请刷新后重新选择。' }]);
    }
    if (used.has(index)) return invalid([{ field: `matched.${key}`, message: `“${heading}”列已对应到另一栏。` }]);
    if (isPrivateHeading(heading)) {
      return invalid([{ field: `matched.${key}`, message: `“${heading}”列是个人信息，不能公开（条例第十五条）。` }]);
    }
    used.add(index);
  }
  return success(true);
}

/**
 * Makes drafts of the rows that are in order, all of them or none. Rows that are not in order keep that from happening, unless
 * who asks leaves them out; what was entered before is never entered twice.
 */
export function enterBatch(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  { leaveOut }: { leaveOut: boolean },
): Promise<Result<{ entered: number; left: number }>> {
  return writeOwn(deps, caller, id, async (trx, record, batch, grant) => {
    const judged = await judgeBatch({ ...deps, db: trx }, caller, batch);
    const faulty = judged.rows.filter(({ standing }) => standing === 'faulty');
    if (faulty.length > 0 && !leaveOut) {
      return failure(
        'rows-faulty',
        `有 ${faulty.length} 行不能录入（${rowNumbers(faulty)}），一行也没有录入。请在表格中改正后重新上传，或者勾选“有误或重复的行不录入”。`,
      );
    }
    const ready = judged.drafts;
    if (ready.length === 0) return failure('nothing-ready', '没有可以录入的行：都有问题，或者以前已经录入。');
    for (const { item, text } of ready) {
      const entered = await enterDraft(trx, record, caller, grant, item, text);
      if (!entered.ok) return entered;
    }
    const leftOut = new Set(judged.rows.filter(({ standing }) => standing !== 'ready').map(({ row }) => row));
    const rows = batch.rows.map((cells, index) => (leftOut.has(rowNumber(index)) ? cells : []));
    await updateBatch(trx, caller.authority.countyId, id, { status: 'entered', enteredAt: caller.now, rows });
    const left = judged.rows.length - ready.length;
    record({
      action: 'batch.enter',
      record: recordOf(batch),
      organId: batch.organId,
      after: { entered: ready.length, rows: judged.rows.length },
    });
    return success({ entered: ready.length, left });
  });
}

const rowNumbers = (rows: readonly JudgedRow[]): string =>
  `第 ${rows
    .slice(0, 5)
    .map(({ row }) => row)
    .join('、')} 行${rows.length > 5 ? '等' : ''}`;

/** Drops a batch that nobody is to enter; the rows of the file are not kept. */
export function dropBatch(deps: PublicationDeps, caller: Caller, id: string): Promise<Result<{ id: string }>> {
  return writeOwn(deps, caller, id, async (trx, record, batch) => {
    await updateBatch(trx, caller.authority.countyId, id, { status: 'dropped', rows: [] });
    record({
      action: 'batch.drop',
      record: recordOf(batch),
      organId: batch.organId,
      after: { rows: batch.rows.length },
    });
    return success({ id });
  });
}

/** An empty table of a kind, with the headings that are understood; those that are required bear a star. */
export async function writeBatchTemplate(kind: KindKey): Promise<{ fileName: string; content: Uint8Array }> {
  const { name } = kindOf(kind);
  const columns = targetsOf(kindOf(kind)).map(({ label, required }) => ({ label: `${label}${required ? '*' : ''}` }));
  return {
    fileName: `${name}录入表.xlsx`,
    content: await writeTableFile({ title: `${name}录入表`, columns, rows: [] }, 'xlsx'),
  };
}

async function findOwn(db: Db, { authority }: Caller, id: string): Promise<Result<Batch>> {
  const batch = await findBatch(db, authority.countyId, id);
  return batch && batch.authorId === authority.personId ? success(batch) : noSuchBatch();
}

async function writeOwn<T>(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  work: (trx: Trx, record: RecordChange, batch: Batch, grant: Grant) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { countyId, personId } = caller.authority;
  const seen = await findOwn(deps.db, caller, id);
  if (!seen.ok) return seen;
  const seat = await findSeat(deps.db, caller, seen.value);
  if (!seat.ok) return seat;
  return write(deps.db, actorBy(caller.actor, seat.value.grant), caller.now, async (trx, record) => {
    const batch = await findBatch(trx, countyId, id, 'lock');
    if (!batch) return noSuchBatch();
    if (batch.authorId !== personId) return forbidden('这张表格由他人上传，请由其本人办理。');
    if (batch.status !== 'pending') {
      return conflict(
        batch.status === 'entered' ? '这张表格已经录入，不能再次录入。' : '这张表格已经放弃，请重新上传。',
      );
    }
    return work(trx, record, batch, seat.value.grant);
  });
}

const recordOf = ({ id, fileName }: Batch) => ({ kind: 'publication-batch', id, label: fileName });
const noSuchBatch = () => missing('没有找到这张表格，请返回列表查看。');
