import { type Expression, type SqlBool, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { ChannelKey } from '../domain/channels.ts';
import type { OrganScope } from './channel-lists.ts';
import { channelKeyOf } from './channels.ts';

/** Where items are handed over to. */
export type TransferChannel = Extract<ChannelKey, 'archive' | 'library'>;

/** One handing-over. */
export interface Transfer {
  id: string;
  organId: string;
  channel: TransferChannel;
  from: PlainDate;
  to: PlainDate;
  handedOn: PlainDate;
  receiver: string;
  items: number;
  personId?: string | undefined;
  personName: string;
  at: Date;
}

/** An item on a list of what is handed over. */
export interface TransferItem {
  id: string;
  title: string;
  indexNumber: string | null;
  documentNumber: string | null;
  kind: string;
  organId: string;
  publishedOn: PlainDate;
}

/** Which items are to be handed over. */
export interface PendingFilter {
  channel: TransferChannel;
  organIds: readonly string[] | 'all';
  from: PlainDate;
  to: PlainDate;
}

/**
 * What is public, was published within the time, and has not been handed over there: also what nobody ticked that channel
 * for, since 条例 art. 25 asks for all of it. What somebody said is not handed over is left out.
 */
export async function listPending(
  db: Db,
  scope: OrganScope,
  filter: PendingFilter,
  page: PageRequest,
): Promise<Page<TransferItem>> {
  const found = db
    .selectFrom('publicationItem as i')
    .where('i.countyId', '=', scope.countyId)
    .where(pending(scope, filter));
  const listed = await listPage(
    found.select(itemColumns).orderBy('i.publishedOn').orderBy('i.id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...listed, items: listed.items.map(itemOf) };
}

/** The items of one handing-over. */
export async function listTransferred(db: Db, countyId: string, transferId: string): Promise<TransferItem[]> {
  const rows = await db
    .selectFrom('publicationChannel as c')
    .innerJoin('publicationItem as i', (join) =>
      join.onRef('i.countyId', '=', 'c.countyId').onRef('i.id', '=', 'c.itemId'),
    )
    .select(itemColumns)
    .where('c.countyId', '=', countyId)
    .where('c.transferId', '=', transferId)
    .orderBy('i.publishedOn')
    .orderBy('i.id')
    .execute();
  return rows.map(itemOf);
}

/** Keeps a handing-over. */
export async function insertTransfer(
  trx: Trx,
  countyId: string,
  { from, to, personId, ...transfer }: Transfer,
): Promise<void> {
  await trx
    .insertInto('publicationTransfer')
    .values({ countyId, ...transfer, periodFrom: from, periodTo: to, personId: personId ?? null })
    .execute();
}

/** The handings-over within a scope, the latest first. */
export async function listTransfers(db: Db, scope: OrganScope, page: PageRequest): Promise<Page<Transfer>> {
  const { organIds } = scope;
  const found = db
    .selectFrom('publicationTransfer')
    .where('countyId', '=', scope.countyId)
    .where(organIds === 'all' ? sql<SqlBool>`true` : sql<SqlBool>`organ_id = any(${[...organIds]}::uuid[])`);
  const listed = await listPage(
    found.selectAll().orderBy('handedOn', 'desc').orderBy('id', 'desc'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...listed, items: listed.items.map(transferOf) };
}

/** One handing-over. */
export async function findTransfer(db: Db, countyId: string, id: string): Promise<Transfer | undefined> {
  const row = await db
    .selectFrom('publicationTransfer')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && transferOf(row);
}

const itemColumns = [
  'i.id',
  'i.title',
  'i.indexNumber',
  'i.documentNumber',
  'i.kind',
  'i.organId',
  'i.publishedOn',
] as const;

const itemOf = (row: Omit<TransferItem, 'publishedOn'> & { publishedOn: string | null }): TransferItem => ({
  ...row,
  publishedOn: getPlainDate(row.publishedOn ?? ''),
});

const transferOf = (row: {
  id: string;
  organId: string;
  channel: string;
  periodFrom: string;
  periodTo: string;
  handedOn: string;
  receiver: string;
  items: number;
  personName: string;
  at: Date;
}): Transfer => ({
  id: row.id,
  organId: row.organId,
  channel: channelKeyOf(row.channel) as TransferChannel,
  from: getPlainDate(row.periodFrom),
  to: getPlainDate(row.periodTo),
  handedOn: getPlainDate(row.handedOn),
  receiver: row.receiver,
  items: row.items,
  personName: row.personName,
  at: row.at,
});

function pending({ organIds: reach }: OrganScope, filter: PendingFilter): Expression<SqlBool> {
  const { channel, organIds, from, to } = filter;
  const conditions: Expression<SqlBool>[] = [
    sql`i.published_on between ${from} and ${to} and i.live_text_number is not null and i.disclosure = 'proactive'`,
    sql`not exists (select from publication_channel c where c.county_id = i.county_id and c.item_id = i.id
      and c.channel = ${channel} and c.state in ('done', 'not-done'))`,
  ];
  for (const ids of [reach, organIds]) if (ids !== 'all') conditions.push(sql`i.organ_id = any(${[...ids]}::uuid[])`);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}
