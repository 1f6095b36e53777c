import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import type { Random } from '../random.ts';
import { makeReport } from '../report-arbitrary.ts';
import {
  addRemarks,
  addSubtotal,
  cutTotals,
  dropHeader,
  dropRow,
  dropTable,
  dropValues,
  emptyValues,
  keepDistinct,
  mergeOtherRows,
} from './damage.ts';
import { inTraditional, inTraditionalWithPinyin, onOneLine, withTornRows } from './finishes.ts';
import {
  asciiLabels,
  brokenHeaders,
  cutHeaders,
  doubledLabels,
  fullWidthLabels,
  lossyLabels,
  mixedLabels,
  radicalLabels,
  renumberedLabels,
  spacedLabels,
  variantLabels,
} from './labels.ts';
import type { Layout, NarrativeDemand } from './layout.ts';
import { writeLinesOnly, writeSpacedLines, writeTabbedLines } from './lines.ts';
import {
  airyStyle,
  boldStyle,
  markdownStyle,
  numberedStyles,
  oneUnnumberedStyle,
  plainStyle,
  splitTitleStyle,
  unnumberedStyle,
  writeLines,
} from './page.ts';
import {
  writeBrokenPipes,
  writeFloodedPipes,
  writeLeadingPipes,
  writeLonePipes,
  writeMarkdown,
  writeMarkdownGroups,
  writePipes,
  writePipesBetween,
} from './pipes.ts';
import type { Recipe } from './recipe.ts';
import { layoutOf, prepareGrids } from './recipe.ts';
import { writeCompactTabs, writeRaggedTabs, writeTabs } from './tabs.ts';
import {
  blankZeros,
  blankZerosButTotals,
  decimalValues,
  explainedValues,
  fullWidthValues,
  groupedValues,
  paddedValues,
  signsForZero,
} from './values.ts';

const linear = { positions: 'linear' } as const;
const markdown = { style: markdownStyle, extension: 'md' } as const;

/** How the cells of a table are told apart. Nothing is lost: every number must be read. */
const separators: readonly Recipe[] = [
  { id: 'tabs', title: 'tabs over the whole grid', write: writeTabs },
  { id: 'tabs-markdown', title: 'tabs under Markdown headings', write: writeTabs, style: markdownStyle },
  { id: 'tabs-compact', title: 'tabs between the cells there are', write: writeCompactTabs },
  { id: 'tabs-ragged', title: 'tabs, rows shifted', ...linear, write: writeRaggedTabs, style: airyStyle },
  { id: 'lines', title: 'one cell a line', write: writeLinesOnly, ...linear },
  { id: 'lines-spaced', title: 'one cell a line, empty lines between', write: writeSpacedLines, ...linear },
  {
    id: 'lines-tabbed',
    title: 'one cell a line after a tab, padded, an empty line after a row',
    write: writeTabbedLines,
  },
  { id: 'pipes', title: 'pipes, runs of them at the end', write: writePipes },
  { id: 'pipes-leading', title: 'pipes, one before each row', write: writeLeadingPipes },
  { id: 'pipes-broken', title: 'pipes, a line break after each cell', write: writeBrokenPipes },
  { id: 'pipes-lone', title: 'a lone pipe before each row, a cell a line', write: writeLonePipes },
  { id: 'pipes-between', title: 'a pipe on a line of its own between cells', write: writePipesBetween },
  { id: 'pipes-flooded', title: 'pipes among hundreds of empty pipes', write: writeFloodedPipes },
  { id: 'markdown', title: 'one Markdown table each', write: writeMarkdown, ...markdown },
  { id: 'markdown-groups', title: 'a Markdown table for each group of rows', write: writeMarkdownGroups, ...markdown },
  { id: 'one-line', title: 'the whole report on one line', write: writeLinesOnly, ...linear, finish: onOneLine },
  { id: 'torn-rows', title: 'rows torn into two lines', write: writeTabs, finish: withTornRows },
];

