import { loadCalendar } from '../../calendar/index.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, missing, type Result, success } from '../../kernel/result.ts';
import { isRole } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import { keyOf } from '../domain/import-plan.ts';
import {
  type CatalogueContent,
  type CatalogueItem,
  contentOf,
  type ItemOrigin,
  type ResponsiblePost,
} from '../domain/item.ts';
import { limitWords } from '../domain/time-limit-words.ts';
import { moveToField } from '../store/duties.ts';
import { findItem, holdCatalogue, type ItemFilter, insertItems, listItems, updateItem } from '../store/items.ts';
import { findNamedOrgan, type NamedOrgan } from '../store/organs.ts';
import { personWorksIn } from '../store/people.ts';
import { type Caller, getOrgan, getOwnOrgan, mayKeepCatalogue } from './caller.ts';
import { putDown, reconcileDuties } from './duties.ts';
import { findTemplate } from './templates.ts';

/** A line of the catalogue of any organ of the county. */
export const findCatalogueItem = (db: Db | Trx, countyId: string, id: string): Promise<CatalogueItem | undefined> =>
  findItem(db, countyId, id);

/** The lines of an organ's catalogue that are in force, in their order. */
export const listCatalogueItemsOf = (db: Db | Trx, countyId: string, organId: string): Promise<CatalogueItem[]> =>
  listItems(db, countyId, organId);

/** The lines of an organ's catalogue as they are asked for. */
export async function listItemsOf(
  db: Db,
  caller: Caller,
  organId: string,
  filter: ItemFilter,
): Promise<Result<{ organ: NamedOrgan; items: CatalogueItem[] }>> {
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  return success({
    organ: organ.value,
    items: await listItems(db, caller.authority.countyId, organId, filter),
  });
}

/** A line of a catalogue of the county of who asks. */
export async function getItem(db: Db | Trx, caller: Caller, id: string): Promise<Result<CatalogueItem>> {
  const item = await findItem(db, caller.authority.countyId, id);
  return item ? success(item) : noSuchItem();
}

export const noSuchItem = () => missing('没有这个公开事项，请从目录中重新进入。');

/** What is entered into a catalogue. */
export interface ItemDraft {
  organId: string;
  content: Omit<CatalogueContent, 'limitWords'> & { limitWords?: string | undefined };
  responsible?: ResponsiblePost | undefined;
  /** The first day it is owed, today when not given. */
  since?: PlainDate | undefined;
}

/** Enters an item of an organ's own into its catalogue. */
export async function addItem(db: Db, caller: Caller, draft: ItemDraft): Promise<Result<CatalogueItem>> {
  const own = await getOwnOrgan(db, caller, 'manage-catalogue', draft.organId);
  if (!own.ok) return own;
  return write(db, own.value.actor, caller.now, async (trx, record) => {
    const entered = await enter(trx, record, caller, own.value.organ, {
      ...draft,
      drafts: [{ content: draft.content, origin: { kind: 'own' } }],
    });
    if (!entered.ok) return entered;
    const [item] = entered.value;
    return item ? success(item) : failure('item-twice', `目录中已有“${draft.content.topic}—${draft.content.name}”。`);
  });
}

/** What is taken over from template libraries. */
export interface Adoption {
  organId: string;
  /** Keys such as `article-20/7`. */
  templates: readonly string[];
  responsible?: ResponsiblePost | undefined;
  since?: PlainDate | undefined;
}

/** Takes several templates over into the catalogue of an organ; those it has already are left as they are. */
export async function adoptTemplates(
  db: Db,
  caller: Caller,
  adoption: Adoption,
): Promise<Result<{ adopted: number; kept: number }>> {
  const own = await getOwnOrgan(db, caller, 'manage-catalogue', adoption.organId);
  if (!own.ok) return own;
  return write(db, own.value.actor, caller.now, (trx, record) =>
    enterTemplates(trx, record, caller, own.value.organ, adoption),
  );
}

