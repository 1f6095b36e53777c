import type { RecordChange } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import type { PublicationDeps } from './deps.ts';

export const parts = {
  giveIndexNumber: async (_trx: Trx, _deps: Pick<PublicationDeps, 'settings'>, item: Item, _now: Date) => item.id,
  applyRelations: async (_trx: Trx, _record: RecordChange, item: Item, _now: Date) => item,
  revertRelations: async (_trx: Trx, _record: RecordChange, _item: Item, _now: Date) => undefined,
  rememberText: async (_trx: Trx, _item: Item) => undefined,
  forgetText: async (_trx: Trx, _item: Item) => undefined,
};
