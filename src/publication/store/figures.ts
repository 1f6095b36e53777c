import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest } from '../../platform/db/index.ts';
import type { ChannelKey } from '../domain/channels.ts';
import type { Breakdown, DeliveryCount, FigureKind, InformationCount } from '../domain/figures.ts';
import type { OrganScope } from './channel-lists.ts';
import { channelKeyOf } from './channels.ts';

/** Of what figures are; what is absent does not narrow. */
export interface FigureFilter {
  from: PlainDate;
  to: PlainDate;
  organIds?: readonly string[] | undefined;
  kind?: string | undefined;
  columnKey?: string | undefined;
  fieldKey?: string | undefined;
}

/** One number among the figures: which line, and what it counts. */
export interface FigureCell {
  what: FigureKind;
  by?: Breakdown | undefined;
  /** The line; absent for the total. */
  key?: string | undefined;
  /** With `deliveries`: this channel only. */
  channel?: ChannelKey | undefined;
}

/** A record behind a number. */
export interface FigureItem {
  id: string;
  title: string;
  indexNumber: string | null;
  organId: string;
  kind: string;
  columnKey: string;
  fieldKey: string | null;
  publishedOn: PlainDate | null;
  live: boolean;
  channel: ChannelKey | null;
  doneOn: PlainDate | null;
}

/** How many items were first published within a time, by line. */
export async function countInformation(
  db: Db,
  scope: OrganScope,
  filter: FigureFilter,
  by: Breakdown,
): Promise<InformationCount[]> {
  const { rows } = await sql<{ key: string; information: string; withdrawn: string }>`
    select ${keyOf(by, 'published_on')} as key, sum(information) as information, sum(withdrawn) as withdrawn
    from (
      select ${columnOf(by, 'published_on')}, count(*) as information,
        count(*) filter (where live_text_number is null) as withdrawn
      from publication_item where ${chosen(scope, filter, 'published_on')} group by 1) as counted
    group by 1`.execute(db);
  return rows.map(({ key, information, withdrawn }) => ({
    key,
    information: Number(information),
    withdrawn: Number(withdrawn),
  }));
}

/** How often each channel was used within a time, by line. */
export async function countDeliveries(
  db: Db,
  scope: OrganScope,
  filter: FigureFilter,
  by: Breakdown,
): Promise<DeliveryCount[]> {
  const { rows } = await sql<{ key: string; channel: string; deliveries: string }>`
    select ${keyOf(by, 'done_on')} as key, channel, sum(deliveries) as deliveries
    from (
      select ${columnOf(by, 'done_on')}, channel, count(*) as deliveries
      from publication_channel where ${chosen(scope, filter, 'done_on')} group by 1, 2) as counted
    group by 1, 2`.execute(db);
  return rows.map(({ key, channel, deliveries }) => ({
    key,
    channel: channelKeyOf(channel),
    deliveries: Number(deliveries),
  }));
}

/** One page of the records behind a number: as many in all as the number says. */
export async function listFigureItems(
  db: Db,
  scope: OrganScope,
  filter: FigureFilter,
  cell: FigureCell,
  page: PageRequest,
): Promise<Page<FigureItem>> {
  const isDelivery = cell.what === 'deliveries';
  const where = conditionsOf(scope, filter, cell);
  const records = isDelivery
    ? sql`(select item_id, channel, done_on from publication_channel where ${where}
        order by done_on desc, item_id desc, channel desc limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize})`
    : sql`(select id as item_id, null::text as channel, null::date as done_on from publication_item where ${where}
        order by published_on desc, id desc limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize})`;
  const table = isDelivery ? sql`publication_channel` : sql`publication_item`;
  const one = <Row>(query: RawBuilder<Row>) => query.execute(db).then(({ rows }) => rows);
  const items = one(sql<Omit<FigureItem, 'live'> & { live: boolean }>`
    select i.id, i.title, i.index_number, i.organ_id, i.kind, i.column_key, i.field_key, i.published_on,
      i.live_text_number is not null as live, r.channel, r.done_on
    from ${records} r join publication_item i on i.county_id = ${scope.countyId} and i.id = r.item_id
    order by ${isDelivery ? sql`r.done_on` : sql`i.published_on`} desc, i.id desc, r.channel desc`);
  const found = await listPage(
    { limit: () => ({ offset: () => ({ execute: () => items }) }) },
    {
      executeTakeFirstOrThrow: async () =>
        (await one(sql<{ total: string }>`select count(*) as total from ${table} where ${where}`))[0] as {
          total: string;
        },
    },
    page,
  );
  return {
    ...found,
    items: found.items.map((row) => ({
      ...row,
      publishedOn: row.publishedOn === null ? null : getPlainDate(row.publishedOn),
      doneOn: row.doneOn === null ? null : getPlainDate(row.doneOn),
      channel: row.channel === null ? null : channelKeyOf(row.channel),
    })),
  };
}

function conditionsOf(scope: OrganScope, filter: FigureFilter, { what, by, key, channel }: FigureCell) {
  const day = what === 'deliveries' ? 'done_on' : 'published_on';
  const conditions: Expression<SqlBool>[] = [chosen(scope, filter, day)];
  if (by !== undefined && key !== undefined) conditions.push(sql`${keyOf(by, day)} = ${key}`);
  if (what === 'withdrawn') conditions.push(sql`live_text_number is null`);
  if (what === 'deliveries' && channel !== undefined) conditions.push(sql`channel = ${channel}`);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** The column a breakdown rests on: rows are grouped by it as it is, and the few groups are named afterwards. */
function columnOf(by: Breakdown, day: 'published_on' | 'done_on') {
  return sql.ref(
    { organ: 'organ_id', kind: 'kind', column: 'column_key', field: 'field_key', year: day, month: day }[by],
  );
}

/** The key of the line a row belongs to, as text. */
function keyOf(by: Breakdown, day: 'published_on' | 'done_on'): RawBuilder<string> {
  switch (by) {
    case 'organ':
      return sql`organ_id::text`;
    case 'kind':
      return sql`kind`;
    case 'column':
      return sql`column_key`;
    case 'field':
      return sql`coalesce(field_key, '')`;
    case 'year':
      return sql`extract(year from ${sql.ref(day)})::text`;
    case 'month':
      return sql`to_char(${sql.ref(day)}, 'YYYY-MM')`;
  }
}

function chosen(
  { countyId, organIds: reach }: OrganScope,
  { from, to, organIds, kind, columnKey, fieldKey }: FigureFilter,
  day: 'published_on' | 'done_on',
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [
    sql`county_id = ${countyId} and ${sql.ref(day)} between ${from} and ${to}`,
  ];
  if (reach !== 'all') conditions.push(sql`organ_id = any(${[...reach]}::uuid[])`);
  if (organIds) conditions.push(sql`organ_id = any(${[...organIds]}::uuid[])`);
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (columnKey !== undefined) conditions.push(sql`column_key = ${columnKey}`);
  if (fieldKey !== undefined) conditions.push(sql`coalesce(field_key, '') = ${fieldKey}`);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}
