// Reading reports from web pages, beside parse5 alone on the same pages. The whole reading may take twice the
// time of parse5. A bare page without any style is shown too: there the words of the report are all there is to
// parse, and reading them takes longer than finding them.
import { parse } from 'parse5';
import { readDocument } from '../src/platform/documents/index.ts';
import { readReport } from '../src/report/index.ts';
import { printTimings, timeAgainst } from './support/against.ts';
import { pastedFromWord, readFixture, siteAround } from './support/pages.ts';

const report = readFixture('report.html').toString();
const pages = [
  { name: 'report pasted from Word in the page of a site', html: siteAround(pastedFromWord(report)) },
  { name: 'report in the page of a site', html: siteAround(report) },
  { name: 'report alone, without styles', html: report },
];

for (const { name, html } of pages) {
  const bytes = Buffer.from(html);
  const timings = await timeAgainst([
    { name: 'parse5', run: () => parse(html) },
    { name: 'into a neutral document', run: () => readDocument({ name: '年报.html', bytes }) },
    { name: 'into a report', run: () => readReport({ name: '年报.html', bytes }) },
  ]);
  printTimings(`${name}, ${(bytes.length / 1024).toFixed(0)} KB`, timings);
}
