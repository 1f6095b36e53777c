import { dayInChina } from '../../kernel/plain-date.ts';
import { findPlace, listOrganCodes } from '../../organisation/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { type IndexValues, kindCodeOf, seriesOf, writeIndexNumber } from '../domain/index-number.ts';
import type { Item } from '../domain/item.ts';
import { isIndexNumberTaken, nextSerial } from '../store/serials.ts';
import type { PublicationDeps } from './deps.ts';
import { publicationSettings } from './settings.ts';

/**
 * Gives the 索引号 of an item that is published for the first time: by the template that is set, with the next number of
 * its series. Whoever publishes in the same series at once waits for the end of this transaction, so that no two get
 * the same; a number that was given once is never given again, be the item withdrawn or the template changed.
 */
export async function giveIndexNumber(
  trx: Trx,
  { settings }: Pick<PublicationDeps, 'settings'>,
  item: Item,
  now: Date,
): Promise<string> {
  const { indexNumberTemplate } = await settings.read(publicationSettings);
  const values = await valuesOf(trx, item, now);
  const series = seriesOf(indexNumberTemplate, values);
  for (;;) {
    const serial = await nextSerial(trx, item.countyId, series);
    const written = writeIndexNumber(indexNumberTemplate, values, serial);
    // What another template gave, or what came with an import, may read the same.
    if (!(await isIndexNumberTaken(trx, item.countyId, written))) return written;
  }
}

/**
 * The codes of the organ; where it has none those of the nearest organ above that has (a 站所 goes by the code of its
 * government), and where no 统一社会信用代码 is known at all the 区划代码 stands in: an emergency is published all the same.
 */
async function valuesOf(trx: Trx, item: Item, now: Date): Promise<IndexValues> {
  const day = dayInChina(now);
  const place = await findPlace(trx, item.countyId, item.organId, day);
  const upward = [...(place?.path ?? [item.organId])].reverse();
  const codes = await listOrganCodes(trx, item.countyId, upward, day);
  const divisionCode = codes.find((each) => each.divisionCode !== '')?.divisionCode ?? '000000000000';
  return {
    creditCode: codes.find((each) => each.creditCode !== '')?.creditCode ?? divisionCode,
    divisionCode,
    day,
    kindCode: kindCodeOf(item.article20),
  };
}
