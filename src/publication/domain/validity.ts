import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import type { Validity } from './item.ts';

/** What another document that is public does to this one, and from which day. */
export interface Effect {
  kind: 'repeals' | 'amends';
  since: PlainDate;
}

/** What 有效性 follows from. */
export interface ValidityFacts {
  /** 成文日期 or the first publication. */
  publishedOn: PlainDate;
  /** 有效期: the last day in force. */
  validUntil?: PlainDate | undefined;
  effects: readonly Effect[];
  /** What the yearly cleaning decided, from which day (宣布失效, 废止). */
  declared?: { validity: 'repealed' | 'expired'; since: PlainDate } | undefined;
}

/**
 * 有效性 of a document on a day, and since when. It is computed anew whenever something changes, so that the withdrawal
 * of a repealing document makes the older one what it was. 废止 goes before 失效, 失效 before 已修改; of two days the
 * earlier counts.
 *
 * @example repealed by a document in force from 2026-04-01, on 2026-03-31: { validity: 'valid' }; on 2026-04-01: 'repealed'
 * @example validUntil 2026-03-31, on 2026-04-01: { validity: 'expired', since: '2026-04-01' }
 */
export function validityOn(
  { publishedOn, validUntil, effects, declared }: ValidityFacts,
  day: PlainDate,
): { validity: Validity; since: PlainDate } {
  const begun = effects.filter(({ since }) => since <= day);
  const earliest = (days: readonly PlainDate[]) => [...days].sort()[0];
  const stated = declared && declared.since <= day ? declared : undefined;
  const repealed = earliest([
    ...begun.filter(({ kind }) => kind === 'repeals').map(({ since }) => since),
    ...(stated?.validity === 'repealed' ? [stated.since] : []),
  ]);
  if (repealed) return { validity: 'repealed', since: repealed };
  const expired = earliest([
    ...(validUntil !== undefined && validUntil < day ? [addDays(validUntil, 1)] : []),
    ...(stated?.validity === 'expired' ? [stated.since] : []),
  ]);
  if (expired) return { validity: 'expired', since: expired };
  const amended = begun.filter(({ kind }) => kind === 'amends').map(({ since }) => since);
  const latest = [...amended].sort().at(-1);
  return latest ? { validity: 'amended', since: latest } : { validity: 'valid', since: publishedOn };
}
