import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { type DutyStatus, dutyStatusKeys } from '../domain/duty.ts';
import { statusConditions } from './duty-status.ts';

/** How many duties stand how. */
export type StatusCounts = Record<DutyStatus, number>;

/** The counts of an organ, of a field, or of an organ in a field. */
export interface CoverageRow extends StatusCounts {
  /** Absent where all organs are added up. */
  organId?: string | undefined;
  /** `none`: what belongs to no field. Absent where all fields are added up. */
  fieldKey?: string | undefined;
}

/** Which duties are meant. */
export interface CoverageFilter {
  countyId: string;
  /** Counted into these days by their last day, both included. */
  from: PlainDate;
  to: PlainDate;
  /** These organs only; all of the county when absent. */
  organIds?: readonly string[] | undefined;
}

/**
 * Counts the duties in one pass over one index.
 *
 * @param parts `sums`: of each organ, of each field and of all together; `cells`: of each organ in each field
 */
export async function countCoverage(
  db: Db,
  { countyId, from, to, organIds }: CoverageFilter,
  day: PlainDate,
  parts: 'sums' | 'cells',
): Promise<CoverageRow[]> {
  const conditions = statusConditions(day);
  const counts = sql.join(
    dutyStatusKeys.map((status) => sql`count(*) filter (where ${conditions[status]})::int as ${sql.id(status)}`),
  );
  const sums = sql.join(dutyStatusKeys.map((status) => sql`sum(${sql.id(status)})::int as ${sql.id(status)}`));
  const { rows } = await sql<CountedRow>`
    with cells as (
      select organ_id, coalesce(field_key, 'none') as field_key, ${counts}
      from catalogue_duty
      where county_id = ${countyId} and counted_on between ${from} and ${to}
        ${organIds ? sql`and organ_id = any(${[...organIds]}::uuid[])` : sql``}
      group by organ_id, field_key
    )
    select organ_id, field_key, ${sums}
    from cells
    group by ${parts === 'cells' ? sql`organ_id, field_key` : sql`grouping sets ((organ_id), (field_key), ())`}
  `.execute(db);
  return rows.map((row) => ({
    organId: row.organId ?? undefined,
    fieldKey: row.fieldKey ?? undefined,
    ...(Object.fromEntries(dutyStatusKeys.map((status) => [status, row[status] ?? 0])) as StatusCounts),
  }));
}

/** A sum of no rows is nothing. */
type CountedRow = Record<'organId' | 'fieldKey', string | null> & Record<DutyStatus, number | null>;
