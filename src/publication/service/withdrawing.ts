import { withdrawEvidence } from '../../catalogue/index.ts';
import type { RecordChange } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import { recallChannels } from './channels.ts';
import { forgetText } from './duplicates.ts';
import { revertRelations } from './validity.ts';

/**
 * Takes down what is public of an item, at once and everywhere: the portal shows it no more, the other channels are
 * recalled, what it had repealed or amended is as before, the duty it fulfilled is open again. Its texts stay.
 *
 * @param because in words for the public
 * @param why `expired`: after its last day, as it was meant from the beginning
 * @returns the item as it is now, not saved yet
 */
export async function withdrawItem(
  trx: Trx,
  record: RecordChange,
  before: Item,
  because: string,
  why: 'withdrawn' | 'expired',
  now: Date,
): Promise<Item> {
  const { liveTextNumber, liveSince: _since, secondLookDueOn: _due, publishAt: _at, ...rest } = before;
  if (liveTextNumber === undefined) throw new Error(`item ${before.id} is not public`);
  await recallChannels(trx, before, because, now);
  await withdrawEvidence(trx, {
    countyId: before.countyId,
    recordKind: 'publication-item',
    recordId: before.id,
    because: why,
  });
  await forgetText(trx, before);
  if (why === 'withdrawn') await revertRelations(trx, record, before, now);
  return {
    ...rest,
    state: 'withdrawn',
    stateSince: now,
    withdrawnAt: now,
    withdrawnBecause: because,
    ...(why === 'expired' ? { expiredAt: now } : {}),
  };
}
