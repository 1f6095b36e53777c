import { type ChannelKey, channelOf } from './channels.ts';

/** How an item stands on one channel. */
export const channelStates = {
  planned: '计划发布',
  waiting: '待办理',
  sending: '发送中',
  done: '已发布',
  failed: '发送失败',
  recalling: '待撤下',
  recalled: '已撤下',
  'not-done': '不再发布',
} as const;
export type ChannelState = keyof typeof channelStates;

/** What happens to an item on a channel. */
export const channelActs = {
  plan: '列入计划',
  release: '随信息发布',
  register: '登记发布情况',
  send: '发送',
  sent: '发送成功',
  fail: '发送失败',
  decline: '登记不再发布',
  reopen: '恢复办理',
  recall: '随信息撤回',
  'confirm-recall': '登记撤下',
} as const;
export type ChannelAct = keyof typeof channelActs;

/** What decides besides state and act. */
export interface ChannelSituation {
  channel: ChannelKey;
  /** Whether the system does it: `system` always, `interface` where an account is connected and in use. */
  isAutomatic: boolean;
  /** Whether it stood there before, perhaps with an older text. */
  wasDone: boolean;
}

type Next = ChannelState | ((situation: ChannelSituation) => ChannelState);

const released = ({ channel, isAutomatic }: ChannelSituation): ChannelState => {
  if (channelOf(channel).by === 'system') return 'done';
  return isAutomatic ? 'sending' : 'waiting';
};

/** What is out there when the item is withdrawn. */
const takenBack = ({ channel }: ChannelSituation): ChannelState =>
  ({ system: 'recalled', hand: 'recalling', never: 'done' })[channelOf(channel).takeBack] as ChannelState;

const beforeRelease = ({ wasDone }: ChannelSituation): ChannelState => (wasDone ? 'recalled' : 'planned');

/** State × act → the state after it. What is not here is refused. */
const table: Readonly<Record<ChannelState, Partial<Record<ChannelAct, Next>>>> = {
  planned: { plan: 'planned', release: released, recall: 'planned' },
  // Nothing is out yet: when the item is published again, it is released again.
  waiting: { register: 'done', send: 'sending', decline: 'not-done', recall: beforeRelease, release: 'waiting' },
  // Whether it is out already is known only when the interface has answered.
  sending: { sent: 'done', fail: 'failed', recall: 'recalling', release: 'sending' },
  done: { register: 'done', send: 'sending', recall: takenBack, release: 'done' },
  failed: {
    register: 'done',
    send: 'sending',
    // What failed was to replace an older text: that one stays.
    decline: ({ wasDone }) => (wasDone ? 'done' : 'not-done'),
    recall: (situation) => (situation.wasDone ? takenBack(situation) : 'planned'),
    release: released,
  },
  // What hangs on a wall can stay; the account may be deleting the article already, so that it is sent anew.
  recalling: {
    'confirm-recall': 'recalled',
    release: ({ channel, isAutomatic }) => (isAutomatic && channelOf(channel).by === 'interface' ? 'sending' : 'done'),
  },
  recalled: { release: released },
  // Somebody decided so; a withdrawal does not change it, nor does a new publication.
  'not-done': { reopen: 'waiting', register: 'done', send: 'sending', recall: 'not-done', release: 'not-done' },
};

/**
 * How an item stands on a channel after an act; undefined when the act is not for this state.
 *
 * @example nextState('planned', 'release', { channel: 'portal', isAutomatic: true, wasDone: false }) // 'done'
 * @example nextState('planned', 'release', { channel: 'wechat', isAutomatic: false, wasDone: false }) // 'waiting'
 * @example nextState('sending', 'register', { channel: 'wechat', isAutomatic: true, wasDone: false }) // undefined
 */
export function nextState(state: ChannelState, act: ChannelAct, situation: ChannelSituation): ChannelState | undefined {
  const next = table[state][act];
  return typeof next === 'function' ? next(situation) : next;
}

/** States in which something waits for a person. */
export const openStates: readonly ChannelState[] = ['waiting', 'failed', 'recalling'];

/** Why an act is not for a state, with what to do. */
export function explainRefusal(state: ChannelState, act: ChannelAct): string {
  if (state === 'planned') return '信息还没有发布，发布之后才能办理各渠道。';
  if (state === 'sending') return '系统正在向公众号发送，请等发送结束后再办理。';
  if (state === 'recalling') return '信息已撤回，请先登记从这个渠道撤下的情况。';
  if (state === 'recalled') return '信息已撤回并已从这个渠道撤下，不能再办理。';
  if (act === 'confirm-recall') return '信息没有撤回，不需要从这个渠道撤下。';
  if (act === 'decline') return '这个渠道已经登记过，不能再登记为不再发布。';
  return `这个渠道现在是“${channelStates[state]}”，不能${channelActs[act]}。请刷新页面后再办理。`;
}
