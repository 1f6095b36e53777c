import { recordEvidence, withdrawEvidence } from '../../catalogue/index.ts';
import { dayInChina, getPlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, missing, type Result, success } from '../../kernel/result.ts';
import { actorBy, findPlace, type Grant, listOrganIds, mayAt, scopeOf } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { readTableFile, writeTableFile } from '../../platform/documents/table-file/index.ts';
import { safeFileName } from '../../platform/storage/index.ts';
import { findLedgerHead, ledgerFieldKeys, ledgerFields, matchLedgerColumns } from '../domain/import/columns.ts';
import { type LedgerMatching, mostLedgerRows, readLedger } from '../domain/import/entry.ts';
import { planLedger } from '../domain/import/plan.ts';
import type { Item } from '../domain/item.ts';
import { listItemChannels } from '../store/channels.ts';
import { addEvent } from '../store/events.ts';
import {
  deleteItemChannels,
  findLedger,
  insertLedger,
  type LedgerImport,
  type LedgerSheet,
  type LedgerUndo,
  type ListedLedger,
  listKnownItems,
  listLaterReceipts,
  listLedgers,
  updateLedger,
} from '../store/imports.ts';
import { listItemsById, lockItem, updateItem } from '../store/items.ts';
import { listOrganNames } from '../store/organ-names.ts';
import { type Caller, dayOf } from './caller.ts';
import { createImported, deliver } from './import-applying.ts';

/** The largest ledger that is read, in bytes. */
export const largestLedger = 5 * 1024 * 1024;

/** Reads a ledger and keeps it with its differences from what is here, until somebody decides. Nothing else is changed. */
export async function previewLedger(
  db: Db,
  caller: Caller,
  organId: string,
  sent: { name: string; bytes: Uint8Array },
): Promise<Result<{ id: string }>> {
  const granted = await mayImport(db, caller, organId);
  if (!granted.ok) return granted;
  const fileName = safeFileName(sent.name);
  const read = await readTableFile({ ...sent, name: fileName });
  if (!read.ok) return read;
  const sheets: LedgerSheet[] = read.value.tables.map((rows, at) => ({ name: `表 ${at + 1}`, rows }));
  const sheet = Math.max(
    0,
    sheets.findIndex(({ rows }) => findLedgerHead(rows) !== undefined),
  );
  const rows = sheets[sheet]?.rows ?? [];
  if (rows.length > mostLedgerRows + 10) {
    return failure('import-too-long', `一次最多导入 ${mostLedgerRows} 行，请分成几个文件。`);
  }
  const { actor, now, authority } = caller;
  return write(db, actorBy(actor, granted.value), now, async (trx, record) => {
    const id = newId();
    const ledger: LedgerImport = {
      id,
      organId,
      fileName,
      status: 'pending',
      sheets,
      sheet,
      matching: matchingOf(rows),
      differences: { created: [], same: [], changed: [], problems: [], remarks: read.value.remarks },
      counts: { created: 0, same: 0, changed: 0, problems: 0 },
      undo: null,
      createdAt: now,
      createdBy: actor.name,
      appliedAt: null,
      appliedBy: null,
      undoneAt: null,
      undoneBy: null,
    };
    await insertLedger(trx, authority.countyId, { ...ledger, ...(await compareLedger(trx, caller, ledger)) });
    record({ action: 'publication-import.read', record: recordOf(ledger), organId, after: { rows: rows.length } });
    return success({ id });
  });
}

const matchingOf = (rows: readonly string[][]): LedgerMatching => {
  const headRow = findLedgerHead(rows) ?? 0;
  return { headRow, columns: matchLedgerColumns(rows[headRow] ?? []), kind: 'announcement', channels: [] };
};

async function compareLedger(
  db: Db,
  caller: Caller,
  { sheets, sheet, matching, organId, differences: { remarks } }: LedgerImport,
): Promise<Pick<LedgerImport, 'differences' | 'counts'>> {
  const { countyId } = caller.authority;
  const rows = sheets[sheet]?.rows ?? [];
  const reach = await listOrganIds(db, scopeOf(caller.authority, 'manage-channels'), dayOf(caller));
  const { entries, problems } = readLedger(rows, matching, {
    today: dayOf(caller),
    organId,
    findOrgan: await organFinder(db, caller, reach),
  });
  const plan = planLedger(entries, problems, await listKnownItems(db, countyId, entries, reach));
  const isMatched = (['title', 'publishedOn'] as const).every((field) => matching.columns.includes(field));
  return {
    differences: {
      ...plan,
      remarks: isMatched ? remarks : [...remarks.filter((each) => each !== notMatched), notMatched],
    },
    counts: {
      created: plan.created.length,
      same: plan.same.length,
      changed: plan.changed.length,
      problems: plan.problems.length,
    },
  };
}

