import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Db } from '../db/index.ts';
import { type ChainedEntry, type ChainHead, type EntryContent, hashChained, hashContent } from './entry.ts';
import { flusherOf } from './flush.ts';

/** A transaction that is going to append. */
export interface Turn {
  /** What begins the transaction. */
  begin: string;
  /** Puts entries at the end of the chain and commits: the last thing the transaction does. */
  append(entries: readonly EntryContent[], client: pg.ClientBase): Promise<void>;
}

/** What the trigger on `audit_entry` says of an entry that is not the next of its chain. */
const notTheNext = 'GK001';

/** Entries in their places, ready to be sent. */
interface Chained {
  sql: string;
  /** The head that follows them. */
  head: ChainHead;
}

/** One append among those of this process, each of which waits for the one before. */
interface Link {
  /** The head as it will be, told before it is: the next one gets ready meanwhile. Undefined: nobody knows. */
  head: Promise<ChainHead | undefined>;
  /** The head as it is when the append has ended, undefined when it came to nothing. Never an error. */
  ended: Promise<ChainHead | undefined>;
  /** Number of the lock that its transaction holds until it has ended; absent when nobody else was writing. */
  ticket?: number;
}

/** The first number of the locks by which transactions of this process wait for each other in the database. */
const ticketSpace = 0x676b;

/**
 * One chain as this process writes it.
 *
 * Whoever appends locks the head until the commit, so how long that takes decides how many can write in a
 * second. Four things keep it short. The head is not asked for but supposed, from what this process appended
 * last; where another process appended since, the database refuses and the head is asked for. Entries and
 * commit go to the server in one message. That message is sent before the append it follows has ended: it
 * waits in the database, for a lock that the other transaction has held since it began, and not here. And
 * where several write at once, the commit does not wait for the disk: they wait afterwards, together.
 */
class Chain {
  readonly #db: Db;
  readonly #countyId: string;
  #writers = 0;
  #last: Link = { head: Promise.resolve(undefined), ended: Promise.resolve(undefined) };
  // Begins anywhere, so that processes are unlikely to wait for each other's.
  #ticket = randomInt(2 ** 31);

  constructor(db: Db, countyId: string) {
    this.#db = db;
    this.#countyId = countyId;
  }

  /** Runs a transaction that appends once, and resolves when what it wrote is on the disk. */
  async run<T>(transaction: (turn: Turn) => Promise<T>): Promise<T> {
    let unflushed: ChainHead | undefined;
    this.#writers += 1;
    const ticket = this.#writers > 1 ? this.#nextTicket() : undefined;
    try {
      const value = await transaction({
        begin: ticket === undefined ? 'BEGIN' : `BEGIN; SELECT pg_advisory_xact_lock(${ticketSpace}, ${ticket})`,
        append: async (entries, client) => {
          const flushLater = this.#writers > 1;
          const head = await this.#append(entries, flushLater, client, ticket);
          if (flushLater) unflushed = head;
        },
      });
      if (unflushed) await flusherOf(this.#db).flush({ countyId: this.#countyId, ...unflushed });
      return value;
    } finally {
      this.#writers -= 1;
    }
  }

  #nextTicket(): number {
    this.#ticket = (this.#ticket + 1) % 2 ** 31;
    return this.#ticket;
  }

  #append(
    entries: readonly EntryContent[],
    flushLater: boolean,
    client: pg.ClientBase,
    ticket: number | undefined,
  ): Promise<ChainHead> {
    const hashed = entries.map((entry) => ({ entry, contentHash: hashContent(entry) }));
    const before = this.#last;
    const { promise: head, resolve: tellHead } = Promise.withResolvers<ChainHead | undefined>();
    const chain = (after: ChainHead): Chained => {
      const chained = this.#chain(hashed, after);
      tellHead(chained.head);
      return chained;
    };
    const append = async (): Promise<ChainHead> => {
      const supposed = before.ticket === undefined ? await before.ended : await before.head;
      if (supposed) {
        const chained = chain(supposed);
        if (await sendSupposed(client, chained.sql, flushLater, before.ticket)) return chained.head;
      }
      // Not before all that was sent has come to its end.
      await before.ended;
      const { rows } = await client.query('SELECT sequence, hash FROM audit_lock($1)', [this.#countyId]);
      const { sequence, hash } = rows[0] as { sequence: string; hash: Buffer };
      const chained = chain({ sequence: BigInt(sequence), hash: hash.toString('hex') });
      await client.query(`${chained.sql}; ${commit(flushLater)}`);
      return chained.head;
    };
    const appended = append();
    const ended = appended.catch(() => undefined).finally(() => tellHead(undefined));
    this.#last = { head, ended, ...(ticket === undefined ? {} : { ticket }) };
    return appended;
  }

  #chain(entries: readonly HashedEntry[], after: ChainHead): Chained {
    let head = after;
    const rows = entries.map(({ entry, contentHash }) => {
      const place = { countyId: this.#countyId, sequence: head.sequence + 1n, previousHash: head.hash };
      head = { sequence: place.sequence, hash: hashChained(place, contentHash) };
      return rowOf({ ...entry, ...place, contentHash, hash: head.hash });
    });
    return { sql: `INSERT INTO audit_entry VALUES ${rows.join(', ')}`, head };
  }
}

/** Appends what follows a supposed head, and commits; false, and nothing done, when the head is another one. */
async function sendSupposed(
  client: pg.ClientBase,
  sql: string,
  flushLater: boolean,
  before: number | undefined,
): Promise<boolean> {
  const wait = before === undefined ? '' : `SELECT pg_advisory_xact_lock_shared(${ticketSpace}, ${before}); `;
  try {
    await client.query(`${wait}SAVEPOINT audit; ${sql}; ${commit(flushLater)}`);
    return true;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== notTheNext) throw error;
    await client.query('ROLLBACK TO SAVEPOINT audit');
    return false;
  }
}

interface HashedEntry {
  entry: EntryContent;
  contentHash: string;
}

/** The end of the message. */
const commit = (flushLater: boolean): string => `${flushLater ? 'SET LOCAL synchronous_commit = off; ' : ''}COMMIT`;

/** An entry as the values of a row, in the order of the columns; several statements in one message take no parameters. */
function rowOf(entry: ChainedEntry): string {
  const { at, personId, personName, behalfId, behalfName, action, recordKind, recordId, recordLabel } = entry;
  const values = [
    literal(entry.countyId),
    entry.sequence,
    literal(at),
    ...[personId, personName, behalfId, behalfName, action, recordKind, recordId, recordLabel].map(literal),
    ...[entry.organId, entry.origin, entry.before, entry.after].map(literal),
    ...[entry.contentHash, entry.previousHash, entry.hash].map((hash) => `'\\x${hash}'`),
  ];
  return `(${values.join(',')})`;
}

const literal = (value: string | null): string => (value === null ? 'NULL' : pg.escapeLiteral(value));

const chains = new WeakMap<Db, Map<string, Chain>>();

/** The chain of a county in this database. */
export function chainOf(db: Db, countyId: string): Chain {
  const known = chains.get(db) ?? new Map<string, Chain>();
  chains.set(db, known);
  const chain = known.get(countyId) ?? new Chain(db, countyId);
  known.set(countyId, chain);
  return chain;
}
