import { type RawBuilder, sql } from 'kysely';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest } from '../../platform/db/index.ts';
import type { ColumnKey } from '../domain/columns.ts';
import { type DutyKind, type DutyState, type DutyStatus, soonDays } from '../domain/duty.ts';
import { dayOrNone } from './items.ts';

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

/** `statusOf` of domain/duty.ts as a condition of SQL on a row of catalogue_duty. */
const statusConditions = (day: PlainDate): Record<DutyStatus, RawBuilder<boolean>> => {
  const soon = addDays(day, soonDays);
  return {
    overdue: sql`state = 'open' and due_on < ${day}`,
    'due-soon': sql`state = 'open' and due_on >= ${day} and due_on <= ${soon}`,
    upcoming: sql`state = 'open' and (due_on is null or due_on > ${soon})`,
    published: sql`outcome = 1`,
    late: sql`outcome = 2`,
    waived: sql`outcome = 3`,
  };
};

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
  const soon = addDays(day, soonDays);
  // `outcome` 0 is open: see the migration. A year has many thousand rows, and numbers are compared faster than words.
  const { rows } = await sql<CountedRow>`
    with cells as (
      select organ_id, coalesce(field_key, 'none') as field_key,
        count(*) filter (where outcome = 0 and due_on < ${day})::int as overdue,
        count(*) filter (where outcome = 0 and due_on between ${day} and ${soon})::int as due_soon,
        count(*) filter (where outcome = 0)::int as open,
        count(*) filter (where outcome = 1)::int as published,
        count(*) filter (where outcome = 2)::int as late,
        count(*) filter (where outcome = 3)::int as waived
      from catalogue_duty
      where county_id = ${countyId} and counted_on between ${from} and ${to}
        ${organIds ? sql`and organ_id = any(${[...organIds]}::uuid[])` : sql``}
      group by organ_id, field_key
    )
    select organ_id, field_key, sum(overdue)::int as overdue, sum(due_soon)::int as due_soon, sum(open)::int as open,
      sum(published)::int as published, sum(late)::int as late, sum(waived)::int as waived
    from cells
    group by ${parts === 'cells' ? sql`organ_id, field_key` : sql`grouping sets ((organ_id), (field_key), ())`}
  `.execute(db);
  return rows.map(({ organId, fieldKey, overdue, dueSoon, open, published, late, waived }) => ({
    organId: organId ?? undefined,
    fieldKey: fieldKey ?? undefined,
    overdue: overdue ?? 0,
    'due-soon': dueSoon ?? 0,
    upcoming: (open ?? 0) - (overdue ?? 0) - (dueSoon ?? 0),
    published: published ?? 0,
    late: late ?? 0,
    waived: waived ?? 0,
  }));
}

/** A sum of no rows is nothing. */
type CountedRow = Record<'organId' | 'fieldKey', string | null> &
  Record<'overdue' | 'dueSoon' | 'open' | 'published' | 'late' | 'waived', number | null>;

/** What is asked for of the duties of a county. */
export interface DutyFilter extends Partial<Omit<CoverageFilter, 'countyId'>> {
  countyId: string;
  /** `none`: what belongs to no field. */
  fieldKey?: string | undefined;
  itemId?: string | undefined;
  status?: DutyStatus | undefined;
  /** Overdue or due soon. */
  pressing?: boolean | undefined;
  /** Part of the title. */
  words?: string | undefined;
}

/** A duty in a list, with its item and its evidence. */
export interface ListedDuty {
  id: string;
  organId: string;
  itemId: string;
  itemName: string;
  topic: string;
  fieldKey: string | null;
  columnKey: ColumnKey;
  kind: DutyKind;
  title: string;
  beginsOn: PlainDate;
  dueOn?: PlainDate | undefined;
  limitWords: string;
  state: DutyState;
  doneOn?: PlainDate | undefined;
  waived?: { because: string; by: string; at: Date } | undefined;
  evidence?: { recordId: string; title: string; publishedOn: PlainDate; indexNumber?: string | undefined } | undefined;
  responsible?: { role: string; organId: string; personId?: string | undefined } | undefined;
}