const notMatched = '没有认出标题列或发布日期列，请在上方指定各列的含义。';

/** The organs somebody may import for, by their names. */
async function organFinder(
  db: Db,
  { authority: { countyId } }: Caller,
  reach: readonly string[] | 'all',
): Promise<(name: string) => string | 'several' | undefined> {
  const names = [...(await listOrganNames(db, countyId, reach === 'all' ? [] : reach)).values()];
  return (name) => {
    const plain = name.replace(/\s/g, '');
    const full = names.filter(({ fullName }) => fullName === plain);
    const found = full.length > 0 ? full : names.filter(({ shortName }) => shortName === plain);
    return found.length > 1 ? 'several' : found[0]?.id;
  };
}

/** Takes another sheet, or another meaning of its columns, and compares anew. */
export async function changeLedger(
  db: Db,
  caller: Caller,
  id: string,
  change: { sheet?: number | undefined } & { [Part in keyof LedgerMatching]?: LedgerMatching[Part] | undefined },
): Promise<Result<{ id: string }>> {
  return onPending(db, caller, id, async (trx, record, ledger) => {
    const { sheet = ledger.sheet, ...parts } = change;
    const rows = ledger.sheets[sheet]?.rows;
    if (!rows) return missing('文件中没有这张表，请从列表中重新选择。');
    const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
    const headRow = change.headRow ?? (sheet === ledger.sheet ? ledger.matching.headRow : matchingOf(rows).headRow);
    const isOtherHead = sheet !== ledger.sheet || headRow !== ledger.matching.headRow;
    const matching: LedgerMatching = {
      ...ledger.matching,
      ...(isOtherHead ? { columns: matchLedgerColumns(rows[headRow] ?? []) } : {}),
      ...given,
      headRow,
    };
    const compared = await compareLedger(trx, caller, { ...ledger, sheet, matching });
    await updateLedger(trx, caller.authority.countyId, id, { sheet, matching, ...compared });
    record({
      action: 'publication-import.compare',
      record: recordOf(ledger),
      organId: ledger.organId,
      after: compared.counts,
    });
    return success({ id });
  });
}

/** An import with its differences. */
export async function getLedger(db: Db, caller: Caller, id: string): Promise<Result<LedgerImport>> {
  const ledger = await findLedger(db, caller.authority.countyId, id);
  if (!ledger) return noSuchLedger();
  const granted = await mayImport(db, caller, ledger.organId);
  return granted.ok ? success(ledger) : granted;
}

/** The imports of the organs somebody works for. */
export async function searchLedgers(
  db: Db,
  caller: Caller,
  page: PageRequest,
): Promise<Page<ListedLedger & { organ: string }>> {
  const { authority } = caller;
  const { countyId } = authority;
  const organIds = await listOrganIds(db, scopeOf(authority, 'manage-channels'), dayOf(caller));
  const found = await listLedgers(db, { countyId, organIds }, page);
  const names = await listOrganNames(
    db,
    countyId,
    found.items.map(({ organId }) => organId),
  );
  return {
    ...found,
    items: found.items.map((each) => ({ ...each, organ: names.get(each.organId)?.shortName ?? '' })),
  };
}

/** Does what a ledger was found to do, all of it in one transaction; compares anew first, and asks again when that differs. */
export async function applyLedger(
  db: Db,
  caller: Caller,
  id: string,
): Promise<Result<{ created: number; changed: number }>> {
  const applied = await onPending(db, caller, id, async (trx, record, ledger) => {
    const { countyId } = caller.authority;
    const { differences, counts } = await compareLedger(trx, caller, ledger);
    if (JSON.stringify(counts) !== JSON.stringify(sorted(ledger.counts))) return failure(staleCode, 'items changed');
    if (counts.created + counts.changed === 0) {
      return failure('import-nothing', '这份台账没有新的内容，不需要导入。');
    }
    const created = await createImported(trx, caller, ledger.id, differences.created);
    for (const item of created) await recordEvidence(trx, evidenceOf(item));
    const changed = await applyChanges(trx, caller, differences.changed);
    if (!changed.ok) return changed;
    const touched = await listItemsById(trx, countyId, [
      ...created.map((item) => item.id),
      ...changed.value.map((each) => each.id),
    ]);
    const undo: LedgerUndo = {
      created: created.map((item) => item.id),
      changed: changed.value,
      versions: Object.fromEntries(touched.map((item) => [item.id, item.version])),
    };
    await updateLedger(trx, countyId, id, {
      status: 'applied',
      appliedAt: caller.now,
      appliedBy: caller.actor.name,
      undo,
    });
    record({
      action: 'publication-import.apply',
      record: recordOf(ledger),
      organId: ledger.organId,
      after: { created: counts.created, changed: counts.changed },
    });
    return success({ created: counts.created, changed: counts.changed });
  });
  if (applied.ok || applied.problem.code !== staleCode) return applied;
  await changeLedger(db, caller, id, {});
  return conflict('读取文件之后，本系统中的信息有了变动，差异清单已重新生成。请重新核对后再执行导入。');
}

