import { forms } from '../forms/index.ts';
import { core, fold, type Simplify, trimmed } from './fold.ts';
import { filledCells, lineText, type SourceLine } from './lines.ts';

/** Where the parts of the (first) report stand, as indexes into its lines. */
export interface Outline {
  lines: SourceLine[];
  /** Comparable form of each line. */
  folds: string[];
  /** Line of the heading of section n at index n − 1; undefined when the section has none. */
  headings: (number | undefined)[];
  /** Heading texts as written, without their numbers. */
  headingTexts: string[];
  /** Sections whose heading carries no number. */
  unnumbered: number[];
  /** First line of the region in which table 二, 三, 四 are to be sought, and the line after it. */
  regions: { proactive: Region; requests: Region; remedies: Region };
  /** The line after the last line of the report. */
  end: number;
  /** A second report begins at `end`. */
  hasSecondReport: boolean;
}

export interface Region {
  from: number;
  to: number;
}

interface HeadingCandidate {
  section: number;
  line: number;
  text: string;
  /** False for a line that only has the right number in front. */
  byWording: boolean;
  numbered: boolean;
}

const digits = '一二三四五六';
const wordings = new Map<string, number>();
for (const form of forms) {
  for (const section of form.sections) {
    for (const wording of [section.heading, ...section.variants]) wordings.set(fold(wording), section.number);
  }
}
const longestFirst = [...wordings.keys()].sort((a, b) => b.length - a.length);

const tableLabel = /本年度?新收|上年度?结转|本年度?办理结果|结转下年/;
/** Words a table begins with, on the fold of a line or of one of its cells. */
const tableMarks = {
  proactive:
    /^第二十条第?(?:[(].{1,3}[)])?项?(?:条第.{0,6})?$|^信息内容(?:本年|上一年|采购|$)|^本年(?:制发|废止)件数|^现行有效件数|^本年新(?:制作|公开)数量/,
  requests: /^[(]?本列数据的?勾稽关系|^申请人情况|^(?:[(]?一[),.]+)?本年度?新收政府信息公开申请(?:数量)?[\d\s]*$/,
  remedies: /^行政复议(?:行政诉讼)?$|^结果维持|^未经复议直接起诉|^结果结果/,
};

/** Finds the headings and tables of the first report in the lines of a document. */
export function outlineOf(source: readonly SourceLine[], simplify: Simplify): Outline {
  const lines = splitAtHeadings(source, simplify);
  const folds = lines.map((line) => fold(simplify(lineText(line))));
  const candidates = headingCandidates(lines, folds);

  const isTableLine = (index: number, mark: RegExp): boolean => {
    const line = lines[index];
    const folded = folds[index] ?? '';
    if (!line || folded === '') return false;
    return (
      mark.test(folded.slice(0, 80)) ||
      (line.kind !== 'prose' && line.cells.some((cell) => mark.test(fold(simplify(cell.text)))))
    );
  };
  const firstMark = (mark: RegExp, from: number): number | undefined => {
    for (let index = from; index < lines.length; index += 1) if (isTableLine(index, mark)) return index;
    return undefined;
  };
  const p = firstMark(tableMarks.proactive, 0);
  const q = firstMark(tableMarks.requests, p ?? 0);
  const r = firstMark(tableMarks.remedies, q ?? p ?? 0);

  const last = (section: number, after: number, before: number): HeadingCandidate | undefined => {
    const inside = candidates.filter((each) => each.section === section && each.line > after && each.line < before);
    return inside.findLast((each) => each.byWording) ?? inside.at(-1);
  };
  const first = (section: number, after: number): HeadingCandidate | undefined => {
    const inside = candidates.filter((each) => each.section === section && each.line > after);
    return inside.find((each) => each.byWording) ?? inside[0];
  };

  const anyHeading4 = first(4, q ?? p ?? -1)?.line;
  const h4 = last(4, q ?? p ?? -1, r ?? (anyHeading4 === undefined ? lines.length : anyHeading4 + 1));
  const h3 = last(3, p ?? -1, q ?? h4?.line ?? r ?? lines.length);
  const h2 = last(2, -1, p ?? h3?.line ?? q ?? lines.length);
  const h1 = last(1, -1, h2?.line ?? p ?? h3?.line ?? q ?? lines.length);
  const beforeFive = r ?? h4?.line ?? q ?? h3?.line ?? p ?? h2?.line ?? h1?.line ?? -1;
  const h5 = first(5, beforeFive);
  const h6 = first(6, h5?.line ?? beforeFive);
  const chosen = [h1, h2, h3, h4, h5, h6];

  const { end, hasSecondReport } = endOfReport(
    lines,
    folds,
    candidates,
    Math.max(h6?.line ?? -1, h5?.line ?? -1, r ?? -1, q ?? -1, h4?.line ?? -1),
  );
  const headings = chosen.map((each) => (each && each.line < end ? each.line : undefined));
  const next = (...indexes: (number | undefined)[]): number => {
    for (const index of indexes) if (index !== undefined) return Math.min(index, end);
    return end;
  };
  const start = (heading: number | undefined, mark: number | undefined): number | undefined =>
    heading !== undefined ? heading + 1 : mark;
  const from2 = start(headings[1], p);
  const from3 = start(headings[2], q);
  const from4 = start(headings[3], r);
  const region = (from: number | undefined, to: number): Region => ({ from: from ?? to, to: Math.max(from ?? to, to) });
  return {
    lines,
    folds,
    headings,
    headingTexts: chosen.map((each, index) => (headings[index] === undefined ? '' : (each?.text ?? ''))),
    unnumbered: chosen.flatMap((each, index) =>
      each && headings[index] !== undefined && !each.numbered ? [index + 1] : [],
    ),
    regions: {
      proactive: region(from2, next(headings[2], q, headings[3], r, headings[4], headings[5])),
      requests: region(from3, next(headings[3], r, headings[4], headings[5])),
      remedies: region(from4, next(headings[4], headings[5])),
    },
    end,
    hasSecondReport,
  };
}

function headingCandidates(lines: readonly SourceLine[], folds: readonly string[]): HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const folded = folds[index] ?? '';
    if (!line || folded.length < 2 || folded.length > 60 || filledCells(line) > 2) continue;
    const ordinal = /^[(]?([一二三四五六])[),.]*/.exec(folded);
    const rest = core(folded);
    const section = wordings.get(rest) ?? (ordinal ? findByPrefix(rest) : undefined);
    const text = withoutOrdinal(trimmed(lineText(line)));
    const numbered = rest !== folded || line.kind !== 'prose';
    if (section !== undefined) candidates.push({ section, line: index, text, byWording: true, numbered });
    else if (
      ordinal &&
      /^[一二三四五六],/.test(folded) &&
      rest.length <= 24 &&
      !/[。;,]/.test(rest) &&
      !tableLabel.test(rest)
    ) {
      candidates.push({
        section: digits.indexOf(ordinal[1] ?? '') + 1,
        line: index,
        text,
        byWording: false,
        numbered: true,
      });
    }
  }
  return candidates;
}

