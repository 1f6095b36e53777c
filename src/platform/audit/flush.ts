import { CompiledQuery } from 'kysely';
import type { Db } from '../db/index.ts';
import type { ChainHead } from './entry.ts';

/** An entry whose transaction has committed, but perhaps not to the disk. */
interface Committed extends ChainHead {
  countyId: string;
}

/**
 * A write that committed and was lost again, because the server ended before it was on the disk. Its code is
 * that of a server that crashed (SQLSTATE 57P02): people are told to look and try again.
 */
class LostWrite extends Error {
  readonly code = '57P02';
}

const flushSql = 'SELECT audit_flush($1, $2, $3) AS present';

/** Waits for the disk, once for all who ask while another waiting is under way. */
class Flusher {
  readonly #db: Db;
  #waiting: Committed[] = [];
  /** The flush that those who wait now will be part of; it has not begun. */
  #next: Promise<Set<Committed>> | undefined;
  /** Ends, never with an error, when the flush under way does. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Resolves when the entry is on the disk. */
  async flush(entry: Committed): Promise<void> {
    this.#waiting.push(entry);
    if (!this.#next) {
      this.#next = this.#running.then(() => this.#begin());
      this.#running = this.#next.catch(() => {});
    }
    const present = await this.#next;
    if (!present.has(entry)) throw new LostWrite('the server ended before a write was on the disk');
  }

  async #begin(): Promise<Set<Committed>> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#next = undefined;
    const { rows } = await this.#db.executeQuery<{ present: number[] }>(
      CompiledQuery.raw(flushSql, [
        batch.map(({ countyId }) => countyId),
        batch.map(({ sequence }) => sequence.toString()),
        batch.map(({ hash }) => Buffer.from(hash, 'hex')),
      ]),
    );
    return new Set(rows[0]?.present.flatMap((at) => batch[at - 1] ?? []));
  }
}

const flushers = new WeakMap<Db, Flusher>();

/** The one flusher of a database. */
export function flusherOf(db: Db): Flusher {
  const flusher = flushers.get(db) ?? new Flusher(db);
  flushers.set(db, flusher);
  return flusher;
}

/** Resolves when everything that has committed is on the disk. */
export async function waitForDisk(db: Db): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(flushSql, [[], [], []]));
}
