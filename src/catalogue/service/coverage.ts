import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { levelOf, type TodayLevel } from '../../kernel/today.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { type ColumnContent, type ColumnStatus, columnStatusOf, freshUntil } from '../domain/column-state.ts';
import { type ColumnKey, columnOf, columnsOf } from '../domain/columns.ts';
import { type DutyStatus, dutyStatusKeys, statusOf } from '../domain/duty.ts';
import { fieldKeys } from '../domain/fields.ts';
import { listCatalogueColumns, listColumnContents } from '../store/columns.ts';
import {
  countCoverage,
  type DutyFilter,
  findListedDuty,
  type ListedDuty,
  listDuties,
  type StatusCounts,
} from '../store/coverage.ts';
import { listAllOrgans, listCatalogueOrgans, type NamedOrgan } from '../store/organs.ts';
import { listPersonNames } from '../store/people.ts';
import { countOpenReminders, listReminded } from '../store/reminders.ts';
import { type Caller, dayOf, getOrgan } from './caller.ts';
import { noSuchDuty } from './owing.ts';

/** The counts of some duties, with their sum and with how much of what was due is public. */
export interface CoverageSum extends StatusCounts {
  /** All but what is waived. */
  owed: number;
  /** What is due by today or public already. */
  due: number;
  /** Public, in time or late. */
  done: number;
  /** Of what was due, what is public, in hundredths; absent where nothing was due. */
  rate?: number | undefined;
}

/** The coverage of a year: by organ, by field, and, when asked for, where they cross. */
export interface Coverage {
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  total: CoverageSum;
  byOrgan: { organ: NamedOrgan; sum: CoverageSum }[];
  /** `none`: what belongs to no field. */
  byField: { fieldKey: string; sum: CoverageSum }[];
  /** Where they cross; only when asked for. */
  cells: { organId: string; fieldKey: string; sum: CoverageSum }[];
}

/** Which part of the county and which time is looked at. */
export interface CoverageScope {
  /** This organ and all below it; the county when absent. */
  organId?: string | undefined;
  year: number;
  /** Whether each organ is counted in each field, too. */
  cells?: boolean | undefined;
}

/** How the duties of a year stand today. */
export async function getCoverage(
  db: Db,
  caller: Caller,
  { organId, year, cells }: CoverageScope,
): Promise<Result<Coverage>> {
  const chosen = await chooseOrgans(db, caller, organId);
  if (!chosen.ok) return chosen;
  const { organs, organIds } = chosen.value;
  const asOf = dayOf(caller);
  const [from, to] = [getPlainDate(`${year}-01-01`), getPlainDate(`${year}-12-31`)];
  const filter = { countyId: caller.authority.countyId, from, to, organIds };
  const sums = await countCoverage(db, filter, asOf, 'sums');
  const ofOrgan = new Map(sums.map((row) => [row.organId, row]));
  const ofField = new Map(sums.map((row) => [row.fieldKey, row]));
  return success({
    from,
    to,
    asOf,
    total: sumOf(sums.find((row) => row.organId === undefined && row.fieldKey === undefined)),
    byOrgan: organs.map((organ) => ({ organ, sum: sumOf(ofOrgan.get(organ.id)) })),
    byField: [...fieldKeys, 'none'].flatMap((fieldKey) => {
      const found = ofField.get(fieldKey);
      return found ? [{ fieldKey, sum: sumOf(found) }] : [];
    }),
    cells: cells
      ? (await countCoverage(db, filter, asOf, 'cells')).flatMap((row) =>
          row.organId === undefined || row.fieldKey === undefined
            ? []
            : [{ organId: row.organId, fieldKey: row.fieldKey, sum: sumOf(row) }],
        )
      : [],
  });
}

/** Counts with their sums; nothing counted is nothing owed. */
function sumOf(row: StatusCounts | undefined): CoverageSum {
  const counts = Object.fromEntries(dutyStatusKeys.map((status) => [status, row?.[status] ?? 0])) as StatusCounts;
  const done = counts.published + counts.late;
  const due = done + counts.overdue;
  return {
    ...counts,
    owed: due + counts['due-soon'] + counts.upcoming,
    due,
    done,
    ...(due === 0 ? {} : { rate: Math.floor((done * 100) / due) }),
  };
}

async function chooseOrgans(
  db: Db,
  caller: Caller,
  organId: string | undefined,
): Promise<Result<{ organs: NamedOrgan[]; organIds: string[] | undefined }>> {
  const { countyId } = caller.authority;
  if (organId === undefined) {
    return success({ organs: await listCatalogueOrgans(db, countyId, dayOf(caller)), organIds: undefined });
  }
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  const organs = await listCatalogueOrgans(db, countyId, dayOf(caller), organId);
  return success({ organs, organIds: organs.map(({ id }) => id) });
}

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
export interface DutyQuery extends Omit<DutyFilter, 'countyId' | 'organIds' | 'from' | 'to'> {
  organId?: string | undefined;
  year?: number | undefined;
}

