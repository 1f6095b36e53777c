import type { PrintableBlock, PrintableDocument, PrintableTable } from '../../../../kernel/printable-document.ts';
import { tableSheet, textSheet } from './sheets.ts';
import { packWorkbook } from './workbook.ts';

/**
 * A workbook with a sheet for every section: its name is the heading, its cells are the table,
 * with the text of the section above. What comes before the first table is on one sheet. Numbers
 * are numbers, merged cells merged.
 */
export function writeXlsx(document: PrintableDocument): Uint8Array {
  const names = new Set<string>();
  const sheets = chapters(document.blocks).map((chapter, index) => {
    const { name, isHeading } = nameOf(chapter, index, names);
    const blocks = isHeading ? chapter.blocks.slice(1) : chapter.blocks;
    return chapter.table ? tableSheet(name, blocks, chapter.table) : textSheet(name, blocks);
  });
  return packWorkbook(document.title, sheets.length > 0 ? sheets : [textSheet('正文', [])]);
}

/** What stands on one sheet: text, then perhaps a table. */
interface Chapter {
  blocks: PrintableBlock[];
  table?: PrintableTable;
}

/** Cuts a document before the headings of the first level, from the one of the first table on, and after tables. */
function chapters(blocks: readonly PrintableBlock[]): readonly Chapter[] {
  const isHeading = (block: PrintableBlock) => block.kind === 'heading' && block.level === 1;
  const firstTable = blocks.findIndex((block) => block.kind === 'table');
  const firstCut = blocks.slice(0, Math.max(firstTable, 0)).findLastIndex(isHeading);
  const found: Chapter[] = [];
  let open: Chapter | undefined;
  for (const [index, block] of blocks.entries()) {
    if (open === undefined || (isHeading(block) && index >= firstCut && open.blocks.length > 0)) {
      open = { blocks: [] };
      found.push(open);
    }
    if (block.kind !== 'table') open.blocks.push(block);
    else {
      open.table = block;
      open = undefined;
    }
  }
  return found;
}

const nameCapacity = 31;

/**
 * The name of a sheet: the heading it begins with where that can be a name; otherwise one that
 * says nothing, as programs give it, so that nobody takes it for text of the document.
 */
function nameOf({ blocks, table }: Chapter, index: number, used: Set<string>): { name: string; isHeading: boolean } {
  const [first] = blocks;
  const heading = first?.kind === 'heading' ? first.text : '';
  const isHeading =
    heading !== '' &&
    heading === heading.trim() &&
    // A sheet without cells is nothing to a reader, its name included.
    (table !== undefined || blocks.length > 1) &&
    heading.length <= nameCapacity &&
    !/[\\/?*[\]:]|^'|'$/.test(heading) &&
    !used.has(heading);
  const name = isHeading ? heading : index === 0 ? '正文' : `工作表${index + 1}`;
  used.add(name);
  return { name, isHeading };
}
