import { type Selectable, sql } from 'kysely';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { PublicationWechatPost } from '../../platform/db/tables.ts';

/** How far a sending came; `submitting`: it was asked for, and the answer is not known. */
export type PostStep = 'prepared' | 'drafted' | 'submitting' | 'submitted' | 'published' | 'failed' | 'deleted';

/** One sending of an item to an account. */
export interface WechatPost {
  id: string;
  itemId: string;
  accountId: string;
  textNumber: number;
  step: PostStep;
  draftMediaId?: string | undefined;
  submittedAt?: Date | undefined;
  publishId?: string | undefined;
  articleId?: string | undefined;
  link?: string | undefined;
  createdAt: Date;
}

/** The sendings of an item, the latest first. */
export async function listPosts(db: Db, countyId: string, itemId: string): Promise<WechatPost[]> {
  const rows = await db
    .selectFrom('publicationWechatPost')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(postOf);
}

/** Begins a sending. */
export async function insertPost(db: Db, countyId: string, post: WechatPost): Promise<void> {
  await db
    .insertInto('publicationWechatPost')
    .values({ countyId, ...post })
    .execute();
}

/** Keeps how far a sending came. */
export async function updatePost(db: Db | Trx, countyId: string, { id, ...post }: WechatPost): Promise<void> {
  const { step, draftMediaId, submittedAt, publishId, articleId, link } = post;
  await db
    .updateTable('publicationWechatPost')
    .set({
      step,
      draftMediaId: draftMediaId ?? null,
      submittedAt: submittedAt ?? null,
      publishId: publishId ?? null,
      articleId: articleId ?? null,
      link: link ?? null,
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** An item on its way to or off an account, held by one process for some minutes. */
export async function claimSending(
  db: Db,
  countyId: string,
  itemId: string,
  now: Date,
  until: Date,
): Promise<'sending' | 'recalling' | undefined> {
  const row = await db
    .updateTable('publicationChannel')
    .set({ leasedUntil: until })
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('channel', '=', 'wechat')
    .where('state', 'in', ['sending', 'recalling'])
    .where('nextAttemptAt', '<=', now)
    .where(({ or, eb }) => or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', now)]))
    .returning('state')
    .executeTakeFirst();
  return row?.state as 'sending' | 'recalling' | undefined;
}

/** Lets go of it. */
export async function releaseClaim(db: Db, countyId: string, itemId: string): Promise<void> {
  await db
    .updateTable('publicationChannel')
    .set({ leasedUntil: null })
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('channel', '=', 'wechat')
    .execute();
}

/** When the system goes on with it, and what went wrong last; how the item stands there stays. */
export async function postponeSending(
  db: Db,
  countyId: string,
  itemId: string,
  { nextAttemptAt, attempts, errorCode, error }: PostponedSending,
): Promise<void> {
  await db
    .updateTable('publicationChannel')
    .set({
      nextAttemptAt,
      leasedUntil: null,
      ...(attempts === undefined ? {} : { attempts, errorCode: errorCode ?? null, error: error ?? null }),
    })
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('channel', '=', 'wechat')
    .execute();
}

export interface PostponedSending {
  nextAttemptAt: Date;
  attempts?: number;
  errorCode?: string;
  error?: string;
}

/** What is overdue and held by nobody, of all counties, the oldest first. */
export async function listForgotten(
  db: Db,
  before: Date,
  most: number,
): Promise<{ countyId: string; itemId: string }[]> {
  return db
    .selectFrom('publicationChannel')
    .select(['countyId', 'itemId'])
    .where('channel', '=', 'wechat')
    .where('state', 'in', ['sending', 'recalling'])
    .where('nextAttemptAt', '<=', before)
    .where(({ or, eb }) => or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', before)]))
    .orderBy('nextAttemptAt')
    .limit(most)
    .execute();
}

/** What the account calls a picture it has. */
export async function findPicture(
  db: Db,
  countyId: string,
  accountId: string,
  sha256: string,
  purpose: 'body' | 'cover',
): Promise<string | undefined> {
  const row = await db
    .selectFrom('publicationWechatPicture')
    .select('address')
    .where('countyId', '=', countyId)
    .where('accountId', '=', accountId)
    .where('sha256', '=', sha256)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return row?.address;
}

/** Keeps what the account calls a picture. */
export async function savePicture(
  db: Db,
  countyId: string,
  accountId: string,
  picture: { sha256: string; purpose: 'body' | 'cover'; address: string; uploadedAt: Date },
): Promise<void> {
  await db
    .insertInto('publicationWechatPicture')
    .values({ countyId, accountId, ...picture })
    .onConflict((conflict) =>
      conflict
        .columns(['countyId', 'accountId', 'sha256', 'purpose'])
        .doUpdateSet({ address: sql`excluded.address`, uploadedAt: sql`excluded.uploaded_at` }),
    )
    .execute();
}

const postOf = ({ countyId: _, ...row }: Selectable<PublicationWechatPost>): WechatPost => ({
  ...row,
  step: row.step as PostStep,
  draftMediaId: row.draftMediaId ?? undefined,
  submittedAt: row.submittedAt ?? undefined,
  publishId: row.publishId ?? undefined,
  articleId: row.articleId ?? undefined,
  link: row.link ?? undefined,
});
