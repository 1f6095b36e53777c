import { withdrawManyEvidence } from '../../catalogue/index.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { inUse, whyNotUndo } from '../../kernel/table-import.ts';
import { write } from '../../platform/audit/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import { listEventsByItem } from '../store/events.ts';
import { deleteItemChannels, findLedger, type LedgerUndo, listLaterReceipts, updateLedger } from '../store/imports.ts';
import { listItemsById, updateItem } from '../store/items.ts';
import { insertEvents } from '../store/take-over.ts';
import type { Caller } from './caller.ts';
import { forgetTexts } from './duplicates.ts';
import { correctItem } from './import-applying.ts';
import { mayUndo, openLedger } from './import-hands.ts';
import { ledgerRecord } from './imports.ts';

/**
 * Takes back all that an import did, as a whole; refused with the reasons when something later builds upon it. Whoever
 * publishes or withdraws at the organ may: what is taken away is gone at once, as with a withdrawal.
 */
export async function undoLedger(db: Db, caller: Caller, id: string): Promise<Result<{ undone: number }>> {
  const opened = await openLedger(db, caller, id);
  if (!opened.ok) return opened;
  const granted = mayUndo(caller, opened.value);
  if (!granted.ok) return granted;
  const { countyId } = caller.authority;
  return write(db, granted.value, caller.now, async (trx, record): Promise<Result<{ undone: number }>> => {
    const ledger = await findLedger(trx, countyId, id, 'lock');
    if (!ledger) throw new Error(`ledger ${id} is gone`);
    const refused = whyNotUndo(ledger);
    if (refused) return refused;
    const { undo, appliedAt } = ledger;
    if (!undo || !appliedAt) throw new Error(`ledger ${id} was applied and does not say how to undo it`);
    const ids = Object.keys(undo.versions);
    const items = await listItemsById(trx, countyId, ids);
    const later = new Set(await listLaterReceipts(trx, countyId, ids, appliedAt));
    const touched = items.filter((item) => item.version !== undo.versions[item.id] || later.has(item.id));
    if (touched.length > 0) {
      return inUse(
        touched.map(({ title }) => `“${title}”在导入之后又办理过`),
        '请逐条更正。',
      );
    }
    const created = new Set(undo.created);
    const isCreated = ({ id: itemId }: Item): boolean => created.has(itemId);
    await discardAll(trx, caller, items.filter(isCreated));
    for (const item of items.filter((each) => !isCreated(each))) await undoChange(trx, caller, item, undo);
    await updateLedger(trx, countyId, id, { status: 'undone', undoneAt: caller.now, undoneBy: caller.actor.name });
    record({
      action: 'publication-import.undo',
      record: ledgerRecord(ledger),
      organId: ledger.organId,
      after: { created: undo.created.length, changed: undo.changed.length },
    });
    return success({ undone: ids.length });
  });
}

async function undoChange(trx: Trx, caller: Caller, item: Item, { changed }: LedgerUndo): Promise<void> {
  const change = changed.find(({ id }) => id === item.id);
  if (!change) return;
  const { title, publishedOn, indexNumber, documentNumber } = change.before;
  await deleteItemChannels(trx, item.countyId, [item.id], change.channels);
  const before: Item = {
    ...without(item, ['publishedOn', 'indexNumber', 'documentNumber']),
    title,
    ...(publishedOn === null ? {} : { publishedOn: getPlainDate(publishedOn) }),
    ...(indexNumber === null ? {} : { indexNumber }),
    ...(documentNumber === null ? {} : { documentNumber }),
  };
  const isOther = (['title', 'publishedOn', 'indexNumber', 'documentNumber'] as const).some(
    (key) => before[key] !== item[key],
  );
  if (isOther) await correctItem(trx, caller, item, before);
}

async function discardAll(trx: Trx, { now, actor, authority }: Caller, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const { countyId } = authority;
  const ids = items.map(({ id }) => id);
  await deleteItemChannels(trx, countyId, ids, 'all');
  await withdrawManyEvidence(trx, { countyId, recordKind: 'publication-item', recordIds: ids, because: 'withdrawn' });
  await forgetTexts(trx, countyId, ids);
  for (const item of items) {
    // Its number was given elsewhere: a corrected ledger may bring it again.
    const discarded: Item = {
      ...without(item, ['indexNumber', 'liveTextNumber', 'publishedAt', 'publishedOn', 'liveSince']),
      state: 'discarded',
      stateSince: now,
      updatedAt: now,
    };
    if (!(await updateItem(trx, discarded))) throw new Error('an item changed while it was held');
  }
  const events = await listEventsByItem(trx, countyId, ids);
  await insertEvents(
    trx,
    countyId,
    items.map((item) => ({
      itemId: item.id,
      position: (events.get(item.id)?.length ?? 0) + 1,
      act: 'discard' as const,
      fromState: 'published' as const,
      toState: 'discarded' as const,
      textNumber: item.textNumber,
      opinion: '撤销导入',
      detail: {},
      ...(actor.personId === undefined ? {} : { personId: actor.personId }),
      personName: actor.name,
      at: now,
    })),
  );
}

const without = (item: Item, keys: readonly (keyof Item)[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key as keyof Item))) as unknown as Item;
