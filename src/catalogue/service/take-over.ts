import { loadCalendar } from '../../calendar/index.ts';
import { newId, type Trx } from '../../platform/db/index.ts';
import type { Duty } from '../domain/duty.ts';
import { fulfilmentOf, type KnownDuty } from '../domain/fulfilment.ts';
import type { Reminder } from '../domain/reminder.ts';
import { dueDayFor } from '../domain/time-limit.ts';
import { refreshColumns } from '../store/columns.ts';
import { insertDuties, type OrganDuty } from '../store/duties.ts';
import type { Evidence } from '../store/evidence.ts';
import { listItemsByIds } from '../store/items.ts';
import { insertReminder } from '../store/reminders.ts';
import { insertEvidence, listOpenDuties, markFulfilled, setOutcome } from '../store/take-over.ts';
import type { PublishedEvidence, WithdrawnEvidence } from './evidence.ts';

/** Something that was published, and why it is public no more. */
export type PastEvidence = PublishedEvidence & { ended?: WithdrawnEvidence['because'] | undefined };

/**
 * Takes over what was published in years past, many at once, as if each had been put down on its day: the duties there
 * are get fulfilled in the order of publication. What was withdrawn fulfils nothing.
 *
 * @param published of one county, for which nothing was put down before
 */
export async function takeOverEvidence(
  trx: Trx,
  countyId: string,
  published: readonly PastEvidence[],
  now: Date,
): Promise<void> {
  const inOrder = [...published].sort((one, other) => compare(one.publishedOn, other.publishedOn));
  const evidence = inOrder.map(({ countyId: _, catalogueItemId, ...fields }): Evidence => {
    return { id: newId(), ...fields, itemId: catalogueItemId };
  });
  await insertEvidence(trx, countyId, evidence);
  await refreshColumns(trx, countyId);
  const calendar = await loadCalendar(trx, countyId);
  const ids = [...new Set(evidence.flatMap(({ itemId }) => itemId ?? []))];
  const items = new Map((await listItemsByIds(trx, countyId, ids)).map((item) => [item.id, item]));
  const duties = Map.groupBy<string, KnownDuty>(await listOpenDuties(trx, countyId), ({ itemId }) => itemId);
  const fulfilled: { id: string; doneOn: Evidence['publishedOn']; evidenceId: string }[] = [];
  const added: OrganDuty[] = [];
  for (const each of evidence) {
    const item = each.itemId === undefined || each.ended === 'withdrawn' ? undefined : items.get(each.itemId);
    if (!item) continue;
    const { recordId, formedOn, publishedOn, title, id: evidenceId } = each;
    const known = duties.get(item.id) ?? [];
    duties.set(item.id, known);
    const relevant = known.filter(({ state, doneBy }) => state === 'open' || doneBy?.recordId === recordId);
    const outcome = fulfilmentOf(item.limit, relevant, { recordId, title, formedOn, publishedOn });
    if (outcome.kind === 'duties') {
      for (const duty of known.filter(({ id }) => outcome.ids.includes(id))) {
        fulfilled.push({ id: duty.id, doneOn: publishedOn, evidenceId });
        Object.assign(duty, { state: 'done', doneBy: { recordId, formedOn } } satisfies Partial<KnownDuty>);
      }
    } else if (outcome.kind === 'new') {
      const duty: Duty = {
        id: newId(),
        itemId: item.id,
        kind: 'event',
        title,
        beginsOn: formedOn,
        dueOn: dueDayFor(item.limit, formedOn, calendar),
        registered: false,
        state: 'done',
        doneOn: publishedOn,
        evidenceId,
      };
      added.push({ ...duty, organId: item.organId, fieldKey: item.fieldKey });
      known.push({ ...duty, doneBy: { recordId, formedOn } });
    }
  }
  await markFulfilled(trx, countyId, fulfilled);
  // A duty has some fifteen columns, and a statement at most 65535 values.
  for (let at = 0; at < added.length; at += 2_000) {
    await insertDuties(trx, countyId, added.slice(at, at + 2_000), now);
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Takes over reminders with their answers. */
export async function takeOverReminders(trx: Trx, countyId: string, reminders: readonly Reminder[]): Promise<void> {
  for (const reminder of reminders) {
    await insertReminder(trx, countyId, reminder);
    if (reminder.answer || reminder.settledOn) await setOutcome(trx, countyId, reminder);
  }
}
