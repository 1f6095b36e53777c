import { loadCalendar } from '../../calendar/index.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, missing, type Result, success } from '../../kernel/result.ts';
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
import { holdCatalogue, insertItems, listItems } from '../store/items.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { type Caller, getOwnOrgan, mayKeepCatalogue } from './caller.ts';
import { putDown } from './duties.ts';
import { auditedOf, checkPost, recordOf } from './item-record.ts';
import { findTemplate } from './templates.ts';

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
