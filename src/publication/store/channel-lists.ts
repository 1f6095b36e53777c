import { type Expression, type SqlBool, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest } from '../../platform/db/index.ts';
import type { ItemChannel } from '../domain/channel-receipt.ts';
import { type ChannelState, openStates } from '../domain/channel-states.ts';
import type { ChannelKey } from '../domain/channels.ts';
import { channelKeyOf, itemChannelOf } from './channels.ts';

/** Whose: the organs of a scope, or all of the county. */
export interface OrganScope {
  countyId: string;
  organIds: readonly string[] | 'all';
}

/** What is asked for among the items on channels; what is absent does not narrow. */
export interface ChannelFilter {
  channel?: ChannelKey | undefined;
  /** `open`: waits for a person; `outdated`: shows an older text than is public. */
  state?: ChannelState | 'open' | 'outdated' | undefined;
  organIds?: readonly string[] | undefined;
  /** Its day is before this one. */
  dueBefore?: PlainDate | undefined;
  /** Part of the title, or a 索引号. */
  words?: string | undefined;
}

/** An item on a channel, in a list. */
export interface ListedChannel extends ItemChannel {
  organId: string;
  title: string;
  indexNumber: string | null;
  publishedOn: PlainDate | null;
  kind: string;
  columnKey: string;
}

/** One page of items on channels: what is due first stands first. */
export async function listChannels(
  db: Db,
  scope: OrganScope,
  filter: ChannelFilter,
  page: PageRequest,
): Promise<Page<ListedChannel>> {
  const found = onlyChannels(db, scope, filter);
  const byDay = filter.state === 'done' || filter.state === 'recalled';
  const order = byDay
    ? sql`c.done_on desc, c.item_id desc, c.channel desc`
    : sql`c.due_on asc nulls last, c.item_id, c.channel`;
  const chosenRows = found.selectAll('c').orderBy(order);
  // The items are looked up for the rows of one page only.
  const named = (rows: typeof chosenRows) =>
    db
      .selectFrom(rows.as('c'))
      .innerJoin('publicationItem as i', (join) =>
        join.onRef('i.countyId', '=', 'c.countyId').onRef('i.id', '=', 'c.itemId'),
      )
      .selectAll('c')
      .select(['i.title', 'i.indexNumber', 'i.publishedOn'])
      .orderBy(order);
  const listed = await listPage(
    { limit: (count) => ({ offset: (first) => named(chosenRows.limit(count).offset(first)) }) },
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return {
    ...listed,
    items: listed.items.map((row) => ({
      ...itemChannelOf(row),
      organId: row.organId,
      title: row.title,
      indexNumber: row.indexNumber,
      publishedOn: row.publishedOn === null ? null : getPlainDate(row.publishedOn),
      kind: row.kind,
      columnKey: row.columnKey,
    })),
  };
}

/** How many wait, by channel, and how many of them are past their day; and how many show an older text. */
export async function countOpenChannels(
  db: Db,
  scope: OrganScope,
  day: PlainDate,
): Promise<{ channel: ChannelKey; state: string; total: number; overdue: number }[]> {
  const open = await onlyChannels(db, scope, { state: 'open' })
    .select(({ fn }) => [
      'c.channel',
      'c.state',
      fn.countAll<string>().as('total'),
      sql<string>`count(*) filter (where c.due_on < ${day})`.as('overdue'),
    ])
    .groupBy(['c.channel', 'c.state'])
    .execute();
  const outdated = await onlyChannels(db, scope, { state: 'outdated' })
    .select(({ fn }) => ['c.channel', fn.countAll<string>().as('total')])
    .groupBy('c.channel')
    .execute();
  return [
    ...open.map(({ channel, state, total, overdue }) => ({
      channel: channelKeyOf(channel),
      state,
      total: Number(total),
      overdue: Number(overdue),
    })),
    ...outdated.map(({ channel, total }) => ({
      channel: channelKeyOf(channel),
      state: 'outdated',
      total: Number(total),
      overdue: 0,
    })),
  ];
}

const onlyChannels = (db: Db, scope: OrganScope, filter: ChannelFilter) =>
  db.selectFrom('publicationChannel as c').where('c.countyId', '=', scope.countyId).where(chosen(scope, filter));

function chosen({ organIds }: OrganScope, filter: ChannelFilter): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [sql`true`];
  const { channel, state, dueBefore, words } = filter;
  if (organIds !== 'all') conditions.push(sql`c.organ_id = any(${[...organIds]}::uuid[])`);
  if (filter.organIds) conditions.push(sql`c.organ_id = any(${[...filter.organIds]}::uuid[])`);
  if (channel) conditions.push(sql`c.channel = ${channel}`);
  if (state === 'outdated') conditions.push(sql`c.outdated_since is not null`);
  else if (state === 'open') conditions.push(sql`c.state in (${sql.join(openStates.map((each) => sql.lit(each)))})`);
  else if (state) conditions.push(sql`c.state = ${sql.lit(state)}`);
  // As the index over what stood there says it.
  if (state === 'done') conditions.push(sql`c.done_on is not null`);
  if (dueBefore) conditions.push(sql`c.due_on < ${dueBefore}`);
  if (words) {
    const literal = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`exists (select from publication_item i where i.county_id = c.county_id and i.id = c.item_id
      and (i.title ilike ${literal} or i.index_number = ${words}))`);
  }
  return sql`${sql.join(conditions, sql` and `)}`;
}
