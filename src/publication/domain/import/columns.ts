import { type ChannelKey, findChannel } from '../channels.ts';

/** What a ledger of publications can say of an item. */
export const ledgerFields = {
  title: {
    label: '标题',
    required: true,
    alsoCalled: [
      '信息标题',
      '信息名称',
      '名称',
      '文件名称',
      '公开内容',
      '内容',
      '题目',
      '文章标题',
      '发布标题',
      '信息内容',
    ],
  },
  publishedOn: {
    label: '发布日期',
    required: true,
    alsoCalled: [
      '发布时间',
      '公开日期',
      '公开时间',
      '日期',
      '时间',
      '推送时间',
      '推送日期',
      '发表时间',
      '发文时间',
      '上传时间',
    ],
  },
  formedOn: {
    label: '成文日期',
    required: false,
    alsoCalled: ['形成日期', '生成日期', '成文时间', '印发日期', '决定日期'],
  },
  indexNumber: { label: '索引号', required: false, alsoCalled: ['索引', '信息索引号', '索取号'] },
  documentNumber: {
    label: '文号',
    required: false,
    alsoCalled: ['发文字号', '文件编号', '文件号', '字号', '决定书文号'],
  },
  organ: {
    label: '公开单位',
    required: false,
    alsoCalled: [
      '单位',
      '发布单位',
      '发布机关',
      '发布机构',
      '公开主体',
      '责任单位',
      '来源',
      '信息来源',
      '发文机关',
      '乡镇',
      '村',
      '部门',
    ],
  },
  kind: { label: '信息类别', required: false, alsoCalled: ['类别', '信息类型', '类型', '文种'] },
  column: { label: '栏目', required: false, alsoCalled: ['发布栏目', '所属栏目', '栏目名称', '公开栏目'] },
  field: { label: '试点领域', required: false, alsoCalled: ['领域', '公开领域'] },
  channels: {
    label: '发布渠道',
    required: false,
    alsoCalled: ['渠道', '公开渠道', '公开渠道和载体', '公开方式', '发布平台', '公开形式', '公开载体', '平台', '载体'],
  },
  // Its heading is a channel, its cells are ticks: 网站 √, 公众号 √.
  tick: { label: '打勾的渠道', required: false, alsoCalled: [] },
  link: {
    label: '网页链接',
    required: false,
    alsoCalled: ['链接', '网址', '地址', '链接地址', '文章链接', 'url', '原文链接'],
  },
  summary: { label: '内容概述', required: false, alsoCalled: ['概述', '摘要', '简介', '备注'] },
} as const satisfies Record<string, { label: string; required: boolean; alsoCalled: readonly string[] }>;

/** A field of a ledger. */
export type LedgerField = keyof typeof ledgerFields;

/** Every field, in the order of forms. */
export const ledgerFieldKeys = Object.keys(ledgerFields) as [LedgerField, ...LedgerField[]];

const bare = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|[\s*:：]/g, '');

/** The field a heading means; blanks, stars and what stands in brackets do not matter. */
function findLedgerField(heading: string): LedgerField | undefined {
  const plain = bare(heading);
  if (plain === '') return undefined;
  const named = ledgerFieldKeys.find((key) => {
    const { label, alsoCalled } = ledgerFields[key];
    return bare(label) === plain || (alsoCalled as readonly string[]).includes(plain);
  });
  return named ?? (tickedChannel(heading) ? 'tick' : undefined);
}

/** The channel a column of ticks is about, by its heading; undefined when that names none. */
export const tickedChannel = (heading: string): ChannelKey | undefined => findChannel(heading);

/** Rows before the head that may hold a title. */
const mostTitleRows = 10;

/** Where a table has its head: the row with the most headings that mean something; undefined when there is none. */
export function findLedgerHead(table: readonly (readonly string[])[]): number | undefined {
  const known = table
    .slice(0, mostTitleRows)
    .map((cells) => matchLedgerColumns(cells).filter((field) => field !== null).length);
  const best = Math.max(0, ...known);
  return best < 2 ? undefined : known.indexOf(best);
}

/** The row that looks like a head where none says so by its words: the first with as many cells filled as any above the data. */
export function guessLedgerHead(table: readonly (readonly string[])[]): number {
  const filled = table.slice(0, mostTitleRows).map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  return Math.max(0, filled.indexOf(Math.max(0, ...filled)));
}

/** Which column means which field: by its heading, each field once, the first that fits; ticks as often as there are channels. */
export function matchLedgerColumns(head: readonly string[]): (LedgerField | null)[] {
  const taken = new Set<LedgerField>();
  return head.map((heading) => {
    const field = findLedgerField(heading);
    if (!field || taken.has(field)) return null;
    if (field !== 'tick') taken.add(field);
    return field;
  });
}
