import { type Result, success } from '../../kernel/result.ts';
import { listOrganIds, mayAt, scopeOf } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { listAllOrgans, listCatalogueOrgans, type NamedOrgan } from '../store/organs.ts';
import { type Caller, dayOf, getOrgan } from './caller.ts';

/*
 * Who reads what of this area. Two acts of the table of rights, and nothing beside them:
 *
 * - `read-catalogue`, the whole county for everybody who works with content. The catalogue itself and what is public for
 *   it are public by nature (条例 art. 12). So are, within the county, the counts: how many duties of an organ are due,
 *   done, late, overdue, which of its columns are empty or stale, how many reminders it has not settled. That is what
 *   organs are compared by.
 * - `read-duties`, each organ its own and what stands below it, the county department all. A duty, one by one, tells what
 *   is not public yet, who answers for it and why something is said not to be owed; a reminder is between the county and
 *   who is reminded. So a number opens its list only for who reaches the organ; for others it is a number.
 *
 * Who answers for an item by his post reads its duties and the reminders about them, too: a village has no catalogue of
 * its own and publishes for its township.
 */

/** The organs whose duties and reminders somebody reads; absent for the whole county. */
export async function findReach(db: Db, caller: Caller): Promise<string[] | undefined> {
  const organIds = await listOrganIds(db, scopeOf(caller.authority, 'read-duties'), dayOf(caller));
  return organIds === 'all' ? undefined : organIds;
}

/** Whether the duties and reminders of an organ are read by somebody, or why not. */
export const mayReadDutiesOf = ({ authority }: Pick<Caller, 'authority'>, organ: Pick<NamedOrgan, 'id' | 'path'>) =>
  mayAt(authority, 'read-duties', {
    countyId: authority.countyId,
    place: { organId: organ.id, path: organ.path },
  });

/** Which part of the county is looked at. */
export interface OrganChoice {
  /** This organ and all below it; the county when absent. */
  organId?: string | undefined;
  /** Only the organ itself. */
  alone?: boolean | undefined;
}

/** The organs of a part of the county. */
export interface ChosenOrgans {
  /** Those that keep a catalogue. */
  organs: NamedOrgan[];
  /** Their identifiers; absent for the whole county, with what organs owed that have ended. */
  organIds: string[] | undefined;
}

/** The organs that keep a catalogue in the part of the county that is looked at. */
export async function chooseOrgans(
  db: Db,
  caller: Caller,
  { organId, alone = false }: OrganChoice,
): Promise<Result<ChosenOrgans>> {
  const { countyId } = caller.authority;
  if (organId === undefined) {
    return success({ organs: await listCatalogueOrgans(db, countyId, dayOf(caller)), organIds: undefined });
  }
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  const below = await listCatalogueOrgans(db, countyId, dayOf(caller), organId);
  const organs = alone ? below.filter(({ id }) => id === organId) : below;
  return success({ organs, organIds: organs.map(({ id }) => id) });
}

/** The same, for lists of duties and reminders: refused for an organ that somebody neither reaches nor works below. */
export async function chooseReadable(
  db: Db,
  caller: Caller,
  choice: OrganChoice,
): Promise<Result<{ organIds: string[] | undefined; reach: string[] | undefined }>> {
  const chosen = await chooseOrgans(db, caller, choice);
  if (!chosen.ok) return chosen;
  if (choice.organId !== undefined) {
    const organ = await getOrgan(db, caller, choice.organId);
    if (!organ.ok) return organ;
    const may = mayReadDutiesOf(caller, organ.value);
    const worksBelow = caller.authority.posts.some(({ place }) => place.path.includes(organ.value.id));
    if (!may.ok && !worksBelow) return may;
  }
  return success({ organIds: chosen.value.organIds, reach: await findReach(db, caller) });
}

/** What the organs of a county are called today, those that keep a catalogue and those below them. */
export async function nameOrgans(db: Db, caller: Caller): Promise<ReadonlyMap<string, string>> {
  const organs = await listAllOrgans(db, caller.authority.countyId, dayOf(caller));
  return new Map(organs.map(({ id, shortName }) => [id, shortName]));
}
