import type { Block, NeutralDocument, Table } from '../../../src/kernel/neutral-document.ts';
import type { Random } from '../../../src/kernel/random.ts';
import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import { addSubtotal, cutTotals, dropTable, emptyValues, mergeOtherRows } from './damage.ts';
import type { Grid, GridCell, Grids } from './grid.ts';
import { cellsByRow } from './grid.ts';
import { brokenHeaders, mixedLabels, variantLabels } from './labels.ts';
import type { Layout, Rendering } from './layout.ts';
import { numeralOf, tableOfSection } from './page.ts';
import type { Recipe } from './recipe.ts';
import { headOf, prepareGrids } from './recipe.ts';
import { blankZeros, blankZerosButTotals, explainedValues, signsForZero } from './values.ts';

/** How a grid becomes tables of a document. */
type Blocks = (grid: Grid, random: Random) => Block[];

const paragraph = (text: string, heading?: number): Block => ({
  kind: 'paragraph',
  text,
  ...(heading === undefined ? {} : { heading }),
});

const toTable = (grid: Pick<Grid, 'rowCount' | 'columnCount'>, cells: readonly GridCell[]): Table => ({
  kind: 'table',
  rowCount: grid.rowCount,
  columnCount: grid.columnCount,
  cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => ({ row, column, rowSpan, columnSpan, text })),
});

/** The merged cells of the official form, as a Word file has them. */
const merged: Blocks = (grid) => [toTable(grid, grid.cells)];

/** Nothing merged: the text in the first cell, the rest empty. */
const unmerged: Blocks = (grid) => {
  const filled = new Map(grid.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.text]));
  const cells = everyPlace(grid).map(({ row, column }) => ({
    ...plainPlace(row, column),
    text: filled.get(`${row} ${column}`) ?? '',
  }));
  return [toTable(grid, cells)];
};

/** The text of a merged cell again in every place it covers. */
const repeated: Blocks = (grid) => {
  const cells = grid.cells.flatMap((cell) =>
    Array.from({ length: cell.rowSpan * cell.columnSpan }, (_, index) => ({
      ...plainPlace(cell.row + Math.floor(index / cell.columnSpan), cell.column + (index % cell.columnSpan)),
      text: cell.text,
    })),
  );
  return [
    toTable(
      grid,
      cells.sort((a, b) => a.row - b.row || a.column - b.column),
    ),
  ];
};

/** Spans lost: the cells of a row follow each other from the left. */
const packed: Blocks = (grid) => {
  const cells = cellsByRow(grid).flatMap((row, line) =>
    row.map((cell, column) => ({ ...plainPlace(line, column), text: cell.text })),
  );
  return [toTable(grid, cells)];
};

/** A page break made two tables of it, the second with the header again or without. */
const broken: Blocks = (grid, random) => {
  if (grid.table !== 'requests') return merged(grid, random);
  const at = random.integer(4, grid.rowCount - 2);
  const repeat = random.chance(0.5) ? 3 : 0;
  const head = clipRows(grid, 0, at);
  const tail = clipRows(grid, at, grid.rowCount).map((cell) => ({ ...cell, row: cell.row + repeat }));
  const again = repeat === 0 ? [] : clipRows(grid, 0, repeat);
  return [
    toTable({ ...grid, rowCount: at }, head),
    paragraph(''),
    toTable({ ...grid, rowCount: grid.rowCount - at + repeat }, [...again, ...tail]),
  ];
};

/** Each block of table 二, each group of table 三 a table of its own. */
const grouped: Blocks = (grid) => {
  const isStart = (cell: GridCell) =>
    grid.table === 'proactive'
      ? cell.role === 'caption'
      : grid.table === 'requests' && cell.role === 'label' && cell.column <= 1;
  const starts = [...new Set([0, ...grid.cells.filter(isStart).map((cell) => cell.row)])];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? grid.rowCount;
    return toTable({ ...grid, rowCount: end - start }, clipRows(grid, start, end));
  });
};