/** The same within a transaction that is decided elsewhere, such as that of the demonstration. */
export async function enterTemplates(
  trx: Trx,
  record: RecordChange,
  by: Pick<Caller, 'actor' | 'now'>,
  organ: NamedOrgan,
  { templates, responsible, since }: Omit<Adoption, 'organId'>,
): Promise<Result<{ adopted: number; kept: number }>> {
  const chosen = [...new Set(templates)].map((key) => [key, findTemplate(key)] as const);
  const unknown = chosen.find(([, template]) => !template);
  if (unknown) return missing(`没有编号为“${unknown[0]}”的模板，请刷新页面后重新选择。`);
  const drafts = chosen.flatMap(([key, template]) =>
    template ? [{ content: template, origin: { kind: 'template', template: key } as const }] : [],
  );
  const entered = await enter(trx, record, by, organ, { drafts, responsible, since });
  if (!entered.ok) return entered;
  const adopted = entered.value.length;
  if (adopted === 0) return conflict('所选事项都已在目录中，没有新的事项可以引用。');
  return success({ adopted, kept: drafts.length - adopted });
}

/** Something to be entered, with where it comes from. */
export interface EnteredDraft {
  content: ItemDraft['content'];
  origin: ItemOrigin;
}

/** Enters items at the end of a catalogue; templates and pairs of names that are there already are left out. */
export async function enter(
  trx: Trx,
  record: RecordChange,
  { actor, now }: Pick<Caller, 'actor' | 'now'>,
  organ: NamedOrgan,
  { drafts, responsible, since }: { drafts: readonly EnteredDraft[] } & Pick<ItemDraft, 'responsible' | 'since'>,
): Promise<Result<CatalogueItem[]>> {
  const { countyId } = actor;
  const may = mayKeepCatalogue(organ);
  if (!may.ok) return may;
  const post = await checkPost(trx, countyId, organ, responsible, now);
  if (!post.ok) return post;
  await holdCatalogue(trx, countyId, organ.id);
  const all = await listItems(trx, countyId, organ.id, { ended: true });
  const present = all.filter(({ endedOn }) => endedOn === undefined);
  const known = new Set(present.flatMap((item) => [keyOf(item), ...templateKeys(item.origin)]));
  let last = all.reduce((highest, { sortOrder }) => Math.max(highest, sortOrder), 0);
  const day = dayInChina(now);
  const items = drafts.flatMap(({ content, origin }): CatalogueItem[] => {
    const keys = [keyOf(content), ...templateKeys(origin)];
    if (keys.some((key) => known.has(key))) return [];
    for (const key of keys) known.add(key);
    last += 1;
    return [
      {
        ...contentOf(content),
        limitWords: content.limitWords || limitWords(content.limit),
        countyId,
        id: newId(),
        organId: organ.id,
        origin,
        ...(responsible ? { responsible } : {}),
        sortOrder: last,
        since: since ?? day,
        limitSince: since ?? day,
        version: 1,
        changedAt: now,
        changedBy: actor.name,
      },
    ];
  });
  await insertItems(trx, items);
  await putDown(trx, items, await loadCalendar(trx, countyId), now);
  for (const item of items) {
    record({
      action: 'catalogue-item.enter',
      record: recordOf(item),
      organId: organ.id,
      after: auditedOf(item),
    });
  }
  return success(items);
}

const templateKeys = (origin: ItemOrigin): string[] =>
  origin.kind === 'template' ? [`template ${origin.template}`] : [];

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

/** Refuses a post that cannot answer for an item of an organ. */
async function checkPost(
  trx: Trx,
  countyId: string,
  organ: NamedOrgan,
  post: ResponsiblePost | undefined,
  now: Date,
): Promise<Result<true>> {
  if (!post) return success(true);
  const at = await findNamedOrgan(trx, countyId, post.organId, dayInChina(now));
  if (!isRole(post.role) || !at?.path.includes(organ.id)) {
    return failure('post-elsewhere', `责任岗位应当在“${organ.shortName}”本单位或其所属单位，请重新选择。`);
  }
  if (post.personId !== undefined && !(await personWorksIn(trx, countyId, post.personId))) {
    return failure('person-gone', '所选责任人的账号已注销或不存在，请重新选择。');
  }
  return success(true);
}

const recordOf = ({ id, topic, name }: CatalogueItem) => ({ kind: 'catalogue-item', id, label: `${topic}—${name}` });

const auditedOf = (item: CatalogueItem) => {
  const { countyId: _county, id: _id, version: _version, changedAt: _at, changedBy: _by, limit: _, ...audited } = item;
  return audited;
};
