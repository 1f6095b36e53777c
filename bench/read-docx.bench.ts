// Reading Word files into neutral documents, beside unzipping and parsing their XML alone. The whole reading of a
// report may take one and a half times as long; what is left after these figures is for the reader of reports.
import { unzipSync } from 'fflate';
import sax from 'sax';
import { readDocument } from '../src/platform/documents/index.ts';
import { printTimings, timeAgainst } from './support/against.ts';
import { readFixture } from './support/pages.ts';

const bytes = readFixture('report.docx');

const timings = await timeAgainst([
  { name: 'fflate and sax', run: () => parseParts(bytes) },
  { name: 'readDocument', run: () => readDocument({ name: '年报.docx', bytes }) },
]);
printTimings(`report, ${(bytes.length / 1024).toFixed(0)} KB`, timings);

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
