export { readFirst, readTableFile, type TableFile } from './read.ts';
export { type WrittenTable, writeTableFile } from './write.ts';
