import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { ColumnContent } from '../domain/column-state.ts';
import { type ColumnKey, isColumn } from '../domain/columns.ts';
import { dayOrNone } from './items.ts';

/** A column of an organ. */
export interface OrganColumn {
  organId: string;
  columnKey: string;
}

/** Counts anew what stands in columns, after something was published or taken down there; in all of the county when none are named. */
export async function refreshColumns(trx: Trx, countyId: string, columns?: readonly OrganColumn[]): Promise<void> {
  if (columns?.length === 0) return;
  // Always in one order, so that two who publish at once wait for each other and for nothing else.
  const named = columns
    ? sql`select distinct organ_id, column_key from unnest(${columns.map(({ organId }) => organId)}::uuid[],
        ${columns.map(({ columnKey }) => columnKey)}::text[]) as named (organ_id, column_key)`
    : sql`select distinct organ_id, column_key from catalogue_evidence where county_id = ${countyId}`;
  await sql`
    insert into catalogue_column (county_id, organ_id, column_key, count, latest_on)
    select ${countyId}, named.organ_id, named.column_key, count(distinct e.record_id), max(e.published_on)
    from (${named}) as named
    left join catalogue_evidence e on e.county_id = ${countyId} and e.organ_id = named.organ_id
      and e.column_key = named.column_key and e.ended is null
    group by named.organ_id, named.column_key
    order by named.organ_id, named.column_key
    on conflict (county_id, organ_id, column_key) do update set count = excluded.count, latest_on = excluded.latest_on
  `.execute(trx);
}

/** What stands in the columns of organs now; a column in which nothing ever stood is absent. */
export async function listColumnContents(
  db: Db | Trx,
  countyId: string,
  organIds?: readonly string[],
): Promise<(ColumnContent & { organId: string })[]> {
  // One text for each organ: a county has thousands of columns, and rows and what is built of them are what costs.
  let found = db
    .selectFrom('catalogueColumn')
    .select('organId')
    .select(sql<string>`string_agg(concat_ws(' ', column_key, count, latest_on), ',')`.as('columns'))
    .where('countyId', '=', countyId);
  if (organIds) found = found.where(sql<boolean>`organ_id = any(${[...organIds]}::uuid[])`);
  const rows = await found.groupBy('organId').execute();
  return rows.flatMap(({ organId, columns }) =>
    columns.split(',').flatMap((column) => {
      const [columnKey = '', count, latestOn = null] = column.split(' ');
      return isColumn(columnKey) ? [{ organId, columnKey, count: Number(count), latestOn: dayOrNone(latestOn) }] : [];
    }),
  );
}

/** The columns that lines of the catalogues of organs are published in, organ by organ. */
export async function listCatalogueColumns(
  db: Db | Trx,
  countyId: string,
  organIds?: readonly string[],
): Promise<Map<string, ColumnKey[]>> {
  let found = db
    .selectFrom('catalogueItem')
    .select('organId')
    .select(sql<string>`string_agg(distinct column_key, ',')`.as('columns'))
    .where('countyId', '=', countyId)
    .where('endedOn', 'is', null)
    .where('manner', '=', 'proactive');
  if (organIds) found = found.where(sql<boolean>`organ_id = any(${[...organIds]}::uuid[])`);
  const rows = await found.groupBy('organId').execute();
  return new Map(rows.map(({ organId, columns }) => [organId, columns.split(',').filter(isColumn)]));
}

/** A record that is public in a column. */
export interface ColumnRecord {
  recordId: string;
  title: string;
  indexNumber?: string | undefined;
  publishedOn: PlainDate;
}

/** One page of what is public in a column of an organ, each record once, the latest first. */
export async function listColumnRecords(
  db: Db,
  countyId: string,
  { organId, columnKey }: { organId: string; columnKey: ColumnKey },
  page: PageRequest,
): Promise<Page<ColumnRecord>> {
  const live = db
    .selectFrom('catalogueEvidence')
    .where('countyId', '=', countyId)
    .where('organId', '=', organId)
    .where('columnKey', '=', columnKey)
    .where('ended', 'is', null);
  // A record has a row for each day on which a text of it went public: the last one is what stands there.
  const latest = live
    .distinctOn('recordId')
    .select(['recordId', 'title', 'indexNumber', 'publishedOn'])
    .orderBy('recordId')
    .orderBy('publishedOn', 'desc');
  const found = await listPage(
    db.selectFrom(latest.as('record')).selectAll().orderBy('publishedOn', 'desc').orderBy('recordId'),
    live.select(({ fn }) => fn.count<string>('recordId').distinct().as('total')),
    page,
  );
  return {
    ...found,
    items: found.items.map(({ indexNumber, publishedOn, ...row }) => ({
      ...row,
      ...(indexNumber === null ? {} : { indexNumber }),
      publishedOn: getPlainDate(publishedOn),
    })),
  };
}
