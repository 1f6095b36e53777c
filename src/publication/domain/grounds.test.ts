import { describe, expect, test } from 'vitest';
import { checkDisclosure, describeExemption, groundKeys, groundOf, groundsFor, ordinal } from './grounds.ts';

const reason = '正在讨论，公开会影响决策';

describe('不予公开 rests on 条例 art. 14, 15 or 16 and on nothing else (art. 13)', () => {
  test('without a ground it is refused, and told that it should be disclosed', () => {
    const [remark] = checkDisclosure({ disclosure: 'withheld' });
    expect(remark?.field).toBe('exemption.ground');
    expect(remark?.message).toMatch(/第十四条、第十五条、第十六条.*应当公开（条例第十三条）.*报请确定（条例第十七条）/);
  });

  test.each(groundsFor('withheld').map((ground) => [ground, groundOf(ground).article] as const))(
    '%s of %s with part and reason is enough',
    (ground, article) => {
      expect(article).toMatch(/^条例第十[四五六]条/);
      const part = Object.keys(groundOf(ground).parts ?? {})[0];
      expect(checkDisclosure({ disclosure: 'withheld', exemption: { ground, part, reason } })).toEqual([]);
    },
  );

  test.each(groundKeys.filter((ground) => groundOf(ground).parts))('%s asks which of its cases', (ground) => {
    const { disclosure } = groundOf(ground);
    expect(checkDisclosure({ disclosure, exemption: { ground, reason } })).toMatchObject([{ field: 'exemption.part' }]);
  });

  test.each(groundKeys)('%s asks for the reason in words', (ground) => {
    const { disclosure, article, parts } = groundOf(ground);
    const exemption = { ground, part: Object.keys(parts ?? {})[0], reason: ' 无 ' };
    expect(checkDisclosure({ disclosure, exemption })).toMatchObject([
      { field: 'exemption.reason', message: expect.stringContaining(article) },
    ]);
  });

  test('the discretionary grounds of art. 16 ask why the organ uses its discretion', () => {
    const discretionary = groundKeys.filter((ground) => groundOf(ground).discretionary);
    expect(discretionary).toEqual(['16-internal', '16-process', '16-enforcement-file']);
    for (const ground of discretionary) expect(groundOf(ground).asks).toMatch(/决定不公开的理由/);
  });

  test('a ground of 依申请公开 does not make something 不予公开, nor the other way round', () => {
    const onRequest = { ground: '13-on-request', reason };
    expect(checkDisclosure({ disclosure: 'withheld', exemption: onRequest })).toMatchObject([
      { field: 'exemption.ground' },
    ]);
    const withheld = { ground: '16-enforcement-file', reason };
    expect(checkDisclosure({ disclosure: 'on-request', exemption: withheld })).toMatchObject([
      { field: 'exemption.ground' },
    ]);
  });
});

describe('依申请公开 is not for what art. 20 has published', () => {
  const exemption = { ground: '13-on-request', reason };
  test.each([1, 7, 14])('item %s of art. 20 is refused', (article20) => {
    const [remark] = checkDisclosure({ disclosure: 'on-request', exemption, article20 });
    expect(remark).toMatchObject({ field: 'disclosure' });
    expect(remark?.message).toContain(`条例第二十条第${ordinal(article20)}项`);
  });
  test.each([15, undefined])('item %s is allowed', (article20) => {
    expect(checkDisclosure({ disclosure: 'on-request', exemption, article20 })).toEqual([]);
  });
});

test('what is disclosed has no ground', () => {
  expect(checkDisclosure({ disclosure: 'proactive' })).toEqual([]);
  expect(checkDisclosure({ disclosure: 'proactive', exemption: { ground: '15-third-party', reason } })).toHaveLength(1);
});

test('a ground is told with its case and its article', () => {
  expect(describeExemption({ ground: '16-process', part: 'draft', reason: '稿子' })).toBe(
    '过程性信息（过程稿），条例第十六条第二款：稿子',
  );
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [15, '十五'],
  [20, '二十'],
])('第 %s is written %s', (number, words) => expect(ordinal(number)).toBe(words));
