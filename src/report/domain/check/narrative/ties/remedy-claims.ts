import type { Claim } from './claims.ts';

const outcomes: readonly (readonly [RegExp, string])[] = [
  [/尚?未审结|未办结|正在审理|审理中|(?:正在|尚在)(?:办理|审理)|办理中|待审|在审/, 'pending'],
  [/纠正|纠错|撤销(?!申请)|变更|确认违法|责令/, 'corrected'],
  [/(?:结果)?维持/, 'upheld'],
  [/其他(?:结果|方式结案)|终止|不予受理/, 'other'],
];

/** Cases the organ decides or handles for others, and counts that are no cases. */
const otherBusiness =
  /(?:(?<!正在|尚在)审理(?!中)|(?<!未)审结|代理|指导|化解|调解|参与|出庭|应诉|旁听|承办|败诉|胜诉|复议机关|纳入|答复意见|答辩|申请人撤|培训)/;
const blockWords =
  /复议后(?:提起|起诉|直接起诉|诉讼)|未经复议(?:直接)?(?:提起|起诉)|直接(?:提起|起诉)|行政复议|复议|行政诉讼|诉讼|起诉/g;

/**
 * The id of the subject a count of reconsiderations or suits speaks of, or undefined when it is
 * none or cannot be told. Only cases about disclosure of the organ itself count: outside section 四
 * the sentence has to say so.
 *
 * @example 行政复议 5件 → reconsideration.total; 结果维持 5件 (after 行政复议) → reconsideration.upheld
 */
export function findRemedySubject(claim: Claim): string | undefined {
  if (!claim.isAboutRemedies) return undefined;
  const { near, after } = claim;
  const words = /^(?:其中|另有|还有|有|共|均)*$/.test(near) ? after : near;
  if (otherBusiness.test(near) || /热线|信访|举报|调解|仲裁/.test(words)) return undefined;
  const isOnDisclosure = claim.sentence.topic === 'remedies' || claim.sentence.topic === 'requests';
  if (!isOnDisclosure && handledForOthers.test(near)) return undefined;
  const outcome = outcomeOf(words);
  const own = blockOf(near) ?? blockOf(after);
  if (own) return `${own}.${outcome ?? 'total'}`;
  if (!outcome) return undefined;
  const block = blockOf(claim.head);
  return block && !/申请.{0,8}$/.test(near) ? `${block}.${outcome}` : undefined;
}

/** The office that decides reconsiderations counts those of others too. */
const handledForOthers = /(?:办理|受理|审查)[^，]{0,20}(?:复议|诉讼)/;

function outcomeOf(words: string): string | undefined {
  const found = outcomes.filter(([pattern]) => pattern.test(words));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** The block of table 四 named last; both kinds joined count together. */
function blockOf(words: string): string | undefined {
  if (/(?:行政)?复议(?:案件)?(?:、|和|及|与|或|以及)(?:行政)?诉讼(?:案件)?(?:共|合计|总计|均|各|为|：)*$/.test(words)) {
    return /[均各]/.test(words) ? undefined : 'remedies';
  }
  let last: string | undefined;
  for (const [word] of words.matchAll(blockWords)) last = word;
  if (last === undefined) return undefined;
  if (/^复议后/.test(last)) return 'suitAfterReconsideration';
  if (/^未经复议|^直接/.test(last)) return 'directSuit';
  return last.includes('复议') ? 'reconsideration' : 'suits';
}
