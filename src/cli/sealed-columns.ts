import { authSealedColumns } from '../platform/auth/index.ts';
import type { SealedColumn } from '../platform/crypto/index.ts';
import { wechatSealedColumns } from '../publication/index.ts';

/** Every column that holds sealed values: what changing the keys has to go over. */
export const sealedColumns: readonly SealedColumn[] = [...authSealedColumns, ...wechatSealedColumns];
