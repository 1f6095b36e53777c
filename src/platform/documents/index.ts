export { findChineseConverter } from './read/chinese.ts';
export { maximumBytes } from './read/limits.ts';
export { readDocument } from './read/read-document.ts';
export { writeDocument } from './write/index.ts';
