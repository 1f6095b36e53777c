import type { Passage } from '../narrative.ts';
import type { Quantity } from '../text/quantities.ts';
import type { Claim } from './claims.ts';
import type { Mention } from './mentions.ts';
import { isPublishedTotal } from './published.ts';

/** A change against the year before: 较上年增长25%, 同比减少3件. */
export interface Change {
  /** The percentage, the multiple or the number of cases. */
  amount: Quantity;
  /** 1 for more, -1 for fewer. */
  direction: 1 | -1;
  /** The count that changed. */
  of: Claim;
  /** What it is tied to; undefined when no table counts it. */
  mention: Mention | undefined;
  /** It is the total of information published. */
  isPublished: boolean;
  /** From the count to the change. */
  start: number;
  end: number;
}

const more = '增加|增长|上升|提高|提升|上涨|增|多';
const fewer = '减少|下降|降低|下滑|减|少';
const compared = new RegExp(
  `(?:同比|(?:较|比|与|同)(?:上|去)(?:一)?年度?(?:同期)?(?:相比)?|(?:较|比|与)(20\\d\\d)年度?(?:同期)?(?:相比)?)[^，。；\\d]{0,6}?(${more}|${fewer})(?:了|约|达|近|为)*$`,
);
const goesOn = new RegExp(`^[，、]?(?:同比)?(${more}|${fewer}|增幅|降幅|增长率|增幅为|降幅为)(?:了|约|达|近|为)*$`);
const plain = new RegExp(
  `(?:同比|(?:较|比|与)(?:上|去)(?:一)?年度?(?:同期)?(?:相比)?，?)(${more}|${fewer})(?:了|约|达|近|为)*$`,
);

/** The changes a passage tells of counts in the same sentence. */
export function listChanges(passage: Passage, year: number | null): Change[] {
  const changes: Change[] = [];
  const { text } = passage.folded;
  for (const amount of passage.numbers.quantities) {
    if (amount.kind !== 'share' && amount.kind !== 'count' && amount.kind !== 'times') continue;
    const before = text.slice(Math.max(0, amount.start - 24), amount.start);
    const last = changes.at(-1);
    const chained = last && last.end <= amount.start ? goesOn.exec(text.slice(last.end, amount.start)) : null;
    const match = chained ?? plain.exec(before) ?? compared.exec(before);
    if (!match) continue;
    const named = chained ? undefined : match[1] && /^20/.test(match[1]) ? Number(match[1]) : undefined;
    if (named !== undefined && named !== (year ?? 0) - 1) continue;
    const word = chained ? match[1] : match.at(-1);
    const direction = new RegExp(`^(?:${fewer}|降幅)`).test(word ?? '') ? -1 : 1;
    const of = chained ? last?.of : findChanged(passage, amount, chained ? 0 : match[0].length);
    if (!of) continue;
    changes.push({
      amount,
      direction,
      of,
      mention: passage.mentions.find((mention) => mention.start === of.quantity.start),
      isPublished: isPublishedTotal(of, year),
      start: of.quantity.start,
      end: amount.end,
    });
  }
  return changes;
}

/** The count right before the words of change, in the same sentence. */
function findChanged(passage: Passage, amount: Quantity, words: number): Claim | undefined {
  const at = amount.start - words;
  const claim = passage.claims.findLast(({ quantity }) => quantity.end <= at);
  if (!claim || amount.start > claim.sentence.end) return undefined;
  const gap = passage.folded.text.slice(claim.quantity.end, at);
  return gap.length <= 24 && !/[；]/.test(gap) ? claim : undefined;
}
