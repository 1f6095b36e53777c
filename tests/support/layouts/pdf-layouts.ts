import type { NeutralDocument } from '../../../src/kernel/neutral-document.ts';
import type { Random } from '../../../src/kernel/random.ts';
import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import { cutTotals, dropTable, emptyValues } from './damage.ts';
import type { Grid } from './grid.ts';
import { cellsByRow } from './grid.ts';
import { radicalLabels } from './labels.ts';
import type { Layout, Rendering } from './layout.ts';
import { airyStyle } from './page.ts';
import type { Recipe } from './recipe.ts';
import { headOf, layoutOf, prepareGrids } from './recipe.ts';
import type { SetLine, TypesetOptions } from './typeset.ts';
import { typeset } from './typeset.ts';
import { blankZeros, blankZerosButTotals, signsForZero } from './values.ts';

const pageNumbers: readonly ((page: number) => string)[] = [
  (page) => `- ${page} -`,
  (page) => `— ${page} —`,
  (page) => `第${page}页 共5页`,
  (page) => `－${page}－`,
  (page) => String(page),
  (page) => `P. ${page}`,
];

const drawOptions = (report: AnnualReport, random: Random): TypesetOptions => ({
  linesPerPage: random.integer(28, 46),
  repeatHeader: random.chance(0.4),
  outerLabelWidth: random.pick([1, 3, 4]),
  pageNumber: random.pick(pageNumbers),
  header: random.chance(0.3) ? `${report.organ}政府信息公开工作年度报告` : '',
});

type PdfRecipe = Omit<Recipe, 'write'> & {
  source: (lines: SetLine[], random: Random) => Rendering['source'];
};

function pdfLayout(recipe: PdfRecipe): Layout {
  return {
    ...headOf(recipe),
    render: (report, random) => {
      const { grids, cells } = prepareGrids(recipe, report, random);
      const lines = typeset(report, grids, drawOptions(report, random));
      return {
        name: `${recipe.id}.txt`,
        source: recipe.source(lines, random),
        cells,
        report,
      };
    },
  };
}

/** Words at their places, as a reader of PDF files hands them over. */
function positioned(lines: readonly SetLine[]): Rendering['source'] {
  const points = (em: number) => Math.round(em * 105) / 10 + 70;
  const document: NeutralDocument = {
    mediaType: 'application/pdf',
    blocks: lines.map((line) => ({
      kind: 'line',
      page: line.page,
      runs: line.runs.map((run) => ({ text: run.text, left: points(run.left), right: points(run.right) })),
    })),
    remarks: [],
  };
  return { document };
}

/** Columns kept with spaces: what `pdftotext -layout` writes. */
function spaced(lines: readonly SetLine[]): Rendering['source'] {
  const text = lines.map((line) => {
    let written = '';
    let column = 0;
    for (const run of line.runs) {
      const gap = Math.max(written === '' ? 0 : 1, Math.round(run.left * 2) - column);
      written += ' '.repeat(gap) + run.text;
      column += gap + Math.round((run.right - run.left) * 2);
    }
    return written;
  });
  return { text: withPageBreaks(lines, text) };
}

/** One space between the runs of a line. */
const joined = (lines: readonly SetLine[]): Rendering['source'] => ({
  text: withPageBreaks(
    lines,
    lines.map((line) => line.runs.map((run) => run.text).join(' ')),
  ),
});

function withPageBreaks(lines: readonly SetLine[], text: readonly string[]): string {
  return text
    .map((line, index) => (index > 0 && lines[index]?.page !== lines[index - 1]?.page ? `\n\f${line}` : line))
    .join('\n');
}

/** What a table is when its text comes cell by cell: where the numbers stand against their label. */
type Order = 'after' | 'before' | 'between' | 'mixed';

/** Rows as label lines and one line of numbers, in the order asked for; page numbers in between. */
function writeNumberLines(order: Order, mark: (page: number) => string) {
  return (grid: Grid, random: Random): string[] => {
    const pageEnd = random.integer(3, Math.max(3, grid.rowCount - 2));
    return cellsByRow(grid).flatMap((row, index) => {
      const values = row.filter((cell) => cell.path !== undefined).map((cell) => cell.text);
      const labels = row.filter((cell) => cell.path === undefined).map((cell) => cell.text);
      const page = grid.table === 'requests' && index === pageEnd ? [mark(random.integer(2, 4))] : [];
      if (values.length === 0) return [...labels, ...page];
      const numbers = values.join(' ');
      const own = order === 'mixed' ? random.pick(['after', 'before', 'between'] as const) : order;
      const last = labels.at(-1) ?? '';
      const outer = labels.slice(0, -1);
      const half = Math.ceil(last.length / 2);
      if (own === 'after' || labels.length === 0) return [...labels, numbers, ...page];
      if (own === 'before') return [...outer, numbers, last, ...page];
      return last.length < 10
        ? [...outer, `${last} ${numbers}`, ...page]
        : [...outer, last.slice(0, half), numbers, last.slice(half), ...page];
    });
  };
}

