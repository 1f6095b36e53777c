export { type Mask, type Masks, maskOrigin } from './changes.ts';
export type { ChainFault, FaultKind } from './check-chain.ts';
export { type CheckedExtract, checkExtract, type ExtractOptions, writeExtract } from './extract.ts';
export { type ReadSeals, readSeals, type Seal, sealChains } from './seals.ts';
export { type VerifiedChain, type VerifyOptions, verifyAudit } from './verify.ts';
export { type RecordChange, type RecordedChange, write } from './write.ts';
