import { newId, type Trx } from '../../platform/db/index.ts';
import type { LedgerEntry } from '../domain/import/entry.ts';
import type { Item } from '../domain/item.ts';
import { insertLedger, updateLedger } from '../store/imports.ts';
import { getText } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import { rememberTexts } from './duplicates.ts';
import { createImported } from './import-applying.ts';

/** A ledger of one official account that was read and applied some time ago. */
export interface PastLedger {
  organId: string;
  fileName: string;
  /** Each published through 微信公众号, with its link. */
  entries: readonly LedgerEntry[];
}

/**
 * Takes over what a ledger of an official account brought, as if it had been applied when `caller.now` was.
 *
 * @returns the items it made
 */
export async function takeOverLedger(
  trx: Trx,
  caller: Caller,
  { organId, fileName, entries }: PastLedger,
): Promise<Item[]> {
  const { countyId } = caller.authority;
  const id = newId();
  const rows = entries.map(({ title, publishedOn, summary, deliveries }) => [
    title,
    publishedOn,
    deliveries[0]?.link ?? '',
    summary,
  ]);
  const by = {
    createdAt: caller.now,
    createdBy: caller.actor.name,
    appliedAt: caller.now,
    appliedBy: caller.actor.name,
  };
  await insertLedger(trx, countyId, {
    id,
    organId,
    fileName,
    status: 'applied',
    sheets: [{ name: '发布台账', rows: [['标题', '发布日期', '链接', '内容概述'], ...rows] }],
    sheet: 0,
    matching: {
      headRow: 0,
      columns: ['title', 'publishedOn', 'link', 'summary'],
      kind: 'news',
      channels: ['wechat'],
    },
    differences: { created: [...entries], same: [], changed: [], problems: [], remarks: [] },
    counts: { created: entries.length, same: 0, changed: 0, problems: 0 },
    undo: null,
    ...by,
    undoneAt: null,
    undoneBy: null,
  });
  const items = await createImported(trx, caller, id, entries);
  const versions = Object.fromEntries(items.map((item) => [item.id, item.version]));
  await updateLedger(trx, countyId, id, { undo: { created: Object.keys(versions), changed: [], versions } });
  const texts: Parameters<typeof rememberTexts>[2][number][] = [];
  for (const { id: itemId } of items) texts.push({ itemId, text: await getText(trx, countyId, itemId, 1) });
  await rememberTexts(trx, countyId, texts);
  return items;
}
