import { findCatalogueItem } from '../../catalogue/index.ts';
import { failure, invalid, type Result, success } from '../../kernel/result.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { DraftChanges } from '../domain/draft-changes.ts';
import type { Item } from '../domain/item.ts';
import type { Caller } from './caller.ts';
import { findSeat } from './drafting.ts';

/**
 * Whether a draft may become another kind, or another organ's: not once it was public, since its 索引号 tells both; and
 * only an organ that the author drafts for. A line of the catalogue has to be the organ's own.
 */
export async function checkMoves(
  trx: Trx,
  caller: Caller,
  item: Item,
  { kind, organId, catalogueItemId }: DraftChanges,
): Promise<Result<true>> {
  const isMoved = (kind !== undefined && kind !== item.kind) || (organId !== undefined && organId !== item.organId);
  if (isMoved && item.indexNumber !== undefined) {
    return failure(
      'published-before',
      '这份信息发布过，索引号已经编定，不能再改信息类别和发布单位。确有错误的，请撤回后新建一条。',
    );
  }
  if (organId !== undefined && organId !== item.organId) {
    const seat = await findSeat(trx, caller, { draftingOrganId: item.draftingOrganId, organId });
    if (!seat.ok) return seat;
  }
  if (catalogueItemId && catalogueItemId !== item.catalogueItemId) {
    const line = await findCatalogueItem(trx, item.countyId, catalogueItemId);
    if (line?.organId !== (organId ?? item.organId)) {
      return invalid([{ field: 'catalogueItemId', message: '这个公开事项不在发布单位的目录中，请从列表中重新选择。' }]);
    }
  }
  return success(true);
}
