import type { Layout } from './layout.ts';
import { textLayouts } from './text-layouts.ts';

/** Every layout in which annual reports have been seen. */
export const layouts: readonly Layout[] = [...textLayouts];

export type { Layout, Rendering, Written } from './layout.ts';
