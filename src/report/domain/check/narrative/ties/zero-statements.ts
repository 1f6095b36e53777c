import type { Sentence } from '../text/sentences.ts';

/** A statement that there was none of something: 未收到政府信息公开申请. */
export interface ZeroStatement {
  start: number;
  end: number;
  sentence: Sentence;
  /** Ids of the subjects said to be none. */
  subjects: string[];
  /** Said of all of it, without a condition such as 因答复不当引起的. */
  isPlain: boolean;
}

const negation =
  /(?:从?未|没有?)(?:再)?(?:收到|接到|收悉|接收|受理|办理|处理|发生|出现|产生|引发|引起|涉及|存在|被|因|有)|没有(?!收取|收费|现成|做到|及时|完全|严格|形成|建立|达到|落实)|未(?=制发|制定|出台|印发|废止)|无(?!法|正当|理由|障碍)/g;
const phraseEnd = /[，；（]/;
/** Nothing is denied in more words than these. */
const longestPhrase = 120;

/** Statements of zero in the sentences of a folded text. */
export function listZeroStatements(text: string, sentences: readonly Sentence[]): ZeroStatement[] {
  const statements = [...listDenials(text, sentences)];
  if (text.includes('自然人') || text.includes('公民个人')) {
    for (const { match, sentence, words } of eachMatch(text, sentences, onlyNatural)) {
      if (sentence.topic !== 'requests' && !/信息公开申请|依申请/.test(words)) continue;
      const end = match.index + match[0].length;
      statements.push({ start: match.index + 1, end, sentence, subjects: ['legalPersons'], isPlain: false });
    }
  }
  if (text.includes('诉讼')) {
    for (const { match, sentence, words } of eachMatch(text, sentences, noneOfBoth)) {
      if (!/信息公开|依申请/.test(words) && !isOnDisclosure(sentence)) continue;
      const subjects = ['reconsideration.total', 'suits.total'];
      const end = match.index + match[0].length;
      statements.push({ start: match.index, end, sentence, subjects, isPlain: true });
    }
  }
  return statements;
}

function* listDenials(text: string, sentences: readonly Sentence[]): Generator<ZeroStatement> {
  for (const { match, sentence } of eachMatch(text, sentences, negation)) {
    const start = match.index;
    const from = start + match[0].length;
    const rest = text.slice(from, Math.min(sentence.end, from + longestPhrase));
    const stop = rest.search(phraseEnd);
    const phrase = stop < 0 ? rest : rest.slice(0, stop);
    if (/\d/.test(phrase.replace(/20\d\d年?度?/g, ''))) continue;
    const { subjects, isPlain } = subjectsOf(
      match[0],
      phrase,
      text.slice(Math.max(sentence.start, start - longestPhrase), start),
      sentence,
    );
    if (subjects.length > 0) yield { start, end: from + phrase.length, sentence, subjects, isPlain };
  }
}

interface Found {
  match: RegExpExecArray;
  sentence: Sentence;
  /** The sentence around it. */
  words: string;
}

/** The matches of a pattern that lie in a sentence. */
function* eachMatch(text: string, sentences: readonly Sentence[], pattern: RegExp): Generator<Found> {
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    while (at < sentences.length && (sentences[at] as Sentence).end <= match.index) at++;
    const sentence = sentences[at];
    if (!sentence) return;
    if (match.index < sentence.start) continue;
    const from = Math.max(sentence.start, match.index - longestPhrase);
    yield { match, sentence, words: text.slice(from, Math.min(sentence.end, match.index + longestPhrase)) };
  }
}

/** 申请人均为自然人 says that no company or other body asked. */
const onlyNatural = /[，；（人](?:均|全部|都)(?:为|系|是|由)(?:自然人|公民个人)/g;

/** 行政复议、行政诉讼均为0件 says both are none; the count after one of them is read elsewhere. */
const noneOfBoth =
  /复议(?:案件)?(?:、|和|及|与|以及)(?:行政)?诉讼(?:案件)?(?:数量?|件数)?(?:均|都|皆)(?:为|是)?(?:0件?|零件?|无)/g;

const isOnDisclosure = ({ topic }: Sentence) => topic === 'requests' || topic === 'remedies';

interface Denied {
  subjects: string[];
  isPlain: boolean;
}

const nothing: Denied = { subjects: [], isPlain: true };

function subjectsOf(negator: string, phrase: string, before: string, sentence: Sentence): Denied {
  const documents = deniedDocuments(negator, phrase);
  if (documents) return { subjects: documents, isPlain: true };
  const carried = deniedCarryOver(negator, phrase, sentence);
  if (carried) return { subjects: carried, isPlain: true };
  if (/复议|诉讼|起诉/.test(phrase)) return deniedRemedies(negator, phrase, before, sentence);
  return isNoRequest(negator, phrase, sentence) ? { subjects: ['newlyReceived'], isPlain: true } : nothing;
}

