import { damageLayouts } from './damages.ts';
import { htmlLayouts } from './html-layouts.ts';
import type { Layout } from './layout.ts';
import { mixtureLayouts } from './mixtures.ts';
import { narrativeLayouts } from './narratives.ts';
import { neutralLayouts } from './neutral-layouts.ts';
import { numberLayouts } from './numbers.ts';
import { officeLayouts } from './office-layouts.ts';
import { pdfLayouts } from './pdf-layouts.ts';
import { separatorLayouts } from './separators.ts';
import { wordingLayouts } from './wordings.ts';

/** Every layout in which annual reports have been seen. */
export const layouts: readonly Layout[] = [
  ...separatorLayouts,
  ...wordingLayouts,
  ...numberLayouts,
  ...damageLayouts,
  ...narrativeLayouts,
  ...mixtureLayouts,
  ...pdfLayouts,
  ...neutralLayouts,
  ...htmlLayouts,
  ...officeLayouts,
];

export type { Layout, Rendering } from './layout.ts';