/** One number a line, as plain `pdftotext` writes cells; a page number among them. */
function writeStacked(mark: (page: number) => string) {
  return (grid: Grid, random: Random): string[] => {
    const pageEnd = random.integer(3, Math.max(3, grid.rowCount - 2));
    return cellsByRow(grid).flatMap((row, index) => {
      const page = grid.table === 'requests' && index === pageEnd ? [mark(random.integer(2, 4)), ''] : [];
      return [...row.flatMap((cell) => [cell.text, '']), ...page];
    });
  };
}

const dashed = (page: number) => `- ${page} -`;
const counted = (page: number) => `第 ${page} 页 共 5 页`;
const bare = (page: number) => String(page);

/** Tables whose text a PDF gives away cell by cell. */
const streams: readonly Recipe[] = [
  {
    id: 'pdf-numbers-after',
    title: 'PDF text, numbers on the line after their label',
    write: writeNumberLines('after', dashed),
  },
  {
    id: 'pdf-numbers-before',
    title: 'PDF text, numbers on the line before their label',
    write: writeNumberLines('before', counted),
  },
  {
    id: 'pdf-numbers-between',
    title: 'PDF text, numbers between the halves of their label',
    write: writeNumberLines('between', dashed),
  },
  {
    id: 'pdf-numbers-mixed',
    title: 'PDF text, numbers before, after or inside their label',
    write: writeNumberLines('mixed', bare),
    // A single number between two labels may belong to either.
    recall: 0.99,
  },
  {
    id: 'pdf-stacked',
    title: 'PDF text, one number a line, page numbers between dashes',
    write: writeStacked(dashed),
    style: airyStyle,
  },
  // A page number alone on its line looks like any other number.
  {
    id: 'pdf-stacked-bare',
    title: 'PDF text, one number a line, bare page numbers',
    write: writeStacked(bare),
    style: airyStyle,
    recall: 0.8,
  },
].map((recipe) => ({ ...recipe, positions: 'linear' as const }));

/** Pages set as a word processor sets them. */
const pages: readonly PdfRecipe[] = [
  { id: 'pdf-positioned', title: 'words of a PDF at their places', source: positioned },
  // Where whole columns are empty and their headers broken, nothing tells which column a number stands in.
  {
    id: 'pdf-positioned-blank',
    title: 'the same, blank for zero',
    source: positioned,
    values: blankZeros,
    recall: 0.9,
  },
  {
    id: 'pdf-positioned-blank-but-total',
    title: 'the same, blank except totals',
    source: positioned,
    values: blankZerosButTotals,
    recall: 0.97,
  },
  { id: 'pdf-positioned-signs', title: 'the same, a sign for zero', source: positioned, values: signsForZero },
  {
    id: 'pdf-positioned-emptied',
    title: 'the same, a few values left empty',
    source: positioned,
    damage: emptyValues,
    recall: 0.97,
  },
  { id: 'pdf-positioned-radicals', title: 'the same, Kangxi radicals', source: positioned, labels: radicalLabels },
  { id: 'pdf-positioned-cut', title: 'the same, the total column cut off', source: positioned, damage: cutTotals },
  { id: 'pdf-positioned-missing', title: 'the same, a table was a picture', source: positioned, damage: dropTable },
  { id: 'pdf-layout', title: 'PDF text with columns kept by spaces', source: spaced, positions: 'linear' },
  {
    id: 'pdf-layout-signs',
    title: 'the same, a sign for zero',
    source: spaced,
    values: signsForZero,
    positions: 'linear',
    // A bare page number may stand right below a figure.
    recall: 0.99,
  },
  // Between spaces a number does not say which column it stands in.
  {
    id: 'pdf-layout-blank',
    title: 'the same, blank for zero',
    narrative: 'outside tables',
    source: spaced,
    values: blankZeros,
    positions: 'linear',
    recall: 0,
  },
  {
    id: 'pdf-layout-emptied',
    title: 'the same, a few values left empty',
    source: spaced,
    damage: emptyValues,
    positions: 'linear',
    recall: 0.7,
  },
  { id: 'pdf-joined', title: 'PDF text line by line', source: joined, positions: 'linear' },
];

/** Every layout of text that comes out of a PDF. */
export const pdfLayouts: readonly Layout[] = [...streams.map(layoutOf), ...pages.map(pdfLayout)];
