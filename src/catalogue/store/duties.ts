import { type Selectable, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { CatalogueDuty } from '../../platform/db/tables.ts';
import type { Duty, DutyKind, DutyState } from '../domain/duty.ts';
import type { KnownDuty } from '../domain/fulfilment.ts';

/** A duty with whose it is. */
export interface OrganDuty extends Duty {
  organId: string;
  fieldKey?: string | undefined;
}

/** Puts duties down; a turn or a standing duty that is there already stays as it is. @returns how many were new */
export async function insertDuties(
  trx: Trx,
  countyId: string,
  duties: readonly OrganDuty[],
  now: Date,
): Promise<number> {
  if (duties.length === 0) return 0;
  const inserted = await trx
    .insertInto('catalogueDuty')
    .values(
      duties.map(
        ({ id, organId, itemId, fieldKey, kind, period, title, beginsOn, dueOn, registered, state, ...done }) => ({
          countyId,
          id,
          organId,
          itemId,
          fieldKey: fieldKey ?? null,
          kind,
          period: period ?? null,
          title,
          beginsOn,
          dueOn: dueOn ?? null,
          registered,
          state,
          doneOn: done.doneOn ?? null,
          evidenceId: done.evidenceId ?? null,
          createdAt: now,
        }),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0n);
}

/** The duties of an item that are open, and those a record fulfilled before. */
export async function listMatchable(
  trx: Trx,
  countyId: string,
  itemId: string,
  recordId: string,
): Promise<KnownDuty[]> {
  const rows = await trx
    .selectFrom('catalogueDuty as duty')
    .leftJoin('catalogueEvidence as evidence', (join) =>
      join.onRef('evidence.countyId', '=', 'duty.countyId').onRef('evidence.id', '=', 'duty.evidenceId'),
    )
    .selectAll('duty')
    .select(['evidence.recordId', 'evidence.formedOn'])
    .where('duty.countyId', '=', countyId)
    .where('duty.itemId', '=', itemId)
    .where((eb) => eb.or([eb('duty.state', '=', 'open'), eb('evidence.recordId', '=', recordId)]))
    .execute();
  return rows.map((row) => ({
    ...dutyOf(row),
    ...(row.recordId === null || row.formedOn === null
      ? {}
      : { doneBy: { recordId: row.recordId, formedOn: getPlainDate(row.formedOn) } }),
  }));
}

/** Marks open duties as fulfilled. */
export async function fulfilDuties(
  trx: Trx,
  countyId: string,
  ids: readonly string[],
  evidence: { id: string; publishedOn: PlainDate },
): Promise<void> {
  await trx
    .updateTable('catalogueDuty')
    .set({ state: 'done', doneOn: evidence.publishedOn, evidenceId: evidence.id })
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .execute();
}

/** Opens the duties that these evidences fulfilled. */
export async function reopenDuties(trx: Trx, countyId: string, evidenceIds: readonly string[]): Promise<Duty[]> {
  if (evidenceIds.length === 0) return [];
  const rows = await trx
    .updateTable('catalogueDuty')
    .set({ state: 'open', doneOn: null, evidenceId: null })
    .where('countyId', '=', countyId)
    .where('evidenceId', 'in', [...evidenceIds])
    .returningAll()
    .execute();
  return rows.map(dutyOf);
}

/**
 * Takes away the duties that became known by these evidences alone: where those belong to another line, nothing was ever
 * formed for this one. What was reminded of meanwhile stays.
 */
export async function deleteKnownBy(trx: Trx, countyId: string, evidenceIds: readonly string[]): Promise<void> {
  if (evidenceIds.length === 0) return;
  await trx
    .deleteFrom('catalogueDuty as duty')
    .where('duty.countyId', '=', countyId)
    .where('duty.evidenceId', 'in', [...evidenceIds])
    .where('duty.registered', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('catalogueReminderTarget as target')
            .select('target.dutyId')
            .whereRef('target.countyId', '=', 'duty.countyId')
            .whereRef('target.dutyId', '=', 'duty.id'),
        ),
      ),
    )
    .execute();
}

/** The turns and the standing duty of an item that are open, whatever the day. */
export async function listOpenOwn(trx: Trx, countyId: string, itemId: string): Promise<OrganDuty[]> {
  const rows = await trx
    .selectFrom('catalogueDuty')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('state', '=', 'open')
    .execute();
  return rows.map(organDutyOf);
}

/** The open duties that are counted from a day and run across days of a span. */
export async function listOpenAcross(trx: Trx, countyId: string, from: PlainDate, to: PlainDate): Promise<OrganDuty[]> {
  const rows = await trx
    .selectFrom('catalogueDuty')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('state', '=', 'open')
    .where('kind', '!=', 'period')
    .where('beginsOn', '<=', to)
    .where('dueOn', '>=', from)
    .execute();
  return rows.map(organDutyOf);
}

/** Takes away duties that are open and were never reminded of; those of a limit that no longer holds. */
export async function deleteOpen(trx: Trx, countyId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .deleteFrom('catalogueDuty')
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .execute();
}

/** Moves the last day of an open duty. */
export async function moveDueDay(trx: Trx, countyId: string, id: string, dueOn: PlainDate | undefined): Promise<void> {
  await trx
    .updateTable('catalogueDuty')
    .set({ dueOn: dueOn ?? null })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** Counts all duties of an item into another field. */
export async function moveToField(trx: Trx, countyId: string, itemId: string, fieldKey: string | null): Promise<void> {
  await trx
    .updateTable('catalogueDuty')
    .set({ fieldKey })
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where(sql<boolean>`field_key is distinct from ${fieldKey}`)
    .execute();
}

/** A duty, held until the transaction is over. */
export async function lockDuty(trx: Trx, countyId: string, id: string): Promise<OrganDuty | undefined> {
  const row = await trx
    .selectFrom('catalogueDuty')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && organDutyOf(row);
}

/** Duties of a county, by their identifiers. */
export async function listDutiesByIds(db: Db | Trx, countyId: string, ids: readonly string[]): Promise<OrganDuty[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('catalogueDuty')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(organDutyOf);
}

/** Waives an open duty, or takes that back; false when it was not as was thought. */
export async function setWaiver(
  trx: Trx,
  countyId: string,
  id: string,
  waiver: { because: string; by: string; at: Date } | undefined,
): Promise<boolean> {
  const updated = await trx
    .updateTable('catalogueDuty')
    .set({
      state: waiver ? 'waived' : 'open',
      waivedBecause: waiver?.because ?? null,
      waivedBy: waiver?.by ?? null,
      waivedAt: waiver?.at ?? null,
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('state', '=', waiver ? 'open' : 'waived')
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

type DutyRow = Selectable<CatalogueDuty>;

function dutyOf(row: DutyRow): Duty {
  return {
    id: row.id,
    itemId: row.itemId,
    kind: row.kind as DutyKind,
    ...(row.period === null ? {} : { period: row.period }),
    title: row.title,
    beginsOn: getPlainDate(row.beginsOn),
    ...(row.dueOn === null ? {} : { dueOn: getPlainDate(row.dueOn) }),
    registered: row.registered,
    state: row.state as DutyState,
    ...(row.doneOn === null ? {} : { doneOn: getPlainDate(row.doneOn) }),
    ...(row.evidenceId === null ? {} : { evidenceId: row.evidenceId }),
  };
}

const organDutyOf = (row: DutyRow): OrganDuty => ({
  ...dutyOf(row),
  organId: row.organId,
  ...(row.fieldKey === null ? {} : { fieldKey: row.fieldKey }),
});
