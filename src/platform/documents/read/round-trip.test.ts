import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../kernel/neutral-document.ts';
import { buildDocx, tableToDocx } from './fixtures/build-docx.ts';
import { tableToHtml } from './fixtures/build-html.ts';
import { buildPdf, tableToPdf, textAt } from './fixtures/build-pdf.ts';
import { buildXlsx, tableToSheet } from './fixtures/build-xlsx.ts';
import { randomTable } from './fixtures/random-table.ts';
import { readDocument } from './read-document.ts';

const readBlocks = async (name: string, bytes: Uint8Array): Promise<Block[]> => {
  const result = await readDocument({ name, bytes });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.blocks;
};

/** Every format must give back the very cells that were written, whatever is merged. */
const returns = (blanks: 'blanks' | 'no blanks', name: string, build: (table: Table) => Uint8Array, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(randomTable(blanks), async (table) => {
      expect(await readBlocks(name, build(table))).toEqual([table]);
    }),
    { numRuns },
  );

describe('任何合并方式的表格，读回的单元格与写入的相同', () => {
  it('HTML', () => returns('blanks', '年报.html', (table) => Buffer.from(tableToHtml(table)), 300));

  it('Word', () => returns('blanks', '年报.docx', (table) => buildDocx(tableToDocx(table)), 300));

  it('Excel', () => returns('no blanks', '年报.xlsx', (table) => buildXlsx([tableToSheet(table)]), 300));

  // Reading a PDF starts a thread; so many tables stand in one file, each on a page of its own under a line of text.
  const inOnePdf = (isStroked: boolean) =>
    fc.assert(
      fc.asyncProperty(fc.array(randomTable('blanks'), { minLength: 30, maxLength: 30 }), async (tables) => {
        const pages = tables.map((table) => ({
          draw: textAt(50, 800, '统计表') + tableToPdf(table, { columnWidth: 80, isStroked }),
        }));
        const blocks = await readBlocks('年报.pdf', buildPdf(pages));
        expect(blocks.filter((block) => block.kind === 'table')).toEqual(tables);
      }),
      { numRuns: 3, endOnFailure: true },
    );

  it('PDF，边框为细条', () => inOnePdf(false), 60_000);

  it('PDF，边框为描线', () => inOnePdf(true), 60_000);
});
