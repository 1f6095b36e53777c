import type { Actor } from '../../kernel/actor.ts';
import { type Db, onConnection, type Trx } from '../db/index.ts';
import { chainOf } from './chain.ts';
import { describeChange, type Masks, maskOrigin, storable } from './changes.ts';
import { type EntryContent, entryTime } from './entry.ts';

/** One thing that was done to one record. */
export interface RecordedChange {
  /** From the vocabulary of its area, e.g. `organ.rename`. */
  action: string;
  record: { kind: string; id: string; label: string };
  organId?: string;
  /** The state before and after; only fields that differ are kept, personal data masked. */
  before?: object | undefined;
  after?: object | undefined;
  /** Where a field is not what its name says, e.g. `{ phone: 'plain' }` for the number of an office. */
  masks?: Masks;
}

/** Puts down what a write does; may be called several times. */
export type RecordChange = (change: RecordedChange) => void;

/**
 * Does a change and its audit in one transaction: either both are there afterwards or neither. Who gets
 * the value back may tell people that it is done: it outlasts a crash of the machine.
 *
 * A refusal (a `Result` that is not ok) undoes everything and needs no record. A write that recorded
 * nothing is a bug and throws.
 *
 * @param now when the change was asked for
 * @example await write(db, actor, now, async (trx, record) => {
 *   await renameOrgan(trx, id, name);
 *   record({ action: 'organ.rename', record: { kind: 'organ', id, label: name }, before: { name: old }, after: { name } });
 *   return success(undefined);
 * });
 */
export async function write<T>(
  db: Db,
  actor: Actor,
  now: Date,
  work: (trx: Trx, record: RecordChange) => Promise<T>,
): Promise<T> {
  return chainOf(db, actor.countyId).run((turn) =>
    onConnection(db, async (client, trx) => {
      // Not waited for before the first statement of the work, so that both go to the server together.
      const begun = client.query(turn.begin);
      begun.catch(() => undefined);
      try {
        const entries: EntryContent[] = [];
        const value = await work(trx, (change) => {
          entries.push(describe(actor, now, change));
        });
        await begun;
        if (isRefusal(value)) {
          await client.query('ROLLBACK');
          return value;
        }
        if (entries.length === 0) throw new Error('a write recorded nothing for the audit');
        await turn.append(entries, client);
        return value;
      } catch (error) {
        // Where the connection is what broke, the server has rolled back, and the first error says more.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    }),
  );
}

const isRefusal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'problem' in value;

function describe(actor: Actor, now: Date, change: RecordedChange): EntryContent {
  const { action, record, organId, before, after, masks } = change;
  return {
    at: entryTime(now),
    personId: actor.personId ?? null,
    personName: storable(actor.name),
    behalfId: actor.onBehalfOf?.personId ?? null,
    behalfName: actor.onBehalfOf ? storable(actor.onBehalfOf.name) : null,
    action: storable(action),
    recordKind: storable(record.kind),
    recordId: storable(record.id),
    recordLabel: storable(record.label),
    organId: organId ?? null,
    origin: maskOrigin(actor.from),
    ...describeChange(before, after, masks),
  };
}