function findByPrefix(rest: string): number | undefined {
  const wording = longestFirst.find((each) => rest.startsWith(each) && rest.length <= each.length + 12);
  if (!wording || /[。;]/.test(rest.slice(wording.length))) return undefined;
  return wordings.get(wording);
}

/** 二、 主动公开政府信息情况 → 主动公开政府信息情况 */
function withoutOrdinal(heading: string): string {
  return heading
    .replace(/^[#*\s]+|[*\s]+$/g, '')
    .replace(/^第\s*[一二三四五六]\s*(?:部分|章|节)\s*[、.．:：]?\s*/, '')
    .replace(/^[（(]?\s*[一二三四五六]\s*(?:[）)]\s*[、.．]?|[、.．,，:：]|(?=\s))\s*/, '')
    .trim();
}

/** Breaks lines that hold a heading and its text, as pages with one long line do. */
function splitAtHeadings(source: readonly SourceLine[], simplify: Simplify): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const line of source) {
    const text = filledCells(line) === 1 ? lineText(line) : '';
    if (line.kind === 'positioned' || text.length < 40 || !/[一二三四五六]\s*[、.．]/.test(text)) {
      lines.push(line);
      continue;
    }
    const cuts = inlineHeadings(text, simplify);
    if (cuts.length === 0) lines.push(line);
    else {
      const bounds = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
      for (let index = 0; index + 1 < bounds.length; index += 1) {
        const piece = text.slice(bounds[index], bounds[index + 1]);
        for (const part of sentencesApart(piece)) lines.push({ ...line, kind: 'prose', cells: [{ text: part }] });
      }
    }
  }
  return lines;
}

/** Sentences on lines of their own, so that they do not stand in the middle of a table's words. */
function sentencesApart(text: string): string[] {
  const parts: string[] = [];
  let sentence = false;
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const isSentence = word.includes('。');
    if (parts.length > 0 && !isSentence && !sentence) parts[parts.length - 1] += ` ${word}`;
    else parts.push(word);
    sentence = isSentence;
  }
  return parts;
}

const headingInside = new RegExp(
  `(?:^|(?<=[\\s。；;：:）)】|]))[一二三四五六]\\s*[、.．]\\s*(?:${longestFirst.map((each) => each.replace(/,/g, '[、，,]')).join('|')})(?=[\\s（(|：:]|$)`,
  'g',
);
const titleInside = /^\s*\S{0,40}?20\d{2}年度?\S{0,30}?政府信息公开(?:工作)?(?:年度)?(?:报告|年报)(?=\s)/;

/** Positions at which a heading starts or ends inside a text. */
function inlineHeadings(text: string, simplify: Simplify): number[] {
  const plain = simplify(text);
  const cuts: number[] = [];
  for (const match of plain.matchAll(headingInside)) cuts.push(match.index, match.index + match[0].length);
  if (cuts.length > 0) {
    const title = titleInside.exec(plain);
    if (title) cuts.push(title[0].length);
  }
  return cuts;
}

const titleLine =
  /(?:20\d{2}|二[〇○零0O]\S{2})年?度?.{0,30}政府信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)(?:[(].{0,12}[)])?$/;
const titleLineReversed =
  /政府信息公开(?:工作)?(?:20\d{2}年?度?(?:年度)?(?:工作)?(?:报告|年报)|(?:年度)?(?:工作)?(?:报告|年报)[(]20\d{2}年?度?[)])$/;

/** Whether a folded line can be the title of an annual report. */
export function isTitle(folded: string): boolean {
  return folded.length <= 70 && !/[。;]/.test(folded) && (titleLine.test(folded) || titleLineReversed.test(folded));
}

function endOfReport(
  lines: readonly SourceLine[],
  folds: readonly string[],
  candidates: readonly HeadingCandidate[],
  after: number,
): { end: number; hasSecondReport: boolean } {
  const restart = candidates.find((each) => each.section === 1 && each.byWording && each.line > after);
  for (let index = Math.max(after + 1, 0); index < lines.length; index += 1) {
    if (restart && restart.line === index) return { end: index, hasSecondReport: true };
    if (isTitle(folds[index] ?? '') && lines[index]?.kind !== 'cells') {
      // A title alone may be a link to another report; one with sections behind it is a report.
      if (restart) return { end: index, hasSecondReport: true };
    }
  }
  return { end: lines.length, hasSecondReport: false };
}
