export { findChineseConverter } from './read/chinese.ts';
export { detectFormat } from './read/detect-format.ts';
export { maximumBytes } from './read/limits.ts';
export { readDocument } from './read/read-document.ts';
export { writeDocument } from './write/index.ts';
