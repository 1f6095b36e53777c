import type { Db, Trx } from '../db/index.ts';

/** A setting that somebody changed, as it is kept. */
export interface StoredSetting {
  key: string;
  value: unknown;
  version: number;
  changedBy: string | null;
  changedByName: string;
  changedAt: Date;
}

const columns = ['key', 'value', 'version', 'changedBy', 'changedByName', 'changedAt'] as const;

/** Everything that was set for a county. */
export const listSettings = (db: Db, countyId: string): Promise<StoredSetting[]> =>
  db.selectFrom('platformSetting').select(columns).where('countyId', '=', countyId).execute();

/** One setting, locked until the end of the transaction. */
export const findForUpdate = (trx: Trx, countyId: string, key: string): Promise<StoredSetting | undefined> =>
  trx
    .selectFrom('platformSetting')
    .select(columns)
    .where('countyId', '=', countyId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();

/** Puts in a setting that was never set; false when somebody was faster. */
export async function insertSetting(trx: Trx, countyId: string, setting: StoredSetting): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('platformSetting')
    .values({ countyId, ...setting, value: JSON.stringify(setting.value) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Overwrites a setting whose row is locked. */
export async function updateSetting(trx: Trx, countyId: string, setting: StoredSetting): Promise<boolean> {
  const { key, value, ...rest } = setting;
  const { numUpdatedRows } = await trx
    .updateTable('platformSetting')
    .set({ ...rest, value: JSON.stringify(value) })
    .where('countyId', '=', countyId)
    .where('key', '=', key)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
