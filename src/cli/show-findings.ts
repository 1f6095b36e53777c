import type { CheckResult, Finding, Severity } from '../report/domain/finding.ts';
import type { Form } from '../report/domain/forms/index.ts';
import { placeName, placeNames } from '../report/domain/place-name.ts';
import { cut, displayTable, displayWidth, harmless, wrap } from './display.ts';
import type { Style, Terminal } from './terminal.ts';

/** How a severity is called, in the order in which a clerk has to deal with them. */
const severityWords: readonly { severity: Severity; word: string; style: Style }[] = [
  { severity: 'error', word: '错误', style: 'red' },
  { severity: 'unknown', word: '无法判断', style: 'magenta' },
  { severity: 'warning', word: '警告', style: 'yellow' },
  { severity: 'notice', word: '提示', style: 'cyan' },
];

/** The findings of one report for people, grouped by severity. */
export function showFindings(result: CheckResult, form: Form, terminal: Terminal): string[] {
  const lines = [`${terminal.paint(harmless(result.file), 'bold')}：${summaryWords(result, terminal)}`];
  for (const { severity, word, style } of severityWords) {
    for (const finding of result.findings.filter((each) => each.severity === severity)) {
      lines.push(...findingLines(finding, word, style, form, terminal));
    }
  }
  return lines;
}

/** 错误 2，警告 1 — or that nothing was found. */
function summaryWords({ summary }: Pick<CheckResult, 'summary'>, terminal: Terminal): string {
  const counts = severityWords.filter(({ severity }) => summary[severity] > 0);
  if (counts.length === 0) return terminal.paint('没有发现问题', 'green');
  return counts.map(({ severity, word, style }) => terminal.paint(`${word} ${summary[severity]}`, style)).join('，');
}

/** A quotation longer than this, in columns, is cut. */
const mostQuoted = 400;

function findingLines(finding: Finding, word: string, style: Style, form: Form, terminal: Terminal): string[] {
  const { rule, message, expected, found, paths } = finding;
  const indent = '      ';
  const [first = '', ...rest] = wrap(`  ${word} ${harmless(message)}〔${rule}〕`, terminal.width, indent);
  // Most messages name their cells themselves; only places they leave out are added.
  const places = paths.filter((path) => !message.includes(placeName(form, path).slice(0, 2)));
  const details = [
    places.length === 0 ? '' : `位置：${placeNames(form, places)}`,
    expected === '' ? '' : `应为：${cut(harmless(expected), mostQuoted)}`,
    // A message about an empty cell says so itself.
    found === '' || found === '空白' ? '' : `现为：${cut(harmless(found), mostQuoted)}`,
  ].filter((each) => each !== '');
  return [first.replace(word, terminal.paint(word, style)), ...rest, ...detailLines(details, indent, terminal.width)];
}

/** Beside each other where they fit on a line, else each on its own, so that no label is torn from its value. */
function detailLines(details: readonly string[], indent: string, width: number): string[] {
  const line = `${indent}${details.join('　')}`;
  if (details.length === 0) return [];
  if (displayWidth(line) <= width) return [line];
  return details.flatMap((detail) => wrap(`${indent}${detail}`, width, indent));
}

/** One line for each of many reports, and what they come to together. */
export function showSummary(results: readonly CheckResult[], unread: number, terminal: Terminal): string[] {
  const rows = results.map(({ file, summary }) => [
    harmless(file),
    ...severityWords.map(({ severity }) => String(summary[severity])),
  ]);
  const table = displayTable(
    [{ title: '文件', yields: true }, ...severityWords.map(({ word }) => ({ title: word, align: 'right' as const }))],
    rows,
    terminal,
  );
  const clean = results.filter(({ summary }) => summary.error + summary.unknown === 0).length;
  return [
    ...table,
    `共 ${results.length} 份报告，其中 ${clean} 份没有错误和无法判断的问题${unread > 0 ? `；另有 ${unread} 个文件未能读取` : ''}。`,
  ];
}
