import type { FoldedText } from '../text/folded-text.ts';
import { findPosition, type Sentence } from '../text/sentences.ts';
import { type Claim, firstFrom } from './claims.ts';
import { isChange } from './mentions.ts';

/**
 * A count and the counts told as parts of it.
 *
 * - `some`: introduced by 其中, 含, 包括: the parts need not be all.
 * - `all`: introduced by 分别为: the parts are all.
 * - `bracket`: in brackets right behind, without such a word.
 * - `channels`: the ways of publication told after a total of what was published.
 */
export interface Enumeration {
  kind: 'some' | 'all' | 'bracket' | 'channels';
  whole: Claim;
  /** In order, in the unit of the whole, without parts of parts. */
  parts: readonly Claim[];
  /** Told as incomplete: 等 behind the last part. */
  isOpen: boolean;
}

const introducer = /其中|分别(?:为|是|有)|包括|包含|内有|(?<=[（，；])含(?!有)/g;
/** Clauses that begin another matter: what they count is no part any more. */
const another =
  /^(?:[，；、]|“)*(?:已|全年|同时|此外|另外|另|并|共|累计|合计|总计|办理|召开|组织|开展|举办|收到|受理|接待|回应|回复|处理|答复|报送|开通|更新|维护|制作|发放|印发|完成|未|无|没有|较|比|同比)/;
const notAPart = /累计|阅读|点击|浏览|粉丝|关注|访问|转发|同比|上年同期|去年|^(?:、|和|及)?(?:共计?|合计|总计|总共)$/;

interface Words {
  claims: readonly Claim[];
  sentences: readonly Sentence[];
  folded: FoldedText;
}

/** Every count with its parts in a passage. */
export function listEnumerations(passage: Words): Enumeration[] {
  return [...listIntroduced(passage), ...listChannels(passage)];
}

function* listIntroduced(passage: Words): Generator<Enumeration> {
  const { claims } = passage;
  const { text } = passage.folded;
  if (claims.length < 2) return;
  let consumed = 0;
  for (const match of text.matchAll(introducer)) {
    if (match.index < consumed) continue;
    const at = match.index;
    const whole = findWhole(passage, at);
    if (!whole) continue;
    const from = at + match[0].length;
    const end = endOfScope(passage, whole, at);
    const parts = listParts(passage, whole, from, end);
    consumed = parts.at(-1)?.quantity.end ?? consumed;
    if (parts.length === 0) continue;
    yield { kind: /^分别/.test(match[0]) ? 'all' : 'some', whole, parts, isOpen: isOpen(text, parts) };
  }
  for (const whole of claims) {
    const { end } = whole.quantity;
    if (text[end] !== '（') continue;
    const close = closingBracket(text, end);
    const inside = text.slice(end, close);
    if (introducer.test(inside)) {
      introducer.lastIndex = 0;
      continue;
    }
    const parts = listParts(passage, whole, end + 1, close);
    if (parts.length >= 2) yield { kind: 'bracket', whole, parts, isOpen: isOpen(text, parts) };
  }
}

const isOpen = (text: string, parts: readonly Claim[]) => {
  const last = parts.at(-1);
  return last !== undefined && /^[^，；。）]{0,6}等/.test(text.slice(last.quantity.end, last.quantity.end + 8));
};

/** How far the words around a count reach: an enumeration is no longer than this. */
const reach = 1_500;
/** From a count to the 其中 that divides it. */
const nearby = 30;

/** The count a word such as 其中 refers to: the one right before, or the only one of the sentence before. */
function findWhole({ claims, sentences, folded: { text } }: Words, at: number): Claim | undefined {
  const position = findPosition(sentences, at);
  const sentence = sentences[position];
  if (!sentence || at < sentence.start) return undefined;
  const next = firstFrom(claims, at);
  if (at - sentence.start <= 1) {
    const before = sentences[position - 1];
    const last = claims[next - 1];
    if (!before || sentence.line - before.line > 1 || last?.sentence !== before) return undefined;
    return claims[next - 2]?.sentence === before ? undefined : last;
  }
  for (let index = next - 1; index >= 0; index--) {
    const claim = claims[index] as Claim;
    const { end } = claim.quantity;
    if (claim.sentence !== sentence || at - end > 2 * nearby) return undefined;
    if (end > at || isInClosedBrackets(text, end, at)) continue;
    const gap = text.slice(end, at);
    return gap.length <= nearby && !gap.includes('；') ? claim : undefined;
  }
  return undefined;
}

