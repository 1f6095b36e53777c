import type { AnnualReport } from '../../annual-report.ts';

/** The part of a section that a finding speaks of. */
export function sectionPath(number: number, part?: 'heading' | 'text'): string {
  return `sections.${number - 1}${part ? `.${part}` : ''}`;
}

/** How a section is called in a sentence: 第三部分. */
export function sectionName(number: number): string {
  return `第${'〇一二三四五六'[number]}部分`;
}

/** A stretch of text in a report and where it stands. */
export interface Passage {
  path: string;
  /** How the place is called in a sentence. */
  name: string;
  text: string;
}

/** Preamble and section texts in reading order; empty ones left out. */
export function listPassages(report: AnnualReport): Passage[] {
  const passages = [{ path: 'preamble', name: '开头说明', text: report.preamble }];
  for (const { number, text } of report.sections) {
    passages.push({ path: sectionPath(number, 'text'), name: sectionName(number), text });
  }
  return passages.filter(({ text }) => text !== '');
}

/** A short quotation around a place in a text, on one line. */
export function quoteAround(text: string, index: number, length: number, around = 12): string {
  const from = Math.max(0, index - around);
  const to = Math.min(text.length, index + length + around);
  const middle = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${middle}${to < text.length ? '…' : ''}`;
}
