import { systemCounty } from '../kernel/actor.ts';
import type { Db } from '../platform/db/index.ts';

/** A county as commands name it; the system itself counts as one. */
export interface NamedCounty {
  id: string;
  name: string;
  divisionCode: string;
}

/** Every county of this installation, the system itself first. */
export async function listCounties(db: Db): Promise<NamedCounty[]> {
  const counties = await db
    .selectFrom('organisationCounty')
    .select(['id', 'name', 'divisionCode'])
    .orderBy('divisionCode')
    .execute();
  return [{ id: systemCounty, name: '系统', divisionCode: '' }, ...counties];
}

/** The counties that an operator means by a name, a 区划代码 or an identifier. */
export const findCounties = (counties: readonly NamedCounty[], asked: string): NamedCounty[] =>
  counties.filter(({ id, name, divisionCode }) => [id, name, divisionCode].includes(asked));
