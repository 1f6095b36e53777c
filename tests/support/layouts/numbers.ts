import { withoutTrailingTabs } from './finishes.ts';
import type { Layout } from './layout.ts';
import { writeLinesOnly, writeSpacedLines } from './lines.ts';
import { markdownStyle } from './page.ts';
import { writeLeadingPipes, writeMarkdown, writePipes } from './pipes.ts';
import type { Recipe } from './recipe.ts';
import { layoutOf, linear } from './recipe.ts';
import { writeRaggedTabs, writeTabs } from './tabs.ts';
import {
  blankZeros,
  blankZerosButTotals,
  decimalValues,
  explainedValues,
  fullWidthValues,
  groupedValues,
  noValues,
  paddedValues,
  signsForZero,
} from './values.ts';

const markdown = { style: markdownStyle, extension: 'md' } as const;

/** The same numbers written in other ways. */
export const numberLayouts: readonly Layout[] = (
  [
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
    // Empty cells at the edge of a row look like the padding of a merged cell.
    {
      id: 'blank-pipes',
      title: 'blank for zero between pipes',
      write: writeLeadingPipes,
      values: blankZeros,
      recall: 0.9,
    },
    {
      id: 'blank-markdown',
      title: 'blank for zero in Markdown',
      write: writeMarkdown,
      values: blankZeros,
      ...markdown,
    },
    // Blanks at the end of a row are gone with the tabs.
    {
      id: 'blank-trimmed',
      title: 'blank for zero, no tabs at the end of a line',
      write: writeTabs,
      values: blankZeros,
      finish: withoutTrailingTabs,
      ...linear,
      recall: 0.5,
    },
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
    { id: 'valueless', title: 'a form never filled in', write: writeTabs, values: noValues },
    {
      id: 'valueless-lines',
      title: 'the same, a cell a line',
      write: writeSpacedLines,
      values: noValues,
      ...linear,
      narrative: 'outside tables',
    },
  ] satisfies readonly Recipe[]
).map(layoutOf);
