import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { PrintableBlock, PrintableDocument, PrintableRun } from '../../../../kernel/printable-document.ts';
import { escapeXml } from '../escape.ts';
import { sealZip } from '../seal-zip.ts';
import { breakTitle, fittingSize, linePitch, page, points, sizes, textWidth, typefaces } from '../typography.ts';
import { font, fontTableXml, halfPoints, style, styles, twips } from './styles.ts';
import { docxTable, markShading } from './table.ts';

const millimetres = (length: number): number => twips(points(length));
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const roles = { body: style.body, addressee: style.addressee, note: style.note } as const;

/**
 * A Word file in the format of official documents. The same document always gives the same bytes:
 * neither a clock nor a user name gets into the file.
 */
export async function writeDocx(document: PrintableDocument): Promise<Uint8Array> {
  const children = document.blocks.flatMap((block, index) => [
    ...docxBlock(block, document.blocks[index - 1]?.kind === 'table', staysWithNext(document.blocks, index)),
    // Two tables without a paragraph between them would be read as one.
    ...(block.kind === 'table' && document.blocks[index + 1]?.kind === 'table' ? [new Paragraph({})] : []),
  ]);
  // The last thing in the body has to be a paragraph.
  if (document.blocks.at(-1)?.kind === 'table') children.push(new Paragraph({}));
  const file = new Document({
    title: document.title,
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(page.width), height: millimetres(page.height) },
            margin: {
              top: millimetres(page.top),
              bottom: millimetres(page.bottom),
              left: millimetres(page.left),
              right: millimetres(page.right),
              header: millimetres(15),
              footer: millimetres(footerDistance),
              gutter: 0,
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  });
  const bytes = await Packer.toBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: corePropertiesXml(document.title) },
    { path: 'word/fontTable.xml', data: fontTableXml() },
  ]);
  return sealZip(bytes);
}

/**
 * Whether a block must not end a page: what leads into a table, and what comes shortly before the
 * signature, which by GB/T 9704 never stands on a page of its own.
 */
function staysWithNext(blocks: readonly PrintableBlock[], index: number): boolean {
  if (blocks[index]?.kind !== 'paragraph') return false;
  return (
    blocks[index + 1]?.kind === 'table' || blocks.slice(index + 1, index + 4).some((each) => each.kind === 'signature')
  );
}

function docxBlock(block: PrintableBlock, afterTable: boolean, withNext: boolean): (Paragraph | Table)[] {
  // The lines of a table stand close; what follows it needs air.
  const air = afterTable
    ? { spacing: { before: twips(linePitch / 3), line: twips(linePitch), lineRule: LineRuleType.EXACT } }
    : {};
  switch (block.kind) {
    case 'title': {
      const lines = breakTitle(block.parts, Math.floor(points(textWidth) / sizes.二号));
      // A line a little too long is set in smaller type rather than broken inside a word.
      const size = Math.min(...lines.map((line) => fittingSize(line, points(textWidth), sizes.二号)));
      const runs = lines.map(
        (text, index) =>
          new TextRun({
            text,
            ...(index > 0 ? { break: 1 } : {}),
            ...(size >= sizes.小二 && size < sizes.二号 ? { size: halfPoints(size) } : {}),
          }),
      );
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: runs })];
    }
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], text: block.text, ...air })];
    case 'paragraph':
      return [
        new Paragraph({
          style: roles[block.role],
          children: block.runs.map(docxRun),
          ...air,
          ...(withNext ? { keepNext: true } : {}),
        }),
      ];
    case 'signature':
      return block.lines.map(
        (text, index) =>
          new Paragraph({
            style: style.signature,
            text,
            ...(index < block.lines.length - 1 ? { keepNext: true } : {}),
          }),
      );
    case 'table':
      return [docxTable(block)];
  }
}

function docxRun(run: PrintableRun): TextRun {
  return new TextRun({
    text: run.text,
    ...(run.kind === 'lead' ? { font: font(typefaces.subheading) } : {}),
    ...(run.kind === 'strong' ? { bold: true } : {}),
    ...(run.kind === 'marked' ? { shading: markShading } : {}),
  });
}

/** GB/T 9704 7.5: the dashes stand 7 mm below the type area. */
const footerDistance = page.bottom - 7 - 4;

/** — 1 — in 4号 with one character between it and the outer edge: right on odd pages, left on even ones. */
function pageNumber(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const side = { [alignment === AlignmentType.RIGHT ? 'right' : 'left']: twips(sizes.四号) };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: side,
        children: [
          new TextRun({
            font: font(typefaces.table, typefaces.table),
            size: halfPoints(sizes.四号),
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}

/** The title and nothing else: no author, no time. */
export function corePropertiesXml(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`
  );
}
