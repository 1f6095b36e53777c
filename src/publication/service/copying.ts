import { type Result, success } from '../../kernel/result.ts';
import { actorBy } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { picturesOf } from '../../platform/documents/rich-text/index.ts';
import { addAttachment, findAttachment } from '../../platform/storage/index.ts';
import type { Item, ItemText } from '../domain/item.ts';
import type { KindKey } from '../domain/kinds/index.ts';
import { getText } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { enterDraft, findSeat, newItem, newText } from './drafting.ts';
import { itemOwner, openItem } from './items.ts';

/** Begins a draft with what another item says: kind, column, text, fields and files; not its numbers, days and relations. */
export async function copyItem(
  { db }: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  id: string,
): Promise<Result<{ id: string; version: number }>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item: model } = opened.value;
  const seat = await findSeat(db, caller, {});
  if (!seat.ok) return seat;
  const { grant } = seat.value;
  const begun = await newItem(db, caller, { kind: model.kind as KindKey, title: model.title }, seat.value);
  const item: Item = {
    ...begun,
    columnKey: model.columnKey,
    ...(model.fieldKey === undefined ? {} : { fieldKey: model.fieldKey }),
    ...(model.article20 === undefined ? {} : { article20: model.article20 }),
    important: model.important,
  };
  return write(db, actorBy(caller.actor, grant), caller.now, async (trx, record) => {
    const said = await getText(trx, model.countyId, model.id, model.textNumber);
    const copied = await copyFiles(trx, record, caller, item, said);
    const { title, summary, bodyHtml, bodyText, fields, attachments } = copied;
    const text: ItemText = { ...newText(item, caller), title, summary, bodyHtml, bodyText, fields, attachments };
    const entered = await enterDraft(trx, record, caller, grant, { ...item, title }, text);
    return entered.ok ? success(entered.value) : entered;
  });
}

/** The same files under names of their own, so that neither item depends on the other. What is gone by now is left out. */
async function copyFiles(
  trx: Trx,
  record: RecordChange,
  { actor, now }: Caller,
  item: Item,
  text: ItemText,
): Promise<ItemText> {
  const copies = new Map<string, string>();
  const copy = async (id: string): Promise<string | undefined> => {
    const known = copies.get(id);
    if (known) return known;
    const file = await findAttachment(trx, item.countyId, id);
    if (!file || file.removedAt || file.verdict === 'infected') return undefined;
    const { countyId, sha256, size, mediaType, fileName, verdict } = file;
    const owner = { kind: itemOwner, id: item.id, organId: item.organId };
    const added = await addAttachment(
      { trx, record, actor, now },
      { countyId, sha256, size, mediaType, fileName, verdict },
      owner,
    );
    copies.set(id, added.id);
    return added.id;
  };
  const attachments = [];
  for (const { id, name } of text.attachments) {
    const copied = await copy(id);
    if (copied) attachments.push({ id: copied, name });
  }
  let bodyHtml = text.bodyHtml;
  for (const id of picturesOf(text.bodyHtml)) {
    const copied = await copy(id);
    if (copied) bodyHtml = bodyHtml.replaceAll(`attachment:${id}`, `attachment:${copied}`);
  }
  return { ...text, attachments, bodyHtml };
}
