/**
 * The channels information is made public by: 条例 art. 23 (公报、网站、新闻发布会、报刊、广播、电视), art. 24 (信息公开平台)
 * and art. 25 (档案馆、图书馆、查阅场所、公告栏、电子信息屏). One line is one channel; screens, figures, reminders and the
 * import read it from here.
 */

/** What can show that something was done on a channel, besides its day. */
export const evidenceKinds = {
  link: '网页链接',
  photo: '照片或截图',
  copies: '份数',
  receiver: '接收人',
  note: '说明',
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

/** One channel. */
export interface ChannelDeclaration {
  name: string;
  /** Article of the 条例 it stands in, and which paragraph of practice where it stands in none. */
  article: 23 | 24 | 25;
  /**
   * Who does it.
   *
   * - `system`: the system itself, at once.
   * - `interface`: the system through the interface of somebody else, where an account is connected; else by hand.
   * - `hand`: people, who tell the system afterwards.
   */
  by: 'system' | 'interface' | 'hand';
  /** At least one of these is asked for when it is registered; empty where the system knows by itself. */
  evidence: readonly EvidenceKind[];
  /** What the remark of this channel is to say, e.g. 张贴地点. */
  noteLabel: string;
  /** Calendar days after the publication within which it is to be done. */
  withinDays: number;
  /**
   * What a withdrawal asks for.
   *
   * - `system`: it is gone at once.
   * - `hand`: somebody takes it down or calls it back, and says so.
   * - `never`: what was said cannot be taken back.
   */
  takeBack: 'system' | 'hand' | 'never';
  /** What others call it in their ledgers. */
  alsoCalled: readonly string[];
}

/** All channels, in the order of lists and figures. */
export const channels = {
  portal: {
    name: '门户网站',
    article: 24,
    by: 'system',
    evidence: [],
    noteLabel: '说明',
    withinDays: 0,
    takeBack: 'system',
    alsoCalled: ['政府网站', '网站', '政府门户网站', '县政府网站', '政府信息公开平台', '信息公开平台', '政务公开平台'],
  },
  wechat: {
    name: '微信公众号',
    article: 23,
    by: 'interface',
    evidence: ['link'],
    noteLabel: '说明',
    withinDays: 2,
    takeBack: 'hand',
    alsoCalled: ['微信', '公众号', '政务微信', '微信公众平台'],
  },
  'bulletin-board': {
    name: '公告栏（公示墙）',
    article: 25,
    by: 'hand',
    evidence: ['photo', 'note'],
    noteLabel: '张贴地点',
    withinDays: 3,
    takeBack: 'hand',
    alsoCalled: ['公告栏', '公示墙', '公示栏', '信息公告栏', '村务公开栏', '政务公开栏', '公开栏', '宣传栏'],
  },
  archive: {
    name: '档案室（档案馆）',
    article: 25,
    by: 'hand',
    evidence: ['receiver'],
    noteLabel: '说明',
    withinDays: 90,
    takeBack: 'hand',
    alsoCalled: ['档案室', '档案馆', '国家档案馆', '县档案馆'],
  },
  library: {
    name: '图书馆',
    article: 25,
    by: 'hand',
    evidence: ['receiver'],
    noteLabel: '说明',
    withinDays: 90,
    takeBack: 'hand',
    alsoCalled: ['公共图书馆', '图书室', '县图书馆', '文化站', '农家书屋', '公开查阅点', '查阅点'],
  },
  weibo: {
    name: '微博',
    article: 23,
    by: 'hand',
    evidence: ['link', 'photo'],
    noteLabel: '微博账号',
    withinDays: 2,
    takeBack: 'hand',
    alsoCalled: ['政务微博', '新浪微博'],
  },
  xuexi: {
    name: '学习强国',
    article: 23,
    by: 'hand',
    evidence: ['link', 'photo'],
    noteLabel: '供稿平台',
    withinDays: 5,
    takeBack: 'hand',
    alsoCalled: ['学习强国平台'],
  },
  app: {
    name: '政务 APP',
    article: 23,
    by: 'hand',
    evidence: ['link', 'photo'],
    noteLabel: '客户端名称',
    withinDays: 2,
    takeBack: 'hand',
    alsoCalled: ['app', '客户端', '政务客户端', '移动客户端', '手机客户端', '政务app'],
  },
  broadcast: {
    name: '广播电视',
    article: 23,
    by: 'hand',
    evidence: ['note', 'photo', 'link'],
    noteLabel: '频道和播出时段',
    withinDays: 5,
    takeBack: 'never',
    alsoCalled: ['广播', '电视', '大喇叭', '村村响', '应急广播', '电视台', '广播站'],
  },
  'wechat-group': {
    name: '微信群',
    article: 23,
    by: 'hand',
    evidence: ['photo', 'note'],
    noteLabel: '群名称',
    withinDays: 2,
    takeBack: 'hand',
    alsoCalled: ['工作群', '微信工作群', '村民微信群', '村民群', 'qq群'],
  },
  screen: {
    name: '电子屏',
    article: 25,
    by: 'hand',
    evidence: ['photo', 'note'],
    noteLabel: '地点和播放时段',
    withinDays: 3,
    takeBack: 'hand',
    alsoCalled: ['led屏', '电子显示屏', '电子信息屏', '大屏', '触摸屏', '一体机'],
  },
  handbook: {
    name: '便民手册',
    article: 25,
    by: 'hand',
    evidence: ['copies', 'photo'],
    noteLabel: '发放范围',
    withinDays: 30,
    takeBack: 'hand',
    alsoCalled: ['手册', '宣传册', '宣传单', '明白纸', '宣传资料', '折页', '一次性告知单', '办事指南'],
  },
  'press-conference': {
    name: '新闻发布会',
    article: 23,
    by: 'hand',
    evidence: ['link', 'photo', 'note'],
    noteLabel: '发布会名称',
    withinDays: 5,
    takeBack: 'never',
    alsoCalled: ['发布会', '听证会', '吹风会', '发布会/听证会', '新闻通气会'],
  },
  gazette: {
    name: '政府公报',
    article: 23,
    by: 'hand',
    evidence: ['note', 'link'],
    noteLabel: '刊登期号',
    withinDays: 60,
    takeBack: 'never',
    alsoCalled: ['公报', '政府公报（纸质）'],
  },
  other: {
    name: '其他',
    article: 25,
    by: 'hand',
    evidence: ['note', 'link', 'photo'],
    noteLabel: '渠道名称',
    withinDays: 7,
    takeBack: 'hand',
    alsoCalled: [
      '其他渠道',
      '其它',
      '报刊',
      '报纸',
      '纸质媒体',
      '入户',
      '现场',
      '入户/现场',
      '精准推送',
      '政务服务中心',
      '便民服务站',
    ],
  },
} as const satisfies Record<string, ChannelDeclaration>;

/** The key of a channel, as the database keeps it. */
export type ChannelKey = keyof typeof channels;

/** Every channel, in the order of lists. */
export const channelKeys = Object.keys(channels) as [ChannelKey, ...ChannelKey[]];

/** Whether a text is the key of a channel. */
export const isChannel = (text: string): text is ChannelKey => Object.hasOwn(channels, text);

/** A channel as it is declared, whichever it is. */
export const channelOf = (key: ChannelKey): ChannelDeclaration => channels[key];

/**
 * The channel a word in a ledger means: its name, its key, or what others call it; blanks and brackets do not matter.
 *
 * @example findChannel('政府网站') // 'portal'
 * @example findChannel('公示栏（电子屏）') // undefined: two at once, see `readChannels`
 */
export function findChannel(written: string): ChannelKey | undefined {
  const plain = bare(written);
  return channelKeys.find(
    (key) =>
      key === plain ||
      bare(channels[key].name) === plain ||
      channelOf(key).alsoCalled.some((name) => bare(name) === plain),
  );
}

const bare = (written: string): string =>
  written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）·、/]/g, '');

/** The words in a cell that names several channels, and the channels they mean; what is not known is given back. */
export function readChannels(written: string): { known: ChannelKey[]; unknown: string[] } {
  const known = new Set<ChannelKey>();
  const unknown: string[] = [];
  const whole = findChannel(written);
  const words = whole ? [written] : written.split(/[、，,;；/\n\s|+和及■□☑√]+/);
  for (const word of words.map((each) => each.trim())) {
    if (word === '') continue;
    const channel = findChannel(word);
    if (channel) known.add(channel);
    else unknown.push(word);
  }
  return { known: channelKeys.filter((key) => known.has(key)), unknown };
}