const staleCode = 'import-stale';

/** Counts as the comparison writes them; the database keeps keys in an order of its own. */
const sorted = ({ created, same, changed, problems }: LedgerImport['counts']) => ({ created, same, changed, problems });

const evidenceOf = (item: Item): Parameters<typeof recordEvidence>[1] => ({
  countyId: item.countyId,
  catalogueItemId: item.catalogueItemId,
  organId: item.organId,
  columnKey: item.columnKey,
  recordKind: 'publication-item',
  recordId: item.id,
  title: item.title,
  indexNumber: item.indexNumber,
  formedOn: item.formedOn,
  publishedOn: item.publishedOn as NonNullable<Item['publishedOn']>,
});

async function applyChanges(
  trx: Trx,
  caller: Caller,
  changes: LedgerImport['differences']['changed'],
): Promise<Result<LedgerUndo['changed']>> {
  const undo: LedgerUndo['changed'] = [];
  for (const { itemId, entry, fields, addedChannels } of changes) {
    const item = await lockItem(trx, caller.authority.countyId, itemId);
    if (!item) return conflict('有的信息已经不在，请重新上传台账。');
    const after = Object.fromEntries(
      fields.filter(({ key }) => key !== 'channels').map((field) => [field.key, field.after]),
    );
    if (Object.keys(after).length > 0) {
      const saved = await updateItem(trx, { ...item, ...after, updatedAt: caller.now });
      if (!saved) return conflict('有的信息刚刚被他人修改，请稍后再执行导入。');
    }
    await deliver(
      trx,
      caller,
      entry.deliveries.filter(({ channel }) => addedChannels.includes(channel)).map((delivery) => ({ item, delivery })),
    );
    undo.push({
      id: itemId,
      before: {
        title: item.title,
        publishedOn: item.publishedOn ?? null,
        indexNumber: item.indexNumber ?? null,
        documentNumber: item.documentNumber ?? null,
      },
      channels: addedChannels,
    });
  }
  return success(undo);
}

/** Takes back all that an import did, as a whole; refused with the reasons when something later builds upon it. */
export async function undoLedger(db: Db, caller: Caller, id: string): Promise<Result<{ undone: number }>> {
  const { countyId } = caller.authority;
  const found = await findLedger(db, countyId, id);
  if (!found) return noSuchLedger();
  const granted = await mayImport(db, caller, found.organId);
  if (!granted.ok) return granted;
  return write(
    db,
    actorBy(caller.actor, granted.value),
    caller.now,
    async (trx, record): Promise<Result<{ undone: number }>> => {
      const ledger = await findLedger(trx, countyId, id, 'lock');
      if (ledger?.status !== 'applied' || !ledger.undo || !ledger.appliedAt) {
        return conflict(
          ledger?.status === 'undone' ? '这次导入已经撤销。' : '这次导入还没有执行，没有需要撤销的内容。',
        );
      }
      const { undo } = ledger;
      const ids = Object.keys(undo.versions);
      const items = await listItemsById(trx, countyId, ids);
      const later = new Set(await listLaterReceipts(trx, countyId, ids, ledger.appliedAt));
      const touched = items.filter((item) => item.version !== undo.versions[item.id] || later.has(item.id));
      if (touched.length > 0) {
        const names = touched.slice(0, 3).map(({ title }) => `“${title}”`);
        return failure(
          'import-in-use',
          `不能整批撤销：${names.join('、')}等 ${touched.length} 条信息在导入之后又办理过。请逐条更正。`,
        );
      }
      for (const item of items) await undoItem(trx, caller, item, undo);
      await updateLedger(trx, countyId, id, {
        status: 'undone',
        undoneAt: caller.now,
        undoneBy: caller.actor.name,
      });
      record({
        action: 'publication-import.undo',
        record: recordOf(ledger),
        organId: ledger.organId,
        after: { created: undo.created.length, changed: undo.changed.length },
      });
      return success({ undone: ids.length });
    },
  );
}

