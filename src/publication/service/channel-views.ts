import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, missing, type Result, success } from '../../kernel/result.ts';
import { levelOf, type TodayItem } from '../../kernel/today.ts';
import { actorBy, listOrganIds, may, mayAt, scopeOf } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { listAttachments, type OwnerPolicy } from '../../platform/storage/index.ts';
import type { ItemChannel, Receipt } from '../domain/channel-receipt.ts';
import { type ChannelAct, nextState } from '../domain/channel-states.ts';
import { type ChannelKey, channelOf } from '../domain/channels.ts';
import { type ChannelFilter, countOpenChannels, type ListedChannel, listChannels } from '../store/channel-lists.ts';
import { listBatchItems, listItemChannels, listReceipts } from '../store/channels.ts';
import { listOrganNames } from '../store/organ-names.ts';
import { type Authority, type Caller, dayOf } from './caller.ts';
import { receiptOwner } from './channel-work.ts';
import { planChannels } from './channels.ts';
import { openItem } from './items.ts';

/** A receipt with its photographs. */
export interface ReceiptView extends Receipt {
  photos: { id: string; fileName: string }[];
}

/** A channel of an item with all that was done there, and what may be done now. */
export interface ItemChannelView extends ItemChannel {
  receipts: ReceiptView[];
  acts: ChannelAct[];
}

/** How an item stands on its channels. */
export interface ItemChannelsView {
  channels: ItemChannelView[];
  /** Whether who asks may register and send. */
  mayWork: boolean;
  /** Whether the channels may be chosen now: while it is a draft. */
  mayPlan: boolean;
}

/** The channels of an item somebody may see. */
export async function getItemChannels(db: Db, caller: Caller, itemId: string): Promise<Result<ItemChannelsView>> {
  const opened = await openItem(db, caller, itemId);
  if (!opened.ok) return opened;
  const { item, places } = opened.value;
  const { countyId } = item;
  const [channels, receipts] = await Promise.all([
    listItemChannels(db, countyId, itemId),
    listReceipts(db, countyId, itemId),
  ]);
  const photos = new Map(
    await Promise.all(
      [...new Set(receipts.map(({ batchId }) => batchId))].map(
        async (batchId) => [batchId, await listAttachments(db, countyId, { kind: receiptOwner, id: batchId })] as const,
      ),
    ),
  );
  const mayWork = mayAt(caller.authority, 'manage-channels', places.organ).ok;
  return success({
    channels: channels.map((channel) => ({
      ...channel,
      acts: mayWork ? actsOn(channel) : [],
      receipts: receipts
        .filter((receipt) => receipt.channel === channel.channel)
        .map((receipt) => ({
          ...receipt,
          photos: (photos.get(receipt.batchId) ?? []).map(({ id, fileName }) => ({ id, fileName })),
        })),
    })),
    mayWork,
    mayPlan: item.state === 'draft' && mayAt(caller.authority, 'draft-items', places.draftingOrgan).ok,
  });
}

const byHand = ['register', 'send', 'decline', 'reopen', 'confirm-recall'] as const satisfies readonly ChannelAct[];

/** What a person may do about a channel now. */
function actsOn({ channel, state, isAutomatic, doneOn }: ItemChannel): ChannelAct[] {
  const { by } = channelOf(channel);
  if (by === 'system') return [];
  const situation = { channel, isAutomatic, wasDone: doneOn !== undefined };
  return byHand.filter((act) => nextState(state, act, situation) && (act !== 'send' || by === 'interface'));
}

/** Keeps which channels a draft is meant for. */
export async function chooseChannels(
  db: Db,
  caller: Caller,
  itemId: string,
  chosen: readonly ChannelKey[],
): Promise<Result<{ channels: ChannelKey[] }>> {
  const opened = await openItem(db, caller, itemId);
  if (!opened.ok) return opened;
  const { item, places } = opened.value;
  const own = mayAt(caller.authority, 'draft-items', places.draftingOrgan);
  const granted = own.ok ? own : mayAt(caller.authority, 'manage-channels', places.organ);
  if (!granted.ok) return granted;
  if (['discarded', 'filed'].includes(item.state)) {
    return conflict('这条信息不对外发布，不需要选择发布渠道。');
  }
  return write(db, actorBy(caller.actor, granted.value), caller.now, async (trx, record) => {
    const before = (await listItemChannels(trx, item.countyId, itemId)).map(({ channel }) => channel);
    const channels = await planChannels(trx, item, chosen, caller.now);
    record({
      action: 'channel.plan',
      record: { kind: 'publication-item', id: itemId, label: item.title === '' ? '（无标题）' : item.title },
      organId: item.organId,
      before: { channels: before },
      after: { channels },
    });
    return success({ channels });
  });
}

/** What is asked for in the list of channels. */
export interface ChannelSearch extends Omit<ChannelFilter, 'organIds' | 'dueBefore'> {
  /** This organ and all below it. */
  withinId?: string | undefined;
  overdue?: boolean | undefined;
}

