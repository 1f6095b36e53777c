import { crc32 } from 'node:zlib';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { toBuffer } from 'qrcode';
import type { Block, Cell, Inline, Picture, TableBlock } from '../../rich-text/model.ts';
import { corePropertiesXml } from '../docx/index.ts';
import { font, fontTableXml, halfPoints, twips } from '../docx/styles.ts';
import { printable } from '../escape.ts';
import { sealZip } from '../seal-zip.ts';
import { points, type Typeface, typefaces } from '../typography.ts';
import {
  balanceTitle,
  codeCaption,
  narrowFrom,
  type Poster,
  pictureSize,
  posterSizes,
  posterType,
  titleSize,
  widthOf,
} from './poster.ts';

const millimetres = (length: number): number => twips(points(length));
const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const thick = { style: BorderStyle.SINGLE, size: 18, color: '000000' } as const;

/** How text is set where it stands. */
interface Setting {
  size: number;
  face: Typeface;
  bold?: boolean;
  centred?: boolean;
}

/** A sheet as a Word file. The same sheet always gives the same bytes. */
export async function writePosterDocx(source: Poster): Promise<Uint8Array> {
  // Pictures are bytes and not text.
  const poster: Poster = { ...printable({ ...source, pictures: undefined }), pictures: source.pictures } as Poster;
  const page = posterSizes[poster.size];
  const file = new Document({
    title: poster.title,
    styles: { default: { document: { run: { font: font(typefaces.body), color: '000000' } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(page.width), height: millimetres(page.height) },
            margin: {
              top: millimetres(page.margin),
              bottom: millimetres(page.margin + 2),
              left: millimetres(page.margin),
              right: millimetres(page.margin),
              header: millimetres(8),
              footer: millimetres(page.margin / 2),
              gutter: 0,
            },
          },
        },
        footers: { default: footer(poster) },
        children: [
          ...head(poster),
          ...poster.body.flatMap((block) => writeBlock(block, poster, 0)),
          ...(await facts(poster)),
        ],
      },
    ],
  });
  return sealZip(
    await Packer.toBuffer(file, undefined, [
      { path: 'docProps/core.xml', data: corePropertiesXml(poster.title) },
      { path: 'word/fontTable.xml', data: fontTableXml() },
    ]),
  );
}

const typeOf = ({ size }: Pick<Poster, 'size'>) => posterType[size];

const lines = (size: number, factor: number) => ({
  line: twips(size * factor),
  lineRule: LineRuleType.AT_LEAST,
});

const run = (text: string, { size, face, bold }: Setting, more: object = {}): TextRun =>
  new TextRun({ text, font: font(face), size: halfPoints(size), ...(bold ? { bold } : {}), ...more });

function head(poster: Poster): Paragraph[] {
  const type = typeOf(poster);
  const centred = (text: string | string[], setting: Setting, before: number, after: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: twips(before), after: twips(after), ...lines(setting.size, 1.3) },
      keepNext: true,
      children: [text].flat().map((line, at) => run(line, setting, at === 0 ? {} : { break: 1 })),
    });
  return [
    centred(poster.head, { size: type.head, face: typefaces.heading }, 0, type.head / 2),
    centred(title(poster), { size: titleSize(poster), face: typefaces.title }, type.head / 2, type.head / 2),
    ...(poster.subtitle === ''
      ? []
      : [centred(poster.subtitle, { size: type.facts, face: typefaces.subheading }, 0, type.head / 2)]),
    new Paragraph({
      border: { bottom: thick },
      spacing: { after: twips(type.body / 2), line: 60, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ];
}

const title = (poster: Poster): string[] =>
  balanceTitle(poster.title, points(widthOf(poster)) / titleSize(poster) - 0.5);

function footer(poster: Poster): Footer {
  const setting: Setting = { size: typeOf(poster).foot, face: typefaces.table };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run(poster.foot === '' ? '' : `${poster.foot}　　`, setting),
          new TextRun({
            font: font(setting.face),
            size: halfPoints(setting.size),
            children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });
}

function writeBlock(block: Block, poster: Poster, depth: number, setting?: Setting): (Paragraph | Table)[] {
  const type = typeOf(poster);
  const body: Setting = setting ?? { size: type.body, face: typefaces.body };
  const indent = depth * body.size * 2;
  switch (block.kind) {
    case 'paragraph': {
      const isHeading = block.level !== undefined;
      const of: Setting = isHeading ? { size: setting ? body.size : type.heading, face: typefaces.heading } : body;
      return [
        new Paragraph({
          alignment: setting ? (setting.centred ? AlignmentType.CENTER : AlignmentType.LEFT) : AlignmentType.BOTH,
          spacing: { before: isHeading ? twips(of.size / 2) : 0, after: 0, ...lines(of.size, setting ? 1.25 : 1.5) },
          keepNext: isHeading,
          indent:
            setting || depth > 0 ? { left: twips(indent) } : { firstLineChars: 200, firstLine: twips(2 * of.size) },
          children: writeInlines(block.inlines, of, poster),
        }),
      ];
    }
    case 'quote':
      return block.blocks.flatMap((each) => writeBlock(each, poster, depth + 1, setting));
    case 'rule':
      return [new Paragraph({ border: { bottom: thin }, spacing: { after: twips(body.size / 2) }, children: [] })];
    case 'figure':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: block.caption.length > 0,
          children: [writePicture(block.picture, body, poster)],
        }),
        ...(block.caption.length === 0
          ? []
          : [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: writeInlines(block.caption, { size: type.facts, face: typefaces.subheading }, poster),
              }),
            ]),
      ];
    case 'list':
      return block.items.flatMap((blocks, at) => {
        const mark = block.start === undefined ? '• ' : `${block.start + at}. `;
        return blocks.flatMap((each, part) =>
          part === 0 && each.kind === 'paragraph'
            ? [
                new Paragraph({
                  spacing: lines(body.size, 1.4),
                  indent: { left: twips(indent + body.size * 2), hanging: twips(body.size * 1.2) },
                  children: [run(mark, body), ...writeInlines(each.inlines, body, poster)],
                }),
              ]
            : writeBlock(each, poster, depth + 1, setting),
        );
      });
    case 'table':
      return [
        writeTable(block, poster),
        new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT }, children: [] }),
      ];
  }
}

