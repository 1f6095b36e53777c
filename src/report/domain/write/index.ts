// Laying reports and letters out for printing. The formats of files are written in
// src/platform/documents.
export { type IssueLetter, layOutIssueLetter } from './issue-letter.ts';
export { layOutReport } from './report.ts';
export { layOutTable, layOutTables } from './tables.ts';
