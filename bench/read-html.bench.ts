// Reading web pages into neutral documents, beside parse5 alone on the same pages. The whole reading of a
// report may take twice the time of parse5; what is left after these figures is for the reader of reports.
import { parse } from 'parse5';
import { readDocument } from '../src/platform/documents/index.ts';
import { printTimings, timeAgainst } from './support/against.ts';
import { readFixture, siteAround } from './support/pages.ts';

const report = readFixture('report.html').toString();
const pages = [
  { name: 'report alone', html: report },
  { name: 'report in the page of a site', html: siteAround(report) },
];

for (const { name, html } of pages) {
  const bytes = Buffer.from(html);
  const timings = await timeAgainst([
    { name: 'parse5', run: () => parse(html) },
    { name: 'readDocument', run: () => readDocument({ name: '年报.html', bytes }) },
  ]);
  printTimings(`${name}, ${(bytes.length / 1024).toFixed(0)} KB`, timings);
}