/** The same form in other words. */
const wordings: readonly Recipe[] = [
  { id: 'labels-ascii', title: 'half-width brackets', write: writeTabs, labels: asciiLabels },
  { id: 'labels-full-width', title: 'full-width digits in labels', write: writePipes, labels: fullWidthLabels },
  { id: 'labels-spaced', title: 'spaces inside words', write: writeTabs, labels: spacedLabels },
  { id: 'labels-radicals', title: 'Kangxi radicals in labels', write: writeTabs, labels: radicalLabels },
  {
    id: 'labels-radicals-lines',
    title: 'Kangxi radicals, a cell a line',
    write: writeLinesOnly,
    labels: radicalLabels,
    ...linear,
  },
  { id: 'labels-renumbered', title: 'other, missing or second ordinals', write: writeTabs, labels: renumberedLabels },
  {
    id: 'labels-renumbered-lines',
    title: 'the same, a cell a line',
    write: writeSpacedLines,
    labels: renumberedLabels,
    ...linear,
  },
  { id: 'labels-variants', title: 'variants of labels', write: writeTabs, labels: variantLabels },
  {
    id: 'labels-variants-lines',
    title: 'variants of labels, a cell a line',
    write: writeLinesOnly,
    labels: variantLabels,
    ...linear,
  },
  { id: 'labels-doubled', title: 'a caption said twice', write: writeTabs, labels: doubledLabels },
  {
    id: 'headers-broken',
    title: 'headers over two lines',
    write: writeTabbedLines,
    labels: brokenHeaders,
    breaks: 'kept',
  },
  {
    id: 'headers-broken-lines',
    title: 'headers over two lines, a cell a line',
    write: writeSpacedLines,
    labels: brokenHeaders,
    breaks: 'kept',
    ...linear,
  },
  { id: 'headers-cut', title: 'headers cut to their first line', write: writeLonePipes, labels: cutHeaders },
  {
    id: 'labels-lost',
    title: 'item numbers, brackets and 规章 lost',
    write: writeSpacedLines,
    labels: lossyLabels,
    ...linear,
  },
  { id: 'labels-mixed', title: 'every label in a way of its own', write: writePipes, labels: mixedLabels },
  { id: 'labels-mixed-lines', title: 'the same, a cell a line', write: writeLinesOnly, labels: mixedLabels, ...linear },
  {
    id: 'traditional',
    title: 'traditional characters',
    write: writePipes,
    finish: inTraditional,
    narrative: 'identity',
  },
  {
    id: 'traditional-pinyin',
    title: 'traditional characters with pinyin',
    write: writePipes,
    finish: inTraditionalWithPinyin,
    narrative: 'identity',
  },
];

/** The same numbers written in other ways. */
const numbers: readonly Recipe[] = [
  { id: 'values-full-width', title: 'full-width digits', write: writeTabs, values: fullWidthValues },
  { id: 'values-padded', title: 'numbers padded with spaces of all kinds', write: writeTabs, values: paddedValues },
  {
    id: 'values-padded-lines',
    title: 'the same, a cell a line',
    write: writeLinesOnly,
    values: paddedValues,
    ...linear,
  },
  { id: 'values-grouped', title: 'thousands separators', write: writePipes, values: groupedValues },
  { id: 'values-decimal', title: 'trailing decimals', write: writeTabs, values: decimalValues },
  { id: 'values-signs', title: 'a sign for zero', write: writeTabs, values: signsForZero },
  {
    id: 'values-signs-lines',
    title: 'a sign for zero, a cell a line',
    write: writeLinesOnly,
    values: signsForZero,
    ...linear,
  },
  { id: 'values-explained', title: 'units, signs and remarks in cells', write: writeTabs, values: explainedValues },
  {
    id: 'values-explained-lines',
    title: 'the same, a cell a line',
    write: writeSpacedLines,
    values: explainedValues,
    ...linear,
  },
  { id: 'blank', title: 'blank for zero', write: writeTabs, values: blankZeros },
  { id: 'blank-pipes', title: 'blank for zero between pipes', write: writeLeadingPipes, values: blankZeros },
  { id: 'blank-markdown', title: 'blank for zero in Markdown', write: writeMarkdown, values: blankZeros, ...markdown },
  { id: 'blank-but-total', title: 'blank for zero except totals', write: writeTabs, values: blankZerosButTotals },
  // Which of seven places a few numbers on their own lines belong to is often open.
  {
    id: 'blank-lines',
    title: 'blank for zero, a cell a line',
    narrative: 'outside tables',
    write: writeLinesOnly,
    values: blankZeros,
    ...linear,
    recall: 0,
  },
  {
    id: 'blank-but-total-lines',
    title: 'blank except totals, a cell a line',
    narrative: 'outside tables',
    write: writeLinesOnly,
    values: blankZerosButTotals,
    ...linear,
    recall: 0,
  },
  // Blanks at the edge of a shifted row cannot be told from the shift.
  {
    id: 'blank-ragged',
    title: 'blank for zero in shifted rows',
    ...linear,
    write: writeRaggedTabs,
    values: blankZeros,
    recall: 0,
  },
  {
    id: 'blank-but-total-ragged',
    title: 'blank except totals in shifted rows',
    ...linear,
    write: writeRaggedTabs,
    values: blankZerosButTotals,
    recall: 0,
  },
];

