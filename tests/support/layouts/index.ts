import { htmlLayouts } from './html-layouts.ts';
import type { Layout } from './layout.ts';
import { neutralLayouts } from './neutral-layouts.ts';
import { pdfLayouts } from './pdf-layouts.ts';
import { textLayouts } from './text-layouts.ts';

/** Every layout in which annual reports have been seen. */
export const layouts: readonly Layout[] = [...textLayouts, ...pdfLayouts, ...neutralLayouts, ...htmlLayouts];

export type { Layout, Rendering, Written } from './layout.ts';
