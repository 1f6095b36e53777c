import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, getPlainDate } from '../../../kernel/plain-date.ts';
import { findLedgerHead, matchLedgerColumns } from './columns.ts';
import { type LedgerEntry, type LedgerMatching, readLedger } from './entry.ts';
import { type KnownItem, planLedger } from './plan.ts';
import { findLedgerDay } from './written-day.ts';

const day = getPlainDate;

describe('days as ledgers write them', () => {
  it.each([
    ['2024-03-15', '2024-03-15'],
    ['2024/3/15', '2024-03-15'],
    ['2024.3.15', '2024-03-15'],
    ['20240315', '2024-03-15'],
    ['2024年3月15日', '2024-03-15'],
    [' 2024 年 3 月 15 日 ', '2024-03-15'],
    ['２０２４－０３－１５', '2024-03-15'],
    ['2024-03-15 10:20', '2024-03-15'],
    ['2024-03-15T10:20:30Z', '2024-03-15'],
    ['2024年3月15日 9时5分', '2024-03-15'],
    ['45366', '2024-03-15'],
    ['45366.5', '2024-03-15'],
    ['二〇二四年三月十五日', '2024-03-15'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['二零二四年二月廿九日', '2024-02-29'],
    ['2024-02-30', undefined],
    ['3/5/2024', undefined],
    ['2024年3月', undefined],
    ['长期', undefined],
    ['', undefined],
    ['12', undefined],
  ])('%s', (written, expected) => {
    expect(findLedgerDay(written)).toBe(expected);
  });

  it('every day is read back from each spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const one = addDays(day('1995-01-01'), days);
        const [year, month, date] = one.split('-').map(Number);
        for (const written of [`${year}/${month}/${date}`, `${year}年${month}月${date}日`, one.replaceAll('-', '')]) {
          expect(findLedgerDay(written)).toBe(one);
        }
      }),
    );
  });
});

const organId = '01890000-0000-7000-8000-000000000001';
const context = {
  today: day('2026-03-20'),
  organId,
  findOrgan: (name: string) =>
    name === '柳树村' ? '01890000-0000-7000-8000-000000000002' : name === '同名村' ? ('several' as const) : undefined,
};
const table = [
  ['石桥镇2025年信息公开台账'],
  ['序号', '信息名称*', '公开时间', '公开渠道', '文号', '备注', '单位'],
  ['1', '关于做好防汛工作的通知', '2025年6月3日', '政府网站、公示墙', '石政发〔2025〕8号', '', ''],
  ['2', '低保名单公示', '2025/7/1', '公示栏', '', '', '柳树村'],
  ['', '', '', '', '', '', ''],
  ['合计', '合计', '', '', '', '', ''],
];
const matching = (changes: Partial<LedgerMatching> = {}): LedgerMatching => ({
  headRow: 1,
  columns: matchLedgerColumns(table[1] ?? []),
  kind: 'announcement',
  channels: [],
  ...changes,
});

describe('reading a ledger', () => {
  it('finds the head below a title and matches columns by their words', () => {
    expect(findLedgerHead(table)).toBe(1);
    expect(matchLedgerColumns(table[1] ?? [])).toEqual([
      null,
      'title',
      'publishedOn',
      'channels',
      'documentNumber',
      'summary',
      'organ',
    ]);
    expect(findLedgerHead([['甲', '乙']])).toBeUndefined();
  });

  it('understands rows, leaves blank ones out and says of the others why not', () => {
    const { entries, problems } = readLedger(table, matching(), context);
    expect(entries).toMatchObject([
      { row: 3, publishedOn: '2025-06-03', organId, kind: 'announcement', columnKey: 'notices' },
      { row: 4, organId: '01890000-0000-7000-8000-000000000002' },
    ]);
    expect(entries[0]?.deliveries.map(({ channel }) => channel)).toEqual(['portal', 'bulletin-board']);
    expect(problems).toEqual([{ row: 6, title: '合计', reason: '合计行，不是一条信息。' }]);
  });

  it.each([
    [['1', '', '2025-06-03', '网站'], '没有标题'],
    [['1', '甲', '六月', '网站'], '无法识别'],
    [['1', '甲', '', '网站'], '没有发布日期'],
    [['1', '甲', '2027-01-01', '网站'], '还没有到'],
    [['1', '甲', '2025-06-03', '传真'], '不认识发布渠道'],
    [['1', '甲', '2025-06-03', ''], '没有发布渠道'],
    [['1', '甲', '2025-06-03', '网站', '', '', '同名村'], '有几个单位'],
    [['1', '甲', '2025-06-03', '网站', '', '', '清溪县'], '没有找到单位'],
    [['1', '张三（110105 19491231 002X）低保公示', '2025-06-03', '网站'], '不得公开的内容：居民身份证号码'],
    [['1', '甲', '2025-06-03', '网站', '', '机密★5年'], '不得公开的内容'],
  ])('refuses %s: %s', (cells, reason) => {
    const { entries, problems } = readLedger([...table.slice(0, 2), cells], matching(), context);
    expect(entries).toEqual([]);
    expect(problems[0]?.reason).toContain(reason);
  });

  it('takes the channel of a whole ledger where no column says', () => {
    const { entries } = readLedger(
      [...table.slice(0, 2), ['1', '甲', '2025-06-03', '']],
      matching({ channels: ['wechat'] }),
      context,
    );
    expect(entries[0]?.deliveries).toEqual([{ channel: 'wechat', doneOn: '2025-06-03' }]);
  });
});

