import { recordEvidence } from '../../catalogue/index.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { RecordChange } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import { headOf } from '../domain/shortcomings.ts';
import { freezeText, getText } from '../store/texts.ts';
import { releaseChannels } from './channels.ts';
import type { PublicationDeps } from './deps.ts';
import { rememberText } from './duplicates.ts';
import { giveIndexNumber } from './index-numbers.ts';
import { applyRelations } from './validity.ts';

/**
 * Makes the working text of an item public: it gets its 索引号 (once, for good), its text is frozen, the older
 * documents it repeals or amends are marked, the duty it fulfils is ticked, the channels get their work.
 * Whether it may be published was decided before.
 *
 * @returns the item as it is now, not saved yet
 */
export async function publishItem(
  trx: Trx,
  record: RecordChange,
  deps: Pick<PublicationDeps, 'settings'>,
  before: Item,
  now: Date,
): Promise<Item> {
  const today = dayInChina(now);
  const { countyId, id, textNumber } = before;
  await freezeText(trx, countyId, id, textNumber, headOf(before));
  const { publishAt: _at, withdrawnAt: _when, withdrawnBecause: _why, expiredAt: _expired, ...rest } = before;
  const numbered: Item = {
    ...rest,
    state: 'published',
    stateSince: now,
    indexNumber: before.indexNumber ?? (await giveIndexNumber(trx, deps, before, now)),
    liveTextNumber: textNumber,
    publishedAt: before.publishedAt ?? now,
    publishedOn: before.publishedOn ?? today,
    liveSince: now,
  };
  const item = await applyRelations(trx, record, numbered, now);
  await rememberText(trx, item, await getText(trx, countyId, id, textNumber));
  await evidencePublication(trx, item, today);
  await releaseChannels(trx, item, now);
  return item;
}

/** Tells the catalogue what is public of an item since a day: the duty it fulfils is ticked, its column is fresh. */
export const evidencePublication = (trx: Trx, item: Item, publishedOn: PlainDate): Promise<void> =>
  recordEvidence(trx, evidenceOf(item, publishedOn));

/** An item that is public since a day, as something that may fulfil a duty. */
export const evidenceOf = (item: Item, publishedOn: PlainDate): Parameters<typeof recordEvidence>[1] => ({
  countyId: item.countyId,
  catalogueItemId: item.catalogueItemId,
  organId: item.organId,
  columnKey: item.columnKey,
  recordKind: 'publication-item',
  recordId: item.id,
  title: item.title,
  indexNumber: item.indexNumber,
  formedOn: item.formedOn,
  publishedOn,
});
