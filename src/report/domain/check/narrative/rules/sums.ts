import type { Rule, RuleFinding } from '../../rule.ts';
import { addUp, writeSum } from '../../tables/figures.ts';
import { span } from '../judgement.ts';
import { type Passage, quoteAround, readNarrative } from '../narrative.ts';
import { type Claim, claimsBetween } from '../ties/claims.ts';
import { type Enumeration, isChannel } from '../ties/enumerations.ts';

const source = '国办公开办函〔2021〕30号（数据准确）；算术';

const partTooLarge: Rule = {
  id: 'NAR-PART',
  severity: 'error',
  title: '“其中”大于总数',
  formula: '正文“总数，其中某项”：某项 ≤ 总数（同一单位；概数只提示）',
  source,
  *check(context) {
    for (const passage of readNarrative(context.report).passages) {
      for (const enumeration of passage.enumerations) {
        if (enumeration.kind === 'channels') continue;
        const [, most] = wholeSpan(passage, enumeration.whole);
        const part = enumeration.parts.find(({ quantity }) => span(quantity)[0] > most);
        if (!part) continue;
        yield {
          ...(isNear([enumeration.whole, part]) ? { severity: 'notice' as const } : {}),
          paths: [passage.path],
          message: `${passage.name}写“${quoteFrom(passage, enumeration.whole, part)}”，其中的 ${part.quantity.source} 大于总数 ${enumeration.whole.quantity.source}。`,
          expected: `不大于 ${enumeration.whole.quantity.source}`,
          found: part.quantity.source,
        };
      }
    }
  },
};

const sumOfParts: Rule = {
  id: 'NAR-SUM',
  severity: 'error',
  title: '分项之和与总数不符',
  formula:
    '正文“总数（其中）分项、分项……”：同类分项之和 ≤ 总数；写“分别为”或者括号列全的，之和 = 总数；以“其中”“等”列举部分的，可以小于总数；同一信息在多个渠道发布可能重复计数，渠道之和超过总数只提醒；含概数的只提示',
  source: `${source}；同一信息在不同渠道发布计为1条（各地填报口径）`,
  *check(context) {
    for (const passage of readNarrative(context.report).passages) {
      for (const enumeration of passage.enumerations) {
        for (const parts of listFacets(enumeration)) {
          const finding = compareSum(passage, { ...enumeration, parts });
          if (finding) yield finding;
        }
      }
      yield* listTrailingTotals(passage);
    }
  },
};

function compareSum(passage: Passage, { kind, whole, parts, isOpen }: Enumeration): RuleFinding | undefined {
  if (parts.length < 2) return undefined;
  const [least, most] = wholeSpan(passage, whole);
  const low = addUp(parts.map(({ quantity }) => span(quantity)[0]));
  const high = addUp(parts.map(({ quantity }) => span(quantity)[1]));
  const isOver = low > most;
  const isUnder = high < least && !isOpen && kind !== 'some';
  if (!isOver && !isUnder) return undefined;
  const values = parts.map(({ quantity }) => quantity.value);
  if (isOver && kind !== 'channels' && isReadable(values, whole.quantity.value)) return undefined;
  // A single part that is larger than the whole is the other rule's.
  if (isOver && kind !== 'channels' && parts.some(({ quantity }) => span(quantity)[0] > most)) return undefined;

  const near = isNear([whole, ...parts]);
  const viaChannels = isPublication(whole) && parts.some(isChannel);
  const last = parts.at(-1) as Claim;
  return {
    ...severityOf(kind, isOver, near, viaChannels),
    paths: [passage.path],
    message:
      `${passage.name}写“${quoteFrom(passage, whole, last)}”，各项之和${near ? `约 ${addUp(values)}` : ` ${addUp(values)}`}，` +
      `${isOver ? '大于' : '小于'}总数 ${whole.quantity.source}` +
      `${isOver && viaChannels ? '（同一信息在多个渠道发布的计为1条，如属这种情况请写明）' : ''}。`,
    expected: whole.quantity.source,
    found: writeSum(values),
  };
}

function severityOf(
  kind: Enumeration['kind'],
  isOver: boolean,
  near: boolean,
  viaChannels: boolean,
): Pick<RuleFinding, 'severity'> {
  if (near || kind === 'channels') return { severity: 'notice' };
  if (isOver) return viaChannels ? { severity: 'warning' } : {};
  return { severity: kind === 'all' ? 'warning' : 'notice' };
}

