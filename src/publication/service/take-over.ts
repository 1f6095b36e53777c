import type { Trx } from '../../platform/db/index.ts';
import type { Batch } from '../domain/bulk/batch.ts';
import type { ItemChannel, Receipt } from '../domain/channel-receipt.ts';
import type { ItemEvent } from '../domain/event.ts';
import { readHistory } from '../domain/history.ts';
import type { Item, ItemText, Relation } from '../domain/item.ts';
import { insertBatch } from '../store/batches.ts';
import type { Referral } from '../store/referrals.ts';
import {
  insertChannels,
  insertEvents,
  insertItems,
  insertReceipts,
  insertReferrals,
  insertRelations,
  insertSerials,
  insertTexts,
} from '../store/take-over.ts';
import { rememberTexts } from './duplicates.ts';

/** An item with all that belongs to it, as it stands. */
export interface ItemRecord {
  item: Item;
  texts: readonly ItemText[];
  events: readonly ItemEvent[];
  relations: readonly (Relation & { createdAt: Date })[];
  referrals: readonly Referral[];
  channels: readonly Omit<ItemChannel, 'itemId'>[];
  receipts: readonly Omit<Receipt, 'id' | 'batchId'>[];
}

/**
 * Takes items over with their history, many at once, within a transaction that is decided elsewhere. Nothing is
 * decided here any more: whoever calls answers for it that they stand as the workflow would have left them.
 *
 * @param serials the last numbers given in the series of 索引号
 * @throws when the state of an item does not follow from its events
 */
export async function takeOverItems(
  trx: Trx,
  countyId: string,
  records: readonly ItemRecord[],
  serials: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { item, events } of records) {
    if (readHistory(events).state !== item.state) throw new Error(`item ${item.id} does not stand as its events say`);
  }
  const ofItems = <T>(choose: (record: ItemRecord) => readonly T[]) =>
    records.flatMap((record) => choose(record).map((each) => ({ ...each, itemId: record.item.id })));
  await insertItems(
    trx,
    records.map(({ item }) => item),
  );
  await insertTexts(
    trx,
    countyId,
    ofItems(({ texts }) => texts),
  );
  await insertEvents(
    trx,
    countyId,
    ofItems(({ events }) => events),
  );
  await insertRelations(
    trx,
    countyId,
    records.flatMap(({ relations }) => relations),
  );
  await insertReferrals(
    trx,
    countyId,
    records.flatMap(({ referrals }) => referrals),
  );
  await insertChannels(
    trx,
    records.flatMap(({ item, channels }) => channels.map((row) => ({ item, row }))),
  );
  await insertReceipts(
    trx,
    countyId,
    ofItems(({ receipts }) => receipts),
  );
  await insertSerials(trx, countyId, serials);
  const live = records.flatMap(({ item, texts }) => {
    const text = texts.find(({ number }) => number === item.liveTextNumber);
    return text ? [{ itemId: item.id, text }] : [];
  });
  for (let at = 0; at < live.length; at += 500) await rememberTexts(trx, countyId, live.slice(at, at + 500));
}

/** Takes over the spreadsheets that items were entered from; their rows are kept by the items. */
export async function takeOverBatches(trx: Trx, countyId: string, batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) await insertBatch(trx, countyId, batch);
}
