import { cell, paragraph, row, table } from '../../src/platform/documents/read/fixtures/build-docx.ts';
import {
  buildZip,
  declaration,
  escapeXml,
  relationships,
} from '../../src/platform/documents/read/fixtures/build-zip.ts';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const sheet =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** What a Word file may hold besides its text; each is the text of one paragraph, or ready-made XML. */
export interface WordParts {
  header?: string;
  footer?: string;
  footnote?: string;
  /** Comments with their authors. */
  comments?: readonly { author: string; text: string }[];
  /** Content of the styles part. */
  styles?: string;
  properties?: Record<string, string>;
  /** Further parts by name, e.g. `word/embeddings/list.xlsx`. */
  more?: Record<string, string | Uint8Array>;
}

const content = (text: string): string => (text.startsWith('<') ? text : paragraph(text));

/** Document properties as Word writes them: dc:creator, cp:lastModifiedBy … */
const coreOf = (properties: Record<string, string>): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${Object.entries(
    properties,
  )
    .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
    .join('')}</cp:coreProperties>`;

/** A Word file with the parts nobody sees at once. */
export function wordFile(body: string, parts: WordParts = {}): Uint8Array {
  const { header, footer, footnote, comments, styles = '', properties, more = {} } = parts;
  const files: Record<string, string | Uint8Array> = { ...more };
  const links: [string, string][] = [['styles', 'styles.xml']];
  const add = (type: string, name: string, element: string, inner: string) => {
    files[`word/${name}`] = `${declaration}<w:${element} ${word}>${inner}</w:${element}>`;
    links.push([type, name]);
  };
  if (header !== undefined) add('header', 'header1.xml', 'hdr', content(header));
  if (footer !== undefined) add('footer', 'footer1.xml', 'ftr', content(footer));
  if (footnote !== undefined) {
    add('footnotes', 'footnotes.xml', 'footnotes', `<w:footnote w:id="2">${content(footnote)}</w:footnote>`);
  }
  if (comments) {
    const inner = comments.map(
      ({ author, text }, at) => `<w:comment w:id="${at}" w:author="${escapeXml(author)}">${content(text)}</w:comment>`,
    );
    add('comments', 'comments.xml', 'comments', inner.join(''));
  }
  return buildZip({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${declaration}<w:document ${word} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${declaration}<w:styles ${word}>${styles}</w:styles>`,
    'word/_rels/document.xml.rels': relationships(links),
    ...(properties ? { 'docProps/core.xml': coreOf(properties) } : {}),
    ...files,
  });
}

/** A table of Word from rows of texts. */
export const wordTable = (rows: readonly (readonly string[])[]): string =>
  table(
    rows.map((cells) => row(cells.map((text) => cell(text)))),
    rows[0]?.length ?? 1,
  );

/** A sheet of a workbook. */
export interface SheetParts {
  name: string;
  rows: readonly (readonly (string | number)[])[];
  state?: 'hidden' | 'veryHidden';
  /** Numbers of rows, from 1. */
  hiddenRows?: readonly number[];
  /** Indexes of columns, from 0. */
  hiddenColumns?: readonly number[];
  comments?: readonly { cell: string; text: string }[];
}

const letterOf = (column: number): string => String.fromCharCode(65 + column);

/** A workbook with hidden sheets, rows, columns, comments and names. */
export function workbookFile(
  sheets: readonly SheetParts[],
  { names = {}, properties }: { names?: Record<string, string>; properties?: Record<string, string> } = {},
): Uint8Array {
  const files: Record<string, string> = {};
  for (const [at, { rows, hiddenRows = [], hiddenColumns = [], comments }] of sheets.entries()) {
    const columns = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`);
    const lines = rows.map((cells, line) => {
      const written = cells.map((value, column) => {
        const address = `${letterOf(column)}${line + 1}`;
        return typeof value === 'number'
          ? `<c r="${address}"><v>${value}</v></c>`
          : `<c r="${address}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
      });
      return `<row r="${line + 1}"${hiddenRows.includes(line + 1) ? ' hidden="1"' : ''}>${written.join('')}</row>`;
    });
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `${declaration}<worksheet ${sheet}>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`;
    if (!comments) continue;
    files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships([['comments', `../comments${at + 1}.xml`]]);
    files[`xl/comments${at + 1}.xml`] = `${declaration}<comments ${sheet}><commentList>${comments
      .map(
        (comment) => `<comment ref="${comment.cell}"><text><r><t>${escapeXml(comment.text)}</t></r></text></comment>`,
      )
      .join('')}</commentList></comments>`;
  }
  const defined = Object.entries(names).map(
    ([name, value]) => `<definedName name="${name}">${escapeXml(value)}</definedName>`,
  );
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  return buildZip({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${declaration}<workbook ${sheet}><sheets>${listed.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`])),
    ...(properties ? { 'docProps/core.xml': coreOf(properties) } : {}),
    ...files,
  });
}

const drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const slideText = (text: string) => `<a:p ${drawing}><a:r><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;

/** A presentation with hidden slides and notes. */
export function slidesFile(slides: readonly { text: string; hidden?: boolean; notes?: string }[]): Uint8Array {
  const presentation = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  const files: Record<string, string> = {};
  for (const [at, { text, hidden, notes }] of slides.entries()) {
    files[`ppt/slides/slide${at + 1}.xml`] =
      `${declaration}<p:sld ${presentation}${hidden ? ' show="0"' : ''}>${slideText(text)}</p:sld>`;
    if (notes !== undefined) {
      files[`ppt/notesSlides/notesSlide${at + 1}.xml`] =
        `${declaration}<p:notes ${presentation}>${slideText(notes)}</p:notes>`;
    }
  }
  return buildZip({ 'ppt/presentation.xml': `${declaration}<p:presentation ${presentation}/>`, ...files });
}

/** An OFD of one page. */
export const ofdFile = (text: string, author = ''): Uint8Array =>
  buildZip({
    'OFD.xml': `${declaration}<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo><ofd:Author>${escapeXml(author)}</ofd:Author></ofd:DocInfo></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Pages/Page_0/Content.xml': `${declaration}<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:TextObject><ofd:TextCode>${escapeXml(text)}</ofd:TextCode></ofd:TextObject></ofd:Content></ofd:Page>`,
  });
