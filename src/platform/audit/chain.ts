import type { Db } from '../db/index.ts';
import { type ChainedEntry, type ChainHead, type EntryContent, emptyChain, hashChained, hashContent } from './entry.ts';
import { flusherOf } from './flush.ts';

/** Runs one statement in the transaction of the change. */
type Execute = (sql: string, parameters: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** Puts entries at the end of the chain: the last thing a transaction does before it commits. */
export type Append = (entries: readonly EntryContent[], execute: Execute) => Promise<void>;

const appendSql = 'SELECT sequence, hash FROM audit_append($1, $2, $3, $4, $5)';

/**
 * One chain as this process writes it.
 *
 * The row of its head is locked from the append to the commit, so what happens in between decides how many
 * can write in a second. Two things keep it short. The head is not asked for but supposed, from what this
 * process appended last; only where another process appended since, a second attempt is needed. And where
 * several write at once, the commit does not wait for the disk: that is waited for afterwards, together.
 */
class Chain {
  readonly #db: Db;
  readonly #countyId: string;
  #supposed: ChainHead = emptyChain;
  #writers = 0;

  constructor(db: Db, countyId: string) {
    this.#db = db;
    this.#countyId = countyId;
  }

  /** Runs a transaction that appends once, and resolves when what it wrote is on the disk. */
  async run<T>(transaction: (append: Append) => Promise<T>): Promise<T> {
    let toFlush: ChainHead | undefined;
    this.#writers += 1;
    try {
      const value = await transaction(async (entries, execute) => {
        const flushLater = this.#writers > 1;
        const head = await this.#append(entries, flushLater, execute);
        if (flushLater) toFlush = head;
      });
      if (toFlush) await flusherOf(this.#db).flush({ countyId: this.#countyId, ...toFlush });
      return value;
    } finally {
      this.#writers -= 1;
    }
  }

  async #append(entries: readonly EntryContent[], flushLater: boolean, execute: Execute): Promise<ChainHead> {
    const hashed = entries.map((entry) => ({ entry, contentHash: hashContent(entry) }));
    let supposed = this.#supposed;
    for (;;) {
      const { rows, head } = this.#chain(hashed, supposed);
      // From here on the next writer supposes this one, though it has not committed; if nothing comes of it,
      // the database will say so.
      this.#supposed = head;
      const { rows: found } = await execute(appendSql, [
        this.#countyId,
        supposed.sequence.toString(),
        Buffer.from(supposed.hash, 'hex'),
        `[${rows.join(',')}]`,
        flushLater,
      ]);
      const actual = found[0] as { sequence: string; hash: Buffer } | undefined;
      if (!actual) return head;
      // Locked by this transaction now, so that the next attempt fits.
      supposed = { sequence: BigInt(actual.sequence), hash: actual.hash.toString('hex') };
    }
  }

  /** The entries as they come after a head, each as a row in JSON, and the head that follows. */
  #chain(entries: readonly HashedEntry[], after: ChainHead): { rows: string[]; head: ChainHead } {
    let head = after;
    const rows = entries.map(({ entry, contentHash }) => {
      const place = { countyId: this.#countyId, sequence: head.sequence + 1n, previousHash: head.hash };
      head = { sequence: place.sequence, hash: hashChained(place, contentHash) };
      return rowOf({ ...entry, ...place, contentHash, hash: head.hash });
    });
    return { rows, head };
  }
}

interface HashedEntry {
  entry: EntryContent;
  contentHash: string;
}

/** A row of `audit_entry` as the database reads it. What changed goes in as the very text that was hashed. */
function rowOf(entry: ChainedEntry): string {
  const row = {
    county_id: entry.countyId,
    sequence: entry.sequence.toString(),
    at: entry.at,
    person_id: entry.personId,
    person_name: entry.personName,
    behalf_id: entry.behalfId,
    behalf_name: entry.behalfName,
    action: entry.action,
    record_kind: entry.recordKind,
    record_id: entry.recordId,
    record_label: entry.recordLabel,
    organ_id: entry.organId,
    origin: entry.origin,
    content_hash: `\\x${entry.contentHash}`,
    previous_hash: `\\x${entry.previousHash}`,
    hash: `\\x${entry.hash}`,
  };
  const changes = `,"before":${entry.before ?? 'null'},"after":${entry.after ?? 'null'}}`;
  return `${JSON.stringify(row).slice(0, -1)}${changes}`;
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
