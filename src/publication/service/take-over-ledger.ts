import { justRead } from '../../kernel/table-import.ts';
import { newId, type Trx } from '../../platform/db/index.ts';
import type { LedgerEntry } from '../domain/import/entry.ts';
import type { Item } from '../domain/item.ts';
import { insertLedger, type LedgerImport, updateLedger } from '../store/imports.ts';
import type { Caller } from './caller.ts';
import { createImported } from './import-entering.ts';

/** A ledger of one official account that was read and applied some time ago. */
export interface PastLedger {
  organId: string;
  fileName: string;
  /** Who sent it; somebody else enters it. */
  sender: { personId: string; name: string };
  /** Each published through 微信公众号, with its link. */
  entries: readonly LedgerEntry[];
}

/**
 * Takes over what a ledger of an official account brought, as if it had been entered when `caller.now` was.
 *
 * @param caller who entered it
 * @returns the items it made
 */
export async function takeOverLedger(
  trx: Trx,
  caller: Caller,
  { organId, fileName, sender, entries }: PastLedger,
): Promise<Item[]> {
  const { countyId } = caller.authority;
  const { now, actor } = caller;
  const ledger: LedgerImport = {
    ...justRead({ id: newId(), fileName }, sender.name, now),
    status: 'applied',
    appliedAt: now,
    appliedBy: actor.name,
    organId,
    sheets: [],
    sheet: 0,
    matching: {
      headRow: 0,
      columns: ['title', 'publishedOn', 'link', 'summary'],
      kind: 'news',
      channels: ['wechat'],
    },
    differences: { created: [...entries], same: [], changed: [], problems: [], left: [], remarks: [] },
    counts: { created: entries.length, same: 0, changed: 0, problems: 0, opening: entries.length },
    undo: null,
    createdById: sender.personId,
    version: 1,
    droppedAt: null,
    droppedBy: null,
    droppedBecause: null,
  };
  await insertLedger(trx, countyId, ledger);
  const items = await createImported(trx, caller, ledger, entries);
  const versions = Object.fromEntries(items.map((item) => [item.id, item.version]));
  await updateLedger(trx, countyId, ledger.id, { undo: { created: Object.keys(versions), changed: [], versions } });
  return items;
}
