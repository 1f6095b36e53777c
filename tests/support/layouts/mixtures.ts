import type { Random } from '../../../src/kernel/random.ts';
import type { Damage } from './damage.ts';
import {
  addRemarks,
  addSubtotal,
  cutTotals,
  damageInTurn,
  dropHeader,
  dropRow,
  dropTable,
  dropValues,
  emptyValues,
  mergeOtherRows,
} from './damage.ts';
import {
  asciiLabels,
  misspeltLabels,
  mixedLabels,
  radicalLabels,
  renumberedLabels,
  spacedLabels,
  variantLabels,
} from './labels.ts';
import type { Layout, NarrativeDemand } from './layout.ts';
import { writeLinesOnly, writeSpacedLines } from './lines.ts';
import { airyStyle, boldStyle, markdownStyle, oneUnnumberedStyle, plainStyle } from './page.ts';
import { writeLeadingPipes, writeMarkdown, writePipes } from './pipes.ts';
import type { Recipe } from './recipe.ts';
import { layoutOf, linear } from './recipe.ts';
import { writeCompactTabs, writeRaggedTabs, writeTabs } from './tabs.ts';
import {
  blankZeros,
  blankZerosButTotals,
  explainedValues,
  fullWidthValues,
  groupedValues,
  paddedValues,
  signsForZero,
} from './values.ts';

const noDamage: Damage = (grids) => grids;
const damages: readonly Damage[] = [
  dropValues,
  emptyValues,
  cutTotals,
  dropTable,
  dropRow,
  addSubtotal,
  addRemarks,
  mergeOtherRows,
  dropHeader,
];

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
    labels: random.pick([
      misspeltLabels,
      mixedLabels,
      variantLabels,
      renumberedLabels,
      spacedLabels,
      radicalLabels,
      asciiLabels,
    ]),
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
    ...(damaging ? { damage: damageInTurn(random.pick(damages), random.pick([noDamage, ...damages])) } : {}),
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

/** Anything together. */
export const mixtureLayouts: readonly Layout[] = [
  mixture('mixture', positional, false),
  mixture('mixture-lines', lineByLine, false, 'outside tables'),
  mixture('mixture-damaged', [...positional, { write: writeRaggedTabs, ...linear }], true),
  mixture('mixture-lines-damaged', lineByLine, true, 'outside tables'),
];
