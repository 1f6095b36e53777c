import type { Block, NeutralDocument } from '../../../../kernel/neutral-document.ts';
import type { Deadline } from '../limits.ts';
import { OfficePackage } from '../ooxml/package.ts';
import { readRelationships } from '../ooxml/relationships.ts';
import { DocumentRefusal } from '../refusal.ts';
import { layOutTable, type PlacedCell } from '../table-layout.ts';
import { readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Reads a workbook: for each visible sheet its name as a heading and its filled range as a table. Running text in
 * a sheet comes out as paragraphs, and so does a sheet of one column.
 */
export function readXlsx(bytes: Uint8Array, deadline: Deadline): NeutralDocument {
  const blocks: Block[] = [];
  const { pictures, remarks } = eachSheet(bytes, deadline, (name, cells) => {
    const tables = layOutTable(cells, deadline);
    if (tables.length === 0) return false;
    if (!isUnnamed(name)) blocks.push({ kind: 'paragraph', text: name.trim(), heading: 1 });
    for (const block of tables) blocks.push(block);
    return true;
  });
  if (blocks.length === 0) throw new DocumentRefusal(pictures > 0 ? 'picture-only' : 'no-text');
  return { mediaType: xlsxMediaType, blocks, remarks };
}

/** A visible sheet as it stands: every cell at the place the spreadsheet shows it. */
export interface PlainSheet {
  name: string;
  /** Cells with text, and the empty ones between them; a merged one at its top left corner. */
  cells: { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[];
}

/** Reads the visible sheets of a workbook as data: nothing is taken for a title or for running text, and no row moves. */
export function readXlsxSheets(bytes: Uint8Array, deadline: Deadline): { sheets: PlainSheet[]; remarks: string[] } {
  const sheets: PlainSheet[] = [];
  const { pictures, remarks } = eachSheet(bytes, deadline, (name, cells) => {
    if (cells.length === 0) return false;
    sheets.push({
      name: name.trim(),
      cells: cells.map(({ blocks, ...place }) => ({ ...place, text: textOf(blocks) })),
    });
    return true;
  });
  if (sheets.length === 0) throw new DocumentRefusal(pictures > 0 ? 'picture-only' : 'no-text');
  return { sheets, remarks };
}

/** Whether a sheet has the name every new one has. */
const isUnnamed = (name: string): boolean => /^(?:sheet|工作表|表)\s*\d*$/i.test(name.trim());

const textOf = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');

/** Shows each visible sheet to `use`; what is odd about one is remarked where `use` says that it took it. */
function eachSheet(
  bytes: Uint8Array,
  deadline: Deadline,
  use: (name: string, cells: PlacedCell[]) => boolean,
): { pictures: number; remarks: string[] } {
  const source = new OfficePackage(bytes);
  const main =
    readRelationships(source, '', deadline).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = source.findText(main);
  if (xml === undefined) throw new DocumentRefusal('damaged-file');
  const workbook = readWorkbook(source, xml, readRelationships(source, main, deadline), deadline);

  const remarks: string[] = [];
  let pictures = 0;
  for (const { name, part, isHidden } of workbook.sheets) {
    if (isHidden) {
      remarks.push(`工作表“${name}”是隐藏的，没有读取。`);
      continue;
    }
    const sheet = source.findText(part);
    if (sheet === undefined) throw new DocumentRefusal('damaged-file');
    const content = readSheet(sheet, workbook, deadline);
    pictures += content.pictures;
    if (!use(name, content.cells)) continue;

    for (const { address, shown, stored } of content.rounded) {
      remarks.push(`工作表“${name}”的单元格 ${address} 显示为 ${shown}，实际存的是 ${stored}，按显示的读取。`);
    }
    if (content.hiddenLines > 0)
      remarks.push(`工作表“${name}”有隐藏的行或列，其中的 ${content.hiddenLines} 个单元格没有读取。`);
    if (content.uncalculated > 0) {
      remarks.push(`工作表“${name}”有 ${content.uncalculated} 个公式没有保存结果，请用 Excel 或 WPS 打开后重新保存。`);
    }
  }
  return { pictures, remarks };
}
