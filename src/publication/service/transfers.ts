import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { actorBy, findPlace, type Grant, listOrganIds, mayAt, scopeOf } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest } from '../../platform/db/index.ts';
import { writeDocument } from '../../platform/documents/index.ts';
import { channelOf } from '../domain/channels.ts';
import { isKind, kindOf } from '../domain/kinds/index.ts';
import { layOutTransfer } from '../domain/transfer-sheet.ts';
import { addReceipts, insertItemChannels, lockItemChannels, updateItemChannel } from '../store/channels.ts';
import { listItemsById } from '../store/items.ts';
import { listOrganNames } from '../store/organ-names.ts';
import {
  findTransfer,
  insertTransfer,
  listPending,
  listTransferred,
  listTransfers,
  type Transfer,
  type TransferChannel,
  type TransferItem,
} from '../store/transfers.ts';
import { type Caller, dayOf } from './caller.ts';
import { organsWithin } from './channel-views.ts';

/** Items published within a time by an organ and those below it, for an archive or a library. */
export interface TransferWish {
  channel: TransferChannel;
  organId: string;
  from: PlainDate;
  to: PlainDate;
}

/** What was handed over. */
export interface HandedOver extends TransferWish {
  handedOn: PlainDate;
  receiver: string;
  /** Absent: everything that is pending. */
  itemIds?: readonly string[] | undefined;
}

/** Items of one handing-over: a quarter of a county, not a library. */
const mostItems = 5_000;

const whole: PageRequest = { page: 1, pageSize: mostItems };

type Named<T> = T & { organ: string };

/** One page of what is not handed over yet. */
export async function listPendingTransfers(
  db: Db,
  caller: Caller,
  wish: TransferWish,
  page: PageRequest,
): Promise<Result<Page<Named<TransferItem>>>> {
  const granted = await mayTransfer(db, caller, wish);
  if (!granted.ok) return granted;
  const found = await pendingOf(db, caller, wish, page);
  return success({ ...found, items: await named(db, caller, found.items) });
}

const pendingOf = async (db: Db, caller: Caller, { organId, ...wish }: TransferWish, page: PageRequest) =>
  listPending(
    db,
    {
      countyId: caller.authority.countyId,
      organIds: await listOrganIds(db, scopeOf(caller.authority, 'manage-channels'), dayOf(caller)),
    },
    { ...wish, organIds: await organsWithin(db, caller, organId) },
    page,
  );

/** The handings-over of the organs somebody works for. */
export async function searchTransfers(db: Db, caller: Caller, page: PageRequest): Promise<Page<Named<Transfer>>> {
  const { authority } = caller;
  const organIds = await listOrganIds(db, scopeOf(authority, 'manage-channels'), dayOf(caller));
  const found = await listTransfers(db, { countyId: authority.countyId, organIds }, page);
  return { ...found, items: await named(db, caller, found.items) };
}

/** Keeps that items were handed over: each has its receipt, with the day and who took it. */
export async function registerTransfer(
  db: Db,
  caller: Caller,
  { itemIds, ...handed }: HandedOver,
): Promise<Result<{ id: string; items: number }>> {
  const granted = await mayTransfer(db, caller, handed);
  if (!granted.ok) return granted;
  const { now, authority } = caller;
  const { countyId } = authority;
  if (handed.handedOn > dayInChina(now)) {
    return invalid([{ field: 'handedOn', message: '移送日期还没有到，请填写实际移送的日期。' }]);
  }
  const by = actorBy(caller.actor, granted.value);
  return write(db, by, now, async (trx, record): Promise<Result<{ id: string; items: number }>> => {
    const listed = async () => (await pendingOf(trx, caller, handed, whole)).items.map(({ id }) => id);
    const chosen = itemIds === undefined ? await listed() : [...new Set(itemIds)];
    if (chosen.length === 0) return failure('nothing', '这段时间没有待移送的信息。');
    const rows = await lockItemChannels(trx, countyId, chosen);
    // Looked at once more now that they are held: somebody may have handed them over this moment.
    const pending = new Set(await listed());
    if (chosen.some((id) => !pending.has(id))) {
      return conflict('选择的信息中有的已经移送、已经撤回，或者不在这段时间内。请刷新清单后重新选择。');
    }
    const id = newId();
    await insertTransfer(trx, countyId, {
      id,
      organId: handed.organId,
      channel: handed.channel,
      from: handed.from,
      to: handed.to,
      handedOn: handed.handedOn,
      receiver: handed.receiver,
      items: chosen.length,
      personId: by.personId,
      personName: by.name,
      at: now,
    });
    const items = await listItemsById(trx, countyId, chosen);
    const done = { state: 'done', doneAt: now, transferId: id, stateSince: now } as const;
    const fresh: Parameters<typeof insertItemChannels>[1][number][] = [];
    for (const item of items) {
      const before = rows.get(item.id)?.find(({ channel }) => channel === handed.channel);
      const textNumber = item.liveTextNumber === undefined ? {} : { textNumber: item.liveTextNumber };
      if (before) {
        await updateItemChannel(trx, countyId, {
          ...before,
          ...done,
          ...textNumber,
          doneOn: before.doneOn ?? handed.handedOn,
          outdatedSince: undefined,
          reason: undefined,
        });
      } else {
        fresh.push({
          item,
          row: {
            channel: handed.channel,
            isAutomatic: false,
            attempts: 0,
            ...done,
            ...textNumber,
            doneOn: handed.handedOn,
          },
        });
      }
    }
    await insertItemChannels(trx, fresh);
    await addReceipts(
      trx,
      countyId,
      id,
      items.map((item) => ({
        itemId: item.id,
        channel: handed.channel,
        act: 'register' as const,
        ...(item.liveTextNumber === undefined ? {} : { textNumber: item.liveTextNumber }),
        doneOn: handed.handedOn,
        receiver: handed.receiver,
        note: '列入移送明细表',
        ...(by.personId === undefined ? {} : { personId: by.personId }),
        personName: by.name,
        at: now,
      })),
    );
    record({
      action: 'transfer.register',
      record: { kind: 'transfer', id, label: `${channelOf(handed.channel).name}移送（${items.length} 件）` },
      organId: handed.organId,
      after: { ...handed, items: items.length },
      masks: { receiver: 'plain' },
    });
    return success({ id, items: items.length });
  });
}

