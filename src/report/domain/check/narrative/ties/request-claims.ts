import type { Claim } from './claims.ts';

// What a count of requests is a count of, told from the words around it. The order of the
// questions matters: a carried-over request is told apart before a received one, a result before
// "办结". Where the words leave it open the subject has several readings.

const carriedOut =
  /结转(?:到|至|入|给)?(?:下|次|来|明)(?:一)?个?年|(?:下|次|来)(?:一)?年度?(?:继续)?(?:结转|办理)|(?:转入|转至|转到|延续至|顺延至|跨)(?:下|次)?(?:一)?年|结转(?:到|至|入)?20\d\d年/;
const carriedIn =
  /(?:上|去|前)(?:一)?个?年度?(?:度)?(?:结转|转结|转入|遗留|接转|未办结)|(?<!结转|转至|转到)20\d\d年度?结转(?!到|至|入|下|次)|结转自?上(?:一)?年/;

/** Words of other business: with one of them beside it a count is none of requests. */
const unrelated =
  /热线|工单|留言|来信|信箱|信件|咨询|提案|建议|议案|网民|网友|来电|来访|诉求|求助|评议|评论|村务|复议|诉讼|应诉|救助|补贴|低保|许可|审批|证照|证明|会议|培训|解读|稿件|案件查|督查|督办|事项清单|满意度|回访|问卷|舆情|投诉|举报|信访|仲裁|调解|纠纷|意见建议|征求意见/;

/** Words that make a part of what follows them. */
const narrowed =
  /重复|延期|补正|撤回|撤销|超期|逾期|涉及|关于|有关.{0,6}类|方面|领域|转办|代办|一次性|首次|疑难|复杂|督促|自愿|协商|主动撤|类(?=申请|$)/;
const channel =
  /网络|网上|网页|线上|线下|信函|信件|邮寄|寄送|邮件|传真|当面|现场|窗口|书面|口头|电话|平台|网站|系统|邮箱/;
const everyChannel = /等(?:多种|各种|各类|不同)?(?:渠道|方式|途径|形式|平台)/;

const object = /申请|依申请|信息公开|公开信息/;
const strongReceipt = /新收|收到|接到|接收|收悉|新增/;
const weakReceipt = /受理|收办|承办|接办|办理|处理|登记/;
const closing =
  /办结|办毕|办复|答复(?!书|文书|意见|函|模板|口径|时限)|回复(?!率)|(?:办理|处理)(?:完毕|完成|完结|结束)|完成(?:办理|答复|处理)/;

/** Nothing but counting words, so that what was counted must stand behind the count. */
const bare = /^(?:[，；、：（]|其中|其余|剩余|余下|另外?|目前|现|还|尚|仍|有|除|共|已|和|及|与|的|均|全部|分别|为)*$/;

/**
 * The id of the subject a count of requests speaks of, or undefined when it is none or cannot be
 * told.
 *
 * @example 共收到政府信息公开申请 12件 → newlyReceived; 受理依申请公开 12件 → received; 2件 结转下年 → carriedOut
 */
export function findRequestSubject(claim: Claim, year: number | null): string | undefined {
  const { near, after, head } = claim;
  const isBehind = bare.test(near);
  const words = isBehind ? after : near;
  if (!claim.isAboutRequests) return undefined;
  const carried = carriedSubject(words, year);
  if (carried) return unrelated.test(words) ? undefined : carried;
  if (/公文|公开属性|文件类|制发文件/.test(head)) return undefined;
  return resultSubject(words, near) ?? applicantSubject(claim) ?? flowSubject(claim, words);
}

function carriedSubject(words: string, year: number | null): string | undefined {
  const out = carriedOut.exec(words);
  if (out) {
    const named = /20\d\d/.exec(out[0]);
    if (!named || year === null || Number(named[0]) > year) return 'carriedOut';
  }
  const into = carriedIn.exec(words);
  if (!into) return undefined;
  const named = /20\d\d/.exec(into[0]);
  return !named || (year !== null && Number(named[0]) === year - 1) ? 'carriedIn' : undefined;
}

/** Cells under （三） to （六） by the words that stand for them. */
const leaves: readonly (readonly [RegExp, string])[] = [
  [/国家秘密/, 'withheldStateSecret'],
  [/法律.{0,6}禁止公开/, 'withheldByLaw'],
  [/三安全一稳定/, 'withheldSecurityStability'],
  [/第三方.{0,2}(?:合法)?权益|商业秘密|个人隐私/, 'withheldThirdParty'],
  [/内部事务(?:性)?信息|内部事务/, 'withheldInternalAffairs'],
  [/过程性信息|过程性/, 'withheldDeliberative'],
  [/执法案卷/, 'withheldEnforcementFile'],
  [/行政查询/, 'withheldInquiryMatter'],
  [/不掌握(?:相关)?(?:政府)?信息|本机关不掌握/, 'unavailableNotHeld'],
  [/没有现成信息|(?:需要?)?另行制作/, 'unavailableNeedsCreation'],
  [/补正后(?:申请内容)?仍不明确|申请内容仍不明确/, 'unavailableStillUnclear'],
  [/信访、?举报、?投诉类/, 'refusedPetition'],
  [/重复申请/, 'refusedRepeat'],
  [/公开出版物/, 'refusedPublication'],
  [/大量反复申请/, 'refusedExcessive'],
  [/重新出具/, 'refusedReconfirm'],
  [/逾期不补正/, 'otherNotSupplemented'],
  [/逾期未(?:按收费通知|缴)/, 'otherFeeUnpaid'],
];
const groups: readonly (readonly [RegExp, string])[] = [
  [/不(?:予以?|同意|宜)公开/, 'withheld'],
  [/(?:无法|不能)提供/, 'unavailable'],
  [/不予处理/, 'refused'],
  [/其他处理/, 'otherHandling'],
];