/** An item on a channel with the name of its organ. */
export interface ChannelRow extends ListedChannel {
  organ: string;
  acts: ChannelAct[];
}

/** One page of the items on channels somebody may see. */
export async function searchChannels(
  db: Db,
  caller: Caller,
  { withinId, overdue, ...filter }: ChannelSearch,
  page: PageRequest,
): Promise<Page<ChannelRow>> {
  const { countyId } = caller.authority;
  const within = await organsWithin(db, caller, withinId);
  const found = await listChannels(
    db,
    { countyId, organIds: await readableOrgans(db, caller) },
    {
      ...filter,
      ...(within === 'all' ? {} : { organIds: within }),
      ...(overdue ? { dueBefore: dayOf(caller) } : {}),
    },
    page,
  );
  const names = await listOrganNames(
    db,
    countyId,
    found.items.map(({ organId }) => organId),
  );
  return {
    ...found,
    items: found.items.map((row) => ({ ...row, organ: names.get(row.organId)?.shortName ?? '', acts: actsOn(row) })),
  };
}

/** How many wait, for the tabs of the list. */
export const countChannels = async (db: Db, caller: Caller) =>
  countOpenChannels(
    db,
    { countyId: caller.authority.countyId, organIds: await readableOrgans(db, caller) },
    dayOf(caller),
  );

/** The organs whose items somebody reads, as they stand today. */
export const readableOrgans = (db: Db, caller: Caller): Promise<string[] | 'all'> =>
  listOrganIds(db, scopeOf(caller.authority, 'read-items'), dayOf(caller));

/** An organ and all below it on a day; all where none is asked for. */
export const organsWithin = (
  db: Db,
  caller: Caller,
  withinId: string | undefined,
  day: PlainDate = dayOf(caller),
): Promise<string[] | 'all'> =>
  withinId === undefined
    ? Promise.resolve('all')
    : listOrganIds(
        db,
        { countyId: caller.authority.countyId, county: false, organIds: [], subtreeIds: [withinId] },
        day,
      );

/** Who may see the photographs of receipts: who may see one of the items they were registered for. */
export const mayReadReceipts = (db: Db): Readonly<Record<string, OwnerPolicy<Authority>>> => ({
  [receiptOwner]: async ({ id }, caller) => {
    for (const itemId of await listBatchItems(db, caller.authority.countyId, id)) {
      const opened = await openItem(db, caller, itemId);
      if (opened.ok) return opened;
    }
    return missing('没有找到这份凭证，或者您无权查看。');
  },
});

const area = 'publication';

/** What waits on channels for who looks: one line for each kind of work, never one for each item. */
export async function channelsOfToday(db: Db, authority: Authority, now: Date): Promise<TodayItem[]> {
  if (!may('manage-channels')(authority).ok) return [];
  const day = dayInChina(now);
  const organIds = await listOrganIds(db, scopeOf(authority, 'manage-channels'), day);
  const counts = await countOpenChannels(db, { countyId: authority.countyId, organIds }, day);
  const sum = (state: string, of: 'total' | 'overdue' = 'total') =>
    counts.filter((each) => each.state === state).reduce((total, each) => total + each[of], 0);
  const named = (state: string) =>
    counts
      .filter((each) => each.state === state)
      .sort((one, other) => other.total - one.total)
      .slice(0, 3)
      .map(({ channel, total }) => `${channelOf(channel).name} ${total} 条`)
      .join('，');
  const line = (
    id: string,
    state: string,
    title: (total: number) => string,
    detail: string,
    label: string,
    overdue = 0,
  ): TodayItem[] =>
    sum(state) === 0
      ? []
      : [
          {
            id: `channels-${id}`,
            area,
            title: title(sum(state)),
            detail: `${named(state)}。${detail}`,
            level: overdue > 0 ? 'overdue' : levelOf(undefined, day),
            action: { label, href: `/publication/channels?state=${state}` },
          },
        ];
  const overdue = sum('waiting', 'overdue');
  return [
    ...line(
      'recalling',
      'recalling',
      (total) => `有${total}处公示期满、撤回的信息待撤下`,
      '请从相应渠道撤下后登记',
      '去登记',
      sum('recalling', 'overdue'),
    ),
    ...line(
      'failed',
      'failed',
      (total) => `有${total}条信息发送失败`,
      '请按提示处理后重新发送，或登记链接',
      '去处理',
      1,
    ),
    ...line(
      'waiting',
      'waiting',
      (total) => `有${total}处渠道待发布${overdue > 0 ? `，其中${overdue}处已过期限` : ''}`,
      '办理后请登记',
      '去登记',
      overdue,
    ),
    ...line('outdated', 'outdated', (total) => `有${total}处渠道仍是修订前的内容`, '请更换后登记', '去更换'),
  ];
}