/** One page of duties: what is due first stands first. */
export async function listDuties(
  db: Db,
  filter: DutyFilter,
  day: PlainDate,
  page: PageRequest,
): Promise<Page<ListedDuty>> {
  const found = duties(db, filter, day);
  const listed = await listPage(
    withItem(found).orderBy('duty.countedOn').orderBy('duty.organId').orderBy('duty.id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...listed, items: listed.items.map(listedOf) };
}

/** A duty with its item and its evidence. */
export async function findListedDuty(db: Db, countyId: string, id: string): Promise<ListedDuty | undefined> {
  const row = await withItem(
    db.selectFrom('catalogueDuty as duty').where('duty.countyId', '=', countyId).where('duty.id', '=', id),
  ).executeTakeFirst();
  return row && listedOf(row);
}

function duties(db: Db, filter: DutyFilter, day: PlainDate) {
  const { countyId, from, to, organIds, fieldKey, itemId, status, pressing, words } = filter;
  let found = db.selectFrom('catalogueDuty as duty').where('duty.countyId', '=', countyId);
  if (from) found = found.where('duty.countedOn', '>=', from);
  if (to) found = found.where('duty.countedOn', '<=', to);
  if (organIds) found = found.where(sql<boolean>`duty.organ_id = any(${[...organIds]}::uuid[])`);
  if (fieldKey === 'none') found = found.where('duty.fieldKey', 'is', null);
  else if (fieldKey) found = found.where('duty.fieldKey', '=', fieldKey);
  if (itemId) found = found.where('duty.itemId', '=', itemId);
  if (status) found = found.where(statusConditions(day)[status]);
  if (pressing) found = found.where('duty.state', '=', 'open').where('duty.dueOn', '<=', addDays(day, soonDays));
  if (words) found = found.where(sql<boolean>`duty.title ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`);
  return found;
}

const withItem = (found: ReturnType<typeof duties>) =>
  found
    .innerJoin('catalogueItem as item', (join) =>
      join.onRef('item.countyId', '=', 'duty.countyId').onRef('item.id', '=', 'duty.itemId'),
    )
    .leftJoin('catalogueEvidence as evidence', (join) =>
      join.onRef('evidence.countyId', '=', 'duty.countyId').onRef('evidence.id', '=', 'duty.evidenceId'),
    )
    .select([
      'duty.id',
      'duty.organId',
      'duty.itemId',
      'item.name as itemName',
      'item.topic',
      'duty.fieldKey',
      'item.columnKey',
      'duty.kind',
      'duty.title',
      'duty.beginsOn',
      'duty.dueOn',
      'item.limitWords',
      'duty.state',
      'duty.doneOn',
      'duty.waivedBecause',
      'duty.waivedBy',
      'duty.waivedAt',
      'evidence.recordId',
      'evidence.title as evidenceTitle',
      'evidence.publishedOn',
      'evidence.indexNumber',
      'item.responsibleRole',
      'item.responsibleOrganId',
      'item.responsiblePersonId',
    ]);

type DutyRow = Awaited<ReturnType<ReturnType<typeof withItem>['execute']>>[number];

function listedOf(row: DutyRow): ListedDuty {
  const publishedOn = dayOrNone(row.publishedOn);
  return {
    id: row.id,
    organId: row.organId,
    itemId: row.itemId,
    itemName: row.itemName,
    topic: row.topic,
    fieldKey: row.fieldKey,
    columnKey: row.columnKey as ColumnKey,
    kind: row.kind as DutyKind,
    title: row.title,
    beginsOn: row.beginsOn as PlainDate,
    dueOn: dayOrNone(row.dueOn),
    limitWords: row.limitWords,
    state: row.state as DutyState,
    doneOn: dayOrNone(row.doneOn),
    ...(row.waivedBecause === null || row.waivedAt === null
      ? {}
      : { waived: { because: row.waivedBecause, by: row.waivedBy ?? '', at: row.waivedAt } }),
    ...(row.recordId === null || row.evidenceTitle === null || publishedOn === undefined
      ? {}
      : {
          evidence: {
            recordId: row.recordId,
            title: row.evidenceTitle,
            publishedOn,
            ...(row.indexNumber === null ? {} : { indexNumber: row.indexNumber }),
          },
        }),
    ...(row.responsibleRole === null || row.responsibleOrganId === null
      ? {}
      : {
          responsible: {
            role: row.responsibleRole,
            organId: row.responsibleOrganId,
            ...(row.responsiblePersonId === null ? {} : { personId: row.responsiblePersonId }),
          },
        }),
  };
}

/** What an item has to show: its duties by state, and what was published for it last. */
export interface ItemProgress {
  itemId: string;
  overdue: number;
  open: number;
  done: number;
  nextDueOn?: PlainDate | undefined;
}

/** How the items of an organ stand on a day. */
export async function listProgress(db: Db, countyId: string, organId: string, day: PlainDate): Promise<ItemProgress[]> {
  const rows = await db
    .selectFrom('catalogueDuty')
    .select([
      'itemId',
      sql<number>`(count(*) filter (where state = 'open' and due_on < ${day}))::int`.as('overdue'),
      sql<number>`(count(*) filter (where state = 'open'))::int`.as('open'),
      sql<number>`(count(*) filter (where state = 'done'))::int`.as('done'),
      sql<string | null>`min(due_on) filter (where state = 'open' and due_on >= ${day})`.as('nextDueOn'),
    ])
    .where('countyId', '=', countyId)
    .where('organId', '=', organId)
    .groupBy('itemId')
    .execute();
  return rows.map(({ nextDueOn, ...row }) => ({ ...row, nextDueOn: dayOrNone(nextDueOn) }));
}

/** The latest thing that is public for an item. */
export interface LatestEvidence {
  itemId: string;
  recordId: string;
  title: string;
  indexNumber?: string | undefined;
  formedOn: PlainDate;
  publishedOn: PlainDate;
}

/** What is public last for each of these items. */
export async function listLatestEvidence(
  db: Db,
  countyId: string,
  itemIds: readonly string[],
): Promise<Map<string, LatestEvidence>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('catalogueEvidence')
    .distinctOn('itemId')
    .select(['itemId', 'recordId', 'title', 'indexNumber', 'formedOn', 'publishedOn'])
    .where('countyId', '=', countyId)
    .where('itemId', 'in', [...itemIds])
    .where('ended', 'is', null)
    .orderBy('itemId')
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ itemId, indexNumber, ...row }) =>
      itemId === null
        ? []
        : [
            [
              itemId,
              {
                itemId,
                ...row,
                ...(indexNumber === null ? {} : { indexNumber }),
                formedOn: row.formedOn as PlainDate,
                publishedOn: row.publishedOn as PlainDate,
              },
            ] as const,
          ],
    ),
  );
}