function resultSubject(words: string, near: string): string | undefined {
  if (/公文|文件|属性/.test(words)) return undefined;
  const last = near === '' ? words : words.slice(words.lastIndexOf('、') + 1);
  const leaf = leaves.find(([pattern]) => pattern.test(last))?.[1];
  const group = groups.find(([pattern]) => pattern.test(words))?.[1];
  if (leaf) return group ? `${leaf}?` : leaf;
  if (group) return /(?:和|及|或|、|以及)$/.test(words) || countOf(words) > 1 ? undefined : group;
  if (unrelated.test(words)) return undefined;
  if (/部分公开/.test(words)) {
    return /(?:予以|同意|全部)?公开(?:或者?|和|及|以及|与|、|\/)(?:予以)?部分公开/.test(words)
      ? 'disclosedOrPartly'
      : 'partlyDisclosed';
  }
  if (/区分处理/.test(words)) return 'partlyDisclosed';
  if (/(?:予以|同意|准予)公开/.test(words)) return 'disclosed';
  return /^(?:、|其中|均)?(?:全部|完全)?公开$/.test(last) ? 'disclosed' : undefined;
}

/** How many groups of results are named together. */
const countOf = (words: string) => groups.filter(([pattern]) => pattern.test(words)).length;

const applicants: readonly (readonly [RegExp, string])[] = [
  [/法律服务机构|律师事务所/, 'legalService'],
  [/科研机构/, 'research'],
  [/社会公益组织/, 'welfare'],
  [/企业/, 'business'],
  [/法人(?:或者?|和|及|、)?其他组织|法人/, 'legalPersons'],
  [/自然人|公民个人|个人申请/, 'natural'],
];

function applicantSubject({ near, after, head }: Claim): string | undefined {
  const words = bare.test(near) ? after : near;
  if (!/申请|自然人|法人/.test(words) && !/申请/.test(head)) return undefined;
  const named = applicants.filter(([pattern]) => pattern.test(words)).map(([, id]) => id);
  const [first] = named;
  if (first === undefined || /公民|群众/.test(words)) return undefined;
  if (named.length > 1 || unrelated.test(words) || narrowed.test(words) || closing.test(words)) return undefined;
  return partOfReceived.test(head) && !/结转/.test(head) ? `${first}.newlyReceived` : first;
}

/** 收到申请12件，其中自然人申请…: a part of those received, not of those closed. */
const partOfReceived = /(?:新收|收到|接到|接收)[^；。]*申请[^；。]*(?:其中|，)[^；。]*$/;

const applicantWords = /自然人|法人|企业|机构|律师|组织(?!的?申请)/;

function flowSubject({ near, after, rest, sentence }: Claim, words: string): string | undefined {
  const around = near + after;
  if (unrelated.test(around) || narrowed.test(around) || /负责|人员|专人/.test(around)) return undefined;
  if (channel.test(near) && !everyChannel.test(near)) return undefined;
  if (applicantWords.test(near) && !/公民|群众|自然人、|和其他组织|或其他组织|或者其他组织/.test(near))
    return undefined;
  const isClosed = closing.test(words);
  const isReceived = strongReceipt.test(near);
  const hasObject = object.test(around) || sentence.topic === 'requests';
  if (isReceived && hasObject) {
    if (isClosed || /办理|处理/.test(near)) return 'dealtWith';
    return includesCarriedIn.test(rest.slice(0, 30)) ? 'receivedWithCarriedIn' : 'newlyReceived';
  }
  if (isClosed) return 'handled';
  if (weakReceipt.test(near) && (object.test(around) || /^[^，]{0,16}(?:共|合计|累计)?(?:受理|收办|承办)/.test(near))) {
    return /办理|处理|承办/.test(near) ? 'dealtWith' : 'received';
  }
  return countedRequests.test(near) ? 'received' : undefined;
}

const includesCarriedIn =
  /^(?:，?(?:含|包括|包含|其中)|（(?:含|包括|包含|其中)?)[^，。；）]{0,8}(?:上|去)(?:一)?年度?(?:结转|转结)/;
const countedRequests =
  /(?:信息公开申请|依申请公开申请|公开申请)(?:数量|件数|总数|总量|量|数)?(?:共计?|合计|总计|为|是|：)*$/;
