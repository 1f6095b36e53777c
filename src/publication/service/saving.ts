import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { type CleanText, picturesOf, richText, textOfHtml } from '../../platform/documents/rich-text/index.ts';
import { bindAttachments } from '../../platform/storage/index.ts';
import { changeFields, changeHead, type DraftChanges } from '../domain/draft-changes.ts';
import type { Item, ItemText } from '../domain/item.ts';
import type { FieldRemark } from '../domain/kinds/kind.ts';
import { listShortcomings } from '../domain/shortcomings.ts';
import { updateItem } from '../store/items.ts';
import { listRelationsFrom } from '../store/relations.ts';
import { nextTextNumber, saveText } from '../store/texts.ts';
import { auditedOf, auditedText, recordOf, textMasks } from './audited.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { dueDayOf } from './due-days.ts';
import { type HeldDraft, openText, writeOnDraft } from './held-draft.ts';
import { readKindRules } from './item-detail.ts';
import { itemOwner } from './items.ts';
import { checkMoves } from './moving.ts';
import { changeRelations } from './relating.ts';

/** How it stands with a draft after it was saved. */
export interface SavedDraft {
  version: number;
  textNumber: number;
  savedAt: Date;
  /** What was taken out of the text, in Chinese: scripts, foreign pictures, styles. */
  removed: readonly string[];
  /** As it is stored, where cleaning changed it. */
  bodyHtml?: string;
  /** What it lacks before it may be submitted, and how it could be written. */
  remarks: readonly FieldRemark[];
  dueOn?: PlainDate;
}

/**
 * Saves a draft as it is written, also by itself while somebody types. What is written wrongly is kept and remarked
 * upon elsewhere (`listShortcomings`); only what would do harm is taken out: the HTML is cleaned by allow-list.
 *
 * @param besides what is to be put down together with it, or not at all
 */
export async function saveDraft(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  version: number,
  changes: DraftChanges,
  besides?: (held: HeldDraft, textNumber: number) => Promise<void>,
): Promise<Result<SavedDraft>> {
  const rules = await readKindRules(deps);
  // Before the item is held: a long text takes its time.
  const cleaning = await clean(changes.bodyHtml);
  if (!cleaning.ok) return cleaning;
  const cleaned = cleaning.value;
  return writeOnDraft(deps, caller, { id, version }, async (held) => {
    const { trx, record, item: before, text: textBefore } = held;
    const moved = await checkMoves(trx, caller, before, changes);
    if (!moved.ok) return moved;
    const writing = await openText(held, caller);
    const text = changeText(writing, before, changes, cleaned?.html);
    const changed = changeHead(before, changes);
    const bound = await bindFiles(held, caller, changed, text);
    if (!bound.ok) return bound;
    if (changes.relations) {
      const related = await changeRelations(held, caller, changed, changes.relations);
      if (!related.ok) return related;
    }
    const after = await withDueDay(held, before, { ...changed, textNumber: text.number, updatedAt: caller.now });
    await saveText(trx, after.countyId, after.id, text);
    if (!(await updateItem(trx, after))) throw new Error('a held item was changed by somebody else');
    record({
      action: 'item.save',
      record: recordOf(after),
      organId: after.organId,
      before: { ...auditedOf(before), ...auditedText(textBefore) },
      after: { ...auditedOf(after), ...auditedText(text) },
      masks: textMasks,
    });
    await besides?.(held, text.number);
    return success({
      version: before.version + 1,
      textNumber: text.number,
      savedAt: caller.now,
      removed: cleaned?.removed ?? [],
      remarks: listShortcomings(after, text, await listRelationsFrom(trx, after.countyId, after.id), rules),
      ...(after.dueOn === undefined ? {} : { dueOn: after.dueOn }),
      ...(cleaned && cleaned.html !== changes.bodyHtml ? { bodyHtml: cleaned.html } : {}),
    });
  });
}

/**
 * Puts aside what somebody wrote while another one saved: as a version of its own that nobody works on, so that it can be
 * compared and taken over. @returns its number
 */
export async function keepAside(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  changes: DraftChanges,
): Promise<Result<{ number: number }>> {
  const cleaning = await clean(changes.bodyHtml);
  if (!cleaning.ok) return cleaning;
  return writeOnDraft(deps, caller, { id, version: undefined }, async (held) => {
    const { trx, record, item, text: working } = held;
    const number = await nextTextNumber(trx, item.countyId, item.id);
    const { head: _, ...content } = working;
    const text: ItemText = {
      ...changeText(content, item, changes, cleaning.value?.html),
      number,
      frozen: true,
      changeNote: changes.changeNote?.trim() || '与他人同时修改时另存',
      savedBy: caller.authority.personId,
      savedByName: caller.actor.name,
      savedAt: caller.now,
    };
    const bound = await bindFiles(held, caller, item, text);
    if (!bound.ok) return bound;
    await saveText(trx, item.countyId, item.id, text);
    record({
      action: 'item.keep-aside',
      record: recordOf(item),
      organId: item.organId,
      after: auditedText(text),
      masks: textMasks,
    });
    return success({ number });
  });
}

const clean = async (html: string | undefined): Promise<Result<CleanText | undefined>> =>
  html === undefined ? success(undefined) : richText.cleanHtml(html);

function changeText(text: ItemText, before: Item, changes: DraftChanges, html: string | undefined): ItemText {
  const fields = changes.fields ?? text.fields;
  return {
    ...text,
    title: changes.title?.trim() ?? text.title,
    summary: changes.summary ?? text.summary,
    ...(html === undefined ? {} : { bodyHtml: html, bodyText: textOfHtml(html) }),
    fields: changeFields(fields, before.kind, changes.kind ?? before.kind),
    attachments: changes.attachments ?? text.attachments,
    changeNote: changes.changeNote ?? text.changeNote,
  };
}

/** Files that somebody uploaded become part of the item: attachments, and pictures in the text. */
async function bindFiles(
  { trx, record }: Pick<HeldDraft, 'trx' | 'record'>,
  { actor, now }: Caller,
  item: Item,
  text: ItemText,
): Promise<Result<unknown>> {
  const ids = [...new Set([...text.attachments.map(({ id }) => id), ...picturesOf(text.bodyHtml)])];
  if (ids.length === 0) return success(true);
  return bindAttachments({ trx, record, actor, now }, { kind: itemOwner, id: item.id, organId: item.organId }, ids);
}

/** The day it is due, reckoned anew where what it follows from was changed. */
async function withDueDay({ trx }: HeldDraft, before: Item, after: Item): Promise<Item> {
  const keys = ['kind', 'formedOn', 'disclosure', 'catalogueItemId'] as const;
  if (keys.every((key) => before[key] === after[key])) return after;
  const { dueOn: _, ...rest } = after;
  const dueOn = await dueDayOf(trx, after);
  return dueOn === undefined ? rest : { ...rest, dueOn };
}