async function undoItem(trx: Trx, caller: Caller, item: Item, { created, changed }: LedgerUndo): Promise<void> {
  const { countyId } = item;
  const { now, actor } = caller;
  const change = changed.find(({ id }) => id === item.id);
  if (change) {
    const { title, publishedOn, indexNumber, documentNumber } = change.before;
    await deleteItemChannels(trx, countyId, item.id, change.channels);
    await saveItem(trx, {
      ...dropKeys(item, ['publishedOn', 'indexNumber', 'documentNumber']),
      title,
      ...(publishedOn === null ? {} : { publishedOn: getPlainDate(publishedOn) }),
      ...(indexNumber === null ? {} : { indexNumber }),
      ...(documentNumber === null ? {} : { documentNumber }),
      updatedAt: now,
    });
  }
  if (!created.includes(item.id)) return;
  await deleteItemChannels(
    trx,
    countyId,
    item.id,
    (await listItemChannels(trx, countyId, item.id)).map(({ channel }) => channel),
  );
  await withdrawEvidence(trx, { countyId, recordKind: 'publication-item', recordId: item.id, because: 'withdrawn' });
  // Its number was given elsewhere: a corrected ledger may bring it again.
  await saveItem(trx, {
    ...dropKeys(item, ['indexNumber', 'liveTextNumber', 'publishedAt', 'publishedOn', 'liveSince']),
    state: 'discarded',
    stateSince: now,
    updatedAt: now,
  });
  await addEvent(
    trx,
    { countyId, itemId: item.id },
    {
      act: 'discard',
      fromState: 'published',
      toState: 'discarded',
      textNumber: item.textNumber,
      opinion: '撤销导入',
      detail: {},
      ...(actor.personId === undefined ? {} : { personId: actor.personId }),
      personName: actor.name,
      at: now,
    },
  );
}

async function saveItem(trx: Trx, item: Item): Promise<void> {
  if (!(await updateItem(trx, item))) throw new Error('an item changed while it was held');
}

const dropKeys = (item: Item, keys: readonly (keyof Item)[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key as keyof Item))) as unknown as Item;

/** An empty ledger with the headings that are understood and a row as an example. */
export async function writeLedgerTemplate(): Promise<{ fileName: string; content: Uint8Array }> {
  const example: Partial<Record<(typeof ledgerFieldKeys)[number], string>> = {
    title: '关于做好2025年防汛工作的通知',
    publishedOn: '2025-06-03',
    channels: '门户网站、公告栏',
    documentNumber: '石政发〔2025〕8号',
  };
  return {
    fileName: '发布台账模板.xlsx',
    content: await writeTableFile(
      {
        title: '发布台账',
        columns: ledgerFieldKeys.map((key) => ({ label: ledgerFields[key].label })),
        rows: [ledgerFieldKeys.map((key) => example[key] ?? '')],
      },
      'xlsx',
    ),
  };
}

async function onPending<T>(
  db: Db,
  caller: Caller,
  id: string,
  work: (trx: Trx, record: RecordChange, ledger: LedgerImport) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { countyId } = caller.authority;
  const found = await findLedger(db, countyId, id);
  if (!found) return noSuchLedger();
  const granted = await mayImport(db, caller, found.organId);
  if (!granted.ok) return granted;
  return write(db, actorBy(caller.actor, granted.value), caller.now, async (trx, record) => {
    const ledger = await findLedger(trx, countyId, id, 'lock');
    if (ledger?.status !== 'pending') {
      return conflict(
        ledger?.status === 'undone'
          ? `这次导入已由${ledger.undoneBy}撤销。需要时请重新上传文件。`
          : `这次导入已由${ledger?.appliedBy ?? '他人'}执行，不必再次执行。`,
      );
    }
    return work(trx, record, ledger);
  });
}

async function mayImport(db: Db, caller: Caller, organId: string): Promise<Result<Grant>> {
  const { countyId } = caller.authority;
  const place = await findPlace(db, countyId, organId, dayInChina(caller.now));
  if (!place) return missing('没有这个单位，请从列表中重新选择。');
  return mayAt(caller.authority, 'manage-channels', { countyId, place });
}

const recordOf = ({ id, fileName }: Pick<LedgerImport, 'id' | 'fileName'>) => ({
  kind: 'publication-import',
  id,
  label: fileName,
});

const noSuchLedger = () => missing('没有这次导入，请从导入记录重新进入。');