/** One page of duties, each with its evidence. */
export async function listDutiesOf(
  db: Db,
  caller: Caller,
  { organId, year, ...filter }: DutyQuery,
  page: PageRequest,
): Promise<Result<Page<ShownDuty>>> {
  const chosen = await chooseOrgans(db, caller, organId);
  if (!chosen.ok) return chosen;
  const { countyId } = caller.authority;
  const span = year === undefined ? {} : { from: getPlainDate(`${year}-01-01`), to: getPlainDate(`${year}-12-31`) };
  const found = await listDuties(
    db,
    { ...filter, ...span, countyId, organIds: chosen.value.organIds },
    dayOf(caller),
    page,
  );
  return success({ ...found, items: await show(db, caller, found.items) });
}

/** A duty with its evidence. */
export async function getDuty(db: Db, caller: Caller, id: string): Promise<Result<ShownDuty>> {
  const found = await findListedDuty(db, caller.authority.countyId, id);
  const [shown] = found ? await show(db, caller, [found]) : [];
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

/** What the organs of a county are called today, those that keep a catalogue and those below them. */
export async function nameOrgans(db: Db, caller: Caller): Promise<ReadonlyMap<string, string>> {
  const organs = await listAllOrgans(db, caller.authority.countyId, dayOf(caller));
  return new Map(organs.map(({ id, shortName }) => [id, shortName]));
}

/** A column of the platform of an organ. */
export interface ShownColumn {
  columnKey: ColumnKey;
  name: string;
  parentName?: string | undefined;
  status: ColumnStatus;
  count: number;
  latestOn?: PlainDate | undefined;
  /** Within how many days something new has to stand there. */
  freshnessDays?: number | undefined;
  freshUntil?: PlainDate | undefined;
}

/** The columns of an organ, or of one and all below it, with how they stand. */
export async function listColumnsOf(
  db: Db,
  caller: Caller,
  { organId }: { organId?: string | undefined },
): Promise<Result<{ organ: NamedOrgan; columns: ShownColumn[] }[]>> {
  const chosen = await chooseOrgans(db, caller, organId);
  if (!chosen.ok) return chosen;
  const { organs, organIds } = chosen.value;
  const { countyId } = caller.authority;
  const [contents, catalogue] = await Promise.all([
    listColumnContents(db, countyId, organIds),
    listCatalogueColumns(db, countyId, organIds),
  ]);
  const contentsOf = Map.groupBy(contents, (content) => content.organId);
  const day = dayOf(caller);
  return success(
    organs.map((organ) => ({
      organ,
      columns: showColumns(catalogue.get(organ.id) ?? [], contentsOf.get(organ.id) ?? [], day),
    })),
  );
}

function showColumns(
  catalogue: readonly ColumnKey[],
  contents: readonly ColumnContent[],
  day: PlainDate,
): ShownColumn[] {
  const known = new Map(contents.map((content) => [content.columnKey, content]));
  return columnsOf(catalogue, [...known.keys()]).map((columnKey) => {
    const content: ColumnContent = known.get(columnKey) ?? { columnKey, count: 0 };
    const { name, parent, freshnessDays } = columnOf(columnKey);
    return {
      columnKey,
      name,
      parentName: parent === undefined ? undefined : columnOf(parent as ColumnKey).name,
      status: columnStatusOf(content, day),
      count: content.count,
      latestOn: content.latestOn,
      freshnessDays,
      freshUntil: freshUntil(content),
    };
  });
}

/** An organ beside the others of the county. */
export interface ComparedOrgan {
  organ: NamedOrgan;
  sum: CoverageSum;
  empty: number;
  stale: number;
  columns: number;
  /** Reminders that are not settled. */
  reminders: number;
}

/** All organs of the county, or of a part of it, beside each other: who owes what, and whose columns are stale. */
export async function compareOrgans(
  db: Db,
  caller: Caller,
  scope: CoverageScope,
): Promise<Result<{ asOf: PlainDate; organs: ComparedOrgan[] }>> {
  const [coverage, columns, reminders] = await Promise.all([
    getCoverage(db, caller, scope),
    listColumnsOf(db, caller, scope),
    countOpenReminders(db, caller.authority.countyId),
  ]);
  if (!coverage.ok) return coverage;
  if (!columns.ok) return columns;
  const columnsOfOrgan = new Map(columns.value.map((each) => [each.organ.id, each.columns]));
  return success({
    asOf: coverage.value.asOf,
    organs: coverage.value.byOrgan.map(({ organ, sum }) => {
      const own = columnsOfOrgan.get(organ.id) ?? [];
      const count = (status: ColumnStatus) => own.filter((column) => column.status === status).length;
      return {
        organ,
        sum,
        empty: count('empty'),
        stale: count('stale'),
        columns: own.length,
        reminders: reminders.get(organ.id) ?? 0,
      };
    }),
  });
}
