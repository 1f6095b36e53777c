import { conflict, type Failure, failure, type Result, success } from '../../kernel/result.ts';
import { actorBy, type Grant } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { lastDone } from '../domain/history.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { mayWrite } from '../domain/reading.ts';
import { describeEvent } from '../domain/review-words.ts';
import { headOf } from '../domain/shortcomings.ts';
import { states } from '../domain/states.ts';
import { listEvents } from '../store/events.ts';
import { lockItem } from '../store/items.ts';
import { freezeText, getText, nextTextNumber } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { type ItemView, noSuchItem, openItem } from './items.ts';

/** A draft that is held to be written on. */
export interface HeldDraft {
  trx: Trx;
  record: RecordChange;
  item: Item;
  /** The working text. */
  text: ItemText;
  grant: Grant;
}

/**
 * Does something to a draft in one audited transaction, when who asks may write on it and has seen its version. Of two
 * who save at once one wins; the other is told who it was and when, and keeps what he wrote.
 */
export async function writeOnDraft<T>(
  deps: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  { id, version }: { id: string; version: number | undefined },
  work: (held: HeldDraft) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await openItem(deps.db, caller, id);
  if (!opened.ok) return opened;
  const grant = mayWrite(caller.authority, opened.value.places);
  if (!grant.ok) return grant;
  const { countyId } = caller.authority;
  return write(deps.db, actorBy(caller.actor, grant.value), caller.now, async (trx, record) => {
    const item = await lockItem(trx, countyId, id);
    if (!item) return noSuchItem();
    const text = await getText(trx, countyId, id, item.textNumber);
    // The version first: who is late is told who was faster, also where it is no draft any more.
    if (version !== undefined && item.version !== version) return overtaken(trx, item, text);
    if (item.state !== 'draft') return notADraft(item);
    return work({ trx, record, item, text, grant: grant.value });
  });
}

/** Whether somebody may write on an item now, for the form: refused with the sentence why not. */
export function checkWritable(caller: Caller, view: ItemView): Result<true> {
  const grant = mayWrite(caller.authority, view.places);
  if (!grant.ok) return grant;
  return view.item.state === 'draft' ? success(true) : notADraft(view.item);
}

/**
 * The text to be written on: the working one, or a new version where that is frozen, or where somebody else saved it:
 * each version has one writer, so that it is known who wrote and may not review (条例 art. 17).
 */
export async function openText(
  { trx, item, text }: Pick<HeldDraft, 'trx' | 'item' | 'text'>,
  { actor, authority, now }: Caller,
): Promise<ItemText> {
  const saved = { savedBy: authority.personId, savedByName: actor.name, savedAt: now };
  const { head: _, ...content } = text;
  if (!text.frozen && text.savedBy === authority.personId) return { ...content, ...saved };
  await freezeText(trx, item.countyId, item.id, text.number, headOf(item));
  const number = await nextTextNumber(trx, item.countyId, item.id);
  return { ...content, ...saved, number, frozen: false, changeNote: '' };
}

const notADraft = ({ state }: Item) =>
  failure(
    'not-a-draft',
    state === 'published' || state === 'filed' || state === 'withdrawn'
      ? `这份信息${states[state]}，不能直接修改。请先办理“修订”，修订稿审查通过后替换原文。`
      : state === 'discarded'
        ? '这份信息已作废，不能修改。需要继续办理的，请先恢复。'
        : `这份信息正在“${states[state]}”，审查期间不能修改（审查的应当就是发布的文本，条例第十七条）。需要修改的，请审查人退回，或者由提交人撤回提交。`,
  );

/** Tells who was faster and what he did; and where it is no draft any more, what that means. */
async function overtaken(trx: Trx, item: Item, { savedByName, savedAt }: ItemText): Promise<Failure> {
  const last = lastDone(await listEvents(trx, item.countyId, item.id), item);
  if (item.state !== 'draft') {
    const who = last ? `${describeEvent(last)}。` : '';
    return conflict(`您打开以后，${who}${notADraft(item).problem.message}您写的内容还在本页，没有丢失。`);
  }
  const since = savedAt > item.stateSince ? savedAt : item.updatedAt;
  const what =
    last && last.at > savedAt ? describeEvent(last) : `${savedByName || '他人'}已于 ${minuteOf(since)} 保存过这份信息`;
  return conflict(`${what}，您看到的不是最新内容。您写的内容还在本页，没有丢失：可以先“另存为版本”，再刷新合并。`);
}

/** 2026-01-02 10:30, as clocks in China show it. */
const minuteOf = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