/** Labels over several paragraphs inside their cell, as typed with line breaks. */
const paragraphed: Blocks = (grid, random) => {
  const cells = grid.cells.map((cell) => {
    if (cell.path !== undefined || cell.text.length < 4 || random.chance(0.4)) return cell;
    const at = random.integer(2, cell.text.length - 1);
    return { ...cell, text: `${cell.text.slice(0, at)}\n${cell.text.slice(at)}` };
  });
  return [toTable(grid, cells)];
};

/** The vertical label with a line break after each character. */
const vertical: Blocks = (grid) => {
  const cells = grid.cells.map((cell) =>
    cell.role === 'label' && cell.column === 0 && cell.rowSpan > 1
      ? { ...cell, text: [...cell.text].join('\n') }
      : cell,
  );
  return [toTable(grid, cells)];
};

const plainPlace = (row: number, column: number): GridCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text: '',
  role: 'label',
});

const everyPlace = (grid: Grid): { row: number; column: number }[] =>
  Array.from({ length: grid.rowCount * grid.columnCount }, (_, index) => ({
    row: Math.floor(index / grid.columnCount),
    column: index % grid.columnCount,
  }));

/** The cells of the rows from `from` to `to` (exclusive), counted anew, spans cut at the edges. */
const clipRows = (grid: Grid, from: number, to: number): GridCell[] =>
  grid.cells.flatMap((cell) => {
    if (cell.row < from || cell.row >= to) return [];
    return [{ ...cell, row: cell.row - from, rowSpan: Math.min(cell.row + cell.rowSpan, to) - cell.row }];
  });

/** The report as paragraphs and tables. */
function writeBlocks(report: AnnualReport, grids: Grids, blocks: Blocks, random: Random, headings: boolean): Block[] {
  const paragraphs = (text: string) => (text === '' ? [] : text.split('\n').map((each) => paragraph(each)));
  return [
    paragraph(report.title ?? '', headings ? 1 : undefined),
    ...paragraphs(report.preamble),
    ...report.sections.flatMap((section) => {
      const key = tableOfSection(report, section);
      return [
        paragraph(`${numeralOf(section)}、${section.heading}`, headings ? 2 : undefined),
        ...paragraphs(section.text),
        ...(key === undefined || grids[key].rowCount === 0 ? [] : blocks(grids[key], random)),
      ];
    }),
  ];
}

type NeutralRecipe = Omit<Recipe, 'write'> & {
  blocks: Blocks;
  mediaType?: string;
  headings?: boolean;
  /** Changes the finished blocks. */
  wrap?: (blocks: Block[], report: AnnualReport, random: Random) => Block[];
};

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function neutralLayout(recipe: NeutralRecipe): Layout {
  return {
    ...headOf(recipe),
    render: (report, random): Rendering => {
      const { grids, cells } = prepareGrids(recipe, report, random);
      const blocks = writeBlocks(report, grids, recipe.blocks, random, recipe.headings ?? false);
      const document: NeutralDocument = {
        mediaType: recipe.mediaType ?? word,
        blocks: recipe.wrap ? recipe.wrap(blocks, report, random) : blocks,
        remarks: [],
      };
      return { name: `${recipe.id}.docx`, source: { document }, cells, report };
    },
  };
}

/** One sheet: every paragraph is a row merged over all columns, the tables stand between them. */
const onOneSheet = (blocks: Block[]): Block[] => {
  const columnCount = 15;
  const cells: Table['cells'] = [];
  let row = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      cells.push({ row, column: 0, rowSpan: 1, columnSpan: columnCount, text: block.text });
      row += 1;
    } else if (block.kind === 'table') {
      for (const cell of block.cells) cells.push({ ...cell, row: cell.row + row });
      row += block.rowCount;
    }
  }
  return [{ kind: 'table', rowCount: row, columnCount, cells }];
};

/** Sheets with the tables alone under the report's title. */
const tablesOnly = (blocks: Block[], report: AnnualReport): Block[] => [
  paragraph(report.title ?? ''),
  ...blocks.filter((block) => block.kind === 'table'),
];

