import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import type { Db } from '../../platform/db/index.ts';
import type { ColumnStatus } from '../domain/column-state.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { countOpenReminders } from '../store/reminders.ts';
import { type Caller, dayOf } from './caller.ts';
import { listColumnsAt } from './columns.ts';
import { type CoverageScope, type CoverageSum, listStandings } from './coverage.ts';
import { chooseOrgans } from './reading.ts';

/** An organ beside the others of the county. */
export interface ComparedOrgan {
  organ: NamedOrgan;
  sum: CoverageSum;
  empty: number;
  stale: number;
  columns: number;
  /** Reminders that are not settled. */
  reminders: number;
  /** Whether who asks may open the duties and reminders behind the counts; see reading.ts. */
  opens: boolean;
}

/** All organs of the county, or of a part of it, beside each other: who owes what, and whose columns are stale. */
export async function compareOrgans(
  db: Db,
  caller: Caller,
  { year, ...choice }: Omit<CoverageScope, 'cells'>,
): Promise<Result<{ asOf: PlainDate; organs: ComparedOrgan[] }>> {
  const chosen = await chooseOrgans(db, caller, choice);
  if (!chosen.ok) return chosen;
  const [standings, columns, reminders] = await Promise.all([
    listStandings(db, caller, chosen.value, year),
    listColumnsAt(db, caller, chosen.value),
    countOpenReminders(db, caller.authority.countyId),
  ]);
  const columnsOfOrgan = new Map(columns.map((each) => [each.organ.id, each.columns]));
  return success({
    asOf: dayOf(caller),
    organs: standings.map(({ organ, sum, opens }) => {
      const own = columnsOfOrgan.get(organ.id) ?? [];
      const count = (status: ColumnStatus) => own.filter((column) => column.status === status).length;
      return {
        organ,
        sum,
        empty: count('empty'),
        stale: count('stale'),
        columns: own.length,
        reminders: reminders.get(organ.id) ?? 0,
        opens,
      };
    }),
  });
}
