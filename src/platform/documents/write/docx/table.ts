import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PlacedCell, PrintableTable } from '../../../../kernel/printable-document.ts';
import { placeCells, rowsOf } from '../../../../kernel/printable-document.ts';
import { fittingSize, points, surplusRoom, tableType, textWidth } from '../typography.ts';
import { halfPoints, style, twips } from './styles.ts';

export const markShading = { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF2CC' } as const;

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/**
 * A table over the whole width of the type area: fixed columns, head repeated on every page, no
 * row torn by a page break.
 */
export function docxTable(table: PrintableTable): Table {
  const type = tableType[table.density];
  const widths = columnWidths(table.columns);
  const rows = rowsOf(table);
  const byRow = rows.map((): TableCell[] => []);
  for (const placed of placeCells(table)) {
    const width = widths.slice(placed.column, placed.column + placed.columnSpan).reduce((sum, each) => sum + each, 0);
    byRow[placed.row]?.push(docxCell(placed, width, table.density));
  }
  const staysWithNext = (index: number) =>
    index < rows.length - 1 && (table.together === true || index < table.head.length);
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths,
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(type.paddingAbove),
      bottom: twips(type.paddingAbove),
      left: twips(type.padding),
      right: twips(type.padding),
    },
    borders,
    rows: byRow.map(
      (children, index) =>
        new TableRow({
          children,
          cantSplit: true,
          ...(index < table.head.length ? { tableHeader: true } : {}),
          height: { value: twips(type.rowHeight), rule: HeightRule.ATLEAST },
          ...(staysWithNext(index) ? { keepNext: true } : {}),
        }),
    ),
  });
}

/** Whole twips for the columns that add up to the type area exactly. */
function columnWidths(shares: readonly number[]): number[] {
  const total = Math.floor(twips(points(textWidth)));
  const sum = shares.reduce((all, share) => all + share, 0);
  let before = 0;
  let used = 0;
  return shares.map((share) => {
    before += share;
    const width = Math.round((before / sum) * total) - used;
    used += width;
    return width;
  });
}

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT } as const;

function docxCell(placed: PlacedCell, width: number, density: PrintableTable['density']): TableCell {
  const { cell, rowSpan, columnSpan } = placed;
  const type = tableType[density];
  const room = width / 20 - 2 * type.padding;
  // A number broken over two lines reads as two numbers: it gets smaller type instead.
  const size = cell.numeric ? fittingSize(cell.text, room, type.size) : type.size;
  const indent = cell.header === 'column' ? twips(surplusRoom(cell.text, room, size) / 2) : 0;
  return new TableCell({
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    ...(cell.marked ? { shading: markShading } : {}),
    children: cell.text.split('\n').map(
      (text) =>
        new Paragraph({
          style: style.cell[density],
          ...(cell.align ? { alignment: alignments[cell.align] } : {}),
          ...(indent > 0 ? { indent: { left: indent, right: indent } } : {}),
          children: text === '' ? [] : [new TextRun({ text, ...(size < type.size ? { size: halfPoints(size) } : {}) })],
        }),
    ),
  });
}
