import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { insertRecords, type Trx } from '../../platform/db/index.ts';
import type { Duty, DutyKind } from '../domain/duty.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { Evidence } from './evidence.ts';

/** Enters what was published, many at once. */
export const insertEvidence = (trx: Trx, countyId: string, evidence: readonly Evidence[]): Promise<void> =>
  insertRecords(
    trx,
    'catalogue_evidence',
    evidence.map((each) => ({ countyId, ...each })),
  );

/** Every duty of a county that is open. */
export async function listOpenDuties(trx: Trx, countyId: string): Promise<Duty[]> {
  const rows = await trx
    .selectFrom('catalogueDuty')
    .select(['id', 'itemId', 'kind', 'period', 'title', 'beginsOn', 'dueOn', 'registered'])
    .where('countyId', '=', countyId)
    .where('state', '=', 'open')
    .execute();
  return rows.map(({ kind, period, beginsOn, dueOn, ...row }) => ({
    ...row,
    kind: kind as DutyKind,
    state: 'open',
    period: period ?? undefined,
    beginsOn: getPlainDate(beginsOn),
    dueOn: dueOn === null ? undefined : getPlainDate(dueOn),
  }));
}

/** Marks duties as fulfilled, each by a publication of its own. */
export async function markFulfilled(
  trx: Trx,
  countyId: string,
  fulfilled: readonly { id: string; doneOn: PlainDate; evidenceId: string }[],
): Promise<void> {
  await sql`UPDATE catalogue_duty AS duty
    SET state = 'done', done_on = done.done_on, evidence_id = done.evidence_id
    FROM json_to_recordset(${JSON.stringify(
      fulfilled.map(({ id, doneOn, evidenceId }) => ({ id, done_on: doneOn, evidence_id: evidenceId })),
    )}::json) AS done (id uuid, done_on date, evidence_id uuid)
    WHERE duty.county_id = ${countyId} AND duty.id = done.id`.execute(trx);
}

/** Writes how a reminder ended. */
export async function setOutcome(
  trx: Trx,
  countyId: string,
  { id, answer, settledOn }: Pick<Reminder, 'id' | 'answer' | 'settledOn'>,
): Promise<void> {
  await trx
    .updateTable('catalogueReminder')
    .set({
      answer: answer?.text ?? null,
      answeredAt: answer?.at ?? null,
      answeredByName: answer?.by ?? null,
      settledOn: settledOn ?? null,
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}
