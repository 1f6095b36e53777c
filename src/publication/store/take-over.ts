import { insertRecords, newId, type Trx } from '../../platform/db/index.ts';
import type { ItemChannel, Receipt } from '../domain/channel-receipt.ts';
import { documentNumberKey } from '../domain/document-number.ts';
import type { ItemEvent } from '../domain/event.ts';
import type { Item, ItemText, Relation } from '../domain/item.ts';
import type { Referral } from './referrals.ts';

/** Something of an item. */
export type OfItem<T> = T & { itemId: string };

/** Enters items as they stand. */
export const insertItems = (trx: Trx, items: readonly Item[]): Promise<void> =>
  insertRecords(
    trx,
    'publication_item',
    items.map((item) => {
      const { documentNumber } = item;
      return documentNumber === undefined ? item : { ...item, documentNumberKey: documentNumberKey(documentNumber) };
    }),
  );

/** Enters texts, the frozen ones with what stood beside them. */
export const insertTexts = (trx: Trx, countyId: string, texts: readonly OfItem<ItemText>[]): Promise<void> =>
  insertRecords(
    trx,
    'publication_text',
    texts.map((text) => ({ countyId, ...text })),
  );

/** Enters what was done, in the order it bears. */
export const insertEvents = (trx: Trx, countyId: string, events: readonly OfItem<ItemEvent>[]): Promise<void> =>
  insertRecords(
    trx,
    'publication_event',
    events.map((event) => ({ countyId, ...event })),
  );

/** Enters what items say of each other, each since a moment of its own. */
export const insertRelations = (
  trx: Trx,
  countyId: string,
  relations: readonly (Relation & { createdAt: Date })[],
): Promise<void> =>
  insertRecords(
    trx,
    'publication_relation',
    relations.map((relation) => ({ countyId, ...relation })),
  );

/** Enters questions with their answers. */
export const insertReferrals = (trx: Trx, countyId: string, referrals: readonly Referral[]): Promise<void> =>
  insertRecords(
    trx,
    'publication_referral',
    referrals.map((referral) => ({ countyId, ...referral })),
  );

/** Sets the last numbers given in series that nobody has had a number of yet. */
export const insertSerials = (trx: Trx, countyId: string, last: ReadonlyMap<string, number>): Promise<void> =>
  insertRecords(
    trx,
    'publication_serial',
    [...last].map(([series, number]) => ({ countyId, series, last: number })),
  );

/** Enters how items stand on their channels. */
export const insertChannels = (
  trx: Trx,
  channels: readonly { item: Item; row: Omit<ItemChannel, 'itemId'> }[],
): Promise<void> =>
  insertRecords(
    trx,
    'publication_channel',
    channels.map(({ item: { countyId, id, organId, kind, columnKey, fieldKey }, row }) => ({
      ...row,
      countyId,
      itemId: id,
      organId,
      kind,
      columnKey,
      fieldKey,
    })),
  );

/** Enters what was done about items on their channels, each by itself. */
export const insertReceipts = (
  trx: Trx,
  countyId: string,
  receipts: readonly OfItem<Omit<Receipt, 'id' | 'batchId'>>[],
): Promise<void> =>
  insertRecords(
    trx,
    'publication_receipt',
    receipts.map((receipt) => ({ countyId, id: newId(), batchId: newId(), ...receipt })),
  );
