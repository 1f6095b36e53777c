import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { type Random, seededRandom, seedOf } from '../../kernel/random.ts';
import type { ItemChannel, Receipt } from '../../publication/domain/channel-receipt.ts';
import { type ChannelAct, type ChannelState, nextState } from '../../publication/domain/channel-states.ts';
import { type ChannelKey, channelOf } from '../../publication/domain/channels.ts';
import type { Mistake } from './planned-item.ts';
import type { StandingItem } from './standing.ts';

/** A channel of a record with what was done there. */
export interface ChannelLife {
  row: Omit<ItemChannel, 'itemId'>;
  receipts: Omit<Receipt, 'id' | 'batchId'>[];
  mistake?: Mistake;
}

/** Who registers, and where the official account of the demonstration stands. */
export interface ChannelSetting {
  now: Date;
  clerk: { id: string; name: string };
  place: string;
}

/** How a record stands on its channels: on the portal at once, elsewhere as soon as somebody has done it, or not yet. */
export function liveOnChannels(standing: StandingItem, setting: ChannelSetting): ChannelLife[] {
  const { item, planned } = standing;
  if (item.disclosure !== 'proactive') return [];
  const chosen = new Set<ChannelKey>(['portal', ...planned.channels]);
  return [...chosen].map((channel) => live(channel, standing, setting));
}

function live(channel: ChannelKey, { item, planned, events }: StandingItem, setting: ChannelSetting): ChannelLife {
  const random = seededRandom(seedOf(`${planned.key}/${channel}`));
  const life = begin(channel, item.createdAt);
  const published = item.publishedAt;
  const publishedOn = item.publishedOn;
  if (!published || !publishedOn) return life;
  const declared = channelOf(channel);
  const textNumber = events.find(({ act }) => act.startsWith('publish'))?.textNumber ?? 1;
  if (declared.by === 'system') {
    step(life, 'release', published, { dueOn: publishedOn, textNumber, doneOn: publishedOn, doneAt: published });
    life.receipts.push({
      channel,
      act: 'release',
      textNumber,
      doneOn: publishedOn,
      note: '',
      personName: '系统',
      at: published,
    });
  } else {
    step(life, 'release', published, { dueOn: addDays(publishedOn, declared.withinDays) });
    workOnIt(life, channel, { publishedOn, textNumber, random, setting });
  }
  const down = item.withdrawnAt;
  if (down && item.liveTextNumber === undefined)
    takeDown(life, channel, down, item.withdrawnBecause ?? '', random, setting);
  if (item.expiredAt && item.liveTextNumber !== undefined) renew(life, item.liveTextNumber, item.expiredAt, setting);
  return life;
}

const begin = (channel: ChannelKey, at: Date): ChannelLife => ({
  row: {
    channel,
    state: 'planned',
    isAutomatic: channelOf(channel).by === 'system',
    attempts: 0,
    stateSince: at,
  },
  receipts: [],
});

/** Moves a channel as its table says. */
function step(life: ChannelLife, act: ChannelAct, at: Date, changes: Partial<ChannelLife['row']>): void {
  const { channel, state, isAutomatic, doneOn } = life.row;
  const next: ChannelState | undefined = nextState(state, act, { channel, isAutomatic, wasDone: doneOn !== undefined });
  if (!next) throw new Error(`a channel cannot ${act} when it is ${state}`);
  life.row = { ...life.row, ...changes, ...(next === state ? {} : { state: next, stateSince: at }) };
}

/** After its last day a list stands without its names on the portal; what hangs elsewhere is outdated. */
function renew(life: ChannelLife, textNumber: number, at: Date, { now, clerk }: ChannelSetting): void {
  const { channel, state } = life.row;
  if (channelOf(channel).by === 'system') {
    life.row = { ...life.row, textNumber, doneAt: at };
    const doneOn = dayInChina(at);
    life.receipts.push({ channel, act: 'release', textNumber, doneOn, note: '', personName: '系统', at });
  } else if (state === 'done') {
    const changedAt = new Date(at.getTime() + 2 * 86_400_000 + 9 * 3_600_000);
    if (now.getTime() - at.getTime() < 40 * 86_400_000) {
      life.row = { ...life.row, outdatedSince: at };
      return;
    }
    const doneOn = dayInChina(changedAt);
    life.row = { ...life.row, textNumber, doneAt: changedAt };
    const by = { personId: clerk.id, personName: clerk.name, at: changedAt };
    life.receipts.push({ channel, act: 'register', textNumber, doneOn, note: '已换为隐去姓名的内容', ...by });
  }
}

interface Work {
  publishedOn: PlainDate;
  textNumber: number;
  random: Random;
  setting: ChannelSetting;
}

