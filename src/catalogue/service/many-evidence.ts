import { newId, type Trx } from '../../platform/db/index.ts';
import { refreshColumns } from '../store/columns.ts';
import { refreshReminders } from '../store/reminders.ts';
import { insertEvidence } from '../store/take-over.ts';
import { type PublishedEvidence, recordEvidence } from './evidence.ts';

/**
 * Puts down what became public at once, of one county, as `recordEvidence` does one by one: a ledger brings thousands, and
 * counting a column anew for each of them takes minutes.
 *
 * @param published for none of which anything was put down before
 */
export async function recordManyEvidence(
  trx: Trx,
  countyId: string,
  published: readonly PublishedEvidence[],
): Promise<void> {
  // What has a line of the catalogue may fulfil a duty, each in its turn; the rest only freshens columns.
  const isLined = ({ catalogueItemId }: PublishedEvidence): boolean => catalogueItemId !== undefined;
  for (const each of published.filter(isLined)) await recordEvidence(trx, each);
  const plain = published.filter((each) => !isLined(each));
  if (plain.length === 0) return;
  await insertEvidence(
    trx,
    countyId,
    plain.map(({ countyId: _, catalogueItemId: _line, ...fields }) => ({ id: newId(), ...fields })),
  );
  await refreshColumns(trx, countyId, plain);
  for (const [organId, ofOrgan] of Map.groupBy(plain, (each) => each.organId)) {
    const [day] = ofOrgan.map(({ publishedOn }) => publishedOn).sort((one, other) => (one < other ? 1 : -1));
    if (day) await refreshReminders(trx, countyId, organId, day);
  }
}
