import { loadCalendar } from '../../calendar/index.ts';
import { type CatalogueItem, dueDayFor, findCatalogueItem } from '../../catalogue/index.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';

/**
 * The last day of publication: 20 working days from 形成或变更 (条例 art. 26), the special rule of the kind, or that of
 * the line of the catalogue, whichever is earlier. Undefined for what is not disclosed and for what has no last day.
 */
export async function dueDayOf(
  db: Db,
  item: Pick<Item, 'countyId' | 'kind' | 'formedOn' | 'disclosure' | 'catalogueItemId'>,
  line?: CatalogueItem,
): Promise<PlainDate | undefined> {
  if (item.disclosure !== 'proactive') return undefined;
  const { countyId, catalogueItemId, formedOn } = item;
  const [calendar, found] = await Promise.all([
    loadCalendar(db, countyId),
    line ?? (catalogueItemId === undefined ? undefined : findCatalogueItem(db, countyId, catalogueItemId)),
  ]);
  const days = [kindOf(item.kind).limit.rule, ...(found ? [found.limit] : [])].flatMap(
    (limit) => dueDayFor(limit, formedOn, calendar) ?? [],
  );
  return days.sort()[0];
}
