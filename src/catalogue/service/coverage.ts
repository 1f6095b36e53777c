import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { scopeOf } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { type DutyGroup, dutyStatusKeys, statusesOf } from '../domain/duty.ts';
import { fieldKeys } from '../domain/fields.ts';
import { type CoverageRow, countCoverage, type StatusCounts } from '../store/coverage.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { type Caller, dayOf } from './caller.ts';
import { type ChosenOrgans, chooseOrgans, mayReadDutiesOf, type OrganChoice } from './reading.ts';

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
  /** Whether who asks may open the duties behind the sums of all organs; see reading.ts. */
  opens: boolean;
  total: CoverageSum;
  /** `opens`: whether he may open those of this one. */
  byOrgan: { organ: NamedOrgan; sum: CoverageSum; opens: boolean }[];
  /** `none`: what belongs to no field. */
  byField: { fieldKey: string; sum: CoverageSum }[];
  /** Where they cross; only when asked for. */
  cells: { organId: string; fieldKey: string; sum: CoverageSum }[];
}

/** Which part of the county and which time is looked at. */
export interface CoverageScope extends OrganChoice {
  year: number;
  /** Whether each organ is counted in each field, too. */
  cells?: boolean | undefined;
}

/** How the duties of a year stand today. */
export async function getCoverage(
  db: Db,
  caller: Caller,
  { year, cells, ...choice }: CoverageScope,
): Promise<Result<Coverage>> {
  const chosen = await chooseOrgans(db, caller, choice);
  if (!chosen.ok) return chosen;
  const { organs, organIds } = chosen.value;
  const asOf = dayOf(caller);
  const filter = filterOf(caller, year, organIds);
  const sums = await countCoverage(db, filter, asOf, 'sums');
  const ofField = new Map(sums.map((row) => [row.fieldKey, row]));
  const byOrgan = standings(caller, organs, sums);
  return success({
    from: filter.from,
    to: filter.to,
    asOf,
    opens:
      organIds === undefined ? scopeOf(caller.authority, 'read-duties').county : byOrgan.every(({ opens }) => opens),
    total: sumOf(sums.find((row) => row.organId === undefined && row.fieldKey === undefined)),
    byOrgan,
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

/** How the duties of a year stand today, organ by organ and nothing else. */
export async function listStandings(
  db: Db,
  caller: Caller,
  { organs, organIds }: ChosenOrgans,
  year: number,
): Promise<Coverage['byOrgan']> {
  const rows = await countCoverage(db, filterOf(caller, year, organIds), dayOf(caller), 'organs');
  return standings(caller, organs, rows);
}

const filterOf = ({ authority }: Caller, year: number, organIds: readonly string[] | undefined) => ({
  countyId: authority.countyId,
  from: getPlainDate(`${year}-01-01`),
  to: getPlainDate(`${year}-12-31`),
  organIds,
});

function standings(caller: Caller, organs: readonly NamedOrgan[], rows: readonly CoverageRow[]): Coverage['byOrgan'] {
  const ofOrgan = new Map(rows.map((row) => [row.organId, row]));
  return organs.map((organ) => ({
    organ,
    sum: sumOf(ofOrgan.get(organ.id)),
    opens: mayReadDutiesOf(caller, organ).ok,
  }));
}

/** Counts with their sums; nothing counted is nothing owed. */
function sumOf(row: StatusCounts | undefined): CoverageSum {
  const counts = Object.fromEntries(dutyStatusKeys.map((status) => [status, row?.[status] ?? 0])) as StatusCounts;
  const count = (group: DutyGroup) => statusesOf(group).reduce((total, status) => total + counts[status], 0);
  const [done, due] = [count('done'), count('due')];
  return {
    ...counts,
    owed: due + counts['due-soon'] + counts.upcoming,
    due,
    done,
    ...(due === 0 ? {} : { rate: Math.floor((done * 100) / due) }),
  };
}