function writeInlines(inlines: readonly Inline[], setting: Setting, poster: Poster): ParagraphChild[] {
  return inlines.map((inline) => {
    if (inline.kind === 'break') return new TextRun({ break: 1 });
    if (inline.kind === 'picture') return writePicture(inline, setting, poster);
    const { strong, em, u, sub, sup } = inline.marks;
    return run(inline.text, strong ? { ...setting, bold: true } : setting, {
      ...(em ? { italics: true } : {}),
      ...(u ? { underline: {} } : {}),
      ...(sub ? { subScript: true } : {}),
      ...(sup ? { superScript: true } : {}),
    });
  });
}

function writePicture({ id, alt }: Picture, setting: Setting, poster: Poster): ParagraphChild {
  const picture = poster.pictures.get(id);
  const size = picture && pictureSize(picture);
  if (!picture || !size || size.width === 0 || size.height === 0) {
    return run(`（图片${alt === '' ? '' : `：${alt}`}，请扫码查看）`, setting);
  }
  // Pixels of the format are at 96 to the inch.
  const most = (widthOf(poster) / 25.4) * 96;
  const tallest = (posterSizes[poster.size].height / 25.4) * 96 * 0.35;
  const scale = Math.min(most / size.width, tallest / size.height, 1.25);
  return new ImageRun({
    type: picture.mediaType === 'image/png' ? 'png' : 'jpg',
    data: picture.bytes,
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: altText(alt, id),
  });
}

function writeTable({ rows, headRows }: TableBlock, poster: Poster): Table {
  const type = typeOf(poster);
  const columns = Math.max(...rows.map((cells) => cells.reduce((sum, cell) => sum + cell.columns, 0)));
  const size = columns >= narrowFrom ? type.narrowTable : type.table;
  const total = millimetres(widthOf(poster));
  const widths = Array.from({ length: columns }, () => Math.floor(total / columns));
  const cellOf = (cell: Cell, isHead: boolean): TableCell => {
    const setting: Setting = {
      size,
      face: isHead || cell.isHeader ? typefaces.heading : typefaces.table,
    };
    const isHeader = isHead || cell.isHeader;
    const blocks = cell.blocks.flatMap((block) =>
      writeBlock(block, poster, 0, isHeader ? { ...setting, centred: true } : setting),
    );
    return new TableCell({
      columnSpan: cell.columns,
      rowSpan: cell.rows,
      verticalAlign: VerticalAlignTable.CENTER,
      children: blocks.length === 0 ? [new Paragraph({})] : blocks,
    });
  };
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    layout: columns >= narrowFrom ? TableLayoutType.FIXED : TableLayoutType.AUTOFIT,
    alignment: AlignmentType.CENTER,
    borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 90, right: 90 },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at < headRows,
          children: cells.map((cell) => cellOf(cell, at < headRows)),
        }),
    ),
  });
}

/** What stands below the text, with the code beside it, all on one page. */
async function facts(poster: Poster): Promise<(Paragraph | Table)[]> {
  const type = typeOf(poster);
  const side = type.code;
  const total = widthOf(poster);
  const code = poster.address === undefined ? undefined : await drawCode(poster.address);
  const left = new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: millimetres(code ? total - side - 14 : total), type: WidthType.DXA },
    children: poster.facts.map(
      ({ label, text }) =>
        new Paragraph({
          spacing: lines(type.facts, 1.5),
          children: [
            run(`${label}：`, { size: type.facts, face: typefaces.heading }),
            run(text, { size: type.facts, face: typefaces.body }),
          ],
        }),
    ),
  });
  const right =
    code &&
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: millimetres(side + 14), type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new ImageRun({
              type: 'png',
              data: code,
              transformation: { width: (side / 25.4) * 96, height: (side / 25.4) * 96 },
              altText: altText(codeCaption, poster.address ?? ''),
            }),
          ],
        }),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [run(codeCaption, { size: type.foot, face: typefaces.heading })],
        }),
      ],
    });
  return [
    new Paragraph({
      border: { bottom: thick },
      spacing: { before: twips(type.body / 2), after: twips(4), line: 120, lineRule: LineRuleType.EXACT },
      keepNext: true,
      children: [],
    }),
    new Table({
      width: { size: millimetres(total), type: WidthType.DXA },
      columnWidths: code ? [millimetres(total - side - 14), millimetres(side + 14)] : [millimetres(total)],
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [new TableRow({ cantSplit: true, children: right ? [left, right] : [left] })],
    }),
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}

/** Middle correction: a sheet on a wall gets wet and scratched. */
const drawCode = (address: string): Promise<Buffer> =>
  toBuffer(address, { type: 'png', errorCorrectionLevel: 'M', margin: 2, width: 600 });

/** Words for who cannot see a picture; numbered by what it is, since the library counts over all files it ever wrote. */
const altText = (words: string, of: string) => ({
  id: String(crc32(of) & 0x7fffffff),
  name: words,
  title: words,
  description: words,
});
