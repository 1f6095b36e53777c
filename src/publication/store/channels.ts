import { type Selectable, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import type { PublicationChannel, PublicationReceipt } from '../../platform/db/tables.ts';
import type { ItemChannel, Receipt } from '../domain/channel-receipt.ts';
import type { ChannelAct, ChannelState } from '../domain/channel-states.ts';
import { type ChannelKey, channelKeys, isChannel } from '../domain/channels.ts';
import type { Item } from '../domain/item.ts';

/** What of an item is kept on its channels. */
export type ChannelItem = Pick<Item, 'countyId' | 'id' | 'organId' | 'kind' | 'columnKey' | 'fieldKey'>;

/** The channels of an item, in the order of the table. */
export async function listItemChannels(db: Db, countyId: string, itemId: string): Promise<ItemChannel[]> {
  return inOrder(await rowsOf(db, countyId, [itemId]).execute());
}

/**
 * The same, held until the end of the transaction. The items are held first: a channel that is not there yet cannot be, and
 * two who put an item on it at once would get into each other's way.
 */
export async function lockItemChannels(
  trx: Trx,
  countyId: string,
  itemIds: readonly string[],
): Promise<Map<string, ItemChannel[]>> {
  if (itemIds.length === 0) return new Map();
  await trx
    .selectFrom('publicationItem')
    .select('id')
    .where('countyId', '=', countyId)
    .where('id', 'in', [...itemIds])
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await rowsOf(trx, countyId, itemIds).orderBy('itemId').orderBy('channel').forUpdate().execute();
  return Map.groupBy(inOrder(rows), ({ itemId }) => itemId);
}

/** Puts an item on a channel. */
export async function insertItemChannel(trx: Trx, item: ChannelItem, row: Omit<ItemChannel, 'itemId'>): Promise<void> {
  await insertItemChannels(trx, [{ item, row }]);
}

/** Puts items on channels, many at once. */
export async function insertItemChannels(
  trx: Trx,
  all: readonly { item: ChannelItem; row: Omit<ItemChannel, 'itemId'> }[],
): Promise<void> {
  for (let at = 0; at < all.length; at += 1_000) {
    await trx
      .insertInto('publicationChannel')
      .values(
        all.slice(at, at + 1_000).map(({ item, row }) => ({
          countyId: item.countyId,
          itemId: item.id,
          channel: row.channel,
          organId: item.organId,
          kind: item.kind,
          columnKey: item.columnKey,
          fieldKey: item.fieldKey ?? null,
          ...columnsOf(row),
        })),
      )
      .execute();
  }
}

/** Writes how an item stands on a channel. */
export async function updateItemChannel(trx: Trx, countyId: string, row: ItemChannel): Promise<void> {
  await trx
    .updateTable('publicationChannel')
    .set(columnsOf(row))
    .where('countyId', '=', countyId)
    .where('itemId', '=', row.itemId)
    .where('channel', '=', row.channel)
    .execute();
}

/** Takes an item off channels it was only planned for. */
export async function deletePlannedChannels(
  trx: Trx,
  countyId: string,
  itemId: string,
  channels: readonly ChannelKey[],
): Promise<void> {
  if (channels.length === 0) return;
  await trx
    .deleteFrom('publicationChannel')
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('channel', 'in', [...channels])
    .where('state', '=', 'planned')
    .execute();
}

/** Keeps what was done about an item on a channel. */
export async function addReceipt(
  trx: Trx,
  countyId: string,
  itemId: string,
  receipt: Omit<Receipt, 'id' | 'batchId'>,
): Promise<void> {
  await addReceipts(trx, countyId, newId(), [{ itemId, ...receipt }]);
}

/** Keeps what was done together. */
export async function addReceipts(
  trx: Trx,
  countyId: string,
  batchId: string,
  receipts: readonly (Omit<Receipt, 'id' | 'batchId'> & { itemId: string })[],
): Promise<void> {
  const rows = receipts.map((receipt) => ({
    countyId,
    id: newId(),
    batchId,
    itemId: receipt.itemId,
    channel: receipt.channel,
    act: receipt.act,
    textNumber: receipt.textNumber ?? null,
    doneOn: receipt.doneOn ?? null,
    link: receipt.link ?? null,
    copies: receipt.copies ?? null,
    receiver: receipt.receiver ?? null,
    note: receipt.note,
    personId: receipt.personId ?? null,
    personName: receipt.personName,
    at: receipt.at,
  }));
  for (let at = 0; at < rows.length; at += 1_000) {
    await trx
      .insertInto('publicationReceipt')
      .values(rows.slice(at, at + 1_000))
      .execute();
  }
}

/** All that was done about an item on its channels, the latest first. */
export async function listReceipts(db: Db, countyId: string, itemId: string): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('publicationReceipt')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(receiptOf);
}

