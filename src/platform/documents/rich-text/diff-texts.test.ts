import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from './diff-texts.ts';

/** A difference as one would mark it with a pen. */
const marked = (before: string, after: string): string[] =>
  diffTexts(before, after).map((line) =>
    line.kind === 'changed'
      ? line.pieces
          .map(({ kind, text }) => ({ same: text, added: `｛+${text}｝`, removed: `｛-${text}｝` })[kind])
          .join('')
      : `${{ same: '', added: '＋', removed: '－' }[line.kind]}${line.text}`,
  );

describe('两版之间改了什么', () => {
  it.each([
    ['没有改动', '甲\n乙', '甲\n乙', ['甲', '乙']],
    [
      '改了数字，数字整个标出',
      '每户补助300元，6月30日前发放。',
      '每户补助500元，6月15日前发放。',
      ['每户补助｛-300｝｛+500｝元，6月｛-30｝｛+15｝日前发放。'],
    ],
    ['插入一段', '甲一二三\n丙四五六', '甲一二三\n乙七八九\n丙四五六', ['甲一二三', '＋乙七八九', '丙四五六']],
    ['删去一段', '甲一二三\n乙七八九', '甲一二三', ['甲一二三', '－乙七八九']],
    ['整段换掉，不硬凑', '关于低保的通知', '附件清单', ['－关于低保的通知', '＋附件清单']],
    [
      '词语整个换掉，不留碰巧相同的单字',
      '由镇党政办公室负责',
      '由镇便民服务中心负责',
      ['由镇｛-党政办公室｝｛+便民服务中心｝负责'],
    ],
    ['从无到有', '', '甲', ['＋甲']],
    ['表格的一行', '张某\t一组\t300', '张某\t二组\t300', ['张某\t｛-一｝｛+二｝组\t300']],
  ])('%s', (_, before, after, expected) => {
    expect(marked(before, after)).toEqual(expected);
  });

  it('从差异总能还原前后两版', () => {
    const letters = fc.constantFrom('甲', '乙', '丙', '1', '23', 'ab', '，', '\t', ' ', '𠀀');
    const line = fc.array(letters, { minLength: 1, maxLength: 12 }).map((each) => each.join(''));
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const side = (kind: 'added' | 'removed') =>
          diffTexts(before, after)
            .filter((each) => each.kind === 'changed' || each.kind === 'same' || each.kind === kind)
            .map((each) =>
              each.kind === 'changed'
                ? each.pieces.map((part) => (part.kind === 'same' || part.kind === kind ? part.text : '')).join('')
                : each.text,
            )
            .join('\n');
        expect(side('removed')).toBe(before);
        expect(side('added')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('两篇毫不相干的长文也很快', () => {
    const start = performance.now();
    const long = (seed: number) =>
      Array.from({ length: 1_500 }, (_, at) =>
        `第${at * seed}段${String.fromCharCode(0x4e00 + ((at * seed) % 9_000))}`.repeat(8),
      ).join('\n');
    expect(diffTexts(long(7), long(13)).length).toBeGreaterThan(1_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
