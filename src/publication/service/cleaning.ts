import { conflict, failure, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { actorBy, findPlace, type Grant, listOrganIds, listPlaces, mayAt, scopeOf } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Trx, violatedUnique } from '../../platform/db/index.ts';
import { writeDocument } from '../../platform/documents/index.ts';
import { writeTableFile } from '../../platform/documents/table-file/index.ts';
import {
  type Cleaning,
  type CleaningDecision,
  type CleaningEntry,
  cleaningColumns,
  cleaningRows,
  layOutCleaning,
} from '../domain/cleaning.ts';
import { kindKeys, kindOf } from '../domain/kinds/index.ts';
import {
  decideEntries,
  findCleaning,
  findCleaningOf,
  insertCleaning,
  type ListedCleaning,
  listCleaningEntries,
  listCleanings as listStoredCleanings,
  touchCleaning,
} from '../store/cleanings.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { settleValidity } from './validity.ts';

/** The kinds whose 有效性 is kept, and which are therefore cleaned. */
const cleanedKinds = kindKeys.filter((key) => kindOf(key).validity);

/** Draws up the list of an organ's documents in force for the cleaning of a year; one for each organ and year. */
export async function beginCleaning(
  { db }: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  { organId, year }: { organId: string; year: number },
): Promise<Result<{ id: string; entries: number }>> {
  const grant = await mayClean(db, caller, organId);
  if (!grant.ok) return grant;
  const { countyId } = caller.authority;
  const twice = () => conflict(`本单位${year}年的清理清单已经生成，请从列表进入。`);
  const begun = write<Result<{ id: string; entries: number }>>(
    db,
    actorBy(caller.actor, grant.value),
    caller.now,
    async (trx, record) => {
      if (await findCleaningOf(trx, countyId, organId, year)) {
        return twice();
      }
      const cleaning: Cleaning = {
        id: newId(),
        organId,
        year,
        begunOn: dayOf(caller),
        version: 1,
        createdBy: caller.actor.name,
      };
      const entries = await insertCleaning(trx, countyId, cleaning, cleanedKinds, caller.now);
      if (entries === 0) return failure('nothing-to-clean', '本单位没有正在公开的有效文件，不需要清理。');
      record({
        action: 'cleaning.begin',
        record: { kind: 'publication-cleaning', id: cleaning.id, label: `${year}年` },
        organId,
        after: { year, rows: entries },
      });
      return success({ id: cleaning.id, entries });
    },
  );
  // Of two who begin at once the database lets one.
  return begun.catch((error: unknown) => {
    if (violatedUnique(error) === undefined) throw error;
    return twice();
  });
}

/** A cleaning with its documents. */
export interface CleaningView extends Cleaning {
  organ: string;
  entries: CleaningEntry[];
}

/** A cleaning of an organ whose items somebody may see. */
export async function getCleaning(db: Db, caller: Caller, id: string): Promise<Result<CleaningView>> {
  const { countyId } = caller.authority;
  const cleaning = await findCleaning(db, countyId, id);
  if (!cleaning) return noSuchCleaning();
  const place = await findPlace(db, countyId, cleaning.organId, dayOf(caller));
  const at = { countyId, place: place ?? { organId: cleaning.organId, path: [cleaning.organId] } };
  if (!mayAt(caller.authority, 'read-items', at).ok) return noSuchCleaning();
  return success({
    ...cleaning,
    organ: place?.fullName ?? '',
    entries: await listCleaningEntries(db, countyId, id),
  });
}

/** The cleanings of the organs whose items somebody may see. */
export async function listCleanings(db: Db, caller: Caller): Promise<(ListedCleaning & { organ: string })[]> {
  const { authority } = caller;
  const organIds = await listOrganIds(db, scopeOf(authority, 'read-items'), dayOf(caller));
  const found = await listStoredCleanings(db, authority.countyId, organIds);
  const places = await listPlaces(
    db,
    authority.countyId,
    [...new Set(found.map(({ organId }) => organId))],
    dayOf(caller),
  );
  return found.map((cleaning) => ({ ...cleaning, organ: places.get(cleaning.organId)?.shortName ?? '' }));
}

