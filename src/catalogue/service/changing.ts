import { loadCalendar } from '../../calendar/index.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import { conflict, failure, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { keyOf } from '../domain/import-plan.ts';
import type { CatalogueContent, CatalogueItem, ResponsiblePost } from '../domain/item.ts';
import { limitWords } from '../domain/time-limit-words.ts';
import { moveToField } from '../store/duties.ts';
import { findItem, holdCatalogue, listItems, updateItem } from '../store/items.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { type Caller, getOwnOrgan } from './caller.ts';
import { reconcileDuties } from './duties.ts';
import { auditedOf, checkPost, recordOf } from './item-record.ts';
import { getItem, noSuchItem } from './items.ts';

/** What is changed of an item; what is absent stays, null takes it away. */
export interface ItemChanges {
  content?:
    | ({ [Key in Exclude<keyof CatalogueContent, 'fieldKey' | 'article20'>]?: CatalogueContent[Key] | undefined } & {
        fieldKey?: CatalogueContent['fieldKey'] | null | undefined;
        article20?: number | null | undefined;
      })
    | undefined;
  responsible?: ResponsiblePost | null | undefined;
}

/** Adapts an item of a catalogue. A new limit holds from today on; what is overdue by the old one stays owed. */
export async function changeItem(
  db: Db,
  caller: Caller,
  id: string,
  version: number,
  changes: ItemChanges,
): Promise<Result<CatalogueItem>> {
  const found = await getItem(db, caller, id);
  if (!found.ok) return found;
  const own = await getOwnOrgan(db, caller, 'manage-catalogue', found.value.organId);
  if (!own.ok) return own;
  return write(db, own.value.actor, caller.now, async (trx, record) => {
    const before = await findItem(trx, caller.authority.countyId, id);
    if (!before) return noSuchItem();
    return saveChanges(trx, record, caller, own.value.organ, { ...before, version }, changes);
  });
}

/** Changes an item that is in force, under the version that was seen. */
export async function saveChanges(
  trx: Trx,
  record: RecordChange,
  { actor, now }: Pick<Caller, 'actor' | 'now'>,
  organ: NamedOrgan,
  before: CatalogueItem,
  { content = {}, responsible = before.responsible }: ItemChanges,
): Promise<Result<CatalogueItem>> {
  if (before.endedOn !== undefined) {
    return conflict(`“${before.name}”已于 ${before.endedOn} 停止公开，不能再修改。需要时请重新列入目录。`);
  }
  const { countyId } = before;
  await holdCatalogue(trx, countyId, organ.id);
  const day = dayInChina(now);
  const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  const limitMoved = content.limit !== undefined && !sameLimit(content.limit, before.limit);
  const after: CatalogueItem = {
    ...before,
    ...given,
    ...(limitMoved
      ? { limitSince: day, limitWords: content.limitWords || limitWords(content.limit ?? before.limit) }
      : {}),
    fieldKey: content.fieldKey === null ? undefined : (content.fieldKey ?? before.fieldKey),
    article20: content.article20 === null ? undefined : (content.article20 ?? before.article20),
    responsible: responsible ?? undefined,
    changedAt: now,
    changedBy: actor.name,
  };
  const post = await checkPost(trx, countyId, organ, after.responsible, now);
  if (!post.ok) return post;
  const others = await listItems(trx, countyId, organ.id);
  if (others.some((other) => other.id !== after.id && keyOf(other) === keyOf(after))) {
    return failure('item-twice', `目录中已有“${after.topic}—${after.name}”，请换一个名称，或者直接修改那一项。`);
  }
  if (!(await updateItem(trx, after))) {
    return conflict('这个事项刚刚被他人修改过。请先复制您填写的内容，刷新后再合并保存。');
  }
  if (after.fieldKey !== before.fieldKey) await moveToField(trx, countyId, after.id, after.fieldKey ?? null);
  if (limitMoved || after.manner !== before.manner) {
    await reconcileDuties(trx, after, await loadCalendar(trx, countyId), now);
  }
  record({
    action: 'catalogue-item.change',
    record: recordOf(after),
    organId: organ.id,
    before: auditedOf(before),
    after: auditedOf(after),
  });
  return success({ ...after, version: before.version + 1 });
}

const sameLimit = (one: object, other: object): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** Ends an item: what is overdue stays owed, what would be due from today on no longer is. */
export async function endItem(
  db: Db,
  caller: Caller,
  id: string,
  { version, because }: { version: number; because: string },
): Promise<Result<CatalogueItem>> {
  const found = await getItem(db, caller, id);
  if (!found.ok) return found;
  const own = await getOwnOrgan(db, caller, 'manage-catalogue', found.value.organId);
  if (!own.ok) return own;
  return write(db, own.value.actor, caller.now, async (trx, record) => {
    const before = await findItem(trx, caller.authority.countyId, id);
    if (!before) return noSuchItem();
    if (before.endedOn !== undefined) return conflict(`“${before.name}”已经停止公开，不必再次办理。`);
    return endWithin(trx, record, caller, { ...before, version }, because);
  });
}

/** Ends an item within a transaction that is decided elsewhere. */
export async function endWithin(
  trx: Trx,
  record: RecordChange,
  { actor, now }: Pick<Caller, 'actor' | 'now'>,
  before: CatalogueItem,
  because: string,
): Promise<Result<CatalogueItem>> {
  const after: CatalogueItem = {
    ...before,
    endedOn: dayInChina(now),
    endedBecause: because,
    changedAt: now,
    changedBy: actor.name,
  };
  if (!(await updateItem(trx, after))) return conflict('这个事项刚刚被他人修改过，请刷新后重新办理。');
  await reconcileDuties(trx, after, await loadCalendar(trx, before.countyId), now);
  record({
    action: 'catalogue-item.end',
    record: recordOf(after),
    organId: after.organId,
    before: auditedOf(before),
    after: auditedOf(after),
  });
  return success({ ...after, version: before.version + 1 });
}

/** Names the post that answers for several items of one organ at once; all of them or none. */
export async function nameResponsible(
  db: Db,
  caller: Caller,
  organId: string,
  items: readonly { id: string; version: number }[],
  responsible: ResponsiblePost | null,
): Promise<Result<{ changed: number }>> {
  const own = await getOwnOrgan(db, caller, 'manage-catalogue', organId);
  if (!own.ok) return own;
  return write(db, own.value.actor, caller.now, async (trx, record) => {
    for (const { id, version } of items) {
      const before = await findItem(trx, caller.authority.countyId, id);
      if (before?.organId !== organId) return noSuchItem();
      const saved = await saveChanges(trx, record, caller, own.value.organ, { ...before, version }, { responsible });
      if (!saved.ok) return saved;
    }
    return success({ changed: items.length });
  });
}
