import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { cellsOf, labelOf, readTable, tableColumnKeys } from './catalogue-table.ts';
import { contentColumnKeys } from './columns.ts';
import { fieldKeys } from './fields.ts';
import { sampleItem } from './fixtures/items.ts';
import { planImport } from './import-plan.ts';
import { type CatalogueItem, carrierKeys, levelKeys } from './item.ts';
import type { TimeLimit } from './time-limit.ts';
import { limitWords } from './time-limit-words.ts';

const defaults = { publisher: '石桥镇人民政府', level: 'township' } as const;
const budget = sampleItem();
const plan = (table: string[][], items: CatalogueItem[] = [budget]) =>
  planImport(granted(readTable(table)), items, defaults).differences;
const head = ['一级事项', '二级事项', '公开内容（要素）', '公开时限'];

describe('the table of an official catalogue', () => {
  test('has a head of two rows, and leaves blank what stands above', () => {
    const rows = granted(
      readTable([
        ['石桥镇政务公开标准目录'],
        ['序号', '公开事项', '', '公开内容（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体'],
        ['', '一级事项', '二级事项', '', '', '', '', ''],
        ['1', '社会救助', '低保审核信息', '对象名单', '', '每月10日前', '', '■政府网站'],
        ['2', '', '临时救助', '救助人次', '', '', '', ''],
        ['3', '', '', '', '', '', '', ''],
      ]),
    );
    expect(rows.map(({ row, values }) => [row, values.topic, values.name, values.limit])).toEqual([
      [4, '社会救助', '低保审核信息', '每月10日前'],
      [5, '社会救助', '临时救助', ''],
    ]);
  });

  test.each([
    ['no head', [['石桥镇', '低保']], '没有找到表头'],
    ['a column twice', [[...head, '时限']], '“公开时限”出现了不止一次'],
  ])('is refused with %s', (_, table, said) => {
    expect(refusalOf(readTable(table))).toContain(said);
  });
});

describe('a file against the catalogue', () => {
  test('says what is new, changed, as before and missing', () => {
    const other = sampleItem({ id: '01900000-0000-7000-8000-00000000000a', name: '部门决算' });
    const { created, changed, unchanged, missing, problems } = plan(
      [head, ['财政信息', '预算执行情况', '收支完成情况', '每月10日前'], ['社会救助', '低保审核信息', '名单', '']],
      [budget, other],
    );
    expect(created.map(({ row, name }) => [row, name])).toEqual([[3, '低保审核信息']]);
    expect(changed.map(({ itemId, cells }) => [itemId, cells])).toEqual([
      [
        budget.id,
        [{ key: 'limit', label: '公开时限', before: '自信息形成或者变更之日起20个工作日内', after: '每月10日前' }],
      ],
    ]);
    expect([unchanged, missing, problems]).toEqual([0, [{ itemId: other.id, name: '财政信息—部门决算' }], []]);
  });

  test('gives what is new the limit of art. 26 where it says none', () => {
    const { rows } = planImport(granted(readTable([head, ['社会救助', '低保', '名单', '']])), [], defaults);
    expect(rows[0]?.after).toMatchObject({
      limit: { kind: 'working-days', days: 20, trigger: 'formation' },
      publisher: '石桥镇人民政府',
      levels: ['township'],
    });
  });

  test('finds an item that was renamed by its number', () => {
    const { changed, created } = plan([
      ['事项编号', ...head],
      [budget.id, '财政信息', '预算收支执行情况', '收支完成情况', ''],
    ]);
    expect([changed.map(({ cells }) => cells.map(({ after }) => after)), created]).toEqual([
      [['预算收支执行情况']],
      [],
    ]);
  });

  test.each<[string, string[], string]>([
    ['a limit nobody understands', ['', '社会救助', '低保', '名单', '按规定', '', ''], '“公开时限”写的是“按规定”'],
    ['a field there is not', ['', '社会救助', '低保', '名单', '', '航天', ''], '没有名为“航天”的领域'],
    [
      'a number that is not of this catalogue',
      ['01900000-0000-7000-8000-00000000000f', '社会救助', '低保', '名单', '', '', ''],
      '事项编号不是本单位目录',
    ],
    ['nothing to publish', ['', '社会救助', '低保', '', '', '', ''], '都要填写'],
    ['a column there is not', ['', '社会救助', '低保', '名单', '', '', '没有的栏目'], '“平台栏目”写的是'],
  ])('refuses a row with %s, and only that row', (_, cells, said) => {
    const { problems, created } = plan([
      ['事项编号', ...head, '领域', '平台栏目'],
      cells,
      ['', '社会救助', '临时救助', '人次', '', '社会救助', '社会救助'],
    ]);
    expect(problems.map(({ row, reason }) => [row, reason.includes(said)])).toEqual([[2, true]]);
    expect(created.map(({ name }) => name)).toEqual(['临时救助']);
  });

  test('refuses the same item twice', () => {
    const row = ['社会救助', '低保', '名单', ''];
    expect(plan([head, row, ['社会救助', ' 低 保', '名单', '']]).problems).toEqual([
      { row: 3, name: '低 保', reason: '与第 2 行是同一个事项，请只保留一行。' },
    ]);
  });

  test('that was exported and not changed has no differences, whatever the catalogue holds', () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'甲乙丙（）、■□0 /'), minLength: 1, maxLength: 12 })
      .map((each) => `名${each}称`);
    const limit = fc.constantFrom<TimeLimit>(
      { kind: 'monthly', day: 10 },
      { kind: 'any-time' },
      { kind: 'on-change', days: 20 },
      { kind: 'working-days', days: 7, trigger: 'decision' },
    );
    const item = fc
      .record({
        topic: text,
        name: text,
        content: text,
        basis: text,
        publisher: text,
        limit,
        fieldKey: fc.option(fc.constantFrom(...fieldKeys), { nil: undefined }),
        article20: fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined }),
        columnKey: fc.constantFrom(...contentColumnKeys),
        manner: fc.constantFrom('proactive', 'on-request'),
        levels: fc.subarray([...levelKeys], { minLength: 1 }),
        carriers: fc.dictionary(fc.constantFrom(...carrierKeys), fc.constantFrom('required', 'optional'), {
          minKeys: 1,
        }),
        audienceWords: fc.constantFrom('', '申请人', '被征收人'),
      })
      .map((given) => ({
        ...given,
        audience: given.audienceWords === '' ? 'everyone' : 'group',
        limitWords: limitWords(given.limit),
      }));
    const items = fc
      .uniqueArray(item, { selector: ({ topic, name }) => `${topic} ${name}`.replace(/\s/g, ''), maxLength: 6 })
      .map((all) =>
        all.map((given, index) =>
          sampleItem({ ...(given as Partial<CatalogueItem>), id: `01900000-0000-7000-8000-0000000000${10 + index}` }),
        ),
      );
    fc.assert(
      fc.property(items, fc.boolean(), (all, withNumbers) => {
        const keys = tableColumnKeys.filter((key) => withNumbers || key !== 'id');
        const table = [
          keys.map(labelOf),
          ...all.map((each, index) => keys.map((key) => cellsOf(each, index + 1)[key])),
        ];
        const { created, changed, problems, missing, unchanged } = planImport(
          granted(readTable(table)),
          all,
          defaults,
        ).differences;
        expect({ created, changed, problems, missing, unchanged }).toEqual({
          created: [],
          changed: [],
          problems: [],
          missing: [],
          unchanged: all.length,
        });
      }),
    );
  });
});
