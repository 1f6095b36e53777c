import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Origin } from './item.ts';
import { checkClearances, checkCleared, checkDiscloser, checkOrigin, discloserOf } from './origin.ts';

const ours = { id: 'shiqiao', name: '石桥镇' };
const nameOf = (id: string) => ({ liuhe: '柳河乡' })[id] ?? '';

describe('who discloses (条例第十条)', () => {
  test.each<[string, Origin, boolean, RegExp]>([
    ['made by the organ: the organ', { kind: 'made' }, true, /制作该信息的石桥镇/],
    [
      'joint, led by the organ: the organ',
      { kind: 'joint', leadOrganId: 'shiqiao', otherOrgans: ['柳河乡'] },
      true,
      /牵头制作的石桥镇/,
    ],
    [
      'joint, led by another: that one',
      { kind: 'joint', leadOrganId: 'liuhe', otherOrgans: ['石桥镇'] },
      false,
      /牵头制作的柳河乡/,
    ],
    ['obtained from citizens: who keeps it', { kind: 'from-public', source: '前进商店' }, true, /从前进商店获取.*保存/],
    [
      'obtained from an organ that made it: the maker',
      { kind: 'from-organ', source: '县水利局', disclosedBy: 'maker' },
      false,
      /从县水利局获取.*制作或者最初获取/,
    ],
    [
      'obtained first by the organ: the organ',
      { kind: 'from-organ', source: '县水利局', disclosedBy: 'us' },
      true,
      /最初获取该信息的石桥镇/,
    ],
  ])('%s', (_, origin, isOurs, sentence) => {
    const discloser = discloserOf(origin, ours, nameOf);
    expect(discloser.isOurs).toBe(isOurs);
    expect(discloser.sentence).toMatch(sentence);
    expect(discloser.article).toMatch(/^条例第十条第[一三]款$/);
    expect(checkDiscloser(discloser).ok).toBe(isOurs);
  });

  test('the refusal names the article and who can help', () => {
    const refused = checkDiscloser(discloserOf({ kind: 'joint', leadOrganId: 'liuhe', otherOrgans: [] }, ours, nameOf));
    expect(refused).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/柳河乡.*第十条第三款.*联系/) },
    });
  });

  test.each<[Origin, string[]]>([
    [{ kind: 'made' }, []],
    [{ kind: 'joint', leadOrganId: '', otherOrgans: [] }, ['origin.leadOrganId', 'origin.otherOrgans']],
    [{ kind: 'from-public', source: ' ' }, ['origin.source']],
    [{ kind: 'from-organ', source: '县水利局', disclosedBy: 'maker' }, []],
  ])('of %j is asked for %j', (origin, fields) => {
    expect(checkOrigin(origin).map(({ field }) => field)).toEqual(fields);
  });
});

describe('what has to be agreed with others blocks publication (条例第十一条)', () => {
  const day = '2026-03-02' as PlainDate;
  test('nothing has to be for most', () => expect(checkCleared({})).toMatchObject({ ok: true }));

  test('a consultation that is not answered, naming who is asked', () => {
    const refused = checkCleared({
      consultations: [{ organ: '县水利局' }, { organ: '县民政局', agreedOn: day, proof: '函' }],
    });
    expect(refused).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/涉及县水利局，.*第十一条第一款/) },
    });
  });

  test('an approval that is not granted, naming the rule', () => {
    const approval = { authority: '省统计局', basis: '《统计法》第二十五条' };
    expect(checkCleared({ approval })).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/《统计法》第二十五条.*省统计局批准.*第十一条第二款/) },
    });
    expect(checkCleared({ approval: { ...approval, grantedOn: day, proof: '批复' } })).toMatchObject({ ok: true });
  });

  test('an answer has to be found again by its number', () => {
    expect(checkClearances({ consultations: [{ organ: '县水利局', agreedOn: day }] })).toMatchObject([
      { field: 'clearances.consultations.0.proof' },
    ]);
    expect(checkClearances({ approval: { authority: '', basis: '', grantedOn: day } })).toMatchObject([
      { field: 'clearances.approval' },
      { field: 'clearances.approval.proof' },
    ]);
  });
});