/** Puts down what is decided about documents of a cleaning; several at once where the reason is the same. */
export function decideCleaning(
  deps: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  id: string,
  decided: { version: number; itemIds: readonly string[]; decision: CleaningDecision; reason: string },
): Promise<Result<{ version: number }>> {
  const { decision, reason, itemIds, version } = decided;
  return writeCleaning(deps, caller, id, version, async (trx, record, cleaning) => {
    if (decision !== 'keep' && reason.trim() === '') {
      return invalid([{ field: 'reason', message: '拟修改、废止、宣布失效的，请写明理由。' }]);
    }
    const { countyId } = caller.authority;
    const count = await decideEntries(trx, countyId, id, itemIds, {
      decision,
      reason: reason.trim(),
      by: caller.actor.name,
      at: caller.now,
    });
    if (count !== itemIds.length) return conflict('有的文件不在这份清单中，请刷新后再试。');
    await touchCleaning(trx, countyId, cleaning);
    record({
      action: 'cleaning.decide',
      record: cleaningRecord(cleaning),
      organId: cleaning.organId,
      after: { decision, reason: reason.trim(), rows: count },
    });
    return success({ version: version + 1 });
  });
}

/**
 * Finishes a cleaning once every document is decided about: those to be repealed are 废止, those declared 失效 are so
 * from this day; the list is then published as an item of its own.
 */
export function finishCleaning(
  deps: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  id: string,
  version: number,
): Promise<Result<{ version: number; changed: number }>> {
  return writeCleaning(deps, caller, id, version, async (trx, record, cleaning) => {
    const { countyId } = caller.authority;
    const entries = await listCleaningEntries(trx, countyId, id);
    const open = entries.filter(({ decision }) => decision === undefined);
    if (open.length > 0) {
      return failure(
        'cleaning-open',
        `还有 ${open.length} 件没有清理意见（如“${open[0]?.title}”），请逐件决定后再公布结果。`,
      );
    }
    const day = dayOf(caller);
    await touchCleaning(trx, countyId, cleaning, { on: day, by: caller.actor.name });
    let changed = 0;
    for (const { itemId } of entries) if (await settleValidity(trx, record, countyId, itemId, day)) changed += 1;
    record({
      action: 'cleaning.finish',
      record: cleaningRecord(cleaning),
      organId: cleaning.organId,
      after: { rows: entries.length, changed },
    });
    return success({ version: version + 1, changed });
  });
}

/** The formats in which the list is taken along. */
export type CleaningFormat = 'docx' | 'xlsx';

/** The list as a file: to be signed (docx), or to be worked with (xlsx). */
export async function exportCleaning(
  db: Db,
  caller: Caller,
  id: string,
  format: CleaningFormat,
): Promise<Result<{ fileName: string; content: Uint8Array }>> {
  const found = await getCleaning(db, caller, id);
  if (!found.ok) return found;
  const { organ, year, entries } = found.value;
  const title = `${organ}${year}年行政规范性文件清理目录`;
  const content =
    format === 'docx'
      ? await writeDocument(layOutCleaning(organ, found.value, entries), 'docx')
      : await writeTableFile(
          { title: '清理目录', columns: cleaningColumns.map((label) => ({ label })), rows: cleaningRows(entries) },
          'xlsx',
        );
  return success({ fileName: `${title}.${format}`, content });
}

async function writeCleaning<T>(
  { db }: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  id: string,
  version: number,
  work: (trx: Trx, record: RecordChange, cleaning: Cleaning) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { countyId } = caller.authority;
  const seen = await findCleaning(db, countyId, id);
  if (!seen) return noSuchCleaning();
  const grant = await mayClean(db, caller, seen.organId);
  if (!grant.ok) return grant;
  return write(db, actorBy(caller.actor, grant.value), caller.now, async (trx, record) => {
    const cleaning = await findCleaning(trx, countyId, id, 'lock');
    if (!cleaning) return noSuchCleaning();
    if (cleaning.finishedOn) {
      return conflict(`清理结果已由${cleaning.finishedBy}于 ${cleaning.finishedOn} 公布，不能再改。`);
    }
    if (cleaning.version !== version) return conflict('清单刚刚有人改过，请刷新后再办理；您选的内容需要重新选择。');
    return work(trx, record, cleaning);
  });
}

/** Who publishes documents cleans them: 公开办. */
async function mayClean(db: Db, { authority, now }: Caller, organId: string): Promise<Result<Grant>> {
  const { countyId } = authority;
  const place = await findPlace(db, countyId, organId, dayOf({ now }));
  return mayAt(authority, 'publish-items', { countyId, place: place ?? { organId, path: [organId] } });
}

const cleaningRecord = ({ id, year }: Cleaning) => ({ kind: 'publication-cleaning', id, label: `${year}年` });
const noSuchCleaning = () => missing('没有找到这份清理清单，请返回列表查看。');
