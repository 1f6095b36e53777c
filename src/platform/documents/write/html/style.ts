import type { Typeface } from '../typography.ts';
import { linePitch, page, sizes, tableType, textWidth, typefaces } from '../typography.ts';

const family = (face: Typeface): string =>
  `${[typefaces.latin.name, face.name, ...face.substitutes].map((name) => `"${name}"`).join(', ')}, ${face.generic}`;

const pageNumber = (side: 'left' | 'right') =>
  `@page :${side} { @bottom-${side} { content: "— " counter(page) " —"; font: ${sizes.四号}pt ${family(typefaces.table)}; vertical-align: top; padding-top: 7mm; } }`;

/**
 * One style sheet for screen, phone and paper. It loads nothing: no font, picture or sheet from
 * anywhere, so that the file looks the same without a network.
 */
export const styleSheet = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef0f3; color: #000; font: 1.125rem/1.9 ${family(typefaces.body)}; }
main { max-width: 58rem; margin: 0 auto; padding: clamp(1.25rem, 5vw, 5rem) clamp(1rem, 6vw, 5.5rem); background: #fff; }
h1, h2, h3, h4 { font-weight: normal; font-size: 1em; margin: 0; text-indent: 2em; break-after: avoid; }
h1 { font: bold clamp(1.35rem, 5.2vw, 1.9rem)/1.5 ${family(typefaces.title)}; text-align: center; text-indent: 0; text-wrap: balance; margin: 0 0 1.4em; }
h1 span { display: inline-block; }
h2 { font-family: ${family(typefaces.heading)}; margin-top: 0.6em; }
h3, .lead { font-family: ${family(typefaces.subheading)}; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
p.addressee { text-indent: 0; text-align: left; }
p.note { font-size: 0.875em; text-indent: 0; text-align: left; }
p.signature { text-indent: 0; text-align: right; padding-right: 4em; white-space: pre-wrap; break-inside: avoid; }
p.first { margin-top: 1.5em; }
mark { background: #fff2cc; color: inherit; }
.table { overflow-x: auto; margin: 0.5em 0 1em; }
.table:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 0.9375rem/1.45 ${family(typefaces.table)}; }
table.compact { font-size: 0.8125rem; min-width: 42rem; }
table.normal { min-width: 20rem; }
th, td { border: 1px solid #000; padding: 0.3em 0.35em; text-align: center; vertical-align: middle; font-weight: normal; overflow-wrap: anywhere; }
th.left, td.left { text-align: left; }
th.right, td.right { text-align: right; }
th { text-wrap: balance; }
td.number { font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.vertical span { writing-mode: vertical-rl; text-orientation: upright; white-space: nowrap; letter-spacing: 0.15em; }
.marked { background: #fff2cc; }
@page { size: A4; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
${pageNumber('left')}
${pageNumber('right')}
@media print {
  body { background: none; font-size: ${sizes.三号}pt; line-height: ${linePitch}pt; }
  main { max-width: ${textWidth}mm; padding: 0; margin: 0; }
  h1 { font-size: ${sizes.二号}pt; line-height: 34pt; margin-bottom: ${linePitch}pt; }
  h2 { margin-top: 0; }
  .table { overflow: visible; margin: 0 0 ${linePitch / 3}pt; }
  .table.together { break-inside: avoid; }
  table.normal { font-size: ${tableType.normal.size}pt; line-height: ${tableType.normal.line}pt; min-width: 0; }
  table.compact { font-size: ${tableType.compact.size}pt; line-height: ${tableType.compact.line}pt; min-width: 0; }
  th, td { padding: 2.5pt ${tableType.compact.padding}pt; border-width: 0.5pt; }
  tr { break-inside: avoid; }
  mark, .marked { print-color-adjust: exact; }
}
`;
