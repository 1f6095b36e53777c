export { type Mask, type Masks, maskOrigin } from './changes.ts';
export { type RecordChange, type RecordedChange, write } from './write.ts';
