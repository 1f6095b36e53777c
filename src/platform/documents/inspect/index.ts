export { inspectFile } from './inspect-file.ts';
export { type InspectFile, inspectInThread } from './inspect-in-thread.ts';
export type { InspectedPiece, InspectedTable, Inspection } from './inspection.ts';
