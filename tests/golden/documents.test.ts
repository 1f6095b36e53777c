import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../src/platform/documents/index.ts';
import type { AnnualReport } from '../../src/report/domain/annual-report.ts';
import { parseAnnualReport } from '../../src/report/domain/interchange/index.ts';
import { layOutIssueLetter, layOutReport } from '../../src/report/domain/write/index.ts';
import { docxFaults, partsOf, xlsxFaults } from '../support/ooxml.ts';

/** `word/document.xml` with a line for each block, row and cell, without the names of namespaces. */
function normalised(bytes: Uint8Array): string {
  const xml = partsOf(bytes).get('word/document.xml') ?? '';
  return xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(/<w:document[^>]*>/, '<w:document>')
    .replace(/(?=<w:(?:body|p|tbl|tblGrid|tr|tc|sectPr)[ >/])/g, '\n')
    .replace(/<w:tc>\n/g, '<w:tc>')
    .trim()
    .concat('\n');
}

/** A fixed report with everything that can stand in a cell: a number, nothing, a stroke, words, a long number. */
function sampleReport(form: '2021' | '2019'): AnnualReport {
  const read = parseAnnualReport(
    JSON.parse(readFileSync(new URL(`documents/report-${form}.json`, import.meta.url), 'utf8')),
  );
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

const letterOf = (report: AnnualReport) =>
  layOutIssueLetter({
    report,
    rules: [{ id: 'REQ-BALANCE', title: '勾稽关系', source: '国办公开办函〔2021〕30号 表内勾稽关系' }],
    findings: [
      {
        rule: 'REQ-BALANCE',
        severity: 'error',
        paths: ['requests.newlyReceived.total', 'requests.handledTotal.total'],
        message: '表三“总计”列不符：本年新收 + 上年结转 = 办理结果总计 + 结转下年度。',
        expected: '14069 + 560 = 14629',
        found: '14630',
      },
      {
        rule: 'CELL-BLANK',
        severity: 'unknown',
        paths: ['requests.disclosed.natural'],
        message: '空白。',
        expected: '',
        found: '',
      },
    ],
  });

describe('a Word file in the official format', () => {
  it.each(['2021', '2019'] as const)('of a report on form %s', async (form) => {
    const bytes = await writeDocument(layOutReport(sampleReport(form)), 'docx');
    expect(docxFaults(bytes)).toEqual([]);
    await expect(normalised(bytes)).toMatchFileSnapshot(`documents/report-${form}.document.xml`);
  });

  it('of a letter to the unit', async () => {
    const bytes = await writeDocument(letterOf(sampleReport('2021')), 'docx');
    expect(docxFaults(bytes)).toEqual([]);
    await expect(normalised(bytes)).toMatchFileSnapshot('documents/issue-letter.document.xml');
  });
});

describe('a report in other formats', () => {
  it('as a workbook opens without a repair prompt', async () => {
    for (const form of ['2021', '2019'] as const) {
      expect(xlsxFaults(await writeDocument(layOutReport(sampleReport(form)), 'xlsx'))).toEqual([]);
    }
  });

  it('as Markdown', async () => {
    const text = new TextDecoder().decode(await writeDocument(layOutReport(sampleReport('2021')), 'md'));
    await expect(text).toMatchFileSnapshot('documents/report-2021.md.txt');
  });
});
