import type { AnnualReport } from '../../annual-report.ts';
import { sectionName, sectionPath } from '../text/places.ts';
import { type FoldedText, foldText, originalSpan } from './text/folded-text.ts';
import { type NumberReading, readNumbers } from './text/quantities.ts';
import { type Sentence, splitSentences, type Topic } from './text/sentences.ts';
import { type Claim, listClaims } from './ties/claims.ts';
import { type Enumeration, listEnumerations } from './ties/enumerations.ts';
import { listMentions, type Mention } from './ties/mentions.ts';
import { scopeOf } from './ties/scope.ts';

/** A running text of the report: the preamble, or the text of one section. */
export interface Passage {
  /** 0 is the preamble, 1 to 6 are the sections. */
  place: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** Dotted path of the text in the interchange document. */
  path: string;
  /** As it is called in a message: 开头说明, 第一部分. */
  name: string;
  /** As written, cut off after `longestPassage` characters. */
  raw: string;
  isCut: boolean;
  folded: FoldedText;
  sentences: readonly Sentence[];
  numbers: NumberReading;
  claims: readonly Claim[];
  mentions: readonly Mention[];
  enumerations: readonly Enumeration[];
}

/** The narrative of a report, read once for all rules. */
export interface Narrative {
  passages: readonly Passage[];
  /** The passages without the preamble. */
  sections: readonly Passage[];
}

/** Far longer than any section of a report; what is longer is read up to here, and a rule says so. */
export const longestPassage = 30_000;

const topics: readonly Topic[] = ['none', 'none', 'proactive', 'requests', 'remedies', 'other', 'other'];

const read = new WeakMap<AnnualReport, Narrative>();

/**
 * Reads the preamble and the six sections of a report into sentences, counts and mentions. The
 * reading is kept for as long as the report is, so a report must not be changed after it was
 * checked: make another one.
 */
export function readNarrative(report: AnnualReport): Narrative {
  let narrative = read.get(report);
  if (!narrative) {
    const passages = [
      readPassage(report, 0, 'preamble', report.preamble),
      ...report.sections.map(({ number, text }) => readPassage(report, number, sectionPath(number, 'text'), text)),
    ];
    narrative = { passages, sections: passages.filter(({ place }) => place > 0) };
    read.set(report, narrative);
  }
  return narrative;
}

function readPassage(report: AnnualReport, place: Passage['place'], path: string, written: string): Passage {
  const isCut = written.length > longestPassage;
  const raw = isCut ? written.slice(0, longestPassage) : written;
  const folded = foldText(raw);
  const { text } = folded;
  const sentences = splitSentences(text, topics[place] ?? 'none');
  const numbers = readNumbers(text);
  const claims = listClaims(text, sentences, numbers.quantities);
  const mentions = place === 0 ? [] : listMentions(text, sentences, claims, report, scopeOf(report));
  const enumerations = listEnumerations({ claims, sentences, folded });
  const name = place === 0 ? '开头说明' : sectionName(place);
  return { place, path, name, raw, isCut, folded, sentences, numbers, claims, mentions, enumerations };
}

/** A stretch of a passage as written, at most `longest` characters. */
export function quote(passage: Passage, start: number, end: number, longest = 40): string {
  const span = originalSpan(passage.folded, start, end);
  const words = passage.raw.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;
}

/** The words around a place in a passage: its clause and a little before, at most `longest` characters. */
export function quoteAround(passage: Passage, start: number, end: number, longest = 40): string {
  const { text } = passage.folded;
  let from = start;
  while (from > 0 && end - from < longest && !/[。；\n！？]/.test(text[from - 1] as string)) from--;
  const clause = text.slice(from, start).search(/(?<=[，；])[^，；]*$/);
  if (end - from >= longest && clause > 0) from += clause;
  let to = end;
  while (to < text.length && to - from < longest && !/[，。；、）\n]/.test(text[to] as string)) to++;
  if (text[to] === '）' && text.slice(from, to).includes('（')) to++;
  return quote(passage, from, to, longest + 20);
}
