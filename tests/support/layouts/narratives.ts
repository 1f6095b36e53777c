import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import { makeReport } from '../report-arbitrary.ts';
import {
  addContents,
  addOverviewTable,
  addSignature,
  reheading,
  retitle,
  shortenOrgan,
  subnumber,
  useInOtherYear,
} from './editing.ts';
import type { Layout } from './layout.ts';
import { writeSpacedLines, writeTabbedLines } from './lines.ts';
import {
  airyStyle,
  boldStyle,
  captionedStyle,
  footnotedStyle,
  numberedStyles,
  oneUnnumberedStyle,
  organAboveStyle,
  plainStyle,
  splitTitleStyle,
  unnumberedStyle,
  writeLines,
} from './page.ts';
import { writeFloodedPipes, writePipes } from './pipes.ts';
import type { Recipe } from './recipe.ts';
import { layoutOf, linear, prepareGrids } from './recipe.ts';
import { writeCompactTabs, writeTabs } from './tabs.ts';

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

/** Other ways to write the narrative. */
export const narrativeLayouts: readonly Layout[] = [
  ...(
    [
      { id: 'bold', title: 'bold headings', write: writeTabs, style: boldStyle },
      { id: 'unnumbered', title: 'headings without numbers', write: writeTabs, style: unnumberedStyle },
      {
        id: 'one-unnumbered',
        title: 'one heading without its number',
        write: writeTabbedLines,
        style: oneUnnumberedStyle,
      },
      { id: 'split-title', title: 'title over two lines', write: writeTabs, style: splitTitleStyle },
      ...numberedStyles.map(
        (style, index): Recipe => ({
          id: `numbered-${index + 1}`,
          title: 'headings numbered otherwise',
          write: writePipes,
          style,
        }),
      ),
      {
        id: 'commas-lost',
        title: '年, 月 and commas lost in the narrative',
        write: writeCompactTabs,
        prepare: loseCommas,
      },
      { id: 'retitled', title: 'the title in other words', write: writeTabs, prepare: retitle },
      {
        id: 'contents',
        title: 'a list of contents before the report',
        write: writePipes,
        prepare: addContents,
        style: airyStyle,
      },
      { id: 'subnumbered', title: 'section 五 numbered like the sections', write: writeTabs, prepare: subnumber },
      { id: 'overview-table', title: 'a small table in section 一', write: writeTabs, prepare: addOverviewTable },
      { id: 'signature', title: 'organ and date at the end', write: writeTabs, prepare: addSignature },
      { id: 'organ-shortened', title: 'the organ without 人民政府', write: writeTabs, prepare: shortenOrgan },
      {
        id: 'organ-above',
        title: 'the organ on a line above the title',
        write: writeSpacedLines,
        style: organAboveStyle,
        ...linear,
      },
      { id: 'other-year', title: 'the form of other years', write: writeTabs, prepare: useInOtherYear },
      { id: 'headings-varied', title: 'headings in other words', write: writeTabs, prepare: reheading },
      {
        id: 'table-captions',
        title: 'a caption above every table',
        write: writeTabs,
        style: captionedStyle,
        narrative: 'outside tables',
      },
      {
        id: 'footnotes',
        title: 'a unit above and a remark below every table',
        write: writePipes,
        style: footnotedStyle,
        narrative: 'outside tables',
      },
      {
        id: 'footnotes-lines',
        title: 'the same, a cell a line',
        write: writeSpacedLines,
        style: footnotedStyle,
        ...linear,
        narrative: 'outside tables',
      },
    ] satisfies readonly Recipe[]
  ).map(layoutOf),
  twoReports,
  narrativeOnOneLine,
];
