import type { PrintableCell, PrintableDocument, PrintableTable } from '../../kernel/printable-document.ts';
import { getForm } from '../../report/domain/forms/index.ts';
import { placeNames } from '../../report/domain/place-name.ts';
import type { Examined } from './examined.ts';
import { severityWords, verdictOf, wordsOf } from './severity.ts';

/** 汇总表: a sheet of units × findings, and a sheet with a line for every finding. */
export function layOutFindingsTable(examined: readonly Examined[]): PrintableDocument {
  return {
    title: '年报体检汇总表',
    blocks: [layOutUnits(examined), layOutFindings(examined)].flatMap((table) => [
      { kind: 'heading' as const, level: 1 as const, text: table.name },
      table,
    ]),
  };
}

function layOutUnits(examined: readonly Examined[]): PrintableTable {
  return {
    kind: 'table',
    name: '各单位结果',
    columns: [6, 30, 8, ...severityWords.map(() => 10), 24, 40],
    head: [headings(['序号', '单位', '年度', ...severityWords.map(({ name }) => name), '结论', '文件'])],
    groups: [
      examined.map(({ name, report, summary }, index) => [
        cell(index + 1),
        cell(report.organ ?? name, 'left'),
        cell(report.year ?? ''),
        ...severityWords.map(({ severity }) => cell(summary[severity])),
        cell(verdictOf(summary).text, 'left'),
        cell(name, 'left'),
      ]),
    ],
    density: 'normal',
  };
}

function layOutFindings(examined: readonly Examined[]): PrintableTable {
  return {
    kind: 'table',
    name: '问题明细',
    columns: [20, 7, 10, 22, 50, 28, 18, 24],
    head: [headings(['单位', '年度', '类别', '规则', '问题', '位置', '应为', '现为'])],
    groups: examined.map(({ name, report, findings }) => {
      const form = getForm(report.form);
      return findings.map((finding) => [
        cell(report.organ ?? name, 'left'),
        cell(report.year ?? ''),
        cell(wordsOf(finding.severity).name),
        cell(finding.rule, 'left'),
        cell(finding.message, 'left'),
        cell(placeNames(form, finding.paths), 'left'),
        cell(finding.expected, 'left'),
        cell(finding.found, 'left'),
      ]);
    }),
    density: 'normal',
  };
}

const headings = (texts: readonly string[]): PrintableCell[] => texts.map((text) => ({ text, header: 'column' }));

const cell = (value: string | number, align?: 'left'): PrintableCell => ({
  text: String(value),
  ...(typeof value === 'number' ? { numeric: true } : {}),
  ...(align ? { align } : {}),
});