function deniedDocuments(negator: string, phrase: string): string[] | undefined {
  const verb = /^(?:制发|制定|出台|印发|废止)/.exec(phrase)?.[0];
  if (negator !== '未' || verb === undefined || !/规范性文件|规章(?!制度)/.test(phrase)) return undefined;
  if (/按|及时|超|经|解读|审/.test(phrase)) return [];
  const event = verb === '废止' ? 'repealed' : 'issued';
  const subjects = [];
  if (/规章(?!制度)/.test(phrase)) subjects.push(`rules.${event}`);
  if (/规范性文件/.test(phrase)) subjects.push(`normativeDocuments.${event}`);
  return subjects;
}

function deniedCarryOver(negator: string, phrase: string, sentence: Sentence): string[] | undefined {
  if (!/结转/.test(phrase)) return undefined;
  if (sentence.topic !== 'requests' && !/申请/.test(phrase)) return [];
  if (!/^(?:无|没有?有?|未有)$/.test(negator)) return [];
  const subjects = [];
  if (/(?:上|去)(?:一)?年度?(?:度)?结转/.test(phrase)) subjects.push('carriedIn');
  if (
    /结转(?:到|至|入)?(?:下|次|来)(?:一)?年|(?:下|次)(?:一)?年度?结转|结转(?:到|至)?20\d\d年度?(?:继续)?办理/.test(
      phrase,
    )
  ) {
    subjects.push('carriedOut');
  }
  return subjects;
}

/** Words that deny only some cases: lost, corrected, late. */
const someCases =
  /败诉|胜诉|纠正|纠错|撤销|超期|逾期|违法|不履行|申诉(?!案?(?:、|和|及|的?(?:情况|情形|案件)?$))|群体|重大|应诉|出庭|体制|委员会|改革|渠道|意识|培训/;
/** A condition, so that others may have occurred. */
const condition =
  /因(?!(?:有关|相关|对|涉及)?(?:本(?:机关|单位|镇|乡|局))?(?:政府信息|信息|依申请|政务)?(?:公开|此|申请))|不当|不到位|不及时|不规范|不满/;

function deniedRemedies(negator: string, phrase: string, before: string, sentence: Sentence): Denied {
  if (someCases.test(phrase) || /复议机关/.test(phrase)) return nothing;
  const about = `${before}${phrase}`;
  if (!isOnDisclosure(sentence) && !/信息公开|依申请|政务公开|政府信息/.test(about)) return nothing;
  const subjects = [];
  if (/复议/.test(phrase)) subjects.push('reconsideration.total');
  if (/诉讼|起诉/.test(phrase)) subjects.push('suits.total');
  if (/申请(?:、|和|及|以及|也(?:未|没)|，)(?:[^，。；]{0,6})(?:行政)?复议/.test(phrase) && receipt.test(negator)) {
    subjects.unshift('newlyReceived');
  }
  return { subjects, isPlain: !condition.test(`${/因$/.test(negator) ? '因' : ''}${phrase}`) };
}

const receipt = /收到|接到|收悉|接收|受理|办理|处理|发生|出现|产生|涉及|存在|有|^无$/;
const requestNoun =
  /(?:政府)?信息公开的?申请|依申请公开(?:政府)?信息(?:的?申请)?|依申请公开(?:的?申请)?|公开(?:政府|相关|有关)?(?:政府)?信息的?申请|申请公开(?:政府)?信息|公开申请|依申请信息公开(?:申请)?|信息依申请公开(?:申请)?|政府信息申请/;
const nounEnd =
  /^(?:的)?(?:件|事项|内容|事宜|情况|情形|案件|业务|信息|数量|件数|诉求|要求|材料|类|工作|现象|事件|事例|等|政府信息)*$/;
/** Words before the noun that narrow it to some requests. */
const someRequests =
  /因|由于|引起|引发|结转|逾期|超期|重复|延期|网络|网上|当面|信函|邮寄|传真|企业|投诉|举报|应公开|办结|办理完|未|不|答复|其他|恶意|大量|涉密/;

function isNoRequest(negator: string, phrase: string, sentence: Sentence): boolean {
  if (!receipt.test(negator)) return false;
  const noun = requestNoun.exec(phrase);
  if (noun) {
    const rest = phrase.slice(noun.index + noun[0].length);
    return nounEnd.test(rest) && !someRequests.test(phrase.slice(0, noun.index));
  }
  return (
    sentence.topic === 'requests' &&
    /^(?:任何|相关|有关|此类|公民|群众|社会|公众|个人|单位|和|、|法人|其他组织|或|提出的|的)*申请(?:件|事项|情况)?$/.test(
      phrase,
    )
  );
}
