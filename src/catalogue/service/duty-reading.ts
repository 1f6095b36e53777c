import { getPlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { levelOf, type TodayLevel } from '../../kernel/today.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { type DutyStatus, statusOf } from '../domain/duty.ts';
import { type DutyFilter, findListedDuty, type ListedDuty, listDuties } from '../store/duty-lists.ts';
import { listPersonNames } from '../store/people.ts';
import { listReminded } from '../store/reminders.ts';
import { type Caller, dayOf, getOrgan } from './caller.ts';
import { noSuchDuty } from './owing.ts';
import { chooseReadable, findReach, mayReadDutiesOf, nameOrgans, type OrganChoice } from './reading.ts';

/** Where the evidence of a duty is opened. */
export const evidenceHref = (recordId: string): string => `/publication/items/${recordId}`;

/** A duty as a screen shows it. */
export interface ShownDuty extends Omit<ListedDuty, 'responsible' | 'evidence'> {
  organName: string;
  status: DutyStatus;
  level: TodayLevel;
  evidence?: (NonNullable<ListedDuty['evidence']> & { href: string }) | undefined;
  responsible?: (NonNullable<ListedDuty['responsible']> & { organName: string; personName?: string }) | undefined;
  /** Whether the county has reminded of it. */
  reminded: boolean;
}

/** Which duties are looked at; without a year those of all times. */
export interface DutyQuery extends OrganChoice, Pick<DutyFilter, 'fieldKey' | 'itemId' | 'status' | 'words'> {
  year?: number | undefined;
}

/** One page of the duties somebody reads, each with its evidence. */
export async function listDutiesOf(
  db: Db,
  caller: Caller,
  { organId, alone, year, ...filter }: DutyQuery,
  page: PageRequest,
): Promise<Result<Page<ShownDuty>>> {
  const chosen = await chooseReadable(db, caller, { organId, alone });
  if (!chosen.ok) return chosen;
  const { countyId } = caller.authority;
  const span = year === undefined ? {} : { from: getPlainDate(`${year}-01-01`), to: getPlainDate(`${year}-12-31`) };
  const found = await listDuties(db, { ...filter, ...span, ...chosen.value, countyId }, dayOf(caller), page);
  return success({ ...found, items: await show(db, caller, found.items) });
}

/** A duty with its evidence. */
export async function getDuty(db: Db, caller: Caller, id: string): Promise<Result<ShownDuty>> {
  const found = await findListedDuty(db, caller.authority.countyId, id);
  if (!found) return noSuchDuty();
  const reach = await findReach(db, caller);
  if (reach && ![found.organId, found.responsible?.organId].some((organId) => organId && reach.includes(organId))) {
    const organ = await getOrgan(db, caller, found.organId);
    const may = organ.ok ? mayReadDutiesOf(caller, organ.value) : organ;
    if (!may.ok) return may;
  }
  const [shown] = await show(db, caller, [found]);
  return shown ? success(shown) : noSuchDuty();
}

/** Adds the names and the state of the day. */
async function show(db: Db, caller: Caller, duties: readonly ListedDuty[]): Promise<ShownDuty[]> {
  const { countyId } = caller.authority;
  const day = dayOf(caller);
  const [names, people, reminded] = await Promise.all([
    nameOrgans(db, caller),
    listPersonNames(
      db,
      countyId,
      duties.flatMap(({ responsible }) => responsible?.personId ?? []),
    ),
    listReminded(
      db,
      countyId,
      duties.map(({ id }) => id),
    ),
  ]);
  const nameOf = (id: string) => names.get(id) ?? '已撤并的单位';
  return duties.map(({ responsible, evidence, ...duty }) => {
    const personName = responsible?.personId && people.get(responsible.personId);
    return {
      ...duty,
      organName: nameOf(duty.organId),
      status: statusOf(duty, day),
      level: levelOf(duty.dueOn, day),
      ...(evidence ? { evidence: { ...evidence, href: evidenceHref(evidence.recordId) } } : {}),
      ...(responsible
        ? {
            responsible: {
              ...responsible,
              organName: nameOf(responsible.organId),
              ...(personName ? { personName } : {}),
            },
          }
        : {}),
      reminded: reminded.has(duty.id),
    };
  });
}
