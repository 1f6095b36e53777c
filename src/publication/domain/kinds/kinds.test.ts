import { describe, expect, test } from 'vitest';
import { article20Numbers } from '../../../catalogue/domain/article20.ts';
import { contentColumnKeys } from '../../../catalogue/domain/columns.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { FieldValue } from '../item.ts';
import { checkFields, checkKind, isAsked } from './check.ts';
import { type KindKey, kindKeys, kindOf } from './index.ts';
import { type FieldDeclaration, type KindContent, kindGroups } from './kind.ts';

/** A value that a field takes. */
function sample({ type, choices, key }: FieldDeclaration): FieldValue {
  if (key === 'partyCode') return '11990123000000019R';
  if (/^(year|periodFrom|periodTo)$/.test(key)) return 2026;
  switch (type) {
    case 'day':
      return '2026-03-02';
    case 'money':
    case 'number':
      return 0;
    case 'choice':
      return Object.keys(choices ?? {})[0] ?? '';
    case 'lines':
      return ['一'];
    case 'yes-no':
      return true;
    default:
      return '甲某';
  }
}

/** What a kind is asked for and nothing else, filled in as it should be. */
function complete(key: KindKey, more: Partial<KindContent> = {}): KindContent {
  const kind = kindOf(key);
  const fields: Record<string, FieldValue> = Object.fromEntries(
    kind.fields.filter(({ required }) => required).map((field) => [field.key, sample(field)]),
  );
  if (key === 'consultation') fields.opinionsTo = '2026-03-31';
  if (key === 'consultation') fields.opinionsFrom = '2026-03-02';
  if (key === 'recruitment') fields.conditions = '条件';
  return {
    title: '标题',
    bodyText: '正文',
    formedOn: '2026-03-02' as PlainDate,
    ...(kind.documentNumber?.required ? { documentNumber: '石政发〔2026〕3号' } : {}),
    ...(kind.expiry === 'required' ? { expiresOn: '2026-03-12' as PlainDate } : {}),
    fields,
    attachments: [],
    ...more,
  };
}
const remarksOf = (key: KindKey, content: KindContent) => checkKind(kindOf(key), content);
const withFields = (key: KindKey, fields: Record<string, FieldValue>) =>
  remarksOf(key, complete(key, { fields: { ...complete(key).fields, ...fields } }));

describe.each(kindKeys)('%s', (key) => {
  const kind = kindOf(key);

  test('filled in as it should be has nothing to remark upon', () => {
    expect(remarksOf(key, complete(key))).toEqual([]);
  });

  test.each(kind.fields.filter((field) => field.required).map((field) => [field.key, field.label]))(
    'without %s is told so at the field, by its label %s',
    (field, label) => {
      const { [field]: _, ...fields } = complete(key).fields;
      const remarks = checkFields(kind, fields);
      expect(remarks).toContainEqual({ field: `fields.${field}`, message: expect.stringContaining(label) });
    },
  );

  test('takes no value that is not of the type of its field, and none it does not know', () => {
    for (const field of kind.fields.filter((each) => isAsked(each, complete(key).fields))) {
      const wrong: FieldValue =
        field.type === 'lines' || field.type === 'text' || field.type === 'long-text' ? -1 : ['x'];
      const remarks = checkFields(kind, { ...complete(key).fields, [field.key]: wrong });
      expect(remarks.map((each) => each.field)).toContain(`fields.${field.key}`);
    }
    expect(checkFields(kind, { ...complete(key).fields, idNumber: '1' })).toContainEqual(
      expect.objectContaining({ field: 'fields.idNumber' }),
    );
  });

  test('stands in a column that holds information, under a heading, with its rule', () => {
    expect(contentColumnKeys).toContain(kind.column);
    expect(Object.keys(kindGroups)).toContain(kind.group);
    expect(kind.limit.source.length).toBeGreaterThan(4);
    expect(new Set(kind.fields.map((field) => field.key)).size).toBe(kind.fields.length);
  });
});

test('every item of 条例第二十条 has a kind', () => {
  const served = new Set(kindKeys.map((key) => kindOf(key).article20));
  expect(article20Numbers.filter((number) => !served.has(number))).toEqual([]);
});

describe('persons in decisions (条例第十五条)', () => {
  const party = (partyKind: string, partyName: string) => withFields('licence', { partyKind, partyName });

  test.each(['张建国', '欧阳静'])(
    'the natural person %s is named by the surname only, and the short form is offered',
    (name) => {
      const [remark] = party('natural', name);
      expect(remark).toMatchObject({ field: 'fields.partyName', message: expect.stringContaining('条例第十五条') });
      expect(party('natural', remark?.suggestion ?? '')).toEqual([]);
    },
  );
  test.each(['张某某', '张某', '张*', '张*国'])('%s is short enough', (name) =>
    expect(party('natural', name)).toEqual([]),
  );
  test('a firm has its whole name', () => expect(party('legal', '云溪县前进商贸有限公司')).toEqual([]));
  test.each(['张某 110105194912310021', '13800001234'])('no number stands in the name: %s', (name) => {
    expect(party('legal', name)).toMatchObject([{ field: 'fields.partyName' }]);
  });
  test('the 统一社会信用代码 is checked, and is not asked of a natural person', () => {
    expect(withFields('penalty', { partyKind: 'legal', partyCode: '11990123000000019X' })).toMatchObject([
      { field: 'fields.partyCode' },
    ]);
    expect(withFields('penalty', { partyKind: 'natural', partyName: '张某', partyCode: 'x' })).toEqual([]);
  });
});

