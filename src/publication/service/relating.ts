import { failure, invalid, type Result, success } from '../../kernel/result.ts';
import { listPlaces } from '../../organisation/index.ts';
import { newId } from '../../platform/db/index.ts';
import type { WrittenRelation } from '../domain/draft-changes.ts';
import type { Item, Relation } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { listItemsById } from '../store/items.ts';
import { deleteRelations, insertRelation, listRelationsFrom } from '../store/relations.ts';
import { type Caller, dayOf } from './caller.ts';
import type { HeldDraft } from './held-draft.ts';
import { listKnown } from './items.ts';

/**
 * Writes what a draft says of other items: what is new is entered, what is gone is taken away. A document is repealed or
 * amended only by the organ that made it or by one above it (规章制定程序 and 立法法 by analogy: 谁制定谁清理), and what
 * has been repealed by a published document stays so until that is withdrawn.
 */
export async function changeRelations(
  { trx }: Pick<HeldDraft, 'trx'>,
  caller: Caller,
  item: Item,
  written: readonly WrittenRelation[],
): Promise<Result<true>> {
  const { countyId, id } = item;
  const before = await listRelationsFrom(trx, countyId, id);
  const same = (a: WrittenRelation | Relation, b: WrittenRelation | Relation) =>
    a.kind === b.kind && a.toItemId === b.toItemId && (a.toDocument ?? '') === (b.toDocument ?? '');
  const gone = before.filter((relation) => !written.some((each) => same(each, relation)));
  const added = written.filter((each) => !before.some((relation) => same(each, relation)));
  if (item.liveTextNumber !== undefined && gone.some(({ kind }) => kind === 'repeals' || kind === 'amends')) {
    return failure(
      'relation-in-force',
      '这份文件发布时已废止、修改了其他文件，修订时不能删去这种关系。确有错误的，请撤回后重新发布，原文件的有效性随之恢复。',
    );
  }
  const checked = await checkAdded(trx, caller, item, added, written);
  if (!checked.ok) return checked;
  for (const relation of gone) await deleteRelations(trx, countyId, id, relation.id);
  for (const { kind, toItemId, toDocument } of added) {
    const relation: Relation = {
      id: newId(),
      itemId: id,
      kind,
      ...(toItemId === undefined ? { toDocument: (toDocument ?? '').trim() } : { toItemId }),
    };
    await insertRelation(trx, countyId, relation, caller.now);
  }
  return success(true);
}

async function checkAdded(
  trx: HeldDraft['trx'],
  caller: Caller,
  item: Item,
  added: readonly WrittenRelation[],
  written: readonly WrittenRelation[],
): Promise<Result<true>> {
  const named = await listItemsById(
    trx,
    item.countyId,
    added.flatMap(({ toItemId }) => toItemId ?? []),
  );
  const targets = await listKnown(trx, caller, named);
  const organIds = targets.map(({ organId }) => organId);
  const places = await listPlaces(trx, item.countyId, [...new Set(organIds)], dayOf(caller));
  const isOursToChange = ({ organId }: Item) => (places.get(organId)?.path ?? [organId]).includes(item.organId);
  for (const relation of added) {
    const field = `relations.${written.indexOf(relation)}`;
    const refuse = (message: string) => invalid([{ field, message }]);
    if (relation.toItemId === undefined) {
      if ((relation.toDocument ?? '').trim() === '') return refuse('请选择关联的信息，或者填写文件名称和文号。');
      continue;
    }
    const target = targets.find(({ id }) => id === relation.toItemId);
    if (!target) return refuse('没有找到要关联的信息，请从列表中重新选择。');
    if (target.id === item.id) return refuse('不能关联这份信息自己。');
    if (relation.kind === 'repeals' || relation.kind === 'amends') {
      if (!kindOf(target.kind).validity) return refuse(`“${target.title}”不是文件，没有有效性，不能废止或者修改。`);
      if (!isOursToChange(target)) {
        return refuse(`只能废止、修改本机关或者下级机关制发的文件，“${target.title}”由其他机关制发，请与其联系。`);
      }
    }
  }
  return success(true);
}
