import type { Db } from '../../platform/db/index.ts';

/** Every county the system serves. */
export async function listCounties(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('organisationCounty').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
