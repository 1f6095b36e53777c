import type { PlainDate } from '../../../kernel/plain-date.ts';
import * as attachments from './attachments/attachments.ts';
import * as completeness from './completeness/completeness.ts';
import * as dates from './dates/dates.ts';
import { type Check, Claims, type TextCheck, type TextMatch, type WholeCheck } from './detector.ts';
import { type CheckedDocument, type Piece, pieceOf } from './document.ts';
import type { CheckDeclaration, Hit, Severity } from './finding.ts';
import * as links from './links/links.ts';
import { addressCheck } from './personal/address.ts';
import * as contact from './personal/contact.ts';
import * as identity from './personal/identity.ts';
import * as life from './personal/life.ts';
import * as lists from './personal/lists.ts';
import { replaceStretches } from './replace.ts';
import { draftMarkCheck, internalMarkCheck, secrecyMarkCheck } from './secrecy/marks.ts';
import { findSplitNumbers } from './split-numbers.ts';
import { documentNumberCheck } from './wording/document-numbers.ts';
import { phraseCheck } from './wording/phrases.ts';
import { wordCheck } from './wording/words.ts';

/** Every check, in the order in which they run and are listed: of two that claim the same words the first has them. */
export const checks: readonly Check[] = [
  secrecyMarkCheck,
  completeness.leakCheck,
  internalMarkCheck,
  draftMarkCheck,
  identity.creditCodeCheck,
  identity.idCheck,
  identity.suspectIdCheck,
  contact.bankCardCheck,
  contact.accountCheck,
  contact.mobileCheck,
  identity.oldIdCheck,
  identity.passportCheck,
  identity.plateCheck,
  contact.mailCheck,
  contact.chatCheck,
  addressCheck,
  life.birthCheck,
  life.minorCheck,
  life.illPersonCheck,
  life.familyCheck,
  lists.conditionListCheck,
  lists.familyListCheck,
  lists.minorListCheck,
  lists.accountListCheck,
  wordCheck,
  phraseCheck,
  documentNumberCheck,
  dates.impossibleDateCheck,
  dates.weekdayCheck,
  dates.mixedDateCheck,
  dates.futureDateCheck,
  dates.formedAfterPublishedCheck,
  completeness.missingFieldCheck,
  completeness.emptyBodyCheck,
  completeness.interpretationCheck,
  links.malformedLinkCheck,
  links.deadLinkCheck,
  links.foreignLinkCheck,
  links.pictureAltCheck,
  attachments.unreadableCheck,
  attachments.truncatedCheck,
  attachments.concealedCheck,
  attachments.propertiesCheck,
  attachments.unreadPictureCheck,
  attachments.duplicateCheck,
];

const byKey = new Map(checks.map((check) => [check.key, check]));

/** A check by its key; throws when there is none. */
export function getCheck(key: string): CheckDeclaration {
  const check = byKey.get(key);
  if (!check) throw new Error(`no check is called ${key}`);
  return check;
}

/** Whether a check exists; one whose findings are kept may have been taken out of the program. */
export const isCheck = (key: string): boolean => byKey.has(key);

/** How serious a hit is. */
export const severityOf = (hit: Pick<Hit, 'check' | 'severity'>): Severity =>
  hit.severity ?? getCheck(hit.check).severity;

/** More hits of one check than this are told of by their number only. */
const mostHits = 300;

const isTextCheck = (check: Check): check is TextCheck => 'find' in check;
const isWholeCheck = (check: Check): check is WholeCheck => 'findAll' in check;

