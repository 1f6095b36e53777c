import type { Db, Trx } from '../../platform/db/index.ts';

/** A county whose organs use the system. */
export interface County {
  id: string;
  name: string;
  /** 12 digits. */
  divisionCode: string;
  /** Fictional, for demonstration. */
  demo: boolean;
}

/** Makes a county. */
export async function insertCounty(trx: Trx, county: County & { createdAt: Date }): Promise<void> {
  await trx.insertInto('organisationCounty').values(county).execute();
}

/** All counties of this database, by code. */
export async function listCounties(db: Db): Promise<County[]> {
  return db
    .selectFrom('organisationCounty')
    .select(['id', 'name', 'divisionCode', 'demo'])
    .orderBy('divisionCode')
    .execute();
}
