import type { AnnualReport } from '../../../annual-report.ts';
import { bodyless } from '../../organ-name.ts';
import { type Passage, readNarrative } from '../narrative.ts';
import { isPrescribed, withoutSetPhrases } from './prescribed.ts';

/** Length of the pieces that are compared, in characters without punctuation. */
export const pieceLength = 8;
/** Of so many pieces in a row the smallest is kept as a print: every common run of 11 characters shows. */
const windowLength = 4;
/** Shorter paragraphs are alike by chance. */
export const shortestParagraph = 60;

/** A paragraph made comparable: names, numbers, punctuation and prescribed sentences taken out. */
export interface Paragraph {
  passage: Passage;
  text: string;
  /** For each character of `text` its offset in the folded text of the passage. */
  offsets: Uint32Array;
  /** Hash of every piece, by its first character. */
  pieces: Int32Array;
  /** The hashes chosen to stand for the paragraph, each once. */
  prints: Int32Array;
}

const kept = new WeakMap<AnnualReport, readonly Paragraph[]>();

/** The paragraphs of a report that are long enough to compare, kept as long as the report is. */
export function listParagraphs(report: AnnualReport): readonly Paragraph[] {
  let paragraphs = kept.get(report);
  if (!paragraphs) {
    const names = ownNames(report);
    paragraphs = readNarrative(report).sections.flatMap((passage) => paragraphsOf(passage, names));
    kept.set(report, paragraphs);
  }
  return paragraphs;
}

function paragraphsOf(passage: Passage, names: RegExp | undefined): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const { sentences } = passage;
  for (let first = 0; first < sentences.length; ) {
    let next = first;
    while (next < sentences.length && sentences[next]?.line === sentences[first]?.line) next++;
    const paragraph = comparable(passage, sentences.slice(first, next), names);
    if (paragraph.text.length >= shortestParagraph) paragraphs.push(paragraph);
    first = next;
  }
  return paragraphs;
}

const letters = /[\u3400-\u9fffA-Za-z#@]/;
const selves = /(?:我|本|全|该)(?:镇|乡|县|区|市|局|委|办|街道(?:办事处)?|单位|机关|旗|中心)/g;

function comparable(
  passage: Passage,
  sentences: readonly { start: number; end: number }[],
  names: RegExp | undefined,
): Paragraph {
  const characters: string[] = [];
  const offsets: number[] = [];
  for (const { start, end } of sentences) {
    const sentence = passage.folded.text.slice(start, end);
    if (isPrescribed(sentence)) continue;
    const blotted = blotNames(withoutSetPhrases(sentence), names);
    for (let index = 0; index < blotted.length; index++) {
      const each = blotted[index] as string;
      if (!letters.test(each) || (each === '#' && characters.at(-1) === '#')) continue;
      characters.push(each);
      offsets.push(start + index);
    }
  }
  const text = characters.join('');
  const pieces = hashPieces(text);
  return { passage, text, offsets: Uint32Array.from(offsets), pieces, prints: winnow(pieces) };
}

/** Names become full stops, numbers become one sign, so that neither makes two texts alike or unlike. */
function blotNames(sentence: string, names: RegExp | undefined): string {
  const blot = (words: string) => '。'.repeat(words.length);
  const named = names ? sentence.replace(names, blot) : sentence;
  return named.replace(selves, blot).replace(/\d/g, '#');
}

/** The organ's own name, whole and in its parts. */
function ownNames({ organ, title }: AnnualReport): RegExp | undefined {
  const name = bodyless(organ ?? title?.replace(/20\d\d.*$/, '') ?? '');
  const parts = name.match(/[\u4e00-\u9fff]{1,6}?(?:省|自治区|市|自治州|州|县|区|旗|镇|乡|街道)/g) ?? [];
  const words = [name, ...parts].filter((word) => word.length >= 2).sort((a, b) => b.length - a.length);
  if (words.length === 0) return undefined;
  return new RegExp(`(?:${words.join('|')})(?:人民政府|党委、?政府|政府|党委|党政办公室|办事处)?`, 'g');
}

function hashPieces(text: string): Int32Array {
  const count = Math.max(0, text.length - pieceLength + 1);
  const pieces = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0;
    for (let index = 0; index < pieceLength; index++)
      hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(at + index)) | 0;
    // Mixed, so that the smallest of a window is chosen by chance and not by its first character.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    pieces[at] = hash ^ (hash >>> 13);
  }
  return pieces;
}

function winnow(pieces: Int32Array): Int32Array {
  const prints = new Set<number>();
  for (let at = 0; at + windowLength <= pieces.length; at++) {
    let least = pieces[at] as number;
    for (let index = 1; index < windowLength; index++) least = Math.min(least, pieces[at + index] as number);
    prints.add(least);
  }
  return Int32Array.from(prints);
}
