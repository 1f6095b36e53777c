import { CompiledQuery } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Db, Trx } from '../db/index.ts';
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
  const chain = chainOf(db, actor.countyId);
  return chain.run(async (append) => {
    const refused = new Refused<T>();
    try {
      return await db.transaction().execute(async (trx) => {
        const entries: EntryContent[] = [];
        const value = await work(trx, (change) => {
          entries.push(describe(actor, now, change));
        });
        if (isRefusal(value)) throw refused.with(value);
        if (entries.length === 0) throw new Error('a write recorded nothing for the audit');
        await append(entries, (sql, parameters) => trx.executeQuery(CompiledQuery.raw(sql, [...parameters])));
        return value;
      });
    } catch (error) {
      if (error === refused) return refused.value;
      throw error;
    }
  });
}

/** Carries a refusal past the transaction, which it undoes. */
class Refused<T> extends Error {
  #value: { is: T } | undefined;

  with(value: T): this {
    this.#value = { is: value };
    return this;
  }

  get value(): T {
    if (!this.#value) throw new Error('nothing was refused');
    return this.#value.is;
  }
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
