import type { Selectable } from 'kysely';
import type { Db, Trx } from '../db/index.ts';
import type { AuthAccount } from '../db/tables.ts';
import { normalLoginName } from './login-name.ts';

/** A person as sign-in knows them; who that is, the area organisation knows. */
export interface PersonKey {
  countyId: string;
  personId: string;
}

/** How a person signs in. */
export type Account = Selectable<AuthAccount>;

/** The account that signs in under a name, closed ones too; undefined when there is none. */
export async function findAccountByLoginName(db: Db, loginName: string): Promise<Account | undefined> {
  const person = await db
    .selectFrom('authLoginName')
    .select(['countyId', 'personId'])
    .where('loginName', '=', normalLoginName(loginName))
    .executeTakeFirst();
  return person && findAccount(db, person);
}

/** The account of a person. */
export const findAccount = (db: Db, { countyId, personId }: PersonKey): Promise<Account | undefined> =>
  db
    .selectFrom('authAccount')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .executeTakeFirst();

/** The account of a person, held until the end of the transaction, so that failures and codes count one after the other. */
export const lockAccount = (trx: Trx, { countyId, personId }: PersonKey): Promise<Account | undefined> =>
  trx
    .selectFrom('authAccount')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .forUpdate()
    .executeTakeFirst();

/** Changes the account of a person. */
export async function changeAccount(
  trx: Trx,
  { countyId, personId }: PersonKey,
  changes: Partial<Omit<Account, 'countyId' | 'personId' | 'loginName' | 'createdAt'>>,
): Promise<void> {
  await trx
    .updateTable('authAccount')
    .set(changes)
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .execute();
}

/** Whether anybody can sign in at all; a system without an account shows its first-run page. */
export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom('authAccount').select('personId').limit(1).executeTakeFirst()) !== undefined;
}