/** A remark between the two: 办结12件（含上年结转3件），其中… is of the twelve. */
function isInClosedBrackets(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  const close = between.indexOf('）');
  const open = between.indexOf('（');
  return close >= 0 && (open < 0 || close < open);
}

/** Where the parts end: at the bracket, at the semicolon, or with the sentence. */
function endOfScope({ folded: { text }, sentences }: Words, whole: Claim, at: number): number {
  const open = text.slice(whole.quantity.end, at).lastIndexOf('（');
  if (open >= 0) {
    const close = closingBracket(text, whole.quantity.end + open);
    if (close > at) return close;
  }
  const sentence = sentences[findPosition(sentences, at)];
  const end = Math.min(sentence?.end ?? text.length, at + reach);
  if (whole.sentence !== sentence) return end;
  const semicolon = text.slice(at, end).indexOf('；');
  return semicolon >= 0 ? at + semicolon : end;
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + reach);
  for (let index = open; index < limit; index++) {
    const each = text[index] as string;
    if (each === '（') depth += 1;
    else if (each === '）' && --depth === 0) return index;
    else if (each === '。' || each === '\n') return index;
  }
  return limit;
}

function listParts({ claims, folded: { text } }: Words, whole: Claim, from: number, end: number): Claim[] {
  const parts: Claim[] = [];
  let skippedTo = from;
  let depth = 0;
  let read = from;
  for (let index = firstFrom(claims, from); index < claims.length; index++) {
    const claim = claims[index] as Claim;
    const { start } = claim.quantity;
    if (start >= end) break;
    depth = depthAfter(text.slice(read, start), depth);
    read = start;
    const clause = claim.lead.slice(Math.max(0, claim.lead.length - claim.near.length - 1));
    if (parts.length > 0 && another.test(clause)) break;
    if (start < skippedTo || depth > 0) continue;
    const since = Math.max(skippedTo, parts.at(-1)?.quantity.end ?? from);
    if (hasIntroducer(text.slice(since, start).replace(remark, ''))) {
      const semicolon = text.slice(start, end).indexOf('；');
      skippedTo = semicolon >= 0 ? start + semicolon : end;
      continue;
    }
    const { quantity } = claim;
    if (quantity.unit !== whole.quantity.unit || isChange(claim) || notAPart.test(claim.near)) continue;
    if (quantity.script === 'chinese' && quantity.value < 10) continue;
    parts.push(claim);
  }
  return parts;
}

const remark = /（[^（）]*）/g;
const hasIntroducer = (words: string) => /其中|内有|包括|包含|分别(?:为|是)|(?<=[（，；])含(?!有)/.test(words);

function depthAfter(words: string, before: number): number {
  let depth = before;
  for (const each of words) {
    if (each === '（') depth += 1;
    else if (each === '）' && depth > 0) depth -= 1;
  }
  return depth;
}

const total = /(?:公开|发布|推送)[^，；]*(?:信息|内容|动态)?[^，；]*$/;
const totalWord = /共|总|累计|全年|年度|主动公开/;
const channel = /^(?:[，；。、：]|[一二三四五六]是)*(?:其中)?(?:通过|利用|依托|借助|在)/;
const published = /公开|发布|推送|刊登|张贴|更新/;
const channelWords = /通过|利用|依托|借助|网站|公众号|微信|微博|平台|栏|APP|客户端|抖音|新媒体|电视|广播|大屏/;

/** Whether a count is told of one way of publication; the same item may go several ways. */
export function isChannel({ near }: Claim): boolean {
  return channelWords.test(near);
}

/** 共公开信息N条。通过甲公开a条，通过乙公开b条。 */
function* listChannels({ claims }: Words): Generator<Enumeration> {
  for (const [index, whole] of claims.entries()) {
    if (!/^[条篇件]$/.test(whole.quantity.unit) || !total.test(whole.near) || isChannel(whole)) continue;
    if (!totalWord.test(whole.near) || isChange(whole)) continue;
    const parts: Claim[] = [];
    for (let next = index + 1; next < claims.length; next++) {
      const claim = claims[next] as Claim;
      if (claim.sentence.line !== whole.sentence.line || claim.quantity.unit !== whole.quantity.unit) break;
      if (!channel.test(claim.lead) && !channel.test(claim.near)) break;
      if (!published.test(claim.near + claim.after) || /其中/.test(claim.lead) || isChange(claim)) break;
      parts.push(claim);
    }
    const last = parts.at(-1);
    if (!last || parts.length < 2) continue;
    yield { kind: 'channels', whole, parts, isOpen: /^[^，；。]{0,6}等/.test(last.rest) };
  }
}
