import { type ChainedEntry, type ChainHead, hashChained, hashContent } from './entry.ts';

/**
 * What was done to a chain.
 *
 * - `changed`: the content of an entry is not what was written.
 * - `replaced`: a whole entry stands in the place of another.
 * - `missing`: entries are gone.
 * - `moved`: an entry is not at its place: order changed, or something was put in before it.
 * - `cut`: entries at the end are gone.
 * - `head`: the head does not belong to the last entry.
 * - `rewritten`: the chain fits in itself but not what was sealed.
 */
export type FaultKind = 'changed' | 'replaced' | 'missing' | 'moved' | 'cut' | 'head' | 'rewritten';

/** The first thing that is wrong with a chain. */
export interface ChainFault {
  countyId: string;
  /** The entry that is concerned. */
  sequence: bigint;
  kind: FaultKind;
  /** For people, without the name of the chain. */
  message: string;
}

/** Checks one entry against the one before it; undefined where it follows. */
export function checkEntry(before: ChainHead, entry: ChainedEntry): ChainFault | undefined {
  const { countyId, sequence } = entry;
  const fault = (kind: FaultKind, at: bigint, message: string): ChainFault => ({
    countyId,
    sequence: at,
    kind,
    message,
  });
  const next = before.sequence + 1n;
  if (sequence !== next) {
    const gone = sequence - 1n > next ? `第 ${next} 至 ${sequence - 1n} 条` : `第 ${next} 条`;
    return fault('missing', next, `${gone}缺失，第 ${before.sequence} 条之后直接是第 ${sequence} 条。`);
  }
  if (hashContent(entry) !== entry.contentHash) {
    return fault('changed', sequence, `第 ${sequence} 条的内容与写入时不一致，已被改动。`);
  }
  if (hashChained(entry, entry.contentHash) !== entry.hash) {
    return fault('moved', sequence, `第 ${sequence} 条不在写入时的位置：顺序被调换，或在它前面插入了记录。`);
  }
  if (entry.previousHash !== before.hash) {
    // What this entry says of the one before it is under its own hash, so that the one before is not the one it was.
    return sequence === 1n
      ? fault('replaced', 1n, '第 1 条不是这条链的开头，开头的记录被替换。')
      : fault('replaced', before.sequence, `第 ${before.sequence} 条被整条替换，与第 ${sequence} 条记下的不一致。`);
  }
  return undefined;
}
