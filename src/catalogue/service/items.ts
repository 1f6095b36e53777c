import { missing, type Result, success } from '../../kernel/result.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { CatalogueItem } from '../domain/item.ts';
import { findItem, type ItemFilter, listItems } from '../store/items.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { type Caller, getOrgan } from './caller.ts';

/** A line of the catalogue of any organ of the county. */
export const findCatalogueItem = (db: Db | Trx, countyId: string, id: string): Promise<CatalogueItem | undefined> =>
  findItem(db, countyId, id);

/** The lines of an organ's catalogue that are in force, in their order. */
export const listCatalogueItemsOf = (db: Db | Trx, countyId: string, organId: string): Promise<CatalogueItem[]> =>
  listItems(db, countyId, organId);

/** The lines of an organ's catalogue as they are asked for. */
export async function listItemsOf(
  db: Db,
  caller: Caller,
  organId: string,
  filter: ItemFilter,
): Promise<Result<{ organ: NamedOrgan; items: CatalogueItem[] }>> {
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  return success({
    organ: organ.value,
    items: await listItems(db, caller.authority.countyId, organId, filter),
  });
}

/** A line of a catalogue of the county of who asks. */
export async function getItem(db: Db | Trx, caller: Caller, id: string): Promise<Result<CatalogueItem>> {
  const item = await findItem(db, caller.authority.countyId, id);
  return item ? success(item) : noSuchItem();
}

export const noSuchItem = () => missing('没有这个公开事项，请从目录中重新进入。');
