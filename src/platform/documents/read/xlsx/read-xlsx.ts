import type { Block, NeutralDocument } from '../../../../kernel/neutral-document.ts';
import type { Deadline } from '../limits.ts';
import { OfficePackage } from '../ooxml/package.ts';
import { readRelationships } from '../ooxml/relationships.ts';
import { DocumentRefusal } from '../refusal.ts';
import { layOutTable } from '../table-layout.ts';
import { readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Reads a workbook: for each visible sheet its name as a heading and its filled range as a table. Running text in
 * a sheet comes out as paragraphs, and so does a sheet of one column.
 */
export function readXlsx(bytes: Uint8Array, deadline: Deadline): NeutralDocument {
  const source = new OfficePackage(bytes);
  const main =
    readRelationships(source, '', deadline).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = source.findText(main);
  if (xml === undefined) throw new DocumentRefusal('damaged-file');
  const workbook = readWorkbook(source, xml, readRelationships(source, main, deadline), deadline);

  const blocks: Block[] = [];
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
    const tables = layOutTable(content.cells, deadline);
    if (tables.length === 0) continue;
    if (!/^(?:sheet|工作表|表)\s*\d*$/i.test(name.trim()))
      blocks.push({ kind: 'paragraph', text: name.trim(), heading: 1 });
    for (const block of tables) blocks.push(block);

    for (const { address, shown, stored } of content.rounded) {
      remarks.push(`工作表“${name}”的单元格 ${address} 显示为 ${shown}，实际存的是 ${stored}，按显示的读取。`);
    }
    if (content.hiddenLines > 0)
      remarks.push(`工作表“${name}”有隐藏的行或列，其中的 ${content.hiddenLines} 个单元格没有读取。`);
    if (content.uncalculated > 0) {
      remarks.push(`工作表“${name}”有 ${content.uncalculated} 个公式没有保存结果，请用 Excel 或 WPS 打开后重新保存。`);
    }
  }
  if (blocks.length === 0) throw new DocumentRefusal(pictures > 0 ? 'picture-only' : 'no-text');
  return { mediaType: xlsxMediaType, blocks, remarks };
}
