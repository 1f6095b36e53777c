import { describe, expect, it } from 'vitest';
import {
  type ChannelAct,
  type ChannelSituation,
  type ChannelState,
  channelActs,
  channelStates,
  explainRefusal,
  nextState,
} from './channel-states.ts';
import { channelKeys, channels, findChannel, readChannels } from './channels.ts';

const situation = (channel: ChannelSituation['channel'], isAutomatic = false, wasDone = false): ChannelSituation => ({
  channel,
  isAutomatic,
  wasDone,
});

describe('an item on a channel', () => {
  it.each<[ChannelState, ChannelAct, ChannelSituation, ChannelState | undefined, string]>([
    ['planned', 'release', situation('portal', true), 'done', '门户网站随发布即完成'],
    ['planned', 'release', situation('wechat', true), 'sending', '接入公众号的自动发送'],
    ['planned', 'release', situation('wechat', false), 'waiting', '未接入公众号的由人办理'],
    ['planned', 'release', situation('bulletin-board'), 'waiting', '公告栏由人张贴'],
    ['waiting', 'register', situation('weibo'), 'done', '登记后完成'],
    ['sending', 'register', situation('wechat', true), undefined, '正在发送的不能手工登记'],
    ['failed', 'register', situation('wechat', true), 'done', '发送失败的可以手工发布后登记'],
    ['failed', 'send', situation('wechat', true), 'sending', '发送失败的可以重发'],
    ['failed', 'decline', situation('wechat', true, true), 'done', '换稿失败的，原来的还在'],
    ['waiting', 'recall', situation('weibo'), 'planned', '还没有发的，撤回后回到计划'],
    ['waiting', 'recall', situation('weibo', false, true), 'recalled', '曾经撤下的，仍是已撤下'],
    ['sending', 'recall', situation('wechat', true), 'recalling', '发送中撤回的要核实'],
    ['done', 'recall', situation('portal', true), 'recalled', '门户网站随撤回消失'],
    ['done', 'recall', situation('bulletin-board'), 'recalling', '公告栏要有人去揭'],
    ['done', 'recall', situation('broadcast'), 'done', '播出的收不回'],
    ['recalling', 'confirm-recall', situation('bulletin-board'), 'recalled', '揭下后登记'],
    ['recalled', 'release', situation('bulletin-board', false, true), 'waiting', '重新发布的要重新张贴'],
    ['not-done', 'recall', situation('weibo'), 'not-done', '不发的与撤回无关'],
    ['not-done', 'reopen', situation('weibo'), 'waiting', '可以恢复办理'],
    ['planned', 'register', situation('weibo'), undefined, '没有发布的信息不能登记'],
  ])('%s + %s: %s', (state, act, where, expected) => {
    expect(nextState(state, act, where)).toBe(expected);
  });

  it('is told in Chinese why an act is not for its state', () => {
    for (const state of Object.keys(channelStates) as ChannelState[]) {
      for (const act of Object.keys(channelActs) as ChannelAct[]) {
        expect(explainRefusal(state, act)).toMatch(/。$/);
      }
    }
  });

  it('can always be withdrawn, and after that nothing counts as standing where it can be taken back', () => {
    for (const state of Object.keys(channelStates) as ChannelState[]) {
      for (const channel of channelKeys) {
        for (const [isAutomatic, wasDone] of [
          [false, false],
          [true, false],
          [false, true],
          [true, true],
        ] as const) {
          const after = nextState(state, 'recall', situation(channel, isAutomatic, wasDone)) ?? state;
          expect(['sending', 'waiting', 'failed']).not.toContain(after);
          if (after === 'done') expect(channels[channel].takeBack).toBe('never');
        }
      }
    }
  });
});

describe('the names of channels in ledgers', () => {
  it.each([
    ['政府网站', 'portal'],
    ['公示墙', 'bulletin-board'],
    ['公告栏（公示墙）', 'bulletin-board'],
    ['微信 公众号', 'wechat'],
    ['LED屏', 'screen'],
    ['政务APP', 'app'],
    ['档案室', 'archive'],
    ['wechat-group', 'wechat-group'],
    ['传真', undefined],
  ])('%s', (written, expected) => {
    expect(findChannel(written)).toBe(expected);
  });

  it('no word means two channels', () => {
    const words = channelKeys.flatMap((key) => [channels[key].name, ...channels[key].alsoCalled]);
    const bare = words.map((word) =>
      word
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s()（）·、/]/g, ''),
    );
    for (const key of channelKeys) {
      for (const word of channels[key].alsoCalled) expect(findChannel(word)).toBe(key);
    }
    expect(new Set(bare).size).toBeGreaterThan(50);
  });

  it('reads a cell with several', () => {
    expect(readChannels('政府网站、公示栏，微信公众号')).toEqual({
      known: ['portal', 'wechat', 'bulletin-board'],
      unknown: [],
    });
    expect(readChannels('发布会/听证会')).toEqual({ known: ['press-conference'], unknown: [] });
    expect(readChannels('■政府网站 ■电子屏 传真')).toEqual({ known: ['portal', 'screen'], unknown: ['传真'] });
  });
});
