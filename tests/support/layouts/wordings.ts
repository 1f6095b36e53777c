import { inTraditional, inTraditionalWithPinyin } from './finishes.ts';
import {
  asciiLabels,
  brokenHeaders,
  cutHeaders,
  doubledLabels,
  fullWidthLabels,
  groupLabelsOnly,
  lossyLabels,
  misspeltLabels,
  mixedLabels,
  otherHanLabels,
  quotedHeaders,
  radicalLabels,
  renumberedLabels,
  spacedLabels,
  tornLabels,
  variantLabels,
} from './labels.ts';
import type { Layout } from './layout.ts';
import { writeLinesOnly, writeSpacedLines, writeTabbedLines } from './lines.ts';
import { writeBrokenPipes, writeLonePipes, writePipes } from './pipes.ts';
import type { Recipe } from './recipe.ts';
import { layoutOf, linear } from './recipe.ts';
import { writeTabs } from './tabs.ts';

/** The same form in other words. */
export const wordingLayouts: readonly Layout[] = (
  [
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
    {
      id: 'labels-mixed-lines',
      title: 'the same, a cell a line',
      write: writeLinesOnly,
      labels: mixedLabels,
      ...linear,
    },
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
    // Of a label that lost a character it may be said that it is unknown.
    {
      id: 'labels-misspelt',
      title: '其它 for 其他, a character lost',
      write: writeTabs,
      labels: misspeltLabels,
      recall: 0.9,
    },
    {
      id: 'labels-misspelt-lines',
      title: 'the same, a cell a line',
      write: writeLinesOnly,
      labels: misspeltLabels,
      recall: 0.9,
      ...linear,
    },
    { id: 'labels-single-ordinals', title: 'ordinals as single characters', write: writeTabs, labels: otherHanLabels },
    {
      id: 'headers-quoted',
      title: 'headers over two lines in quotation marks',
      write: writeTabs,
      labels: quotedHeaders,
      breaks: 'kept',
    },
    {
      id: 'labels-torn',
      title: 'headers and group labels torn by an empty line',
      write: writeSpacedLines,
      labels: tornLabels,
      breaks: 'kept',
      ...linear,
    },
    // Where a group has lost the labels of its rows, their number and order may tell, or not.
    {
      id: 'group-labels-only',
      title: 'labels inside groups lost',
      write: writeBrokenPipes,
      labels: groupLabelsOnly,
      recall: 0.3,
    },
    {
      id: 'group-labels-only-lines',
      title: 'the same, a cell a line',
      write: writeLinesOnly,
      labels: groupLabelsOnly,
      ...linear,
      recall: 0.3,
    },
  ] satisfies readonly Recipe[]
).map(layoutOf);
