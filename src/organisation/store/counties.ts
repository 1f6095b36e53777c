import type { Db, Trx } from '../../platform/db/index.ts';

/** A county whose organs use the system. */
interface County {
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

/** The county whose public pages this installation serves: the first that was set up; undefined while there is none. */
export const findServedCounty = (db: Db): Promise<{ id: string; name: string } | undefined> =>
  db.selectFrom('organisationCounty').select(['id', 'name']).orderBy('createdAt').orderBy('id').executeTakeFirst();