/** What somebody does by hand: in its time, late, not at all; or what the official account refused. */
function workOnIt(life: ChannelLife, channel: ChannelKey, { publishedOn, textNumber, random, setting }: Work): void {
  const { now, clerk } = setting;
  const { withinDays } = channelOf(channel);
  const doneOn = addDays(
    publishedOn,
    random.integer(0, Math.max(1, withinDays)) + (random.chance(0.06) ? withinDays + 3 : 0),
  );
  const at = new Date(Date.parse(`${doneOn}T09:10:00+08:00`) + random.integer(0, 500) * 60_000);
  const age = (now.getTime() - Date.parse(publishedOn)) / 86_400_000;
  if (channel === 'wechat' && random.chance(age < 60 ? 0.05 : 0.008)) {
    fail(life, at < now ? at : now, age > 60);
    if (age > 60) decline(life, channel, '原公众号接口停用，不再补发。', at, clerk);
    return;
  }
  if (at > now) return;
  if (random.chance(channel === 'bulletin-board' && age < 120 ? 0.15 : 0.02)) {
    // Nobody has hung it up, or has no photograph to show for it.
    if (age < 120) {
      if (channel === 'bulletin-board') life.mistake = 'no-photo';
      return;
    }
    decline(life, channel, '已通过其他渠道告知，不再重复发布。', at, clerk);
    return;
  }
  const evidence = evidenceFor(channel, random, setting);
  step(life, 'register', at, { doneOn, doneAt: at, textNumber });
  life.receipts.push({
    channel,
    act: 'register',
    textNumber,
    doneOn,
    ...evidence,
    personId: clerk.id,
    personName: clerk.name,
    at,
  });
}

function fail(life: ChannelLife, at: Date, old: boolean): void {
  life.row = { ...life.row, isAutomatic: true };
  const [errorCode, error] = old
    ? ['48001', '公众号没有调用发布接口的权限（48001）。']
    : ['40164', '服务器地址不在公众号的 IP 白名单中（40164），请在公众平台添加后重新发送。'];
  step(life, 'send', at, {});
  step(life, 'fail', at, { attempts: 3, errorCode, error });
  life.receipts.push({ channel: life.row.channel, act: 'fail', note: error, personName: '系统', at });
  life.mistake = 'wechat-failed';
}

function decline(
  life: ChannelLife,
  channel: ChannelKey,
  reason: string,
  at: Date,
  clerk: { id: string; name: string },
): void {
  step(life, 'decline', at, { reason });
  life.receipts.push({ channel, act: 'decline', note: reason, personId: clerk.id, personName: clerk.name, at });
  delete life.mistake;
}

/** Something for each kind of evidence; links lead nowhere. */
function evidenceFor(
  channel: ChannelKey,
  random: Random,
  { place }: ChannelSetting,
): Pick<Receipt, 'note'> & Partial<Receipt> {
  const serial = random.integer(10_000, 99_999);
  switch (channel) {
    case 'wechat':
      return { link: `https://weixin.yunxi.example/s/${serial}`, note: '' };
    case 'weibo':
      return { link: `https://weibo.yunxi.example/${serial}`, note: `${place}发布` };
    case 'xuexi':
      return { link: `https://xuexi.yunxi.example/${serial}`, note: '云溪县融媒体中心供稿' };
    case 'archive':
      return { receiver: '云溪县档案馆', note: '' };
    case 'library':
      return { receiver: '云溪县图书馆', note: '' };
    case 'wechat-group':
      return { note: `${place}便民服务群` };
    case 'broadcast':
      return { note: `${place}应急广播，${random.pick(['早7时', '中午12时', '晚6时'])}播出` };
    case 'screen':
      return { note: `${place}便民服务中心大厅，滚动播放` };
    case 'gazette':
      return { note: `${random.integer(1, 12)}月刊` };
    default:
      return { note: `${place}政务公开栏` };
  }
}

/** What hangs on a wall is taken down by hand, sooner or later. */
function takeDown(
  life: ChannelLife,
  channel: ChannelKey,
  at: Date,
  because: string,
  random: Random,
  { now, clerk }: ChannelSetting,
): void {
  const before = life.row.state;
  const { isAutomatic } = life.row;
  const after = nextState(before, 'recall', { channel, isAutomatic, wasDone: life.row.doneOn !== undefined });
  if (after === before || after === undefined) return;
  const dueOn = addDays(dayInChina(at), 1);
  step(life, 'recall', at, { reason: because, attempts: 0, ...(after === 'recalling' ? { dueOn } : {}) });
  delete life.row.errorCode;
  delete life.row.error;
  delete life.mistake;
  life.receipts.push({ channel, act: 'recall', note: because, personName: '系统', at });
  const confirmedAt = new Date(at.getTime() + random.integer(1, 5) * 86_400_000 + 9 * 3_600_000);
  if (life.row.state !== 'recalling' || confirmedAt > now || random.chance(0.03)) return;
  step(life, 'confirm-recall', confirmedAt, {});
  life.receipts.push({
    channel,
    act: 'confirm-recall',
    doneOn: dayInChina(confirmedAt),
    note: '已撤下',
    personId: clerk.id,
    personName: clerk.name,
    at: confirmedAt,
  });
}