/** The items that were registered together. */
export async function listBatchItems(db: Db, countyId: string, batchId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publicationReceipt')
    .select('itemId')
    .distinct()
    .where('countyId', '=', countyId)
    .where('batchId', '=', batchId)
    .execute();
  return rows.map(({ itemId }) => itemId);
}

const rowsOf = (db: Db, countyId: string, itemIds: readonly string[]) =>
  db
    .selectFrom('publicationChannel')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', sql<string>`any(${[...itemIds]}::uuid[])`);

const inOrder = (rows: readonly Selectable<PublicationChannel>[]): ItemChannel[] =>
  rows.map(itemChannelOf).sort((one, other) => channelKeys.indexOf(one.channel) - channelKeys.indexOf(other.channel));

const columnsOf = (row: Omit<ItemChannel, 'itemId' | 'channel'>) => ({
  state: row.state,
  isAutomatic: row.isAutomatic,
  textNumber: row.textNumber ?? null,
  dueOn: row.dueOn ?? null,
  doneOn: row.doneOn ?? null,
  doneAt: row.doneAt ?? null,
  reason: row.reason ?? null,
  attempts: row.attempts,
  nextAttemptAt: row.nextAttemptAt ?? null,
  errorCode: row.errorCode ?? null,
  error: row.error ?? null,
  outdatedSince: row.outdatedSince ?? null,
  transferId: row.transferId ?? null,
  stateSince: row.stateSince,
});

/** How an item stands on a channel, as the row has it. */
export function itemChannelOf(row: Selectable<PublicationChannel>): ItemChannel {
  const day = (text: string | null): PlainDate | undefined => (text === null ? undefined : getPlainDate(text));
  return dropAbsent({
    itemId: row.itemId,
    channel: channelKeyOf(row.channel),
    state: row.state as ChannelState,
    isAutomatic: row.isAutomatic,
    textNumber: row.textNumber ?? undefined,
    dueOn: day(row.dueOn),
    doneOn: day(row.doneOn),
    doneAt: row.doneAt ?? undefined,
    reason: row.reason ?? undefined,
    attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt ?? undefined,
    errorCode: row.errorCode ?? undefined,
    error: row.error ?? undefined,
    outdatedSince: row.outdatedSince ?? undefined,
    transferId: row.transferId ?? undefined,
    stateSince: row.stateSince,
  });
}

const receiptOf = (row: Selectable<PublicationReceipt>): Receipt =>
  dropAbsent({
    id: row.id,
    batchId: row.batchId,
    channel: channelKeyOf(row.channel),
    act: row.act as ChannelAct,
    textNumber: row.textNumber ?? undefined,
    doneOn: row.doneOn === null ? undefined : getPlainDate(row.doneOn),
    link: row.link ?? undefined,
    copies: row.copies ?? undefined,
    receiver: row.receiver ?? undefined,
    note: row.note,
    personId: row.personId ?? undefined,
    personName: row.personName,
    at: row.at,
  });

/** A channel as the database has it; what is not in the table is a bug. */
export function channelKeyOf(text: string): ChannelKey {
  if (!isChannel(text)) throw new Error(`not a channel: ${text}`);
  return text;
}

/** The same object without the fields that are undefined. */
function dropAbsent<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
