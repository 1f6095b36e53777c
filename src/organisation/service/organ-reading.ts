import { dayInChina, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import { success } from '../../kernel/result.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import type { OrganVersion } from '../domain/organ.ts';
import { laterOf, type OrganRegister } from '../domain/organ-history.ts';
import { disclosureDuties } from '../domain/organ-profile.ts';
import {
  findOrganAsOf,
  listOrgansAsOf,
  listOrgansDuring,
  placeAsOf,
  readRegister,
  successorOf,
  successorsOf,
} from '../domain/organ-register.ts';
import { describeChange, shownName } from '../domain/organ-words.ts';
import { mayAt } from '../domain/policy.ts';
import { listEvents, listEventsOf, type RecordedEvent } from '../store/organ-events.ts';
import {
  findOrgan,
  listOrgans,
  type OrganListed,
  type OrganQuery,
  type OrganRecord,
  searchOrgans,
} from '../store/organs.ts';
import type { Caller } from './caller.ts';
import { noSuchOrgan } from './organ-tree.ts';

/** What is asked for, without the county, which is always one's own. */
export type OrganFilter = Omit<OrganQuery, 'countyId' | 'day'> & { day?: PlainDate | undefined };

const queryOf = ({ authority, now }: Caller, { day, ...filter }: OrganFilter): OrganQuery => ({
  ...filter,
  countyId: authority.countyId,
  day: day ?? dayInChina(now),
});

/** The tree of one's county on a day, each below its parent; today when no day is given. */
export const listOrganTree = (db: Db, caller: Caller, filter: OrganFilter): Promise<OrganListed[]> =>
  listOrgans(db, queryOf(caller, filter));

/** One page of the organs of one's county. */
export const searchForOrgans = (
  db: Db,
  caller: Caller,
  filter: OrganFilter,
  page: PageRequest,
): Promise<Page<OrganListed>> => searchOrgans(db, queryOf(caller, filter), page);

/** An organ as it was on a day, with all there is to know of it. */
export interface OrganDetail extends OrganRecord {
  asOf: PlainDate;
  /** What it was on that day; its first version when it was not yet set up. */
  current: OrganVersion;
  /** From the top of the tree down to it. */
  path: { id: string; shortName: string }[];
  history: OrganVersion[];
  events: (RecordedEvent & { text: string })[];
  /** Who stands for it on that day when it has ended. */
  successors: { id: string; shortName: string }[];
  /** Living organs right below it, and at any depth. */
  counts: { children: number; below: number };
  /** The duties of its 政府信息公开工作机构 (条例 art. 4). */
  duties: readonly { key: string; text: string }[];
  /** What who asks may do here. */
  rights: { maintain: boolean; maintainContacts: boolean };
}

/** Everything of one organ of one's county as of a day, today when none is given. */
export async function getOrganDetail(
  db: Db,
  caller: Caller,
  id: string,
  asOf?: PlainDate,
): Promise<Result<OrganDetail>> {
  const { countyId } = caller.authority;
  const day = asOf ?? dayInChina(caller.now);
  const [organ, register, events] = await Promise.all([
    findOrgan(db, countyId, id),
    getRegister(db, countyId),
    listEventsOf(db, countyId, id),
  ]);
  const history = register.histories.get(id) ?? [];
  const [first] = history;
  if (!organ || !first) return noSuchOrgan();
  const current = findOrganAsOf(register, id, day) ?? first;
  const shown = (organId: string) =>
    shownName(findOrganAsOf(register, organId, day) ?? register.histories.get(organId)?.[0]);
  const named = (organId: string) => ({ id: organId, shortName: shown(organId) });
  const placedOn = laterOf(first.from, day);
  const path = placeAsOf(register, id, placedOn)?.path ?? [id];
  const at = { countyId, place: { organId: id, path } };
  return success({
    ...organ,
    asOf: day,
    current,
    path: path.map(named),
    history: [...history],
    events: events.map((event) => ({ ...event, text: describeChange(event.change, shown) })),
    successors: successorsOf(register, id, day)
      .filter((successor) => successor !== id)
      .map(named),
    counts: countBelow(register, id, day),
    duties: disclosureDuties,
    rights: {
      maintain: mayAt(caller.authority, 'maintain-organs', at).ok,
      maintainContacts: mayAt(caller.authority, 'maintain-contacts', at).ok,
    },
  });
}

function countBelow(register: OrganRegister, id: string, day: PlainDate): { children: number; below: number } {
  const living = listOrgansAsOf(register, day);
  const byParent = Map.groupBy(living, ({ parentId }) => parentId);
  const below = (organId: string): number =>
    (byParent.get(organId) ?? []).reduce((total, child) => total + 1 + below(child.organId), 0);
  return { children: byParent.get(id)?.length ?? 0, below: below(id) };
}

/** All organs of a county with their histories, for the functions of domain/organ-register.ts. */
export async function getRegister(db: Db, countyId: string): Promise<OrganRegister> {
  const register = readRegister(await listEvents(db, countyId));
  if (!register.ok) throw new Error(`the register of county ${countyId} is broken: ${register.problem.message}`);
  return register.value;
}

/**
 * The organs a report of a year covers: those there were on any day of it, and those there were on its last day.
 *
 * @example a township abolished in June is in `duringYear` and not in `atYearEnd`
 */
export async function listOrgansOfYear(
  db: Db,
  countyId: string,
  year: number,
): Promise<{ duringYear: OrganVersion[]; atYearEnd: OrganVersion[] }> {
  const register = await getRegister(db, countyId);
  const last = getPlainDate(`${year}-12-31`);
  return {
    duringYear: listOrgansDuring(register, getPlainDate(`${year}-01-01`), last),
    atYearEnd: listOrgansAsOf(register, last),
  };
}

/** The organ that stands for another on a day, through all mergers; undefined when there is none or several. */
export const findSuccessor = async (
  db: Db,
  countyId: string,
  organId: string,
  day: PlainDate,
): Promise<string | undefined> => successorOf(await getRegister(db, countyId), organId, day);
