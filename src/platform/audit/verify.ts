import type { Db } from '../db/index.ts';
import { type ChainFault, checkEntry } from './check-chain.ts';
import { type ChainHead, emptyChain } from './entry.ts';
import type { Seal } from './seals.ts';
import { findHead, listChains, onSnapshot, streamEntries } from './stream.ts';

/** What verifying one chain came to. */
export interface VerifiedChain {
  countyId: string;
  /** How many entries there are and fit, up to the first fault. */
  entries: bigint;
  /** How many seals were compared. */
  seals: number;
  /** The first thing that is wrong; absent when all is as it was written. */
  fault?: ChainFault;
}

export interface VerifyOptions {
  /** Only these chains. */
  counties?: readonly string[];
  /** Seals by county, in the order of their sequence, their signatures checked. */
  seals?: ReadonlyMap<string, readonly Seal[]>;
  /** Told now and then how many entries have been read. */
  onProgress?(entries: bigint): void;
}

/** Recomputes every chain from its first entry on, on one view of the database, with little memory. */
export async function verifyAudit(db: Db, options: VerifyOptions = {}): Promise<VerifiedChain[]> {
  return onSnapshot(db, async (trx) => {
    const chains = new Set(options.counties ?? [...(await listChains(trx)), ...(options.seals?.keys() ?? [])]);
    const verified: VerifiedChain[] = [];
    for (const countyId of chains) verified.push(await verifyChain(trx, countyId, options));
    return verified;
  });
}

async function verifyChain(db: Db, countyId: string, { seals, onProgress }: VerifyOptions): Promise<VerifiedChain> {
  const open = [...(seals?.get(countyId) ?? [])];
  const result: VerifiedChain = { countyId, entries: 0n, seals: 0 };
  let last: ChainHead = emptyChain;
  for await (const entry of streamEntries(db, countyId)) {
    const fault = checkEntry(last, entry);
    if (fault) return { ...result, fault };
    for (; open[0]?.sequence === entry.sequence; open.shift()) {
      if (open[0].hash !== entry.hash) return { ...result, fault: rewritten(open[0]) };
      result.seals += 1;
    }
    last = { sequence: entry.sequence, hash: entry.hash };
    result.entries += 1n;
    if (entry.sequence % 50_000n === 0n) onProgress?.(entry.sequence);
  }
  const [beyond] = open;
  const fault = checkEnd(countyId, last, await findHead(db, countyId), beyond);
  return fault ? { ...result, fault } : result;
}

function checkEnd(countyId: string, last: ChainHead, head = emptyChain, beyond?: Seal): ChainFault | undefined {
  const gone = last.sequence + 1n;
  const cut = (message: string): ChainFault => ({ countyId, sequence: gone, kind: 'cut', message });
  const existing = last.sequence === 0n ? '一条也没有' : `只到第 ${last.sequence} 条`;
  if (head.sequence > last.sequence) {
    return cut(`末尾被删除：已写到第 ${head.sequence} 条，现存${existing}，从第 ${gone} 条起缺失。`);
  }
  if (head.sequence !== last.sequence || head.hash !== last.hash) {
    const message = `链头与最后一条（第 ${last.sequence} 条）不符：链头被改动，或有记录绕过系统写入。`;
    return { countyId, sequence: last.sequence, kind: 'head', message };
  }
  if (beyond) {
    return cut(
      `末尾被删除：${dayOf(beyond.at)}的封条证明已有第 ${beyond.sequence} 条，现存${existing}，从第 ${gone} 条起缺失。${restored}`,
    );
  }
  return undefined;
}

const rewritten = ({ countyId, sequence, at }: Seal): ChainFault => ({
  countyId,
  sequence,
  kind: 'rewritten',
  message: `第 ${sequence} 条与${dayOf(at)}的封条不符：这一条或它之前的记录被整体改写。${restored}`,
});

/** What honest reason there may be. */
const restored = '如果此后从较早的备份恢复过，请与恢复的时间核对。';

/** The day in China, as people write it. */
const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(at);
