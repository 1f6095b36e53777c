import { describe, expect, test } from 'vitest';
import { verdictOf } from './severity.ts';

describe('the verdict', () => {
  test.each([
    [{ error: 0, unknown: 0, warning: 0, notice: 0 }, 'good', '可以提交', '各项核对全部通过。'],
    [{ error: 0, unknown: 0, warning: 0, notice: 2 }, 'good', '可以提交', '没有发现错误；2 处提示供参考。'],
    [
      { error: 0, unknown: 0, warning: 3, notice: 1 },
      'wary',
      '没有错误，有 3 处警告',
      '警告多半有误或者需要说明，请逐处核对，改正或者写好说明后再提交。',
    ],
    [{ error: 2, unknown: 0, warning: 1, notice: 0 }, 'bad', '有 2 处错误', '请改正错误后再提交。'],
    [{ error: 2, unknown: 1, warning: 0, notice: 0 }, 'bad', '有 2 处错误、1 处无法判断', '请改正错误后再提交。'],
    [
      { error: 0, unknown: 4, warning: 0, notice: 0 },
      'open',
      '有 4 处无法判断',
      '请补全空白或非数字的单元格后再查一次。',
    ],
  ])('on %o is %s: %s', (summary, tone, text, advice) => {
    expect(verdictOf(summary)).toEqual({ tone, text, advice });
  });
});
