import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Db, Trx } from '../db/index.ts';
import { type ChainedEntry, type ChainHead, type EntryContent, hashChained, hashContent } from './entry.ts';
import { flusherOf } from './flush.ts';

/** Puts entries at the end of the chain and commits: the last thing a transaction does. */
export type Append = (entries: readonly EntryContent[], trx: Trx) => Promise<void>;

/** What the trigger on `audit_entry` says of an entry that is not the next of its chain. */
const notTheNext = 'GK001';

/**
 * One chain as this process writes it.
 *
 * Whoever appends locks the head until the commit, so how long that takes decides how many can write in a
 * second. Three things keep it short. The head is not asked for but supposed, from what this process
 * appended last; where another process appended since, the database refuses and the head is asked for.
 * Entries and commit go to the server in one message, so that the lock never waits for this process. And
 * where several write at once, the commit does not wait for the disk: they wait afterwards, together.
 */
class Chain {
  readonly #db: Db;
  readonly #countyId: string;
  #head: ChainHead | undefined;
  #writers = 0;
  /** Ends, never with an error, when the append under way does. */
  #appending: Promise<unknown> = Promise.resolve();

  constructor(db: Db, countyId: string) {
    this.#db = db;
    this.#countyId = countyId;
  }

  /** Runs a transaction that appends once, and resolves when what it wrote is on the disk. */
  async run<T>(transaction: (append: Append) => Promise<T>): Promise<T> {
    let unflushed: ChainHead | undefined;
    this.#writers += 1;
    try {
      const value = await transaction(async (entries, trx) => {
        const hashed = entries.map((entry) => ({ entry, contentHash: hashContent(entry) }));
        const flushLater = this.#writers > 1;
        const appended = this.#appending.then(() => this.#append(hashed, flushLater, trx));
        this.#appending = appended.catch(() => {});
        const head = await appended;
        if (flushLater) unflushed = head;
      });
      if (unflushed) await flusherOf(this.#db).flush({ countyId: this.#countyId, ...unflushed });
      return value;
    } finally {
      this.#writers -= 1;
    }
  }

  async #append(entries: readonly HashedEntry[], flushLater: boolean, trx: Trx): Promise<ChainHead> {
    const execute = (sql: string, parameters: unknown[] = []) => trx.executeQuery(CompiledQuery.raw(sql, parameters));
    const supposed = this.#head;
    // Until this one has ended nothing is known.
    this.#head = undefined;
    if (supposed) {
      const { head, sql } = this.#chain(entries, supposed);
      try {
        await execute(`SAVEPOINT audit; ${sql}; ${commit(flushLater)}`);
        this.#head = head;
        return head;
      } catch (error) {
        if (!(error instanceof pg.DatabaseError) || error.code !== notTheNext) throw error;
        await execute('ROLLBACK TO SAVEPOINT audit');
      }
    }
    const { rows } = await execute('SELECT sequence, hash FROM audit_lock($1)', [this.#countyId]);
    const { sequence, hash } = rows[0] as { sequence: string; hash: Buffer };
    const { head, sql } = this.#chain(entries, { sequence: BigInt(sequence), hash: hash.toString('hex') });
    await execute(`${sql}; ${commit(flushLater)}`);
    this.#head = head;
    return head;
  }

  /** The entries as they come after a head, the statement that inserts them, and the head that follows. */
  #chain(entries: readonly HashedEntry[], after: ChainHead): { sql: string; head: ChainHead } {
    let head = after;
    const rows = entries.map(({ entry, contentHash }) => {
      const place = { countyId: this.#countyId, sequence: head.sequence + 1n, previousHash: head.hash };
      head = { sequence: place.sequence, hash: hashChained(place, contentHash) };
      return rowOf({ ...entry, ...place, contentHash, hash: head.hash });
    });
    return { sql: `INSERT INTO audit_entry VALUES ${rows.join(', ')}`, head };
  }
}

interface HashedEntry {
  entry: EntryContent;
  contentHash: string;
}

/** The end of the message. */
const commit = (flushLater: boolean): string => `${flushLater ? 'SET LOCAL synchronous_commit = off; ' : ''}COMMIT`;

/** An entry as the values of a row, in the order of the columns of the table; several statements in one message take no parameters. */
function rowOf(entry: ChainedEntry): string {
  const { at, personId, personName, behalfId, behalfName, action, recordKind, recordId, recordLabel } = entry;
  const values = [
    entry.countyId,
    entry.sequence.toString(),
    ...[at, personId, personName, behalfId, behalfName, action, recordKind, recordId, recordLabel],
    ...[entry.organId, entry.origin, entry.before, entry.after],
    ...[entry.contentHash, entry.previousHash, entry.hash].map((hash) => `\\x${hash}`),
  ];
  return `(${values.map((value) => (value === null ? 'NULL' : pg.escapeLiteral(value))).join(', ')})`;
}

const chains = new WeakMap<Db, Map<string, Chain>>();

/** The chain of a county in this database. */
export function chainOf(db: Db, countyId: string): Chain {
  const known = chains.get(db) ?? new Map<string, Chain>();
  chains.set(db, known);
  const chain = known.get(countyId) ?? new Chain(db, countyId);
  known.set(countyId, chain);
  return chain;
}
