import { sm3 } from '../crypto/index.ts';

/** An entry of the audit as it is kept, before it has its place in the chain. Absent is null. */
export interface EntryContent {
  /** UTC with six digits after the second, e.g. `2026-11-20T02:00:00.000000Z`. */
  at: string;
  personId: string | null;
  personName: string;
  behalfId: string | null;
  behalfName: string | null;
  action: string;
  recordKind: string;
  recordId: string;
  recordLabel: string;
  organId: string | null;
  origin: string;
  /** JSON, to the letter as it is in the database. */
  before: string | null;
  after: string | null;
}

/** Where an entry stands in which chain. Hashes are 32 bytes in hexadecimal. */
export interface ChainPlace {
  countyId: string;
  /** From 1 on. */
  sequence: bigint;
  previousHash: string;
}

/** An entry in its chain, with everything that can be checked. */
export interface ChainedEntry extends EntryContent, ChainPlace {
  contentHash: string;
  hash: string;
}

/** The last entry of a chain. */
export interface ChainHead {
  /** 0 before the first entry. */
  sequence: bigint;
  hash: string;
}

/** The head of a chain without an entry. */
export const emptyChain: ChainHead = { sequence: 0n, hash: '00'.repeat(32) };

/**
 * SM3 over the content of an entry: over the JSON array (RFC 8259, without spaces, in UTF-8) of the word
 * `gongkai.audit/1` and the fields in this order. Of the same content there is only one such text.
 */
export function hashContent(entry: EntryContent): string {
  const { at, personId, personName, behalfId, behalfName, action } = entry;
  const { recordKind, recordId, recordLabel, organId, origin, before, after } = entry;
  const fields = [at, personId, personName, behalfId, behalfName, action, recordKind, recordId, recordLabel];
  return sm3(JSON.stringify(['gongkai.audit/1', ...fields, organId, origin, before, after])).toString('hex');
}

/** SM3 over the place of an entry and its content: over county, sequence, previous hash, content hash, one a line. */
export function hashChained({ countyId, sequence, previousHash }: ChainPlace, contentHash: string): string {
  return sm3(`${countyId}\n${sequence}\n${previousHash}\n${contentHash}\n`).toString('hex');
}

/** An instant as it stands in an entry. */
export const entryTime = (at: Date): string => at.toISOString().replace('Z', '000Z');
