import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import type { Db } from '../../platform/db/index.ts';
import type { ColumnStatus } from '../domain/column-state.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { countOpenReminders } from '../store/reminders.ts';
import type { Caller } from './caller.ts';
import { listColumnsOf } from './columns.ts';
import { type CoverageScope, type CoverageSum, getCoverage } from './coverage.ts';

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
    organs: coverage.value.byOrgan.map(({ organ, sum, opens }) => {
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
