import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxFaults, xlsxFaults } from '../../../../tests/support/ooxml.ts';
import type { PrintableDocument } from '../../../kernel/printable-document.ts';
import { printableFormats } from '../../../kernel/printable-document.ts';
import { writeDocument } from './index.ts';

/** Any text at all: control characters, halves of rare characters, marks of every format. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('<w:t>', '&amp;', ']]>', '\u0000', '\ud83d', '=1+1', '| --- |', '<script>', '\r\n', '　'),
);

const anyDocument: fc.Arbitrary<PrintableDocument> = fc
  .record({ title: anyText, heading: anyText, text: anyText, cells: fc.array(anyText, { minLength: 4, maxLength: 4 }) })
  .map(({ title, heading, text, cells: [a = '', b = '', c = '', d = ''] }) => ({
    title,
    blocks: [
      { kind: 'title', parts: [title] },
      { kind: 'heading', level: 1, text: heading },
      { kind: 'paragraph', role: 'body', runs: [{ text, kind: 'plain' }] },
      {
        kind: 'table',
        name: heading,
        columns: [1, 1],
        head: [
          [
            { text: a, header: 'column' },
            { text: b, header: 'column' },
          ],
        ],
        groups: [[[{ text: c, header: 'row' }, { text: d }]]],
        density: 'compact',
      },
    ],
  }));

describe('whatever stands in a document', () => {
  it('the Word file opens without a repair prompt', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect(docxFaults(await writeDocument(document, 'docx'))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('the workbook opens without a repair prompt', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect(xlsxFaults(await writeDocument(document, 'xlsx'))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('the page runs nothing and stays one page', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const html = new TextDecoder().decode(await writeDocument(document, 'html'));
        expect(html).not.toContain('<script');
        expect(html.match(/<\/html>/g)).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});

it.each(printableFormats)('a document is the same bytes every time it is written as %s', async (format) => {
  const [document] = fc.sample(anyDocument, { numRuns: 1, seed: 7 }) as [PrintableDocument];
  const first = await writeDocument(document, format);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  // A zip keeps its times in steps of two seconds.
  expect(Buffer.from(await writeDocument(document, format)).equals(Buffer.from(first))).toBe(true);
});
