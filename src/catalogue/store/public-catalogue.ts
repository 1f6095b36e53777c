import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest } from '../../platform/db/index.ts';

/** What is asked for of the catalogues of a county. */
export interface PublicFilter {
  day: PlainDate;
  /** This organ and all below it. */
  organId?: string | undefined;
  fieldKey?: string | undefined;
  columnKey?: string | undefined;
  /** Part of what an item is called or holds. */
  words?: string | undefined;
}

/** An item of a catalogue as the public sees it. */
export interface PublicItem {
  id: string;
  organId: string;
  organName: string;
  creditCode: string;
  divisionCode: string;
  sortOrder: number;
  topic: string;
  name: string;
  content: string;
  fieldKey: string | null;
  columnKey: string;
  limitWords: string;
  manner: string;
}

/** One page of the items that are in force, organ by organ in the order of their catalogues. */
export async function listPublicItems(
  db: Db,
  countyId: string,
  { day, organId, fieldKey, columnKey, words }: PublicFilter,
  page: PageRequest,
): Promise<Page<PublicItem>> {
  let found = db
    .selectFrom('catalogueItem as item')
    .innerJoin('organisationOrgan as organ', (join) =>
      join.onRef('organ.countyId', '=', 'item.countyId').onRef('organ.id', '=', 'item.organId'),
    )
    .innerJoin('organisationOrganVersion as version', (join) =>
      join.onRef('version.countyId', '=', 'item.countyId').onRef('version.organId', '=', 'item.organId'),
    )
    .where('item.countyId', '=', countyId)
    .where('item.endedOn', 'is', null)
    .where('item.since', '<=', day)
    .where(sql<boolean>`version.valid_from <= ${day} and (version.valid_until is null or version.valid_until > ${day})`)
    .where('version.status', '=', 'living');
  if (organId) found = found.where(sql<boolean>`${organId}::uuid = any(version.path)`);
  if (fieldKey) found = found.where('item.fieldKey', '=', fieldKey);
  if (columnKey) found = found.where('item.columnKey', '=', columnKey);
  if (words) {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    found = found.where(sql<boolean>`(item.topic || ' ' || item.name || ' ' || item.content) ilike ${pattern}`);
  }
  return listPage(
    found
      .select([
        'item.id',
        'item.organId',
        'version.shortName as organName',
        'organ.creditCode',
        'organ.divisionCode',
        'item.sortOrder',
        'item.topic',
        'item.name',
        'item.content',
        'item.fieldKey',
        'item.columnKey',
        'item.limitWords',
        'item.manner',
      ])
      .orderBy(
        sql`array_position(array['province','city','county','department','township','village','station'], version.kind)`,
      )
      .orderBy('organ.sortOrder')
      .orderBy('version.fullName')
      .orderBy('item.organId')
      .orderBy('item.sortOrder')
      .orderBy('item.id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
}
