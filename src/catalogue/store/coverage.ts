import { type RawBuilder, sql } from 'kysely';
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

/** What is counted of each: every organ; organ, field and all together; every organ in every field. */
type CoverageParts = 'organs' | 'sums' | 'cells';

/** Counts the duties in one pass over one index. */
export async function countCoverage(
  db: Db,
  { countyId, from, to, organIds }: CoverageFilter,
  day: PlainDate,
  parts: CoverageParts,
): Promise<CoverageRow[]> {
  const conditions = statusConditions(day);
  const counts = sql.join(
    dutyStatusKeys.map((status) => sql`count(*) filter (where ${conditions[status]})::int as ${sql.id(status)}`),
  );
  const counted = (columns: RawBuilder<unknown>, groups: RawBuilder<unknown>) => sql<CountedRow>`
    select ${columns}, ${counts}
    from catalogue_duty
    where county_id = ${countyId} and counted_on between ${from} and ${to}
      ${organIds ? sql`and organ_id = any(${[...organIds]}::uuid[])` : sql``}
    group by ${groups}`;
  const sums = sql.join(dutyStatusKeys.map((status) => sql`sum(${sql.id(status)})::int as ${sql.id(status)}`));
  const cells = counted(sql`organ_id, coalesce(field_key, 'none') as field_key`, sql`organ_id, field_key`);
  const query = {
    organs: counted(sql`organ_id`, sql`organ_id`),
    cells,
    sums: sql<CountedRow>`
      with cells as (${cells})
      select organ_id, field_key, ${sums} from cells group by grouping sets ((organ_id), (field_key), ())`,
  }[parts];
  const { rows } = await query.execute(db);
  return rows.map((row) => ({
    organId: row.organId ?? undefined,
    fieldKey: row.fieldKey ?? undefined,
    ...(Object.fromEntries(dutyStatusKeys.map((status) => [status, row[status] ?? 0])) as StatusCounts),
  }));
}

/** A sum of no rows is nothing. */
type CountedRow = Partial<Record<'organId' | 'fieldKey', string | null>> & Record<DutyStatus, number | null>;
