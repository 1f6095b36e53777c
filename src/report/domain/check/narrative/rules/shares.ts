import type { Rule, RuleFinding } from '../../rule.ts';
import { type Passage, quoteAround, readNarrative } from '../narrative.ts';
import type { Quantity } from '../text/quantities.ts';
import { type Claim, claimsBetween } from '../ties/claims.ts';

/**
 * Whether a percentage is what two counts give. Rounded and cut off are both right: 5 of 12 is
 * 41.67 %, written 41.7 %, 42 % or 41 %.
 */
export function isShareOf(
  { value, step, precision }: Pick<Quantity, 'value' | 'step' | 'precision'>,
  ratio: number,
): boolean {
  const share = ratio * 100;
  if (precision === 'atLeast') return share >= value - step;
  if (precision === 'atMost') return share <= value + step;
  const slack = precision === 'exact' ? step : Math.max(step, 2);
  return Math.abs(share - value) < slack + 1e-9;
}

const shareOf: Rule = {
  id: 'NAR-SHARE',
  severity: 'warning',
  title: '占比与件数不符',
  formula: '正文“某项a件，占x%”：a ÷ 同一段写出的总数 = x%（四舍五入或者截尾均可）；“办结率x%”：办结 ÷ 收到 = x%',
  source: '国办公开办函〔2021〕30号（数据准确）；算术',
  *check(context) {
    for (const passage of readNarrative(context.report).sections) {
      for (const share of passage.numbers.quantities) {
        if (share.kind !== 'share' || share.precision === 'range') continue;
        const finding = checkShare(passage, share) ?? checkRate(passage, share);
        if (finding) yield finding;
      }
    }
  },
};

const shareWords =
  /^[，、（]?(?:约)?(?:占)(?:比|总数|总量|总件数|全部|申请总数|申请总量|信息总数|公开总数|比例|比重)?(?:的|为|达|达到|：)*$/;

/** The total a share is of stands no further from it than this. */
const reach = 1_500;

function checkShare(passage: Passage, share: Quantity): RuleFinding | undefined {
  const { text } = passage.folded;
  const part = claimsBetween(passage.claims, share.start - 60, share.start).at(-1);
  if (!part || share.start - part.quantity.end > 12) return undefined;
  if (!shareWords.test(text.slice(part.quantity.end, share.start))) return undefined;
  const { quantity, sentence } = part;
  const told = claimsBetween(passage.claims, quantity.start - reach, quantity.end + reach).filter(
    (claim) =>
      claim.sentence.line === sentence.line && claim.quantity.unit === quantity.unit && claim.quantity.value > 0,
  );
  if (told.some((claim) => isShareOf(share, quantity.value / claim.quantity.value))) return undefined;
  const sum = told
    .filter((claim) => claim.sentence === sentence)
    .reduce((total, claim) => total + claim.quantity.value, 0);
  if (sum > 0 && isShareOf(share, quantity.value / sum)) return undefined;
  const whole = told.findLast((claim) => claim.quantity.end < quantity.start && isWhole(claim));
  if (whole?.quantity.precision !== 'exact' || quantity.precision !== 'exact') return undefined;
  if (sentence.start - whole.sentence.end > 1 || quantity.value > whole.quantity.value) return undefined;
  const exact = (quantity.value / whole.quantity.value) * 100;
  return {
    paths: [passage.path],
    message:
      `${passage.name}写“${quoteAround(passage, quantity.start, share.end)}”，` +
      `按总数 ${whole.quantity.source} 计算应为 ${round(exact)}%。`,
    expected: `${quantity.value} ÷ ${whole.quantity.value} = ${round(exact)}%`,
    found: share.source,
  };
}

const isWhole = ({ near }: Claim) => /共|总|合计|累计|收到|新收|受理|办结|答复|公开|发布/.test(near);

const rateWords = /(?:总?办结率|办复率|答复率)(?:均|都)?(?:为|达|达到|：)*$/;

/** 收到20件，办结18件，办结率90%. Rates of what was done in time are another matter. */
function checkRate(passage: Passage, share: Quantity): RuleFinding | undefined {
  const { text } = passage.folded;
  const before = text.slice(Math.max(0, share.start - 12), share.start);
  if (!rateWords.test(before) || /按[时期]|及时|依法|规定/.test(before)) return undefined;
  const sentence = passage.sentences.find(({ start, end }) => share.start >= start && share.start < end);
  const told = passage.mentions.filter(
    (mention) => mention.sentence === sentence && mention.end <= share.start && mention.precision === 'exact',
  );
  const find = (...ids: string[]) => told.filter(({ subject }) => ids.includes(subject.id));
  const [handled, ...more] = find('handled');
  const [received, ...others] = find('newlyReceived', 'received', 'receivedWithCarriedIn');
  if (!handled || !received || more.length > 0 || others.length > 0 || received.value === 0) return undefined;
  const [carriedIn] = find('carriedIn');
  const bases = [received.value, received.value + (carriedIn?.value ?? 0)];
  if (bases.some((base) => isShareOf(share, handled.value / base))) return undefined;
  // What was carried out was not yet due: 100 % of the rest is no contradiction.
  if (
    share.value === 100 &&
    (find('carriedOut').length > 0 || /结转|正在办理|尚在/.test(text.slice(sentence?.start, sentence?.end)))
  ) {
    return undefined;
  }
  const base = bases.at(-1) as number;
  const exact = round((handled.value / base) * 100);
  return {
    paths: [passage.path],
    message: `${passage.name}写“${quoteAround(passage, received.start, share.end, 60)}”，按办结 ${handled.value} 件、收到 ${base} 件计算应为 ${exact}%。`,
    expected: `${handled.value} ÷ ${base} = ${exact}%`,
    found: share.source,
  };
}

const round = (value: number) => Number(value.toFixed(2));

/** Rules on percentages of what the text itself counts. */
export const shareRules: readonly Rule[] = [shareOf];