/** The list of what is pending, to be printed and taken along. */
export async function drawPendingSheet(
  db: Db,
  caller: Caller,
  wish: TransferWish,
  format: 'docx' | 'xlsx',
): Promise<Result<{ fileName: string; content: Uint8Array }>> {
  const granted = await mayTransfer(db, caller, wish);
  if (!granted.ok) return granted;
  const { items } = await pendingOf(db, caller, wish, whole);
  return success(await drawSheet(db, caller, wish, items, format));
}

/** The list of a handing-over, as it was. */
export async function drawTransferSheet(
  db: Db,
  caller: Caller,
  id: string,
  format: 'docx' | 'xlsx',
): Promise<Result<{ fileName: string; content: Uint8Array }>> {
  const { countyId } = caller.authority;
  const transfer = await findTransfer(db, countyId, id);
  if (!transfer) return missing('没有这次移送，请从移送记录中重新进入。');
  const granted = await mayTransfer(db, caller, transfer);
  if (!granted.ok) return granted;
  const { handedOn, receiver } = transfer;
  const items = await listTransferred(db, countyId, id);
  return success(await drawSheet(db, caller, transfer, items, format, { handedOn, receiver }));
}

async function drawSheet(
  db: Db,
  { authority: { countyId } }: Caller,
  { channel, organId, from, to }: TransferWish,
  items: readonly TransferItem[],
  format: 'docx' | 'xlsx',
  handed: { handedOn: PlainDate; receiver: string } | undefined = undefined,
): Promise<{ fileName: string; content: Uint8Array }> {
  const names = await listOrganNames(db, countyId, [organId, ...items.map((item) => item.organId)]);
  const document = layOutTransfer({
    organ: names.get(organId)?.fullName ?? '',
    to: channelOf(channel).name,
    from,
    until: to,
    ...handed,
    items: items.map((item) => ({
      indexNumber: item.indexNumber ?? '',
      title: item.title,
      documentNumber: item.documentNumber ?? '',
      kind: isKind(item.kind) ? kindOf(item.kind).name : item.kind,
      organ: names.get(item.organId)?.shortName ?? '',
      publishedOn: item.publishedOn,
    })),
  });
  return {
    fileName: `主动公开政府信息移送明细表（${from}至${to}）.${format}`,
    content: await writeDocument(document, format),
  };
}

async function mayTransfer(db: Db, caller: Caller, { organId, from, to }: TransferWish): Promise<Result<Grant>> {
  if (from > to) return invalid([{ field: 'to', message: '结束日期早于开始日期，请核对。' }]);
  const { countyId } = caller.authority;
  const place = await findPlace(db, countyId, organId, dayOf(caller));
  if (!place) return missing('没有这个单位，请从列表中重新选择。');
  return mayAt(caller.authority, 'manage-channels', { countyId, place });
}

async function named<T extends { organId: string }>(db: Db, caller: Caller, rows: readonly T[]): Promise<Named<T>[]> {
  const names = await listOrganNames(
    db,
    caller.authority.countyId,
    rows.map(({ organId }) => organId),
  );
  return rows.map((row) => ({ ...row, organ: names.get(row.organId)?.shortName ?? '' }));
}
