import { newId, type Trx } from '../../platform/db/index.ts';
import { cleanHtml, textOfHtml } from '../../platform/documents/rich-text/index.ts';
import type { LedgerDelivery, LedgerEntry } from '../domain/import/entry.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { headOf } from '../domain/shortcomings.ts';
import { addReceipts, insertItemChannels, lockItemChannels, updateItemChannel } from '../store/channels.ts';
import { insertEvents, insertItems, insertTexts } from '../store/take-over.ts';
import type { Caller } from './caller.ts';
import { rememberTexts } from './duplicates.ts';

/** The ledger something was entered from, and who sent it: its items are his as far as they have an author. */
export interface Sent {
  id: string;
  fileName: string;
  createdBy: string;
  /** Null where it was not kept: then they are of who enters it. */
  createdById: string | null;
  /** Entered by the county in place of a second person the organ does not have. */
  secondEyes?: boolean;
}

/**
 * Enters what a ledger brought: public since its day, on its channels, with what the ledger says as its text, and known to
 * who looks for repetitions.
 */
export async function createImported(
  trx: Trx,
  caller: Caller,
  sent: Sent,
  entries: readonly LedgerEntry[],
): Promise<Item[]> {
  const { authority, actor, now } = caller;
  const { countyId } = authority;
  const items = entries.map((entry) => itemOf(entry, caller, sent));
  const pairs = entries.map((entry, at) => ({ entry, item: items[at] as Item }));
  const texts = pairs.map(({ entry, item }) => ({ itemId: item.id, ...textOf(entry, item, caller, sent) }));
  await insertItems(trx, items);
  await insertTexts(trx, countyId, texts);
  const indexed = texts.map(({ itemId, ...text }) => ({ itemId, text }));
  for (let at = 0; at < indexed.length; at += 500) await rememberTexts(trx, countyId, indexed.slice(at, at + 500));
  await insertEvents(
    trx,
    countyId,
    items.map((item) => ({
      itemId: item.id,
      position: 1,
      act: 'import' as const,
      toState: 'published' as const,
      textNumber: 1,
      opinion: `据发布台账“${sent.fileName}”，由${sent.createdBy}上传`,
      detail: { importId: sent.id, ...(sent.secondEyes ? { secondEyes: true as const } : {}) },
      ...(actor.personId === undefined ? {} : { personId: actor.personId }),
      personName: actor.name,
      at: now,
    })),
  );
  await deliver(
    trx,
    caller,
    pairs.flatMap(({ entry, item }) => entry.deliveries.map((delivery) => ({ item, delivery }))),
  );
  return items;
}

/** Puts items on channels as having stood there on a day, each with its receipt. */
export async function deliver(
  trx: Trx,
  { actor, authority, now }: Caller,
  deliveries: readonly { item: Item; delivery: LedgerDelivery }[],
): Promise<void> {
  const rows = await lockItemChannels(trx, authority.countyId, [...new Set(deliveries.map(({ item }) => item.id))]);
  const fresh: Parameters<typeof insertItemChannels>[1][number][] = [];
  for (const { item, delivery } of deliveries) {
    const before = rows.get(item.id)?.find(({ channel }) => channel === delivery.channel);
    const done = { state: 'done' as const, doneOn: delivery.doneOn, doneAt: now, stateSince: now, attempts: 0 };
    const text = item.liveTextNumber === undefined ? {} : { textNumber: item.liveTextNumber };
    if (before) await updateItemChannel(trx, item.countyId, { ...before, ...done, ...text, nextAttemptAt: undefined });
    else fresh.push({ item, row: { channel: delivery.channel, isAutomatic: false, ...done, ...text } });
  }
  await insertItemChannels(trx, fresh);
  await addReceipts(
    trx,
    authority.countyId,
    newId(),
    deliveries.map(({ item, delivery }) => ({
      itemId: item.id,
      channel: delivery.channel,
      act: 'register' as const,
      doneOn: delivery.doneOn,
      ...(delivery.link === undefined ? {} : { link: delivery.link }),
      note: '据发布台账导入',
      ...(actor.personId === undefined ? {} : { personId: actor.personId }),
      personName: actor.name,
      at: now,
    })),
  );
}

function itemOf(entry: LedgerEntry, { authority, now }: Caller, { id: importId, createdById }: Sent): Item {
  const published = new Date(`${entry.publishedOn}T00:00:00+08:00`);
  return {
    countyId: authority.countyId,
    id: newId(),
    organId: entry.organId,
    draftingOrganId: entry.organId,
    authorId: createdById ?? authority.personId,
    kind: entry.kind,
    title: entry.title,
    ...(entry.indexNumber ? { indexNumber: entry.indexNumber } : {}),
    ...(entry.documentNumber ? { documentNumber: entry.documentNumber } : {}),
    columnKey: entry.columnKey,
    ...(entry.fieldKey ? { fieldKey: entry.fieldKey } : {}),
    disclosure: 'proactive',
    origin: { kind: 'made' },
    clearances: {},
    important: false,
    formedOn: entry.formedOn,
    state: 'published',
    stateSince: published,
    textNumber: 1,
    liveTextNumber: 1,
    publishedAt: published,
    publishedOn: entry.publishedOn,
    liveSince: published,
    source: 'import',
    importId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

function textOf(
  entry: LedgerEntry,
  item: Item,
  { authority, actor, now }: Caller,
  { createdById, createdBy }: Sent,
): ItemText {
  const links = entry.deliveries.flatMap(({ link }) => link ?? []);
  const { html } = cleanHtml(
    [
      entry.summary === '' ? '' : `<p>${escaped(entry.summary)}</p>`,
      ...[...new Set(links)].map((link) => `<p>原文：<a href="${escaped(link)}">${escaped(link)}</a></p>`),
    ].join(''),
  );
  return {
    number: 1,
    title: entry.title,
    summary: entry.summary,
    bodyHtml: html,
    bodyText: textOfHtml(html),
    fields: {},
    attachments: [],
    changeNote: '据发布台账导入',
    head: headOf(item),
    frozen: true,
    savedBy: createdById ?? authority.personId,
    savedByName: createdById === null ? actor.name : createdBy,
    savedAt: now,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
