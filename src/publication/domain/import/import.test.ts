import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, getPlainDate } from '../../../kernel/plain-date.ts';
import { findLedgerHead, guessLedgerHead, matchLedgerColumns } from './columns.ts';
import { type LedgerEntry, type LedgerMatching, readLedger } from './entry.ts';
import { type KnownItem, planLedger } from './plan.ts';
import { keepSheet } from './sheet.ts';
import { findLedgerDay, findYear } from './written-day.ts';

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

  it.each([
    ['3月5日', '2026-03-05'],
    ['3/5', '2026-03-05'],
    ['12-31', '2026-12-31'],
    ['3.5', '2026-03-05'],
    ['3.15', '2026-03-15'],
    // A spreadsheet shows 3.10 as 3.1 too.
    ['3.1', undefined],
    ['2月29日', undefined],
    ['13月1日', undefined],
    ['2025年3月5日', '2025-03-05'],
  ])('%s in a ledger of 2026', (written, expected) => {
    expect(findLedgerDay(written, 2026)).toBe(expected);
  });

  it.each([
    [['石桥镇2026年政务公开台账', '2025.xlsx'], 2026],
    [['石桥镇政务公开台账', '', '2025年台账.xlsx'], 2025],
    [['2025—2026年台账', '2025.xlsx'], undefined],
    [['台账20260315.xlsx'], undefined],
    [[], undefined],
  ])('%j is of the year %s', (texts, year) => {
    expect(findYear(texts)).toBe(year);
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
const sheetOf = (rows: readonly (readonly string[])[]) => keepSheet('台账', rows);
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
    expect(
      guessLedgerHead([
        ['登记表', '', ''],
        ['号', '推文', '哪天'],
        ['1', '甲', '乙'],
      ]),
    ).toBe(1);
    expect(guessLedgerHead([])).toBe(0);
  });

  it('understands rows, leaves blank ones out and says of the others why not', () => {
    const { entries, problems, left } = readLedger(sheetOf(table), matching(), context);
    expect(entries).toMatchObject([
      { row: 3, publishedOn: '2025-06-03', organId, kind: 'announcement', columnKey: 'notices' },
      { row: 4, organId: '01890000-0000-7000-8000-000000000002' },
    ]);
    expect(entries[0]?.deliveries.map(({ channel }) => channel)).toEqual(['portal', 'bulletin-board']);
    expect(problems).toEqual([]);
    expect(left).toEqual([{ row: 6, what: '合计行' }]);
  });

  it.each([
    [['1', '', '2025-06-03', '网站'], '没有标题'],
    [['1', '甲', '六月', '网站'], '无法识别'],
    [['1', '甲', '', '网站'], '没有发布日期'],
    [['1', '甲', '2027-01-01', '网站'], '还没有到'],
    [['1', '甲', '2025-06-03', '传真'], '不认识发布渠道'],
    [['1', '甲', '2025-06-03', ''], '没有发布渠道'],
    [['1', '甲', '2025-06-03', '网站', '', '', '同名村'], '有几个单位'],
    [['1', '甲', '6.3', '网站'], '可能是6月3日，也可能是6月30日'],
    [['1', '甲', '2025-06-03', '网站', '', '', '清溪县'], '没有找到单位'],
    [['1', '张三（110105 19491231 002X）低保公示', '2025-06-03', '网站'], '不得公开的内容：居民身份证号码'],
    [['1', '甲', '2025-06-03', '网站', '', '机密★5年'], '不得公开的内容'],
    [['1', '甲', '2025-06-03', '网站', '各村、各单位：'.repeat(20)], '文号超过 100 个字'],
  ])('refuses %s: %s', (cells, reason) => {
    const { entries, problems } = readLedger(sheetOf([...table.slice(0, 2), cells]), matching(), context);
    expect(entries).toEqual([]);
    expect(problems[0]?.reason).toContain(reason);
  });

  it.each([
    ['A/'.padEnd(101, '1'), '索引号超过 100 个字'],
    ['A/../../console', '不能作为网址的一部分'],
    ['./A', '不能作为网址的一部分'],
  ])('refuses the 索引号 %s, under which no page could be found: %s', (number, reason) => {
    const columns = matching().columns.map((column) => (column === 'documentNumber' ? 'indexNumber' : column));
    const rows = [...table.slice(0, 2), ['1', '甲', '2025-06-03', '网站', number]];
    expect(readLedger(sheetOf(rows), matching({ columns }), context).problems[0]?.reason).toContain(reason);
    const fine = [...table.slice(0, 2), ['1', '甲', '2025-06-03', '网站', 'A/2025-..7 ']];
    expect(readLedger(sheetOf(fine), matching({ columns }), context).entries[0]?.indexNumber).toBe('A/2025-..7');
  });

  it('takes the channel of a whole ledger where no column says', () => {
    const { entries } = readLedger(
      sheetOf([...table.slice(0, 2), ['1', '甲', '2025-06-03', '']]),
      matching({ channels: ['wechat'] }),
      context,
    );
    expect(entries[0]?.deliveries).toEqual([{ channel: 'wechat', doneOn: '2025-06-03' }]);
  });
});

