import { failure, type Result, success } from '../../kernel/result.ts';
import {
  readPublicPem,
  type Sm2PrivateKey,
  type Sm2PublicKey,
  signSm2,
  startSm3,
  verifySm2,
  writePublicPem,
} from '../crypto/index.ts';
import type { Db } from '../db/index.ts';
import { type ChainFault, checkEntry } from './check-chain.ts';
import type { ChainedEntry, ChainHead } from './entry.ts';
import { findRange } from './range.ts';
import { listChains, onSnapshot, streamEntries } from './stream.ts';

// An extract is JSON Lines in UTF-8: a header, for each chain one line and then its entries, and at the end a
// signature over all bytes before it. It can be checked with nothing but itself and the public key.

const format = 'gongkai.audit-extract/1';

interface Header {
  extract: typeof format;
  /** When it was made. */
  at: string;
  /** The days asked for, if any. */
  from?: string;
  to?: string;
  publicKey: string;
}

interface ChainLine {
  chain: string;
  /** What people call it. */
  name: string;
  first: string;
  previousHash: string;
}

type EntryLine = { entry: Omit<ChainedEntry, 'sequence'> & { sequence: string } };

interface EndLine {
  end: { chains: number; entries: number; digest: string };
  /** SM2 with SM3 over the JSON of `end`, DER in base64. */
  signature: string;
}

export interface ExtractOptions {
  key: Sm2PrivateKey;
  now: Date;
  /** Only what was done from this instant on. */
  from?: Date;
  /** Only what was done before this instant. */
  to?: Date;
  /** Only these chains. */
  counties?: readonly string[];
  /** What people call the chains. */
  nameOf?(countyId: string): string;
  write(line: string): Promise<void>;
}

/** Writes an extract line by line; of each chain a part without gaps. The value is how many entries it has. */
export async function writeExtract(db: Db, options: ExtractOptions): Promise<number> {
  const { key, now, from, to, counties, nameOf = (id) => id } = options;
  const digest = startSm3();
  const send = (value: Header | ChainLine | EntryLine): Promise<void> => {
    const line = `${JSON.stringify(value)}\n`;
    digest.update(line);
    return options.write(line);
  };
  return onSnapshot(db, async (trx) => {
    await send({
      extract: format,
      at: now.toISOString(),
      ...(from ? { from: from.toISOString() } : {}),
      ...(to ? { to: to.toISOString() } : {}),
      publicKey: writePublicPem(key.publicKey),
    });
    let chains = 0;
    let entries = 0;
    for (const countyId of counties ?? (await listChains(trx))) {
      const range = await findRange(trx, countyId, { ...(from ? { from } : {}), ...(to ? { to } : {}) });
      if (!range) continue;
      chains += 1;
      for await (const entry of streamEntries(trx, countyId, range)) {
        const { sequence, previousHash } = entry;
        if (sequence === range.first) {
          await send({ chain: countyId, name: nameOf(countyId), first: sequence.toString(), previousHash });
        }
        await send({ entry: { ...entry, sequence: sequence.toString() } });
        entries += 1;
      }
    }
    const end: EndLine['end'] = { chains, entries, digest: digest.digest('hex') };
    const signature = signSm2(JSON.stringify(end), key).toString('base64');
    await options.write(`${JSON.stringify({ end, signature } satisfies EndLine)}\n`);
    return entries;
  });
}

/** What an extract says of itself, once it has been checked. */
export interface CheckedExtract {
  at: Date;
  /** The key it was signed with. */
  publicKey: Sm2PublicKey;
  entries: number;
  chains: { countyId: string; name: string; first: bigint; last: bigint }[];
}

/**
 * Checks an extract with nothing but itself: every entry, every chain, the signature.
 *
 * @param trusted the key it must be signed with; without it, whoever reads compares the fingerprint
 * @returns a refusal with the code `not-an-extract` when it is something else, and with `extract-broken`
 *   when something in it is not as it was written
 */
