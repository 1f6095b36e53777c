import { type Selectable, sql } from 'kysely';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { PublicationWechatAccount } from '../../platform/db/tables.ts';

/** A connected account without its secrets. */
export interface WechatAccount {
  id: string;
  organId: string;
  name: string;
  appId: string;
  coverMediaId?: string;
  inUse: boolean;
  checkedAt?: Date;
  checkProblem?: string;
  version: number;
  updatedAt: Date;
}

/** The account items of an organ are sent through: its own, else that of the nearest organ above that has one in use. */
export async function findAccountFor(db: Db, countyId: string, organId: string): Promise<WechatAccount | undefined> {
  const row = await db
    .selectFrom('publicationWechatAccount as account')
    .innerJoin(
      db
        .selectFrom('organisationOrganVersion')
        .select('path')
        .where('countyId', '=', countyId)
        .where('organId', '=', organId)
        .orderBy('validFrom', 'desc')
        .limit(1)
        .as('place'),
      (join) => join.on(sql<boolean>`account.organ_id = any(place.path)`),
    )
    .selectAll('account')
    .where('account.countyId', '=', countyId)
    .where('account.inUse', '=', true)
    .orderBy(sql`array_position(place.path, account.organ_id)`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && accountOf(row);
}

/** The accounts of a county. */
export async function listAccounts(db: Db, countyId: string): Promise<WechatAccount[]> {
  const rows = await db
    .selectFrom('publicationWechatAccount')
    .selectAll()
    .where('countyId', '=', countyId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(accountOf);
}

/** One account. */
export async function findAccount(db: Db | Trx, countyId: string, id: string): Promise<WechatAccount | undefined> {
  const row = await db
    .selectFrom('publicationWechatAccount')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && accountOf(row);
}

/** Connects an account. */
export async function insertAccount(
  trx: Trx,
  countyId: string,
  { id, organId, name, appId, inUse }: Pick<WechatAccount, 'id' | 'organId' | 'name' | 'appId' | 'inUse'>,
  appSecretSealed: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('publicationWechatAccount')
    .values({ countyId, id, organId, name, appId, inUse, appSecretSealed, createdAt: now, updatedAt: now })
    .execute();
}

/** What may be changed of an account. A new AppID or secret makes what was fetched with the old one worthless. */
export interface AccountChange {
  name: string;
  appId: string;
  inUse: boolean;
  appSecretSealed?: string;
  /** Whether token, cover and pictures of before are forgotten. */
  isOther: boolean;
}

/** Changes an account whose version is the one that was seen; false when somebody else was faster. */
export async function updateAccount(
  trx: Trx,
  countyId: string,
  { id, version }: Pick<WechatAccount, 'id' | 'version'>,
  { name, appId, inUse, appSecretSealed, isOther }: AccountChange,
  now: Date,
): Promise<boolean> {
  const updated = await trx
    .updateTable('publicationWechatAccount')
    .set({
      name,
      appId,
      inUse,
      ...(appSecretSealed === undefined ? {} : { appSecretSealed }),
      ...(isOther
        ? { accessTokenSealed: null, tokenExpiresAt: null, coverMediaId: null, checkedAt: null, checkProblem: null }
        : {}),
      version: version + 1,
      updatedAt: now,
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Keeps how trying the connection went. */
export async function updateAccountCheck(
  trx: Trx,
  countyId: string,
  id: string,
  checkedAt: Date,
  problem: string | undefined,
): Promise<void> {
  await trx
    .updateTable('publicationWechatAccount')
    .set({ checkedAt, checkProblem: problem ?? null })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** Keeps the media id of the standard cover. */
export async function updateAccountCover(db: Db, countyId: string, id: string, mediaId: string): Promise<void> {
  await db
    .updateTable('publicationWechatAccount')
    .set({ coverMediaId: mediaId })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** What is sealed of an account, and until when its token holds. */
export interface SealedAccount {
  appSecretSealed: string;
  accessTokenSealed: string | null;
  tokenExpiresAt: Date | null;
}

/** The sealed part of an account. `lock`: nobody else fetches a token until the end of the transaction. */
export async function findSealedAccount(
  db: Db,
  countyId: string,
  id: string,
  lock?: 'lock',
): Promise<SealedAccount | undefined> {
  const query = db
    .selectFrom('publicationWechatAccount')
    .select(['appSecretSealed', 'accessTokenSealed', 'tokenExpiresAt'])
    .where('countyId', '=', countyId)
    .where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Keeps a token for all processes. */
export async function updateToken(
  db: Db,
  countyId: string,
  id: string,
  accessTokenSealed: string,
  tokenExpiresAt: Date,
): Promise<void> {
  await db
    .updateTable('publicationWechatAccount')
    .set({ accessTokenSealed, tokenExpiresAt })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

const accountOf = (row: Selectable<PublicationWechatAccount>): WechatAccount => ({
  id: row.id,
  organId: row.organId,
  name: row.name,
  appId: row.appId,
  ...(row.coverMediaId === null ? {} : { coverMediaId: row.coverMediaId }),
  inUse: row.inUse,
  ...(row.checkedAt === null ? {} : { checkedAt: row.checkedAt }),
  ...(row.checkProblem === null ? {} : { checkProblem: row.checkProblem }),
  version: row.version,
  updatedAt: row.updatedAt,
});