describe('a ledger as people keep it', () => {
  const rows = [
    ['石桥镇政务公开工作台账'],
    ['序号', '标题', '日期', '网站', '公众号', '公示栏', '联系电话'],
    ['1', '关于做好防汛工作的通知', '3月5日', '√', '', '2026.3.6', '13812345678'],
    ['2', '春季植树公告', '3.10', '√', '×', '', ''],
    ['3', '没有打勾', '3月7日', '', '', '', ''],
    ['4', '看不懂', '3月8日', '办公室', '', '', ''],
    ['5', '贴得太早', '3月8日', '√', '', '3月1日', ''],
    ['序号', '标题', '日期', '网站', '公众号', '公示栏', '联系电话'],
    ['合  计', '5条', '', '', '', '', ''],
    ['填报人：王芳', '审核人：李四', '', '', '', '', ''],
    ['备注：以上信息均已公开', '', '', '', '', '', ''],
    ['6', '', '', '', '', '', ''],
  ];
  const read = (changes: Partial<LedgerMatching> = {}) =>
    readLedger(
      sheetOf(rows),
      { headRow: 1, columns: matchLedgerColumns(rows[1] ?? []), kind: 'announcement', channels: [], ...changes },
      context,
    );

  it('has a column of ticks for each channel, and days without a year', () => {
    const { entries, problems, left } = read({ year: 2026 });
    expect(entries.map(({ row, deliveries }) => [row, deliveries])).toEqual([
      [
        3,
        [
          { channel: 'portal', doneOn: '2026-03-05' },
          { channel: 'bulletin-board', doneOn: '2026-03-06' },
        ],
      ],
      [4, [{ channel: 'portal', doneOn: '2026-03-10' }]],
    ]);
    expect(problems.map(({ row, reason }) => [row, reason.slice(0, 12)])).toEqual([
      [5, '没有发布渠道。请在台账中'],
      [6, '“网站”列写的是“办公室'],
      [7, '“公告栏（公示墙）”的日'],
    ]);
    expect(left).toEqual([
      { row: 8, what: '重复的表头' },
      { row: 9, what: '合计行' },
      { row: 10, what: '签字、说明' },
    ]);
  });

  it('asks for the year where nothing says it', () => {
    expect(read().problems[0]?.reason).toContain('“3月5日”没有写年份');
  });

  it('finds the head of two rows below a heading over the channels', () => {
    const two = [
      ['序号', '标题', '日期', '发布渠道', '', '链接'],
      ['序号', '标题', '日期', '网站', '公众号', '链接'],
    ];
    expect(findLedgerHead(two)).toBe(1);
  });
});

describe('what is kept of a file', () => {
  const kept = (rows: readonly (readonly string[])[]) => sheetOf(rows).rows;
  it.each([
    ['联系电话', '13812345678', '138****5678'],
    ['身份证号', '11010519491231002X', '110105********002X'],
    ['领款人', '张三 11010519491231002X', '张三 110105********002X'],
    ['银行卡号', '6222020000000000000', '***************0000'],
    ['标题', '关于13812345678诈骗短信的提醒', '关于138****5678诈骗短信的提醒'],
    ['索引号', '13812345678', '13812345678'],
    ['链接', 'https://a.example/t/13812345678', 'https://a.example/t/13812345678'],
    ['金额（元）', '13812345678', '13812345678'],
    ['日期', '2024-03-15', '2024-03-15'],
    ['备注', '石桥镇人民路12号', '石桥镇人民路12号'],
  ])('%s %s is kept as %s', (heading, cell, expected) => {
    expect(
      kept([
        ['标题', '日期', heading],
        ['甲', '2024-01-01', cell],
      ])[1]?.[2],
    ).toBe(expected);
  });

  it('a row whose title held an ID number is refused although the number is no longer there; one beside the matched columns is not', () => {
    const table = [
      ['标题', '日期', '网站', '身份证'],
      ['张三（11010519491231002X）低保公示', '2024-01-01', '√', ''],
      ['低保公示', '2024-01-01', '√', '11010519491231002X'],
    ];
    const sheet = sheetOf(table);
    expect(JSON.stringify(sheet)).not.toContain('19491231');
    const { entries, problems } = readLedger(
      sheet,
      { headRow: 0, columns: ['title', 'publishedOn', 'tick', null], kind: 'announcement', channels: [] },
      context,
    );
    expect(entries.map(({ row }) => row)).toEqual([3]);
    expect(problems).toMatchObject([{ row: 2, reason: expect.stringContaining('居民身份证号码') }]);
  });

  it('no number of a person that the checks know is left in any cell', () => {
    const ids = ['11010519491231002X', '13812345678', '6222020000000000000'];
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.string({ unit: fc.constantFrom('张', '户', ' ', '：', '、', 'a') }),
        fc.constantFrom('标题', '备注', '身份证号', ''),
        (id, before, heading) => {
          const rows = kept([
            ['标题', '日期', heading],
            ['甲', '2024-01-01', `${before.replace(/a$/, '')}卡号${id}，`],
          ]);
          expect(rows[1]?.[2]).not.toContain(id);
        },
      ),
    );
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
  state: 'published',
  isPublic: true,
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

  it.each([
    ['withdrawn', { state: 'withdrawn' as const, isPublic: false }, '现为“已撤回”'],
    ['being revised', { state: 'draft' as const, isPublic: true, isImported: true }, '现为“起草”'],
  ])('adds nothing to what is %s, and says so', (_, changes, reason) => {
    const renamed = entry({
      title: '关于做好防汛备汛工作的通知',
      indexNumber: 'A/1',
      deliveries: [{ channel: 'screen', doneOn: day('2025-06-03') }],
    });
    const row = changes.isPublic ? renamed : { ...renamed, title: entry().title };
    const plan = planLedger([row], [], [known({ indexNumber: 'A/1', ...changes })]);
    expect(plan.changed).toEqual([]);
    expect(plan.problems[0]?.reason).toContain(reason);
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
