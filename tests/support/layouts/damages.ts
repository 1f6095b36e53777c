import {
  addRemarks,
  addSubtotal,
  cutTotals,
  dropAllTables,
  dropCaptions,
  dropHeader,
  dropRemedyHeader,
  dropRow,
  dropTable,
  dropValues,
  emptyValues,
  keepDistinct,
  mergeOtherRows,
  otherUnits,
  turnRemedies,
} from './damage.ts';
import { cutShort } from './finishes.ts';
import type { Layout } from './layout.ts';
import { writeLinesOnly, writeSpacedLines } from './lines.ts';
import { writePipes } from './pipes.ts';
import type { Recipe } from './recipe.ts';
import { layoutOf, linear } from './recipe.ts';
import { writeCompactTabs, writeRaggedTabs, writeTabs } from './tabs.ts';

/** Reports from which something is missing, or to which something was added. */
export const damageLayouts: readonly Layout[] = (
  [
    { id: 'emptied', title: 'a few values left empty', write: writeTabs, damage: emptyValues },
    // Empty cells at the edge of a row look like the padding of a merged cell.
    {
      id: 'emptied-pipes',
      title: 'a few values left empty between pipes',
      write: writePipes,
      damage: emptyValues,
      recall: 0.97,
    },
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
    { id: 'tables-missing', title: 'all tables were pictures', write: writeTabs, damage: dropAllTables },
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
    { id: 'other-units', title: 'money in another unit, said in the header', write: writeTabs, damage: otherUnits },
    // Table 四 is a twelfth of the cells.
    {
      id: 'remedies-turned',
      title: 'table 四 with a row for each kind',
      write: writeTabs,
      damage: turnRemedies,
      recall: 0.92,
    },
    {
      id: 'remedies-turned-lines',
      title: 'the same, a cell a line',
      write: writeLinesOnly,
      damage: turnRemedies,
      ...linear,
      recall: 0.92,
    },
    { id: 'remedies-headless', title: 'table 四 without its header', write: writePipes, damage: dropRemedyHeader },
    {
      id: 'remedies-headless-lines',
      title: 'the same, a cell a line',
      write: writeLinesOnly,
      damage: dropRemedyHeader,
      ...linear,
    },
    // What is behind the end is not there; nobody can say how much that is.
    {
      id: 'cut-short',
      title: 'a file that ends too early',
      write: writeTabs,
      finish: cutShort,
      recall: 0,
      narrative: 'identity',
    },
    {
      id: 'cut-short-lines',
      title: 'the same, a cell a line',
      write: writeLinesOnly,
      finish: cutShort,
      recall: 0,
      narrative: 'identity',
    },
    {
      id: 'captions-missing',
      title: 'table 二 without captions and headers',
      write: writeCompactTabs,
      damage: dropCaptions,
    },
    {
      id: 'captions-missing-lines',
      title: 'the same, a cell a line',
      write: writeLinesOnly,
      damage: dropCaptions,
      ...linear,
    },
  ] satisfies readonly Recipe[]
).map(layoutOf);