describe('rules of single kinds', () => {
  test.each<[string, KindKey, Record<string, FieldValue>, string]>([
    [
      '有效期 before 施行日期',
      'normative-document',
      { effectiveOn: '2026-04-01', validUntil: '2026-03-31' },
      'fields.validUntil',
    ],
    ['施行 before 成文', 'normative-document', { effectiveOn: '2026-03-01' }, 'fields.effectiveOn'],
    ['许可 that ends before it begins', 'licence', { licensedUntil: '2026-03-01' }, 'fields.licensedUntil'],
    ['罚款 without its amount', 'penalty', { penaltyKind: 'fine' }, 'fields.fine'],
    ['规划期 the wrong way round', 'plan', { periodFrom: 2030, periodTo: 2026 }, 'fields.periodTo'],
    ['a year of two digits', 'budget', { year: 26 }, 'fields.year'],
    ['采购结果 without its supplier', 'procurement', { stage: 'result' }, 'fields.supplier'],
    [
      '招考公告 without 报考条件 (第二十条第十四项)',
      'recruitment',
      { stage: 'announcement', conditions: '' },
      'fields.conditions',
    ],
    ['more opinions adopted than received', 'consultation-outcome', { received: 1, adopted: 2 }, 'fields.adopted'],
    ['opinions not adopted without reasons', 'consultation-outcome', { received: 2, adopted: 1 }, 'fields.reasons'],
    ['a rumour found after the facts were established', 'clarification', { foundOn: '2026-03-03' }, 'fields.foundOn'],
  ])('%s', (_, key, fields, field) => {
    expect(withFields(key, fields).map((remark) => remark.field)).toEqual([field]);
  });

  test('a budget without tables is no budget (预算法第十四条)', () => {
    const empty = complete('budget', { bodyText: '' });
    expect(remarksOf('budget', empty).map(({ field }) => field)).toEqual(['attachments']);
    expect(remarksOf('budget', { ...empty, attachments: [{ id: 'a', name: '预算表.xlsx' }] })).toEqual([]);
  });

  test('a 公示 has a last day, not before it begins', () => {
    const { expiresOn: _, ...without } = complete('public-notice');
    expect(remarksOf('public-notice', without)).toMatchObject([{ field: 'expiresOn' }]);
    expect(
      remarksOf('public-notice', complete('public-notice', { expiresOn: '2026-03-01' as PlainDate })),
    ).toMatchObject([{ field: 'expiresOn' }]);
    expect(remarksOf('news', complete('news', { expiresOn: '2026-03-12' as PlainDate }))).toMatchObject([
      { field: 'expiresOn', message: expect.stringContaining('没有公示截止日') },
    ]);
  });

  test('a 规范性文件 has its 发文字号 in the standard spelling, and the right one is offered', () => {
    expect(remarksOf('normative-document', complete('normative-document', { documentNumber: '' }))).toMatchObject([
      { field: 'documentNumber', message: '请填写发文字号。' },
    ]);
    expect(
      remarksOf('normative-document', complete('normative-document', { documentNumber: '石政发[2026]03号' })),
    ).toMatchObject([{ field: 'documentNumber', suggestion: '石政发〔2026〕3号' }]);
    expect(remarksOf('licence', complete('licence', { documentNumber: '（云）食许字[2026]第3号' }))).toEqual([]);
  });
});

describe('how long opinions are asked for (重大行政决策程序暂行条例第十五条)', () => {
  const period = (opinionsTo: string, more: Record<string, FieldValue> = {}, consultationDays = 30) =>
    checkKind(
      kindOf('consultation'),
      complete('consultation', {
        fields: { ...complete('consultation').fields, opinionsFrom: '2026-03-02', opinionsTo, ...more },
      }),
      { consultationDays },
    );
  test('30 days, both counted, are enough', () => expect(period('2026-03-31')).toEqual([]));
  test('29 are not, unless the reason is published', () => {
    expect(period('2026-03-30')).toMatchObject([{ message: expect.stringMatching(/29 日.*不少于 30 日.*第十五条/) }]);
    expect(period('2026-03-30', { shortened: '汛期将至' })).toEqual([]);
  });
  test('as many as are set', () => expect(period('2026-03-08', {}, 7)).toEqual([]));
});
