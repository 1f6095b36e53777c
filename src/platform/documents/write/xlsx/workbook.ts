import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../escape.ts';
import { sealZip } from '../seal-zip.ts';
import { type cellStyle, Styles } from './styles.ts';

/** A sheet of a workbook: cells at their places, what is merged, how it is printed. */
export interface Sheet {
  name: string;
  /** Widths in characters of the default font. */
  columnWidths: readonly number[];
  rows: readonly SheetRow[];
  merges: readonly Merge[];
  /** Rows repeated on every printed page and kept in sight while scrolling, zero-based, `to` exclusive. */
  repeated?: { from: number; to: number };
}

/** A range merged into one cell, zero-based. */
export interface Merge {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

export interface SheetRow {
  /** In points; left to the program when not given. */
  height?: number;
  /** One entry for each column; undefined where there is nothing, not even a border. */
  cells: readonly (SheetCell | undefined)[];
}

export interface SheetCell {
  /** A number is written as one, with as many decimals as `decimals` says; a text as it is. */
  value: number | string | null;
  decimals?: number;
  style: keyof typeof cellStyle;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Packs sheets into an xlsx file. The same sheets always give the same bytes. */
export function packWorkbook(title: string, sheets: readonly Sheet[]): Uint8Array {
  const styles = new Styles();
  const parts: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = worksheetXml(sheet, styles, index === 0);
  }
  parts['xl/styles.xml'] = declaration + styles.xml();
  parts['xl/workbook.xml'] = workbookXml(sheets);
  parts['xl/_rels/workbook.xml.rels'] = relationshipsXml([
    ...sheets.map((_, index) => ({ type: `${relations}/worksheet`, target: `worksheets/sheet${index + 1}.xml` })),
    { type: `${relations}/styles`, target: 'styles.xml' },
  ]);
  parts['_rels/.rels'] = relationshipsXml([
    { type: `${relations}/officeDocument`, target: 'xl/workbook.xml' },
    { type: `${packageRelations}/metadata/core-properties`, target: 'docProps/core.xml' },
  ]);
  parts['docProps/core.xml'] =
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`;
  parts['[Content_Types].xml'] =
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>` +
    sheets
      .map(
        (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${contentType}.worksheet+xml"/>`,
      )
      .join('') +
    `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';
  return sealZip(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
}

/** A1, B7, AA30 for a zero-based place. */
export function cellReference(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

function worksheetXml(sheet: Sheet, styles: Styles, selected: boolean): string {
  const { repeated } = sheet;
  const wide = sheet.columnWidths.reduce((total, width) => total + width, 0) > 120;
  const pane = repeated
    ? `<pane ySplit="${repeated.to}" topLeftCell="${cellReference(repeated.to, 0)}" activePane="bottomLeft" state="frozen"/>`
    : '';
  const rows = sheet.rows.map((row, index) => {
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    const cells = row.cells.map((cell, column) => (cell ? cellXml(cell, cellReference(index, column), styles) : ''));
    return `<row r="${index + 1}"${height}>${cells.join('')}</row>`;
  });
  const merges = sheet.merges.map(
    (merge) =>
      `<mergeCell ref="${cellReference(merge.row, merge.column)}:` +
      `${cellReference(merge.row + merge.rowSpan - 1, merge.column + merge.columnSpan - 1)}"/>`,
  );
  return (
    `${declaration}<worksheet xmlns="${main}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="18"/>' +
    `<cols>${sheet.columnWidths
      .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width.toFixed(2)}" customWidth="1"/>`)
      .join('')}</cols>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.7" right="0.7" top="0.9" bottom="0.9" header="0.4" footer="0.4"/>' +
    `<pageSetup paperSize="9" orientation="${wide ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter></worksheet>'
  );
}

function cellXml(cell: SheetCell, reference: string, styles: Styles): string {
  const style = ` s="${styles.index(cell.style, cell.decimals)}"`;
  if (cell.value === null || cell.value === '') return `<c r="${reference}"${style}/>`;
  if (typeof cell.value === 'number') return `<c r="${reference}"${style}><v>${cell.value}</v></c>`;
  return `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal(cell.value))}</t></is></c>`;
}

/** Spreadsheets take `_x0041_` in a text for a character: its first underscore is written as one. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, repeated }, index) =>
    repeated
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(name.replaceAll("'", "''"))}'!$${repeated.from + 1}:$${repeated.to}</definedName>`
      : [],
  );
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>` +
    sheets
      .map((sheet, i) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('') +
    `</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  );
}

function relationshipsXml(targets: readonly { type: string; target: string }[]): string {
  const each = targets.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`;
}
