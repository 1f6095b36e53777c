import { strToU8, zipSync } from 'fflate';
import type { Random } from '../../../src/kernel/random.ts';
import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import { addSubtotal, cutTotals, dropTable, emptyValues } from './damage.ts';
import type { Grid, GridCell, Grids } from './grid.ts';
import { mixedLabels } from './labels.ts';
import type { Layout, Rendering } from './layout.ts';
import { numeralOf, tableOfSection } from './page.ts';
import type { Recipe } from './recipe.ts';
import { headOf, prepareGrids } from './recipe.ts';
import { blankZeros, blankZerosButTotals, decimalValues, signsForZero } from './values.ts';

// Files of Word and of spreadsheets, put together part by part: what offices send in is not what a
// library of ours would write.

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';

function zipParts(parts: Record<string, string>): Uint8Array {
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xmlHead + xml)] as const);
  return zipSync(Object.fromEntries(files));
}

/** Merged as in the official form, or every place a cell of its own. */
type Merging = 'merged' | 'unmerged';

/** A run, or several when an editor has been at the text. */
function writeRuns(text: string, random: Random): string {
  const at = text.length > 2 && random.chance(0.3) ? random.integer(1, text.length - 1) : text.length;
  return [text.slice(0, at), text.slice(at)]
    .filter((piece) => piece !== '')
    .map((piece) => `<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`)
    .join('');
}

const writeParagraph = (text: string, random: Random): string => `<w:p>${writeRuns(text, random)}</w:p>`;

