import type { Narrative, Passage } from '../narrative.ts';
import type { Quantity } from '../text/quantities.ts';
import type { Sentence } from '../text/sentences.ts';
import { findPeriod } from './periods.ts';

/**
 * What the narrative says about money taken. The fee for handling requests (信息处理费, 国办函〔2020〕109号)
 * is one of the 行政事业性收费 of table 二, which holds all of them.
 *
 * - `processing`: 信息处理费 collected.
 * - `notices`: notices to pay that fee.
 * - `administrative`: 行政事业性收费.
 * - `any`: fees of any kind.
 */
export interface FeeStatement {
  kind: 'processing' | 'notices' | 'administrative' | 'any';
  /** In 元, or the number of notices; 0 when the text says none. */
  value: number;
  /** The smallest difference the writing shows. */
  step: number;
  passage: Passage;
  start: number;
  end: number;
}

/** Every statement about fees of the report year. */
export function listFeeStatements({ sections }: Narrative, year: number | null): FeeStatement[] {
  return sections.flatMap((passage) => {
    const { text } = passage.folded;
    if (!text.includes('费')) return [];
    return passage.sentences.flatMap((sentence) => {
      const at = text.indexOf('费', sentence.start);
      if (at < 0 || at >= sentence.end) return [];
      const words = text.slice(sentence.start, sentence.end).replace(title, blot);
      const found = [...listDenied(words, sentence), ...listAmounts(words, sentence, passage.numbers.quantities)];
      return found
        .filter(
          ({ start }) =>
            findPeriod(words.slice(Math.max(0, start - sentence.start - 300), start - sentence.start), year) !==
            'another',
        )
        .map((statement) => ({ ...statement, passage }));
    });
  });
}

/** Names of rules speak of fees without saying that any was taken. */
const title = /《[^》]{0,80}》/g;
const blot = (words: string) => '※'.repeat(words.length);

type Found = Omit<FeeStatement, 'passage'>;

const denied: readonly (readonly [RegExp, FeeStatement['kind']])[] = [
  [
    /(?:未|没有?|无|零)[^，。；]{0,14}(?:收费通知|缴费通知)|(?:收费|缴费)通知书?(?:数量?|件数)?(?:为|：|共)?(?:0|零)(?![\d.])/,
    'notices',
  ],
  [
    /(?:未|没有?|无|不)[^，。；]{0,20}处理费(?!收费通知|通知)|处理费[^，。；\d]{0,16}(?:0(?:\.0+)?|零)(?:万?元|件|$)|处理费[^，。；]{0,8}(?:情况)?：?无$/,
    'processing',
  ],
  [
    /(?:未|没有?|无)[^，。；]{0,8}行政事业性收费|行政事业性收费[^，。；\d]{0,8}(?:0(?:\.0+)?|零)(?:万?元|$)/,
    'administrative',
  ],
];
const deniedAll =
  /(?:未|没有?|无)(?:收取|产生|发生|进行|有|存在|涉及)?(?:过)?(?:任何|其他任何|各种|各类|各项)?(?:的)?(?:收费|费用)(?:的)?(?:事项|项目|情况|行为|问题)?$/;
/** A fee of handling requests under another name, or a fault that did not occur. */
const ofRequests = /信息公开|依申请|申请|检索|复制|邮寄|成本/;
const faults = /违规|违法|乱收|不合理|减免|标准|依据/;

function listDenied(words: string, sentence: Sentence): Found[] {
  const found: Found[] = [];
  const add = (kind: FeeStatement['kind'], at: number, length: number) =>
    found.push({ kind, value: 0, step: 1, start: sentence.start + at, end: sentence.start + at + length });
  for (const [pattern, kind] of denied) {
    const match = pattern.exec(words);
    if (match && !faults.test(match[0])) add(kind, match.index, match[0].length);
  }
  let at = 0;
  for (const clause of words.split(/[，；]/)) {
    const match = deniedAll.exec(clause);
    if (match && !faults.test(clause)) {
      const isOfRequests = sentence.topic === 'requests' || ofRequests.test(words);
      add(isOfRequests ? 'processing' : 'any', at + match.index, match[0].length);
    }
    at += clause.length + 1;
  }
  return found;
}

function listAmounts(words: string, sentence: Sentence, quantities: readonly Quantity[]): Found[] {
  const found: Found[] = [];
  for (const quantity of quantities) {
    if (quantity.kind !== 'money' || quantity.start < sentence.start || quantity.end > sentence.end) continue;
    if (quantity.precision !== 'exact' || quantity.value === 0) continue;
    const at = quantity.start - sentence.start;
    const before = words.slice(Math.max(0, at - 120), at);
    const after = words.slice(quantity.end - sentence.start, quantity.end - sentence.start + 12);
    const kind = kindOfAmount(before, after);
    if (!kind) continue;
    const { value, step, start, end } = quantity;
    found.push({ kind, value, step, start, end });
  }
  return found;
}

function kindOfAmount(before: string, after: string): FeeStatement['kind'] | undefined {
  if (/减免|标准|每件|\/|罚|应收|总金额[^，。；]{0,3}$|返还|退/.test(before.slice(-10)) || /^(?:\/|每)/.test(after))
    return undefined;
  const near = before.slice(-24);
  if (/行政事业性收费[^，；\d]{0,12}$/.test(near) || /^(?:的)?行政事业性收费/.test(after)) return 'administrative';
  if (/处理费[^；\d]{0,12}$/.test(near) || /^(?:的)?(?:政府信息公开)?信息处理费/.test(after)) return 'processing';
  return /(?:实际收取|实收|实际收到)[^，；\d]{0,6}$/.test(near) && /处理费|收费通知/.test(before)
    ? 'processing'
    : undefined;
}
