export {
  type BlindPurpose,
  type KeyDescription,
  type KeyRing,
  keyShape,
  listKeyIds,
  openKeyRing,
  parseKeys,
} from './key-ring.ts';
export type { SealContext } from './seal.ts';
export {
  countByKey,
  type RotatedColumn,
  rotateSealedColumns,
  type SealedColumn,
  sealContext,
} from './sealed-column.ts';
export { fingerprint, openSigningKey } from './signing-key.ts';
export { type Sm2PrivateKey, type Sm2PublicKey, signSm2, verifySm2 } from './sm2.ts';
export { readPublicPem, writePublicPem } from './sm2-pem.ts';
export { sm3, startSm3 } from './sm3.ts';
