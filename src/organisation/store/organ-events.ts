import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { OrganChange, OrganEvent } from '../domain/organ-event.ts';

/** An event as it was recorded. */
export interface RecordedEvent extends OrganEvent {
  /** 发文字号 of the document that decided it; empty when unknown. */
  documentNumber: string;
  attachmentId?: string;
  note: string;
  /** The import it came with. */
  importId?: string;
  recordedAt: Date;
  /** By name. */
  recordedBy: string;
  withdrawn?: { at: Date; by: string; because: string };
}

/** A county as the register of its organs knows it. */
export interface RegisterRevision {
  /** Counts the changes to the organs of the county. */
  revision: number;
}

/** Locks the organs of a county until the end of the transaction; undefined when there is no such county. */
export async function lockRegister(trx: Trx, countyId: string): Promise<RegisterRevision | undefined> {
  const row = await trx
    .selectFrom('organisationCounty')
    .select('organRevision')
    .where('id', '=', countyId)
    .forUpdate()
    .executeTakeFirst();
  return row && { revision: row.organRevision };
}

/** Counts one more change to the organs of a county. */
export async function raiseRevision(trx: Trx, countyId: string): Promise<void> {
  await trx
    .updateTable('organisationCounty')
    .set({ organRevision: sql`organ_revision + 1` })
    .where('id', '=', countyId)
    .execute();
}

/** Everything that happened to the organs of a county, or to one of them, without what was withdrawn. */
export async function listEvents(db: Db | Trx, countyId: string): Promise<RecordedEvent[]> {
  return (await selectEvents(db, countyId).where('withdrawnAt', 'is', null).execute()).map(eventOf);
}

/** Everything that was recorded of one organ, the withdrawn events too. */
export async function listEventsOf(db: Db, countyId: string, organId: string): Promise<RecordedEvent[]> {
  return (await selectEvents(db, countyId).where('organId', '=', organId).execute()).map(eventOf);
}

const selectEvents = (db: Db | Trx, countyId: string) =>
  db
    .selectFrom('organisationOrganEvent')
    .selectAll()
    .where('countyId', '=', countyId)
    .orderBy('day')
    .orderBy('position')
    .orderBy('recordedAt')
    .orderBy('id');

type EventRow = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number];

const eventOf = (row: EventRow): RecordedEvent => ({
  id: row.id,
  organId: row.organId,
  day: row.day as PlainDate,
  position: row.position,
  change: row.change as unknown as OrganChange,
  documentNumber: row.documentNumber,
  ...(row.attachmentId === null ? {} : { attachmentId: row.attachmentId }),
  note: row.note,
  ...(row.importId === null ? {} : { importId: row.importId }),
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  ...(row.withdrawnAt === null
    ? {}
    : { withdrawn: { at: row.withdrawnAt, by: row.withdrawnBy ?? '', because: row.withdrawnBecause ?? '' } }),
});

/** Records events. */
export async function insertEvents(trx: Trx, countyId: string, events: readonly RecordedEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += 1_000) {
    await trx
      .insertInto('organisationOrganEvent')
      .values(
        events.slice(at, at + 1_000).map(({ change, withdrawn: _, ...event }) => ({
          countyId,
          ...event,
          change: JSON.stringify(change),
        })),
      )
      .execute();
  }
}

/** Withdraws events: they then count as never recorded. */
export async function withdrawEvents(
  trx: Trx,
  countyId: string,
  ids: readonly string[],
  { at, by, because }: { at: Date; by: string; because: string },
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('organisationOrganEvent')
    .set({ withdrawnAt: at, withdrawnBy: by, withdrawnBecause: because })
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .execute();
}