/** Reports from which something is missing, or to which something was added. */
const damages: readonly Recipe[] = [
  { id: 'emptied', title: 'a few values left empty', write: writeTabs, damage: emptyValues },
  { id: 'emptied-pipes', title: 'a few values left empty between pipes', write: writePipes, damage: emptyValues },
  // A row with a value missing has several readings; its neighbours have one.
  {
    id: 'dropped',
    title: 'a few values gone, a cell a line',
    write: writeLinesOnly,
    damage: dropValues,
    ...linear,
    recall: 0.8,
  },
  {
    id: 'dropped-spaced',
    title: 'a few values gone, empty lines between',
    write: writeSpacedLines,
    damage: dropValues,
    ...linear,
    recall: 0.8,
  },
  {
    id: 'dropped-tabs',
    title: 'a few values gone between tabs',
    write: writeCompactTabs,
    damage: dropValues,
    recall: 0.8,
  },
  {
    id: 'dropped-ragged',
    title: 'a few values gone in shifted rows',
    ...linear,
    write: writeRaggedTabs,
    damage: dropValues,
    recall: 0.8,
  },
  // Without the last column the first six of a row stand where they stand.
  { id: 'cut-totals', title: 'the total column cut off', write: writeCompactTabs, damage: cutTotals, recall: 0.9 },
  {
    id: 'cut-totals-ragged',
    title: 'the total column cut off in shifted rows',
    ...linear,
    write: writeRaggedTabs,
    damage: cutTotals,
    recall: 0.5,
  },
  {
    id: 'cut-totals-lines',
    title: 'the total column cut off, a cell a line',
    write: writeLinesOnly,
    damage: cutTotals,
    ...linear,
    recall: 0.5,
  },
  { id: 'table-missing', title: 'a table was a picture', write: writeTabs, damage: dropTable },
  {
    id: 'table-missing-lines',
    title: 'a table was a picture, a cell a line',
    write: writeLinesOnly,
    damage: dropTable,
    ...linear,
  },
  { id: 'header-missing', title: 'table 三 without its header', write: writePipes, damage: dropHeader },
  { id: 'row-missing', title: 'a row of table 三 missing', write: writeTabs, damage: dropRow },
  {
    id: 'row-missing-lines',
    title: 'a row of table 三 missing, a cell a line',
    write: writeLinesOnly,
    damage: dropRow,
    ...linear,
  },
  { id: 'subtotal', title: 'a row 小计 in table 三', write: writeTabs, damage: addSubtotal },
  { id: 'subtotal-lines', title: 'a row 小计, a cell a line', write: writeLinesOnly, damage: addSubtotal, ...linear },
  { id: 'remarks', title: 'a row 备注 under the tables', write: writeTabs, damage: addRemarks },
  { id: 'other-merged', title: 'form 2021 with 其他处理 as one row', write: writeTabs, damage: mergeOtherRows },
  {
    id: 'other-merged-lines',
    title: 'the same, a cell a line',
    write: writeLinesOnly,
    damage: mergeOtherRows,
    ...linear,
  },
  {
    id: 'distinct',
    title: 'every distinct text once',
    narrative: 'outside tables',
    write: writeLinesOnly,
    damage: keepDistinct,
    ...linear,
  },
];

/** Other ways to write the narrative. */
const narratives: readonly Recipe[] = [
  { id: 'bold', title: 'bold headings', write: writeTabs, style: boldStyle },
  { id: 'unnumbered', title: 'headings without numbers', write: writeTabs, style: unnumberedStyle },
  { id: 'one-unnumbered', title: 'one heading without its number', write: writeTabbedLines, style: oneUnnumberedStyle },
  { id: 'split-title', title: 'title over two lines', write: writeTabs, style: splitTitleStyle },
  ...numberedStyles.map(
    (style, index): Recipe => ({
      id: `numbered-${index + 1}`,
      title: 'headings numbered otherwise',
      write: writePipes,
      style,
    }),
  ),
  { id: 'commas-lost', title: '年, 月 and commas lost in the narrative', write: writeCompactTabs, prepare: loseCommas },
];

