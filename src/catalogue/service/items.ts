import type { Db, Trx } from '../../platform/db/index.ts';
import type { CatalogueItem } from '../domain/item.ts';

/** A line of the catalogue of any organ of the county. */
export async function findCatalogueItem(
  _db: Db | Trx,
  _countyId: string,
  _id: string,
): Promise<CatalogueItem | undefined> {
  return undefined;
}

/** The lines of an organ's catalogue that are in force today, in their order. */
export async function listCatalogueItemsOf(
  _db: Db | Trx,
  _countyId: string,
  _organId: string,
): Promise<CatalogueItem[]> {
  return [];
}