/** A Word table: columns merged by `gridSpan`, rows by `vMerge` with an empty cell in every row below. */
function writeWordTable(grid: Grid, merging: Merging, random: Random): string {
  const rows = Array.from({ length: grid.rowCount }, (_, row) => {
    const cells: string[] = [];
    for (let column = 0; column < grid.columnCount; ) {
      const cell = findCovering(grid, row, column);
      const begins = cell?.row === row && cell.column === column;
      const span = merging === 'merged' ? (cell?.columnSpan ?? 1) : 1;
      const isTall = merging === 'merged' && (cell?.rowSpan ?? 1) > 1;
      const merge = isTall ? (begins ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
      const gridSpan = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
      const text = begins ? (cell?.text ?? '') : '';
      cells.push(`<w:tc><w:tcPr>${gridSpan}${merge}</w:tcPr>${writeParagraph(text, random)}</w:tc>`);
      column += span;
    }
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const columns = Array<string>(grid.columnCount).fill('<w:gridCol w:w="900"/>').join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

const findCovering = (grid: Grid, row: number, column: number): GridCell | undefined =>
  grid.cells.find(
    (cell) =>
      cell.row <= row &&
      cell.row + cell.rowSpan > row &&
      cell.column <= column &&
      cell.column + cell.columnSpan > column,
  );

type TableMarkup = (grid: Grid) => string;

/** Paragraphs and tables of a report in order, each already written. */
function writeBody(
  report: AnnualReport,
  grids: Grids,
  paragraph: (text: string) => string,
  table: TableMarkup,
): string[] {
  const paragraphs = (text: string) => (text === '' ? [] : text.split('\n').map(paragraph));
  return [
    paragraph(report.title ?? ''),
    ...paragraphs(report.preamble),
    ...report.sections.flatMap((section) => {
      const key = tableOfSection(report, section);
      return [
        paragraph(`${numeralOf(section)}、${section.heading}`),
        ...paragraphs(section.text),
        ...(key === undefined || grids[key].rowCount === 0 ? [] : [table(grids[key])]),
      ];
    }),
  ];
}

function writeWordFile(report: AnnualReport, grids: Grids, merging: Merging, random: Random): Uint8Array {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const body = writeBody(
    report,
    grids,
    (text) => writeParagraph(text, random),
    (grid) => writeWordTable(grid, merging, random),
  );
  return zipParts({
    '[Content_Types].xml': `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelationships}"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  });
}

/** `A1` for the first cell. */
const addressOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** Rows of a sheet in the making, with its merged ranges. */
class Sheet {
  readonly rows: string[] = [];
  readonly merges: string[] = [];
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  addText(text: string): void {
    const row = this.rows.length;
    this.rows.push(writeSheetCell(row, 0, text));
    this.merges.push(`${addressOf(row, 0)}:${addressOf(row, this.#width - 1)}`);
  }

  addGrid(grid: Grid): void {
    const top = this.rows.length;
    for (let line = 0; line < grid.rowCount; line += 1) {
      const cells = grid.cells.filter((cell) => cell.row === line);
      this.rows.push(cells.map((cell) => writeSheetCell(top + line, cell.column, cell.text)).join(''));
    }
    for (const { row, column, rowSpan, columnSpan } of grid.cells) {
      if (rowSpan * columnSpan === 1) continue;
      const end = addressOf(top + row + rowSpan - 1, column + columnSpan - 1);
      this.merges.push(`${addressOf(top + row, column)}:${end}`);
    }
  }

  toXml(): string {
    const rows = this.rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('');
    const merges = this.merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData><mergeCells count="${this.merges.length}">${merges}</mergeCells></worksheet>`;
  }
}

/** A number as a number, any other text as an inline string, nothing for an empty cell. */
function writeSheetCell(row: number, column: number, text: string): string {
  const address = addressOf(row, column);
  if (text === '') return `<c r="${address}"/>`;
  if (/^-?\d+(\.\d+)?$/.test(text)) return `<c r="${address}"><v>${text}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** One sheet with everything, or a sheet for each table behind one with the narrative. */
function writeWorkbook(report: AnnualReport, grids: Grids, sheets: 'one' | 'many'): Uint8Array {
  const all: Sheet[] = [new Sheet(15)];
  const current = () => all.at(-1) as Sheet;
  writeBody(
    report,
    grids,
    (text) => {
      current().addText(text);
      return '';
    },
    (grid) => {
      current().addGrid(grid);
      if (sheets === 'many') all.push(new Sheet(15));
      return '';
    },
  );
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const worksheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
  const each = (write: (number: number) => string) => all.map((_, index) => write(index + 1)).join('');
  return zipParts({
    '[Content_Types].xml': `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${worksheet}"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelationships}"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets>${each((number) => `<sheet name="Sheet${number}" sheetId="${number}" r:id="r${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelationships}">${each((number) => `<Relationship Id="r${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ...Object.fromEntries(all.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet.toXml()])),
  });
}

type OfficeRecipe = Omit<Recipe, 'write' | 'extension'> & {
  extension: 'docx' | 'xlsx';
  file: (report: AnnualReport, grids: Grids, random: Random) => Uint8Array;
};

function officeLayout(recipe: OfficeRecipe): Layout {
  return {
    ...headOf(recipe),
    render: (report, random): Rendering => {
      const { grids, cells } = prepareGrids(recipe, report, random);
      const bytes = recipe.file(report, grids, random);
      return { name: `${recipe.id}.${recipe.extension}`, source: { bytes }, cells, report };
    },
  };
}

const word = {
  extension: 'docx',
  file: (report: AnnualReport, grids: Grids, random: Random) => writeWordFile(report, grids, 'merged', random),
} as const;
const flatWord = {
  extension: 'docx',
  file: (report: AnnualReport, grids: Grids, random: Random) => writeWordFile(report, grids, 'unmerged', random),
} as const;
const workbook = {
  extension: 'xlsx',
  file: (report: AnnualReport, grids: Grids) => writeWorkbook(report, grids, 'one'),
} as const;
const sheets = {
  extension: 'xlsx',
  file: (report: AnnualReport, grids: Grids) => writeWorkbook(report, grids, 'many'),
} as const;

/** Files of Word and of spreadsheets. */
export const officeLayouts: readonly Layout[] = (
  [
    { id: 'docx', title: 'Word file with merged cells', ...word },
    { id: 'docx-unmerged', title: 'Word file, nothing merged', ...flatWord },
    { id: 'docx-mixed', title: 'Word file, every label in a way of its own', ...word, labels: mixedLabels },
    { id: 'docx-blank', title: 'Word file, blank for zero', ...word, values: blankZeros },
    {
      id: 'docx-unmerged-blank',
      title: 'Word file, nothing merged, blank except totals',
      ...flatWord,
      values: blankZerosButTotals,
    },
    { id: 'docx-signs', title: 'Word file, a sign for zero', ...word, values: signsForZero },
    { id: 'docx-emptied', title: 'Word file, a few values left empty', ...word, damage: emptyValues },
    { id: 'docx-cut', title: 'Word file, the total column cut off', ...word, damage: cutTotals },
    { id: 'docx-missing', title: 'Word file, a table was a picture', ...word, damage: dropTable },
    { id: 'docx-subtotal', title: 'Word file, a row 小计', ...word, damage: addSubtotal },
    { id: 'xlsx', title: 'everything on one sheet', ...workbook },
    { id: 'xlsx-blank', title: 'one sheet, blank for zero', ...workbook, values: blankZeros },
    { id: 'xlsx-decimal', title: 'one sheet, trailing decimals', ...workbook, values: decimalValues },
    { id: 'xlsx-emptied', title: 'one sheet, a few values left empty', ...workbook, damage: emptyValues },
    { id: 'xlsx-sheets', title: 'a sheet for each table', ...sheets },
  ] satisfies readonly OfficeRecipe[]
).map(officeLayout);
