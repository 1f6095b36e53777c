import { failure, type Result, success } from '../../kernel/result.ts';
import type { AnnualReport } from '../../report/domain/annual-report.ts';

/**
 * The largest report that is shown, far beyond what a person writes in a report. A report is
 * checked, shown and written in one piece while everybody else waits, so that its size must have a
 * bound besides that of its file.
 */
const largest = { characters: 300_000, paragraphs: 5_000, notes: 5_000 };

/** The report, or a refusal when it is larger than any that a person wrote. */
export function refuseOversized(report: AnnualReport): Result<AnnualReport> {
  if (report.notes.length > largest.notes) return oversized;
  const texts = [report.preamble, ...report.sections.map(({ text }) => text)];
  // Counted one by one: a list of all paragraphs may be larger than the report.
  const paragraphs = texts.reduce((total, text) => total + countLines(text), 0);
  if (paragraphs > largest.paragraphs) return oversized;
  return JSON.stringify(report).length > largest.characters ? oversized : success(report);
}

const oversized = failure(
  'oversized-report',
  '年报正文过长，远远超过一份年度报告，没有检查。请只保留年度报告本身（去掉附件和其他材料）后重试。',
);

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
