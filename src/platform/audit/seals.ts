import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Sm2PrivateKey, type Sm2PublicKey, signSm2, verifySm2 } from '../crypto/index.ts';
import type { Db } from '../db/index.ts';
import type { ChainHead } from './entry.ts';
import { waitForDisk } from './flush.ts';
import { findHead, listChains } from './stream.ts';

/** Proof that a chain had come to this entry at this time: whoever rewrites the chain cannot make it anew. */
export interface Seal extends ChainHead {
  countyId: string;
  at: Date;
}

/** A seal as it is written: one line of JSON. */
interface SealLine {
  seal: typeof format;
  county: string;
  sequence: string;
  /** In hexadecimal. */
  hash: string;
  at: string;
  /** SM2 with SM3 over the JSON array of the five values above, DER in base64. */
  signature: string;
}

const format = 'gongkai.audit-seal/1';

const signedText = ({ seal, county, sequence, hash, at }: Omit<SealLine, 'signature'>): string =>
  JSON.stringify([seal, county, sequence, hash, at]);

/**
 * Seals every chain that has grown since its last seal, and adds the seals to a file. Copies of that file
 * belong where who can change the database cannot.
 *
 * @returns the new seals
 */
export async function sealChains(db: Db, key: Sm2PrivateKey, path: string, now: Date): Promise<Seal[]> {
  const known = await readSeals(path, key.publicKey);
  const seals: Seal[] = [];
  for (const countyId of await listChains(db)) {
    const head = await findHead(db, countyId);
    const last = known.seals.get(countyId)?.at(-1);
    if (head && head.sequence > 0n && head.sequence !== last?.sequence) seals.push({ countyId, at: now, ...head });
  }
  if (seals.length === 0) return seals;
  // What is sealed must not be lost in a crash.
  await waitForDisk(db);
  await appendLines(
    path,
    seals.map((seal) => writeSeal(seal, key)),
  );
  return seals;
}

function writeSeal({ countyId, sequence, hash, at }: Seal, key: Sm2PrivateKey): string {
  const line = { seal: format, county: countyId, sequence: sequence.toString(), hash, at: at.toISOString() } as const;
  return JSON.stringify({ ...line, signature: signSm2(signedText(line), key).toString('base64') } satisfies SealLine);
}

async function appendLines(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(1, '\n');
    if (size > 0) await file.read(end, 0, 1, size - 1);
    // A line that a crash cut off must not spoil the next one.
    await file.write(`${end.toString() === '\n' ? '' : '\n'}${lines.join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The seals in a file. */
export interface ReadSeals {
  /** Of each chain in the order of their sequence. */
  seals: Map<string, Seal[]>;
  /** The numbers of lines that are no seal, or are not signed with this key. */
  refused: number[];
}

/** Reads a file of seals; a file that is not there has none. */
export async function readSeals(path: string, publicKey: Sm2PublicKey): Promise<ReadSeals> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const seals = new Map<string, Seal[]>();
  const refused: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const seal = readSeal(line, publicKey);
    if (seal) seals.set(seal.countyId, [...(seals.get(seal.countyId) ?? []), seal]);
    else refused.push(at + 1);
  }
  for (const ofChain of seals.values()) ofChain.sort((a, b) => Number(a.sequence - b.sequence));
  return { seals, refused };
}

function readSeal(line: string, publicKey: Sm2PublicKey): Seal | undefined {
  let written: Partial<SealLine>;
  try {
    written = JSON.parse(line) as Partial<SealLine>;
  } catch {
    return undefined;
  }
  const { seal, county, sequence, hash, at, signature } = written ?? {};
  const isShaped =
    seal === format && [county, sequence, hash, at, signature].every((value) => typeof value === 'string');
  if (!isShaped || !/^\d{1,19}$/.test(sequence as string)) return undefined;
  const values = { seal, county, sequence, hash, at } as Omit<SealLine, 'signature'>;
  const isSigned = verifySm2(signedText(values), Buffer.from(signature as string, 'base64'), publicKey);
  return isSigned
    ? {
        countyId: values.county,
        sequence: BigInt(values.sequence),
        hash: values.hash,
        at: new Date(values.at),
      }
    : undefined;
}