/** The narrative without 年 and 月 of dates and without its commas, as some exports lose them. */
function loseCommas(report: AnnualReport): AnnualReport {
  const lose = (text: string) => text.replace(/(\d)年(\d+)月(\d+)日/g, '$1$2$3日').replace(/[，、；]/g, '');
  const sections = report.sections.map((section) => ({ ...section, text: lose(section.text) }));
  return { ...report, preamble: lose(report.preamble), sections };
}

/** Two reports in one file; the first is the one to read. */
const twoReports: Layout = {
  ...layoutOf({ id: 'two-reports', title: 'a second report in the same file', write: writeTabs }),
  render: (report, random) => {
    const recipe: Recipe = {
      id: 'two-reports',
      title: '',
      write: random.pick([writeTabs, writePipes, writeCompactTabs]),
    };
    const first = layoutOf(recipe).render(report, random);
    const other = makeReport(random.integer(0, 1_000_000), { form: report.form });
    const { grids } = prepareGrids(recipe, other, random);
    const second = writeLines(other, plainStyle, (key) => recipe.write(grids[key], random)).join('\n');
    const text = 'text' in first.source ? first.source.text : '';
    return { ...first, source: { text: `${text}\n\n${second}` } };
  },
};

/** Title, preamble and section 一 run into one line; page layout leaves rows of pipes around it. */
const narrativeOnOneLine: Layout = {
  ...layoutOf({ id: 'narrative-on-one-line', title: 'narrative on one line among pipes', write: writeFloodedPipes }),
  render: (report, random) => {
    const first = layoutOf({ id: 'narrative-on-one-line', title: '', write: writeFloodedPipes }).render(report, random);
    const text = 'text' in first.source ? first.source.text : '';
    const at = text.indexOf('\n二、');
    const front = text.slice(0, at).split('\n').join(' ');
    return { ...first, source: { text: `|\n${'|'.repeat(random.integer(100, 400))}\n${front}  |${text.slice(at)}` } };
  },
};

/** Any writing with any labels, values and damage. What is read must be right; how much is open. */
function mixture(
  id: string,
  writers: readonly Pick<Recipe, 'write' | 'positions'>[],
  damaging: boolean,
  narrative: NarrativeDemand = 'exact',
): Layout {
  const draw = (random: Random): Recipe => ({
    id,
    title: '',
    ...random.pick(writers),
    labels: random.pick([mixedLabels, variantLabels, renumberedLabels, spacedLabels, radicalLabels, asciiLabels]),
    values: random.pick([
      paddedValues,
      fullWidthValues,
      groupedValues,
      signsForZero,
      explainedValues,
      blankZeros,
      blankZerosButTotals,
    ]),
    style: random.pick([plainStyle, airyStyle, markdownStyle, boldStyle, oneUnnumberedStyle]),
    ...(damaging
      ? {
          damage: random.pick([
            dropValues,
            emptyValues,
            cutTotals,
            dropTable,
            dropRow,
            addSubtotal,
            addRemarks,
            mergeOtherRows,
            dropHeader,
          ]),
        }
      : {}),
  });
  return {
    id,
    title: damaging ? 'any writing, labels, values and damage' : 'any writing, labels and values',
    recall: 0,
    narrative,
    render: (report, random) => layoutOf(draw(random)).render(report, random),
  };
}

const positional = [writeTabs, writeCompactTabs, writePipes, writeLeadingPipes, writeMarkdown].map((write) => ({
  write,
}));
const lineByLine = [writeLinesOnly, writeSpacedLines].map((write) => ({ write, ...linear }));

/** Every layout whose source is text. */
export const textLayouts: readonly Layout[] = [
  ...[...separators, ...wordings, ...numbers, ...damages, ...narratives].map(layoutOf),
  twoReports,
  narrativeOnOneLine,
  mixture('mixture', positional, false),
  mixture('mixture-lines', lineByLine, false, 'outside tables'),
  mixture('mixture-damaged', [...positional, { write: writeRaggedTabs, ...linear }], true),
  mixture('mixture-lines-damaged', lineByLine, true, 'outside tables'),
];
