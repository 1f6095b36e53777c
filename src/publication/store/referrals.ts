import { type Expression, type Selectable, type SqlBool, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { PublicationReferral } from '../../platform/db/tables.ts';
import type { EventDetail, Referee } from '../domain/event.ts';
import type { ItemScope } from '../domain/reading.ts';

/** 报请确定: whether an item may be disclosed, asked of who can say (条例 art. 17). */
export interface Referral {
  id: string;
  itemId: string;
  referee: Referee;
  question: string;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  dueOn: PlainDate;
  /** `dropped`: the item was withdrawn meanwhile. */
  state: 'open' | 'answered' | 'dropped';
  answer?: NonNullable<EventDetail['answer']>;
  answerText: string;
  documentNumber?: string;
  documentDay?: PlainDate;
  attachmentId?: string;
  closedBy?: string;
  closedByName?: string;
  closedAt?: Date;
}

/** A question with the item it is about. */
export interface ListedReferral extends Referral {
  title: string;
  organId: string;
}

/** Enters a question. */
export async function insertReferral(
  trx: Trx,
  countyId: string,
  { id, itemId, referee, question, askedBy, askedByName, askedAt, dueOn }: Omit<Referral, 'state' | 'answerText'>,
): Promise<void> {
  await trx
    .insertInto('publicationReferral')
    .values({ countyId, id, itemId, referee, question, askedBy, askedByName, askedAt, dueOn, state: 'open' })
    .execute();
}

/** Every question of an item, the first one first. */
export async function listReferralsOf(db: Db, countyId: string, itemId: string): Promise<Referral[]> {
  const rows = await db
    .selectFrom('publicationReferral')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
  return rows.map(referralOf);
}

/** Writes how the open question of an item ended. */
export async function closeReferral(
  trx: Trx,
  countyId: string,
  itemId: string,
  end: Pick<Referral, 'state' | 'closedAt'> & Partial<Omit<Referral, 'id' | 'itemId'>>,
): Promise<void> {
  await trx
    .updateTable('publicationReferral')
    .set({
      state: end.state,
      answer: end.answer ?? null,
      answerText: end.answerText ?? '',
      documentNumber: end.documentNumber ?? null,
      documentDay: end.documentDay ?? null,
      attachmentId: end.attachmentId ?? null,
      closedBy: end.closedBy ?? null,
      closedByName: end.closedByName ?? null,
      closedAt: end.closedAt ?? null,
    })
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('state', '=', 'open')
    .execute();
}

/** One page of the questions about the items within a scope, those that are due first at the top. */
export async function listReferrals(
  db: Db,
  scope: ItemScope,
  filter: { state?: Referral['state'] | undefined; referee?: Referee | undefined },
  page: PageRequest,
): Promise<Page<ListedReferral>> {
  const conditions: Expression<SqlBool>[] = [sql<SqlBool>`referral.county_id = ${scope.countyId}`];
  if (scope.organIds !== 'all') conditions.push(sql<SqlBool>`item.organ_id = any(${[...scope.organIds]}::uuid[])`);
  if (filter.state) conditions.push(sql<SqlBool>`referral.state = ${filter.state}`);
  if (filter.referee) conditions.push(sql<SqlBool>`referral.referee = ${filter.referee}`);
  const found = db
    .selectFrom('publicationReferral as referral')
    .innerJoin('publicationItem as item', (join) =>
      join.onRef('item.countyId', '=', 'referral.countyId').onRef('item.id', '=', 'referral.itemId'),
    )
    .where(sql<SqlBool>`${sql.join(conditions, sql` and `)}`);
  const listed = await listPage(
    found
      .selectAll('referral')
      .select(['item.title', 'item.organId'])
      .orderBy(sql`referral.state = 'open'`, 'desc')
      .orderBy('referral.dueOn')
      .orderBy('referral.id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return {
    ...listed,
    items: listed.items.map(({ title, organId, ...row }) => ({ ...referralOf(row), title, organId })),
  };
}

function referralOf({ countyId: _, ...row }: Selectable<PublicationReferral>): Referral {
  const referral = {
    ...row,
    dueOn: getPlainDate(row.dueOn),
    documentDay: row.documentDay === null ? null : getPlainDate(row.documentDay),
  };
  return Object.fromEntries(Object.entries(referral).filter(([, value]) => value !== null)) as unknown as Referral;
}
