import { expect, it } from 'vitest';
import { sentClearances, writtenClearances } from './clearances.ts';

it.each([
  ['什么都不需要', {}, { consultations: [] }],
  [
    '已答复和未答复的机关',
    {
      consultations: [{ organ: '县水利局', agreedOn: '2026-03-02', proof: '云水函〔2026〕3号' }, { organ: '县财政局' }],
    },
    {
      consultations: [{ organ: '县水利局', agreedOn: '2026-03-02', proof: '云水函〔2026〕3号' }, { organ: '县财政局' }],
    },
  ],
  [
    '须经批准',
    { approval: { authority: '县人民政府', basis: '有关规定' } },
    { consultations: [], approval: { authority: '县人民政府', basis: '有关规定' } },
  ],
])('%s：显示以后再保存不变', (_, stored, sent) => {
  expect(sentClearances(writtenClearances(stored))).toEqual(sent);
});

it('取消“须经批准”就不再保存批准的内容', () => {
  const written = {
    ...writtenClearances({ approval: { authority: '县人民政府', basis: '有关规定' } }),
    needsApproval: false,
  };
  expect(sentClearances(written)).toEqual({ consultations: [] });
});
