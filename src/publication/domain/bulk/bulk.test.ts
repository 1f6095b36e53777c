import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindKeys, kindOf, kinds } from '../kinds/index.ts';
import { withoutPrivate } from './batch.ts';
import { findChoice, readMoney, readRow, summaryOf, titleOf } from './read-row.ts';
import { isPrivateHeading, matchColumns, targetsOf } from './targets.ts';

const licence = kinds.licence;
const targets = targetsOf(licence);

describe('columns are found by their headings', () => {
  test.each([
    [
      'the labels of the form',
      ['许可决定文书号', '许可决定日期', '行政相对人名称'],
      { documentNumber: 0, formedOn: 1, 'fields.partyName': 2 },
    ],
    [
      'the headings of the 双公示 tables',
      ['行政许可决定文书号*', '有效期自', '行政相对人代码_1（统一社会信用代码）'],
      { documentNumber: 0, 'fields.licensedFrom': 1, 'fields.partyCode': 2 },
    ],
    [
      'with blanks, stars and brackets',
      [' 许可 内容（必填）', '许可类别*'],
      { 'fields.content': 0, 'fields.licenceKind': 1 },
    ],
    ['what is not known stays out', ['序号', '备注'], {}],
  ])('%s', (_, headings, matched) => expect(matchColumns(headings, targets)).toEqual(matched));

  test('no column fills two targets, and one of private data none', () => {
    const all = kindKeys.flatMap((key) => targetsOf(kindOf(key)).map(({ label }) => label));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all, '身份证号码', '联系电话'), { maxLength: 20 }), (headings) => {
        const used = Object.values(matchColumns(headings, targets));
        expect(new Set(used).size).toBe(used.length);
        for (const index of used) expect(isPrivateHeading(headings[index] ?? '')).toBe(false);
      }),
    );
  });

  test.each(['身份证号码', '公民身份号码', '联系电话', '手机号', '家庭住址', '银行账号', '出生日期'])(
    '%s is never read (条例第十五条)',
    (heading) => expect(isPrivateHeading(heading)).toBe(true),
  );
});

describe('a row is read', () => {
  const headings = ['名称', '类别', '文书号', '日期', '许可类别', '内容', '自', '至'];
  const matching = {
    'fields.partyName': 0,
    'fields.partyKind': 1,
    documentNumber: 2,
    formedOn: 3,
    'fields.licenceKind': 4,
    'fields.content': 5,
    'fields.licensedFrom': 6,
    'fields.licensedUntil': 7,
  };
  const read = (...cells: string[]) => readRow(licence, cells, headings, matching);

  test('days in the usual spellings, choices by their names', () => {
    const row = read(
      '前进商店',
      '法人及非法人组织',
      '云许〔2026〕3号',
      '2026年3月2日',
      '普通许可',
      '食品经营',
      '2026/3/2',
      '20310301',
    );
    expect(row).toMatchObject({
      formedOn: '2026-03-02',
      fields: { partyKind: 'legal', licenceKind: 'ordinary', licensedFrom: '2026-03-02', licensedUntil: '2031-03-01' },
      problems: [],
      rewritten: [],
    });
    expect(titleOf(licence, row)).toBe('行政许可决定（前进商店，云许〔2026〕3号）');
    expect(summaryOf(row)).toBe('前进商店：食品经营');
  });

  test('a day that stands for 长期 is no day of a decision', () => {
    const row = read('前进商店', '法人及非法人组织', '云许〔2026〕3号', '9999-12-31');
    expect(row.formedOn).toBeUndefined();
    expect(row.problems).toMatchObject([{ field: 'formedOn' }]);
  });

  test('a natural person is shortened at once, and that is told', () => {
    expect(read('张建国', '自然人')).toMatchObject({
      fields: { partyName: '张某' },
      rewritten: [{ label: '行政相对人名称', before: '张建国', after: '张某' }],
    });
  });

  test('what cannot be read is told at its field, with what stood there', () => {
    const row = read('前进商店', '个人独资', '', '2026-2-30', '专营');
    expect(row.problems.map(({ field }) => field)).toEqual(['fields.partyKind', 'fields.licenceKind', 'formedOn']);
    expect(row.problems[2]?.message).toContain('2026-2-30');
  });
});

describe('amounts, in 分', () => {
  test.each([
    ['3000', '罚款金额', 300_000],
    ['3,000.50元', '罚款金额', 300_050],
    ['1.2', '罚款金额（万元）', 1_200_000],
    ['1.2万元', '罚款金额', 1_200_000],
    ['０．５', '罚款金额（万元）', 500_000],
    ['0', '罚款金额', 0],
  ])('%s under %s is %s', (written, heading, amount) => expect(readMoney(written, heading)).toBe(amount));
  test.each(['-5', '无', '', '1.234', '12345678901234567'])('%s is none', (written) =>
    expect(readMoney(written, '罚款金额')).toBeUndefined(),
  );
  test('whole 分 come back from any way of writing them', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (cents) => {
        expect(readMoney((cents / 100).toFixed(2), '金额')).toBe(cents);
        expect(readMoney((cents / 1_000_000).toFixed(6), '金额（万元）')).toBe(cents);
      }),
    );
  });
});

test.each([
  ['自然人', 'natural'],
  ['个体工商户', 'household'],
  ['legal', 'legal'],
  ['法人', 'legal'],
  ['其它', undefined],
])('the choice %s is %s', (written, key) => {
  expect(findChoice(kinds.licence.fields[0]?.choices ?? {}, written)).toBe(key);
});

test('identity numbers are cut out of every column, and columns nobody may publish emptied', () => {
  expect(
    withoutPrivate([['张三', '11010519491231002X', '证号 11010519491231002X 的许可']], [false, true, false]),
  ).toEqual({
    rows: [['张三', '', '证号 （号码已删去） 的许可']],
    cut: 1,
  });
});
