import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { OrganKind } from '../domain/organ.ts';
import { holdsOn } from './scope.ts';

/** What an organ is known by outside of the system. */
export interface OrganCodes {
  organId: string;
  kind: OrganKind;
  /** Empty when it is not known. */
  creditCode: string;
  divisionCode: string;
}

/** The codes of organs as they stand on a day, in the order of the identifiers; those there are not then are absent. */
export async function listOrganCodes(
  db: Db | Trx,
  countyId: string,
  organIds: readonly string[],
  day: PlainDate,
): Promise<OrganCodes[]> {
  if (organIds.length === 0) return [];
  const rows = await db
    .selectFrom('organisationOrgan as organ')
    .innerJoin('organisationOrganVersion as version', (join) =>
      join.onRef('version.countyId', '=', 'organ.countyId').onRef('version.organId', '=', 'organ.id'),
    )
    .select(['organ.id as organId', 'version.kind', 'organ.creditCode', 'organ.divisionCode'])
    .where('organ.countyId', '=', countyId)
    .where('organ.id', 'in', [...organIds])
    .where(holdsOn('version', day))
    .execute();
  const found = new Map(rows.map((row) => [row.organId, { ...row, kind: row.kind as OrganKind }]));
  return organIds.flatMap((id) => found.get(id) ?? []);
}