/** Runs all checks, in the order of the list; within a check by place. */
export function runChecks(document: CheckedDocument): Hit[] {
  const steps = checkInSteps(document);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** So many characters are looked at between two pauses; some hundredths of a second. */
const stepLength = 20_000;

/** The same with pauses, in which a server can do something else: a workbook may hold millions of characters. */
export function* checkInSteps(document: CheckedDocument): Generator<undefined, Hit[]> {
  const found = new Map<string, Hit[]>(checks.map(({ key }) => [key, []]));
  let length = 0;
  for (const piece of document.pieces) {
    if (piece.plain.text === '') continue;
    for (const hit of checkPiece(piece, document)) found.get(hit.check)?.push(hit);
    length += piece.plain.text.length;
    if (length < stepLength) continue;
    length = 0;
    yield undefined;
  }
  for (const { place, text } of document.besides) {
    // Nothing there is changed by one click: it is told where it stands.
    const hits = checkPiece(pieceOf(place, text), document).filter((hit) => severityOf(hit) === 'block');
    for (const hit of hits) found.get(hit.check)?.push({ ...hit, spans: [] });
  }
  for (const hit of findSplitNumbers(document)) found.get(hit.check)?.push(hit);
  for (const check of checks.filter(isWholeCheck)) {
    for (const hit of check.findAll(document)) found.get(hit.check)?.push({ ...hit, excerpt: maskWords(hit.excerpt) });
  }
  if (document.surroundings.isPublic) {
    found.get('public-secret')?.push(...(found.get('secrecy-mark') ?? []).slice(0, 1).map(completeness.leakOf));
  }
  return [...found.values()].flatMap(bound);
}

function bound(hits: readonly Hit[]): Hit[] {
  const [first] = hits;
  if (!first || hits.length <= mostHits) return [...hits];
  const rest = hits.length - mostHits;
  return [
    ...hits.slice(0, mostHits),
    {
      check: first.check,
      message: `同样的问题还有 ${rest} 处没有列出。请先处理已列出的，再检查一次。`,
      excerpt: '',
      spans: [],
      place: { part: 'item' },
      content: `${rest} more`,
    },
  ];
}

/** What a text is looked at with where nothing is known around it. */
const alone: CheckedDocument = {
  item: { kind: '', formedOn: '' as PlainDate, disclosure: 'proactive' },
  title: '',
  pieces: [],
  besides: [],
  tables: [],
  links: [],
  pictures: [],
  attachments: [],
  hasBody: true,
  surroundings: { today: '' as PlainDate, words: [], missingFields: [], duplicates: [], links: [], isPublic: false },
};

/**
 * The stretches of a text that are personal data, with what is put in their place: numbers, addresses, names of who is ill
 * or under age. From the left, none over another.
 */
export function personalStretches(text: string): { start: number; end: number; replacement: string }[] {
  const found = checkPiece(pieceOf({ part: 'item' }, text), alone)
    .filter(({ check }) => getCheck(check).group === 'personal')
    .flatMap((hit) => hit.spans)
    .flatMap(({ start, end, replacement }) => (replacement === undefined ? [] : [{ start, end, replacement }]))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  let past = 0;
  return found.filter(({ start, end }) => {
    if (start < past) return false;
    past = end;
    return true;
  });
}

/**
 * The names of what in a text may not go out whatever the hurry: full numbers of persons, secrecy marks. For what
 * becomes public beside a text that is checked: an address behind a link, a 文号, a line of a ledger.
 *
 * @example forbiddenIn('张三，110105 19491231 002X') // ['居民身份证号码']
 */
export const forbiddenIn = (text: string): string[] => [
  ...new Set(
    checkPiece(pieceOf({ part: 'item' }, text), alone)
      .filter((hit) => severityOf(hit) === 'block')
      .map(({ check }) => getCheck(check).name),
  ),
];

/** A text with the personal data in it masked, for what is shown and kept of a finding. */
export const maskWords = (text: string): string =>
  replaceStretches(
    text,
    personalStretches(text).map(({ start, end, replacement }) => ({ start, end, put: replacement })),
  );

/** What a person is known or robbed by when it lies about, whatever the file is for. */
const numberChecks = [
  identity.idCheck,
  identity.suspectIdCheck,
  identity.oldIdCheck,
  identity.passportCheck,
  contact.bankCardCheck,
  contact.accountCheck,
  contact.mobileCheck,
].map(({ key }) => key);

/**
 * A cell of a table somebody sent as it may be kept: numbers of persons, cards and mobiles masked, all else as it was; and
 * what in it may not go out at all. An address of a page keeps its digits, but for ID numbers.
 *
 * @param heading of its column, which tells a number of a person from one of a thing
 * @example maskCell('身份证号', '11010519491231002X') // { text: '110105********002X', forbidden: ['居民身份证号码'] }
 * @example maskCell('索引号', '13800000000') // as it is: a number of a thing
 */
export function maskCell(heading: string, cell: string): { text: string; forbidden: string[] } {
  const lead = heading === '' ? '' : `${heading}：`;
  const hits = checkPiece(pieceOf({ part: 'item' }, lead + cell, heading), alone);
  const masked = /^https?:\/\/\S+$/.test(cell) ? [identity.idCheck.key] : numberChecks;
  const text = hits
    .filter(({ check }) => masked.includes(check))
    .flatMap(({ spans }) => spans)
    .filter(({ start }) => start >= lead.length)
    .sort((one, other) => other.start - one.start)
    .reduce(
      (rest, { start, end, replacement = '' }) =>
        rest.slice(0, start - lead.length) + replacement + rest.slice(end - lead.length),
      cell,
    );
  const forbidden = hits.filter((hit) => severityOf(hit) === 'block').map(({ check }) => getCheck(check).name);
  return { text, forbidden: [...new Set(forbidden)] };
}

interface FoundMatch extends TextMatch {
  check: TextCheck;
}

const textChecks = checks.filter(isTextCheck);

/** What the checks of running text find in one piece. */
function checkPiece(piece: Piece, document: CheckedDocument): Hit[] {
  const matches: FoundMatch[] = [];
  const claims = new Claims(piece.plain.text.length);
  for (const check of textChecks) {
    if (!check.hint.test(`${piece.label}${piece.plain.text}`)) continue;
    for (const match of check.find(piece, document)) {
      if (!check.claims || claims.take(match.start, match.end)) matches.push({ ...match, check });
    }
  }
  const masked = matches
    .filter(({ mask }) => mask !== undefined)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  return matches.map((match) => hitOf(match, piece, masked));
}

function hitOf(match: FoundMatch, piece: Piece, masked: readonly FoundMatch[]): Hit {
  const { check, start, end, mask, suggestion, severity, waivable } = match;
  const { plain, place } = piece;
  const replacement = mask ?? suggestion;
  const matched = plain.text.slice(start, end);
  return {
    check: check.key,
    ...(severity ? { severity } : {}),
    ...(waivable ? { waivable } : {}),
    message: match.message ?? check.message,
    excerpt: excerptOf(match, piece, masked),
    spans: [{ place, ...plain.locate(start, end), ...(replacement === undefined ? {} : { replacement }) }],
    place,
    content: match.content ?? matched,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** So many characters are shown before and behind what was found. */
const around = 16;

/** Longer than what is masked ever is: where to begin to look for what reaches into an excerpt. */
const longestMasked = 200;

/** The masked matches that can reach into a stretch: what is masked lies in order. */
function* masksWithin(masked: readonly FoundMatch[], from: number, to: number): Generator<FoundMatch> {
  let low = 0;
  let high = masked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((masked[middle]?.start ?? 0) < from - longestMasked) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < masked.length; at += 1) {
    const each = masked[at] as FoundMatch;
    if (each.start >= to) return;
    if (each.end > from) yield each;
  }
}

/** The words around a match as they were written, with every mask in place. */
function excerptOf({ start, end }: TextMatch, { plain, text: original }: Piece, masked: readonly FoundMatch[]): string {
  let from = Math.max(0, start - around);
  let to = Math.min(plain.text.length, end + around);
  // A number is never shown by halves.
  for (const each of masksWithin(masked, from, to)) {
    if (each.start < from) from = each.start;
    if (to < each.end) to = each.end;
  }
  const written = (one: number, other: number) => {
    if (other <= one) return '';
    const place = plain.locate(one, other);
    return original.slice(place.start, place.end);
  };
  let shown = '';
  let at = from;
  for (const each of masksWithin(masked, from, to)) {
    if (each.end <= at) continue;
    shown += written(at, each.start) + (each.start >= at ? (each.mask ?? '') : '');
    at = each.end;
  }
  shown += written(at, to);
  return `${from > 0 ? '…' : ''}${shown.trim()}${to < plain.text.length ? '…' : ''}`;
}
