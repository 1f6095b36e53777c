import type { Trx } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';

export const parts = {
  rememberText: async (_trx: Trx, _item: Item) => undefined,
  forgetText: async (_trx: Trx, _item: Item) => undefined,
};
