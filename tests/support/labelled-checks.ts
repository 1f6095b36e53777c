import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getPlainDate } from '../../src/kernel/plain-date.ts';
import { inspectFile } from '../../src/platform/documents/inspect/index.ts';
import { type AttachedContent, composeDocument } from '../../src/publication/domain/check/compose.ts';
import type { Surroundings } from '../../src/publication/domain/check/document.ts';
import type { Hit } from '../../src/publication/domain/check/finding.ts';
import { runChecks } from '../../src/publication/domain/check/index.ts';
import { shippedWords } from '../../src/publication/domain/check/wording/slips.ts';
import type { Item } from '../../src/publication/domain/item.ts';
import type { LabelledAttachment } from './labelled-attachments.ts';

/** A text of the labelled set, with what is to be found in it. */
export interface LabelledText {
  file: string;
  line: number;
  text: string;
  expected: { check: string; start: number; end: number }[];
}

const golden = join(import.meta.dirname, '../golden');

/**
 * The texts of a labelled set: one a line, what is to be found stands in ⟦check|…⟧. `checks` is what the checks are made
 * to fit; `checks-unseen` was written without looking at them, and no check is changed to fit a text of it. Who learns from
 * its mistakes moves it to `checks` and writes a new one.
 */
export function listLabelledTexts(set: 'checks' | 'checks-unseen' = 'checks'): LabelledText[] {
  const folder = join(golden, set);
  return globSync('*.txt', { cwd: folder })
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .map((line, at) => ({
          ...readLabels(line.replaceAll('\\n', '\n')),
          file: basename(name, '.txt'),
          line: at + 1,
        }))
        .filter(({ text }) => text !== '' && !text.startsWith('#')),
    );
}

/** Takes the labels out of a text. */
function readLabels(labelled: string): Pick<LabelledText, 'text' | 'expected'> {
  const expected: LabelledText['expected'] = [];
  let text = '';
  for (const part of labelled.split(/(⟦[^⟧]*⟧)/)) {
    const [, check, words = ''] = /^⟦([\w-]+)\|([^⟧]*)⟧$/.exec(part) ?? [];
    if (check === undefined) text += part;
    else {
      expected.push({ check, start: text.length, end: text.length + words.length });
      text += words;
    }
  }
  return { text, expected };
}

/** The day of the labelled set, a Monday. */
const labelledDay = getPlainDate('2026-03-02');

/** An item of no special kind. */
const plainItem = {
  kind: 'notice',
  formedOn: getPlainDate('2026-03-01'),
  disclosure: 'proactive',
} as unknown as Item;

const noSurroundings: Surroundings = {
  today: labelledDay,
  words: shippedWords,
  missingFields: [],
  duplicates: [],
  links: [],
  isPublic: false,
};

const htmlOf = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** What all checks find in a text of one paragraph. */
const checkText = (text: string): Hit[] =>
  runChecks(
    composeDocument(
      plainItem,
      { title: '通知', summary: '', bodyHtml: `<p>${htmlOf(text)}</p>` },
      [],
      [],
      noSurroundings,
    ),
  );

/** What all checks find in an item with a body and attachments. */
export const checkBody = (bodyHtml: string, attachments: readonly AttachedContent[] = [], title = '通知'): Hit[] =>
  runChecks(composeDocument(plainItem, { title, summary: '', bodyHtml }, [], attachments, noSurroundings));

/** What an attachment was found to hold, as the checks take it. */
export const attached = async (file: { name: string; bytes: Uint8Array }): Promise<AttachedContent> => ({
  id: file.name,
  name: file.name,
  digest: file.name,
  ...(await inspectFile(file)),
});

/** How well a check does. */
export interface Score {
  check: string;
  found: number;
  missed: number;
  wrong: number;
}

export const precisionOf = ({ found, wrong }: Score): number => (found + wrong === 0 ? 1 : found / (found + wrong));
export const recallOf = ({ found, missed }: Score): number => (found + missed === 0 ? 1 : found / (found + missed));

/** All scores as one. */
export function sumOf(scores: readonly Score[]): Score {
  const count = (key: 'found' | 'missed' | 'wrong') => scores.reduce((sum, score) => sum + score[key], 0);
  return { check: 'all', found: count('found'), missed: count('missed'), wrong: count('wrong') };
}

/** Compares what is found with what is to be found, letter by letter. Each mistake is told in one line. */
export function scoreTexts(texts: readonly LabelledText[]): { scores: Score[]; mistakes: string[] } {
  const scores = new Map<string, Score>();
  const mistakes: string[] = [];
  const scoreOf = (check: string): Score => {
    const known = scores.get(check) ?? { check, found: 0, missed: 0, wrong: 0 };
    scores.set(check, known);
    return known;
  };
  for (const { file, line, text, expected } of texts) {
    const hits = checkText(text).flatMap(({ check, spans: [span] }) =>
      span ? [{ check, start: span.start, end: span.end }] : [],
    );
    for (const { check, start, end } of expected) {
      const isFound = hits.some((hit) => hit.check === check && hit.start === start && hit.end === end);
      if (isFound) scoreOf(check).found += 1;
      else {
        scoreOf(check).missed += 1;
        mistakes.push(`${file}:${line} ${check} missed “${text.slice(start, end)}” in “${text}”`);
      }
    }
    for (const { check, start, end } of hits) {
      if (expected.some((each) => each.check === check && each.start === start && each.end === end)) continue;
      scoreOf(check).wrong += 1;
      mistakes.push(`${file}:${line} ${check} wrongly found “${text.slice(start, end)}” in “${text}”`);
    }
  }
  return { scores: [...scores.values()].sort((one, other) => one.check.localeCompare(other.check)), mistakes };
}

/** The same of the attachments: what is found, and where in words. */
export async function scoreAttachments(
  files: readonly LabelledAttachment[],
): Promise<{ scores: Score[]; mistakes: string[] }> {
  const scores = new Map<string, Score>();
  const mistakes: string[] = [];
  const scoreOf = (check: string): Score => {
    const known = scores.get(check) ?? { check, found: 0, missed: 0, wrong: 0 };
    scores.set(check, known);
    return known;
  };
  for (const { name, bytes, expected } of files) {
    const hits = checkBody('<p>见附件。</p>', [await attached({ name, bytes })]).flatMap(({ check, place }) =>
      place.part === 'attachment' ? [{ check, where: place.piece }] : [],
    );
    for (const [check, where] of expected) {
      const at = hits.findIndex((hit) => hit.check === check && hit.where.includes(where));
      if (at >= 0) {
        hits.splice(at, 1);
        scoreOf(check).found += 1;
      } else {
        scoreOf(check).missed += 1;
        mistakes.push(`${name}: ${check} missed at ${where}`);
      }
    }
    for (const { check, where } of hits) {
      scoreOf(check).wrong += 1;
      mistakes.push(`${name}: ${check} wrongly found at ${where}`);
    }
  }
  return { scores: [...scores.values()].sort((one, other) => one.check.localeCompare(other.check)), mistakes };
}
