// Reading reports from Word files, beside unzipping and parsing their XML alone. The whole reading may take one and
// a half times as long.
import { unzipSync } from 'fflate';
import sax from 'sax';
import { readDocument } from '../src/platform/documents/index.ts';
import { readReport, writeReport } from '../src/report/index.ts';
import { printTimings, timeAgainst } from './support/against.ts';
import { readFixture } from './support/pages.ts';

const plain = readFixture('report.docx');
const read = await readReport({ name: '年报.docx', bytes: plain });
if (!read.ok) throw new Error(read.problem.message);
const files = [
  { name: 'report in the official form', bytes: await writeReport(read.value, 'docx') },
  { name: 'report without any formatting', bytes: new Uint8Array(plain) },
];

for (const { name, bytes } of files) {
  const timings = await timeAgainst([
    { name: 'fflate and sax', run: () => parseParts(bytes) },
    { name: 'into a neutral document', run: () => readDocument({ name: '年报.docx', bytes }) },
    { name: 'into a report', run: () => readReport({ name: '年报.docx', bytes }) },
  ]);
  printTimings(`${name}, ${(bytes.length / 1024).toFixed(0)} KB`, timings);
}

/** The parts that hold text, styles and numbers, inflated and parsed, and nothing done with them. */
function parseParts(file: Uint8Array): number {
  const wanted = /^(?:_rels\/\.rels|word\/(?:document|styles|numbering)\.xml|word\/_rels\/document\.xml\.rels)$/;
  const parts = unzipSync(file, { filter: ({ name }) => wanted.test(name) });
  const decoder = new TextDecoder();
  let elements = 0;
  for (const part of Object.values(parts)) {
    const parser = new sax.SAXParser(true, { position: false });
    parser.onopentag = () => {
      elements++;
    };
    parser.write(decoder.decode(part)).close();
  }
  return elements;
}