export async function checkExtract(
  lines: AsyncIterable<string>,
  trusted?: Sm2PublicKey,
): Promise<Result<CheckedExtract>> {
  const digest = startSm3();
  const checker = new ExtractChecker();
  for await (const line of lines) {
    if (checker.isEnded) return broken('签名之后还有内容');
    const value = parse(line);
    if (!checker.header && value?.extract !== format) {
      return failure('not-an-extract', '这不是审计记录的导出文件，请核对文件名。');
    }
    if (!value) return broken(`第 ${checker.lines + 1} 行不完整`);
    const fault = 'end' in value ? checker.end(value, digest.digest('hex')) : checker.take(value);
    if (fault !== undefined) return broken(fault);
    if (!checker.isEnded) digest.update(`${line}\n`);
  }
  if (!checker.header) return failure('not-an-extract', '文件是空的，请核对文件名。');
  if (!checker.isEnded) return broken('文件不完整，末尾的签名缺失');
  if (trusted && !trusted.equals(checker.header.publicKey)) {
    return broken('签名所用的密钥不是指定的公钥，文件不是由该单位的系统导出的');
  }
  return success(checker.result());
}

const broken = (what: string) => failure('extract-broken', `${what.replace(/。$/, '')}。文件不可采信。`);

// biome-ignore lint/suspicious/noExplicitAny: a line from outside, whose shape is looked at piece by piece
function parse(line: string): any {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the lines one after the other; gives a sentence for the first that is wrong. */
class ExtractChecker {
  header: { at: Date; publicKey: Sm2PublicKey } | undefined;
  isEnded = false;
  lines = 0;
  #entries = 0;
  #chains: CheckedExtract['chains'] = [];
  #last: ChainHead | undefined;

  take(value: Partial<Header & ChainLine & EntryLine>): string | undefined {
    this.lines += 1;
    if (!this.header) {
      const key = readPublicPem(String(value.publicKey));
      if (!key.ok) return '文件中的公钥无效';
      this.header = { at: new Date(String(value.at)), publicKey: key.value };
      return undefined;
    }
    if (typeof value.chain === 'string') return this.#startChain(value as ChainLine);
    return value.entry ? this.#takeEntry(value as EntryLine) : `第 ${this.lines} 行无法识别`;
  }

  #startChain({ chain, name, first, previousHash }: ChainLine): string | undefined {
    if (!/^[1-9]\d{0,18}$/.test(first)) return `第 ${this.lines} 行无法识别`;
    const before = BigInt(first) - 1n;
    this.#chains.push({ countyId: chain, name: String(name), first: BigInt(first), last: before });
    this.#last = { sequence: before, hash: String(previousHash) };
    return undefined;
  }

  #takeEntry({ entry }: EntryLine): string | undefined {
    const chain = this.#chains.at(-1);
    const isShaped = typeof entry === 'object' && /^[1-9]\d{0,18}$/.test(String(entry.sequence));
    if (!chain || !this.#last || !isShaped) return `第 ${this.lines} 行无法识别`;
    const chained: ChainedEntry = { ...entry, countyId: chain.countyId, sequence: BigInt(entry.sequence) };
    const fault: ChainFault | undefined = checkEntry(this.#last, chained);
    if (fault) return `${chain.name}：${fault.message}`;
    this.#last = { sequence: chained.sequence, hash: chained.hash };
    chain.last = chained.sequence;
    this.#entries += 1;
    return undefined;
  }

  end({ end, signature }: EndLine, digest: string): string | undefined {
    this.isEnded = true;
    if (!this.header) return '文件的开头缺失';
    const isSigned = verifySm2(JSON.stringify(end), Buffer.from(String(signature), 'base64'), this.header.publicKey);
    if (!isSigned) return '签名无效';
    const isWhole = end.digest === digest && end.entries === this.#entries && end.chains === this.#chains.length;
    return isWhole ? undefined : '内容与签名不符，签名之后被改动';
  }

  result(): CheckedExtract {
    if (!this.header) throw new Error('there is no header');
    return { ...this.header, entries: this.#entries, chains: this.#chains };
  }
}