const entry = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  row: 3,
  title: '关于做好防汛工作的通知',
  publishedOn: day('2025-06-03'),
  formedOn: day('2025-06-03'),
  organId,
  kind: 'announcement',
  columnKey: 'notices',
  deliveries: [{ channel: 'portal', doneOn: day('2025-06-03') }],
  summary: '',
  ...changes,
});
const known = (changes: Partial<KnownItem> = {}): KnownItem => ({
  id: 'item',
  title: '关于做好防汛工作的通知',
  organId,
  publishedOn: day('2025-06-03'),
  indexNumber: undefined,
  documentNumber: undefined,
  isImported: false,
  isOurs: true,
  channels: ['portal'],
  ...changes,
});

describe('comparing a ledger with what is here', () => {
  it('what is not here is new', () => {
    expect(planLedger([entry()], [], []).created).toHaveLength(1);
  });

  it('the same title of the same organ some days later on another channel is the same information', () => {
    const later = entry({
      publishedOn: day('2025-06-06'),
      deliveries: [{ channel: 'wechat', doneOn: day('2025-06-06') }],
    });
    const plan = planLedger([later], [], [known()]);
    expect(plan.created).toEqual([]);
    expect(plan.changed).toMatchObject([{ itemId: 'item', addedChannels: ['wechat'] }]);
  });

  it('the same title a month later is another information', () => {
    expect(planLedger([entry({ publishedOn: day('2025-07-03') })], [], [known()]).created).toHaveLength(1);
  });

  it('the same title with another 文号 is another information', () => {
    const plan = planLedger(
      [entry({ documentNumber: '石政发〔2025〕9号' })],
      [],
      [known({ documentNumber: '石政发〔2025〕8号' })],
    );
    expect(plan.created).toHaveLength(1);
  });

  it('what says nothing new is the same', () => {
    expect(planLedger([entry()], [], [known()]).same).toMatchObject([{ itemId: 'item' }]);
  });

  it('leaves alone what another organ published, be its 索引号 the same, and does not tell what it is', () => {
    const theirs = known({ indexNumber: 'A/1', isImported: true, isOurs: false, title: '别人的标题' });
    const plan = planLedger([entry({ indexNumber: 'A/1', title: '改掉的标题' })], [], [theirs]);
    expect(plan).toMatchObject({ created: [], same: [], changed: [] });
    expect(plan.problems[0]?.reason).toContain('已由其他单位使用');
    expect(plan.problems[0]?.reason).not.toContain('别人');
  });

  it('corrects what was imported, never what was written here', () => {
    const renamed = entry({ title: '关于做好防汛备汛工作的通知', indexNumber: 'A/1' });
    expect(planLedger([renamed], [], [known({ indexNumber: 'A/1', isImported: true })]).changed).toMatchObject([
      { fields: [{ key: 'title', before: '关于做好防汛工作的通知' }] },
    ]);
    const refused = planLedger([renamed], [], [known({ indexNumber: 'A/1' })]);
    expect(refused.problems[0]?.reason).toContain('不由台账修改');
  });

  it('rows of one item on several channels become one; the same twice is told', () => {
    const plan = planLedger(
      [entry(), entry({ row: 4, deliveries: [{ channel: 'wechat', doneOn: day('2025-06-04') }] }), entry({ row: 5 })],
      [],
      [],
    );
    expect(plan.created).toHaveLength(1);
    expect(plan.created[0]?.deliveries.map(({ channel }) => channel)).toEqual(['portal', 'wechat']);
    expect(plan.problems).toMatchObject([{ row: 5, reason: expect.stringContaining('第 3 行') }]);
  });

  it('every row ends up in one place, and applied it would all be the same', () => {
    const rows = fc.array(
      fc.record({
        title: fc.constantFrom('甲', '乙', '丙', '丁'),
        days: fc.integer({ min: 0, max: 40 }),
        channel: fc.constantFrom('portal' as const, 'wechat' as const, 'screen' as const),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const entries = list.map(({ title, days, channel }, at) => {
          const publishedOn = addDays(day('2025-01-01'), days);
          return entry({ row: at + 2, title, publishedOn, deliveries: [{ channel, doneOn: publishedOn }] });
        });
        const plan = planLedger(entries, [], []);
        const deliveries = plan.created.reduce((sum, each) => sum + each.deliveries.length, 0);
        expect(deliveries + plan.problems.length).toBe(list.length);
        const applied = plan.created.map((each, at) =>
          known({
            id: `item ${at}`,
            title: each.title,
            publishedOn: each.publishedOn,
            isImported: true,
            isOurs: true,
            channels: each.deliveries.map(({ channel }) => channel),
          }),
        );
        const again = planLedger(entries, [], applied);
        expect(again.created).toEqual([]);
        expect(again.changed).toEqual([]);
      }),
    );
  });
});