/** An index table before the report, signature and date after it. */
const inFolder = (blocks: Block[], report: AnnualReport): Block[] => {
  const texts = [
    '索引号',
    'YX001/2023-00017',
    '发布机构',
    report.organ ?? '',
    '名称',
    report.title ?? '',
    '发布日期',
    '2023-01-18',
  ];
  const index = texts.map((text, at) => ({ ...plainPlace(Math.floor(at / 4), at % 4), text }));
  return [toTable({ rowCount: 2, columnCount: 4 }, index), ...blocks];
};

/** Documents whose tables are grids: Word files, spreadsheets, web pages. */
export const neutralLayouts: readonly Layout[] = (
  [
    { id: 'grid', title: 'Word table with merged cells', blocks: merged },
    { id: 'grid-headings', title: 'Word table under headings', blocks: merged, headings: true },
    { id: 'grid-unmerged', title: 'Word table without merged cells', blocks: unmerged },
    // Three times the same amount in a row of one column is one amount or a mistake.
    { id: 'grid-repeated', title: 'merged cells repeated in every place', blocks: repeated, recall: 0.97 },
    { id: 'grid-packed', title: 'spans lost, cells packed to the left', blocks: packed },
    { id: 'grid-broken', title: 'a page break makes two tables', blocks: broken },
    { id: 'grid-grouped', title: 'a table for each group of rows', blocks: grouped },
    { id: 'grid-paragraphs', title: 'labels over several paragraphs in a cell', blocks: paragraphed },
    { id: 'grid-vertical', title: 'vertical label, one character a line', blocks: vertical },
    { id: 'grid-variants', title: 'variants of labels', blocks: merged, labels: variantLabels },
    { id: 'grid-mixed', title: 'every label in a way of its own', blocks: merged, labels: mixedLabels },
    {
      id: 'grid-broken-headers',
      title: 'headers over two paragraphs',
      blocks: merged,
      labels: brokenHeaders,
      breaks: 'kept',
    },
    { id: 'grid-blank', title: 'blank for zero', blocks: merged, values: blankZeros },
    { id: 'grid-blank-but-total', title: 'blank for zero except totals', blocks: merged, values: blankZerosButTotals },
    { id: 'grid-packed-blank', title: 'blank for zero, spans lost', blocks: packed, values: blankZeros },
    { id: 'grid-unmerged-blank', title: 'blank for zero, nothing merged', blocks: unmerged, values: blankZeros },
    { id: 'grid-signs', title: 'a sign for zero', blocks: merged, values: signsForZero },
    { id: 'grid-explained', title: 'units and remarks in cells', blocks: merged, values: explainedValues },
    { id: 'grid-emptied', title: 'a few values left empty', blocks: merged, damage: emptyValues },
    { id: 'grid-cut', title: 'the total column cut off', blocks: merged, damage: cutTotals },
    { id: 'grid-missing', title: 'a table was a picture', blocks: merged, damage: dropTable },
    { id: 'grid-subtotal', title: 'a row 小计', blocks: merged, damage: addSubtotal },
    { id: 'grid-other-merged', title: 'form 2021 with 其他处理 as one row', blocks: merged, damage: mergeOtherRows },
    {
      id: 'grid-indexed',
      title: 'an index table before the report',
      blocks: merged,
      wrap: inFolder,
      narrative: 'framed',
    },
    { id: 'sheet', title: 'everything on one sheet', blocks: merged, wrap: onOneSheet, mediaType: sheet },
    {
      id: 'sheet-blank',
      title: 'the same, blank for zero',
      blocks: merged,
      wrap: onOneSheet,
      mediaType: sheet,
      values: blankZeros,
    },
    {
      id: 'sheets',
      title: 'tables alone under the title',
      blocks: merged,
      wrap: tablesOnly,
      mediaType: sheet,
      narrative: 'identity',
    },
  ] satisfies readonly NeutralRecipe[]
).map(neutralLayout);
