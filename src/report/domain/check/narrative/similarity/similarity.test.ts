import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnualReport } from '../../../annual-report.ts';
import { modelReport } from '../../examples/index.ts';
import { findLikenesses, indexPrints } from './comparison.ts';
import { listParagraphs, pieceLength } from './paragraphs.ts';

function report(text: string, organ = '云溪县石桥镇人民政府', year = 2023): AnnualReport {
  return modelReport({ year, set: { 'sections.0.text': text, 'sections.4.text': '', organ } });
}

const likenesses = (one: AnnualReport, other: AnnualReport, least = 0) => {
  const paragraphs = listParagraphs(one);
  return findLikenesses(paragraphs, indexPrints(paragraphs), listParagraphs(other), least);
};

const paragraph = (place: string, visits: number, year: number) =>
  `${year}年，${place}党委、政府把查阅点搬到赶集的路口，逢集由干部轮流值守，当场解答群众看不懂的通知，全年接待${visits}人次，收集的意见按周汇总，由分管领导逐条批办，办完再到集上告诉提意见的人，不留一条没有下文的意见。`;

describe('paragraphs are compared without names and numbers', () => {
  test('the same text of another township, in another year, with other figures is wholly alike', () => {
    const one = report(paragraph('石桥镇', 300, 2023));
    const other = report(paragraph('柳河乡', 1250, 2022), '云溪县柳河乡人民政府', 2022);
    expect(likenesses(one, other).map(({ share }) => share)).toEqual([1]);
  });

  test('a text half of which is new is half alike', () => {
    const words = paragraph('石桥镇', 300, 2023);
    const half = words.slice(0, Math.floor(words.length / 2));
    const fresh =
      '公示栏改用磁吸面板，换下来的旧纸按月装订存档，村里老人爱看的惠农补贴单独放大字号，夜里也有灯照着看得清楚。';
    const [likeness] = likenesses(report(`${half}${fresh}`), report(words));
    expect(likeness?.share).toBeGreaterThan(0.4);
    expect(likeness?.share).toBeLessThan(0.7);
  });

  test('the longest common run is shown in both texts', () => {
    const words = paragraph('石桥镇', 300, 2023);
    const [likeness] = likenesses(report(`今年起${words}`), report(words));
    if (!likeness) throw new Error('not alike');
    const { paragraph: own, other, run } = likeness;
    expect(own.text.slice(run.at, run.at + run.length)).toBe(other.text.slice(run.otherAt, run.otherAt + run.length));
    expect(run.length).toBeGreaterThan(60);
  });

  test('prescribed sentences, set phrases and short paragraphs are no paragraphs to compare', () => {
    expect(listParagraphs(report('（一）主动公开。全年更新栏目。'))).toEqual([]);
    const prescribed =
      '本年度未收到政府信息公开申请，未发生行政复议、行政诉讼，未收取信息处理费，没有其他需要报告的事项，报告电子版可以在网站下载，欢迎查阅。';
    expect(listParagraphs(report(prescribed.repeat(2)))).toEqual([]);
  });

  test('whatever common run of eleven characters there is, the two share a print', () => {
    const characters = fc.constantFrom(...'栏台账窗村务单政策解读答复会议培训材料网格按月更新逐项核对');
    const words = (minLength: number, maxLength: number) =>
      fc.array(characters, { minLength, maxLength }).map((each) => each.join(''));
    fc.assert(
      fc.property(words(60, 90), words(60, 90), words(11, 30), fc.nat(60), fc.nat(60), (one, other, common, at, to) => {
        const [a] = listParagraphs(report(one.slice(0, at) + common + one.slice(at)));
        const [b] = listParagraphs(report(other.slice(0, to) + common + other.slice(to)));
        if (!a || !b) throw new Error('too short');
        const prints = new Set(a.prints);
        expect([...b.prints].some((print) => prints.has(print))).toBe(true);
        expect(common.length).toBeGreaterThan(pieceLength);
      }),
      { numRuns: 300 },
    );
  });
});