/** What was published may have gone several ways; a request came one way. */
const isPublication = ({ near, after }: Claim) =>
  /公开|发布|推送|刊登/.test(near + after) && !/申请/.test(near + after);

/** What the whole can stand for; counts told side by side before it may be meant together. */
function wholeSpan({ claims }: Passage, whole: Claim): [number, number] {
  const [least, most] = span(whole.quantity);
  const { start, unit } = whole.quantity;
  const beside = claimsBetween(claims, Math.max(whole.sentence.start, start - 300), start).filter(
    ({ quantity }) => quantity.unit === unit,
  );
  return [least, most + addUp(beside.map(({ quantity }) => span(quantity)[1]))];
}

const isNear = (claims: readonly Claim[]) =>
  claims.some(({ quantity }) => quantity.precision !== 'exact' || quantity.step > 1);

/** Ways of dividing the same whole: by channel, by applicant, by result. Their counts are not added up. */
const facets: readonly RegExp[] = [
  /(?:上|去)(?:一)?年|20\d\d年度?结转/,
  /自然人|公民|个人|法人|企业|科研机构|公益组织|法律服务|律师/,
  /网络|网上|网站|线上|信函|来信|邮寄|邮件|邮箱|传真|当面|现场|窗口|书面|线下|平台|系统/,
  /办结|答复|结转|办理完毕/,
  /公开|提供|不予处理|其他处理/,
];

function listFacets({ whole, parts }: Enumeration): readonly (readonly Claim[])[] {
  if (!/申请|受理|收到|新收|办结|答复/.test(whole.near + whole.after)) return [parts];
  const kinds = parts.map(({ near, after }) => facets.findIndex((facet) => facet.test(near === '' ? after : near)));
  if (kinds.every((kind) => kind === kinds[0])) return [parts];
  return [...Map.groupBy(parts, (_, index) => kinds[index]).values()];
}

/**
 * Whether counts that add up to more than the whole can still be read as its parts: a count may be
 * the sum of those right behind it, and the whole may be divided twice.
 *
 * @example [10, 6, 4], 12 → true (6 + 4 are the ten); [8, 4, 7, 5], 12 → true; [8, 5], 12 → false
 */
export function isReadable(values: readonly number[], whole: number): boolean {
  let running = 0;
  const fitsDivided = values.every((value) => {
    running += value;
    const isWithin = running <= whole;
    if (running === whole) running = 0;
    return isWithin;
  });
  if (fitsDivided) return true;
  if (values.length > 24) return true;
  for (let index = 0; index < values.length - 2; index++) {
    let sum = 0;
    for (let end = index + 1; end < values.length; end++) {
      sum += values[end] as number;
      if (sum === values[index] && end > index + 1) {
        return isReadable([...values.slice(0, index + 1), ...values.slice(end + 1)], whole);
      }
    }
  }
  return false;
}

const bareTotal = /^(?:以上|两项|三项|各项|上述)?(?:合计|总计|共计|总共|共)(?:为|是|达)?$/;

/** 甲a件，乙b件，共计c件。 */
function* listTrailingTotals(passage: Passage): Generator<RuleFinding> {
  for (const claim of passage.claims) {
    if (!bareTotal.test(claim.lead.replace(/^(?:（[^（）]*）)?[，；、]*/, '')) || claim.after !== '') continue;
    const { start, unit } = claim.quantity;
    const before = claimsBetween(passage.claims, Math.max(claim.sentence.start, start - 300), start).filter(
      ({ quantity }) => quantity.unit === unit,
    );
    if (before.length < 2 || isNear([claim, ...before])) continue;
    let sum = 0;
    const fits = before.toReversed().some(({ quantity }) => {
      sum += quantity.value;
      return sum === claim.quantity.value;
    });
    if (fits) continue;
    const values = before.map(({ quantity }) => quantity.value);
    yield {
      severity: 'warning',
      paths: [passage.path],
      message: `${passage.name}写“${quoteFrom(passage, before[0] as Claim, claim)}”，各项之和 ${addUp(values)}，与总数 ${claim.quantity.source}不符。`,
      expected: writeSum(values),
      found: claim.quantity.source,
    };
  }
}

const quoteFrom = (passage: Passage, first: Claim, last: Claim) =>
  quoteAround(passage, first.quantity.start, last.quantity.end, 60);

/** Rules on sums inside the text. */
export const sumRules: readonly Rule[] = [partTooLarge, sumOfParts];
