// Laying reports and letters out for printing. The formats of files are written in
// src/platform/documents.
export { layOutIssueLetter } from './issue-letter.ts';
export { layOutReport } from './report.ts';
export { layOutTables } from './tables.ts';
