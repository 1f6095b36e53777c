import type { Quantity } from '../text/quantities.ts';
import type { Sentence } from '../text/sentences.ts';

/** A count and the words around it that say what was counted. */
export interface Claim {
  quantity: Quantity;
  sentence: Sentence;
  /** The sentence up to the count, with the one before when it begins with 其中. */
  head: string;
  /** From the count before, or the beginning of the sentence. */
  lead: string;
  /** The last clause of `lead`: 予以公开 in `…，予以公开3件`. */
  near: string;
  /** From the count to the next stop or count: 结转下年 in `2件结转下年，`. */
  after: string;
  /** The rest of the sentence behind the count. */
  rest: string;
  isAboutRequests: boolean;
  isAboutRemedies: boolean;
}

const requestContext =
  /依申请|信息公开申请|公开申请|申请(?:政府)?信息公开|公开(?:政府)?信息的?申请|申请公开(?:政府)?信息|政府信息申请/;
/** Words that only the table of requests has; with two of them a sentence speaks of requests. */
const resultWords = /予以公开|部分公开|不予公开|无法提供|不予处理/g;
/** Cases, not money, that go on into the next year. */
const carriedCases = /^(?!.*(?:资金|预算|指标|项目|经费|元)).*结转(?:到|至)?下(?:一)?年/;

const speaksOfRequests = (words: string): boolean =>
  requestContext.test(words) || carriedCases.test(words) || new Set(words.match(resultWords)).size >= 2;
const disclosureContext = /信息公开|依申请|政府信息/;

const partOf = /^(?:[“”]?其中|包括|分别)/;

/**
 * The claims of a folded text: every count with its words. Percentages, money and durations make
 * none.
 *
 * @param quantities of the whole text, in order
 */
export function listClaims(text: string, sentences: readonly Sentence[], quantities: readonly Quantity[]): Claim[] {
  const claims: Claim[] = [];
  let next = 0;
  let isAboutRequests = false;
  let previous: Sentence | undefined;
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    const goesOn = previous !== undefined && previous.line === sentence.line && previous.topic === sentence.topic;
    isAboutRequests = sentence.topic === 'requests' || speaksOfRequests(words) || (goesOn && isAboutRequests);
    const headStart = goesOn && partOf.test(words) ? (previous?.start ?? sentence.start) : sentence.start;
    previous = sentence;
    while (next < quantities.length && (quantities[next] as Quantity).start < sentence.start) next++;
    let from = sentence.start;
    for (; next < quantities.length && (quantities[next] as Quantity).start < sentence.end; next++) {
      const quantity = quantities[next] as Quantity;
      if (quantity.kind === 'count') {
        claims.push(
          claimOf(text, sentence, quantity, from, quantities[next + 1], {
            head: text.slice(Math.max(headStart, quantity.start - context), quantity.start),
            isAboutRequests,
            isAboutRemedies: sentence.topic === 'remedies' || isAboutRequests || disclosureContext.test(words),
          }),
        );
      }
      from = quantity.end;
    }
  }
  return claims;
}

/** So many characters around a count are looked at, however long its sentence. */
const context = 300;

/** A clause that only announces a number: what was counted stands in the clause before. */
const onlyTotal = /^(?:全年|年内)?(?:共计?|合计|总计|累计|总数|数量|件数)(?:为|达|是|：)?$/;
const stops = /[，。；、）（：\n]/;

function claimOf(
  text: string,
  sentence: Sentence,
  quantity: Quantity,
  from: number,
  following: Quantity | undefined,
  about: Pick<Claim, 'head' | 'isAboutRequests' | 'isAboutRemedies'>,
): Claim {
  const lead = text.slice(Math.max(from, quantity.start - context), quantity.start);
  const cut = lastClause(lead, lead.length);
  const isTotal = cut > 0 && onlyTotal.test(lead.slice(cut));
  const near = isTotal ? lead.slice(lastClause(lead, cut - 1), cut - 1) : lead.slice(cut);
  const limit = Math.min(sentence.end, following?.start ?? sentence.end, quantity.end + 30);
  const behind = text.slice(quantity.end, limit);
  const stop = behind.search(stops);
  return {
    quantity,
    sentence,
    lead,
    near,
    after: stop < 0 ? behind : behind.slice(0, stop),
    rest: text.slice(quantity.end, Math.min(sentence.end, quantity.end + context)),
    ...about,
  };
}

/**
 * Where the last clause of `lead` before `end` begins. A remark in brackets that stands right
 * before the count belongs to its clause: 无法提供（需另行制作）4件.
 */
function lastClause(lead: string, end: number): number {
  let cut = end;
  let isInBrackets = false;
  for (; cut > 0; cut--) {
    const each = lead[cut - 1] as string;
    if (each === '）') {
      if (/[^”、]/.test(lead.slice(cut, end))) break;
      isInBrackets = true;
    } else if (each === '（') {
      if (!isInBrackets) break;
      isInBrackets = false;
    } else if (!isInBrackets && (each === '，' || each === '；')) break;
  }
  return cut;
}

/** The position of the first count that begins at or behind a place. */
export function firstFrom(claims: readonly Claim[], at: number): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((claims[middle] as Claim).quantity.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The counts that lie between two places. */
export function claimsBetween(claims: readonly Claim[], from: number, to: number): readonly Claim[] {
  let end = firstFrom(claims, to);
  while (end > 0 && (claims[end - 1] as Claim).quantity.end > to) end--;
  return claims.slice(firstFrom(claims, from), end);
}
