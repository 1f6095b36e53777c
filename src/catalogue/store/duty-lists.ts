import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest } from '../../platform/db/index.ts';
import type { ColumnKey } from '../domain/columns.ts';
import {
  type DutyChoice,
  type DutyGroup,
  type DutyKind,
  type DutyState,
  type DutyStatus,
  dutyGroups,
  statusesOf,
} from '../domain/duty.ts';
import type { CoverageFilter } from './coverage.ts';
import { statusConditions } from './duty-status.ts';
import { dayOrNone } from './items.ts';

/** What is asked for of the duties of a county. */
export interface DutyFilter extends Partial<Omit<CoverageFilter, 'countyId'>> {
  countyId: string;
  /** Of these organs, or with a post of them answering for it; of all when absent. */
  reach?: readonly string[] | undefined;
  /** `none`: what belongs to no field. */
  fieldKey?: string | undefined;
  itemId?: string | undefined;
  status?: DutyChoice | undefined;
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
  /** An open turn after which a later one of the same item was published already. */
  overtaken: boolean;
  waived?: { because: string; by: string; at: Date } | undefined;
  evidence?: { recordId: string; title: string; publishedOn: PlainDate; indexNumber?: string | undefined } | undefined;
  responsible?: { role: string; organId: string; personId?: string | undefined } | undefined;
}

/**
 * One page of duties. What is to be done stands in the order of its last days, so that the longest overdue is first; what
 * is done with the latest first; both together by the days they count into a year.
 */
export async function listDuties(
  db: Db,
  filter: DutyFilter,
  day: PlainDate,
  page: PageRequest,
): Promise<Page<ListedDuty>> {
  const found = duties(db, filter, day);
  const isAll = (group: DutyGroup) => isWithin(filter.status, group);
  const ordered = isAll('todo')
    ? found.orderBy('duty.dueOn')
    : isAll('done')
      ? found.orderBy('duty.doneOn', 'desc')
      : found.orderBy('duty.countedOn');
  const listed = await listPage(
    ordered.select('duty.id').orderBy('duty.organId').orderBy('duty.id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  const ids = listed.items.map(({ id }) => id);
  const rows =
    ids.length === 0 ? [] : await withItem(county(db, filter.countyId).where('duty.id', 'in', ids)).execute();
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    ...listed,
    items: ids.flatMap((id) => {
      const row = rowOf.get(id);
      return row ? [listedOf(row)] : [];
    }),
  };
}

/** A duty with its item and its evidence. */
export async function findListedDuty(db: Db, countyId: string, id: string): Promise<ListedDuty | undefined> {
  const row = await withItem(county(db, countyId).where('duty.id', '=', id)).executeTakeFirst();
  return row && listedOf(row);
}

const county = (db: Db, countyId: string) =>
  db.selectFrom('catalogueDuty as duty').where('duty.countyId', '=', countyId);

function duties(db: Db, filter: DutyFilter, day: PlainDate) {
  const { countyId, from, to, organIds, reach, fieldKey, itemId, status, words } = filter;
  let found = county(db, countyId);
  if (from) found = found.where('duty.countedOn', '>=', from);
  if (to) found = found.where('duty.countedOn', '<=', to);
  if (organIds) found = found.where(sql<boolean>`duty.organ_id = any(${[...organIds]}::uuid[])`);
  if (reach) found = found.where(dutyWithin(countyId, reach));
  if (fieldKey === 'none') found = found.where('duty.fieldKey', 'is', null);
  else if (fieldKey) found = found.where('duty.fieldKey', '=', fieldKey);
  if (itemId) found = found.where('duty.itemId', '=', itemId);
  if (status) found = found.where(withStatus(status, day));
  if (words) found = found.where(sql<boolean>`duty.title ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`);
  return found;
}

/** Whether nothing is asked for that does not belong to a group. */
const isWithin = (choice: DutyChoice | undefined, group: DutyGroup): boolean =>
  choice !== undefined &&
  statusesOf(choice).every((status) => (dutyGroups[group].statuses as readonly DutyStatus[]).includes(status));

function withStatus(choice: DutyChoice, day: PlainDate): RawBuilder<boolean> {
  const conditions = statusConditions(day, 'duty');
  const any = sql<boolean>`(${sql.join(
    statusesOf(choice).map((status) => conditions[status]),
    sql` or `,
  )})`;
  // The same once more, in the words of the indexes of what is open and of what is done.
  if (isWithin(choice, 'todo')) return sql`(duty.outcome = 0 and ${any})`;
  return isWithin(choice, 'done') ? sql`(duty.outcome in (1, 2) and ${any})` : any;
}

/** Whether a duty is one of these organs, or one for which a post of them answers. */
export const dutyWithin = (countyId: string, organIds: readonly string[]): RawBuilder<boolean> => {
  const reach = sql`${[...organIds]}::uuid[]`;
  return sql`(duty.organ_id = any(${reach}) or duty.item_id in (
    select id from catalogue_item where county_id = ${countyId} and responsible_organ_id = any(${reach})))`;
};

const withItem = (found: ReturnType<typeof county>) =>
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
    ])
    .select(
      sql<boolean>`duty.kind = 'period' and duty.state = 'open' and exists (
        select from catalogue_duty as later
        where later.county_id = duty.county_id and later.item_id = duty.item_id and later.kind = 'period'
          and later.state = 'done' and later.begins_on > duty.begins_on)`.as('overtaken'),
    );

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
    overtaken: row.overtaken,
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
