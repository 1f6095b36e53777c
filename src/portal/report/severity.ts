import type { CheckResult, Severity } from '../../report/domain/finding.ts';

/**
 * How a severity is shown: its name, the one-character sign in front of a finding's number (so that
 * colour is never the only difference) and the ASCII letter used in anchors and class names.
 */
export interface SeverityWords {
  severity: Severity;
  name: string;
  sign: string;
  letter: string;
  /** What the group of findings means to the clerk. */
  meaning: string;
}

/** In the order in which a clerk has to deal with them. */
export const severityWords: readonly SeverityWords[] = [
  { severity: 'error', name: '错误', sign: '错', letter: 'e', meaning: '数据不可能成立，或者格式不允许，改正后再报。' },
  {
    severity: 'unknown',
    name: '无法判断',
    sign: '疑',
    letter: 'u',
    meaning: '单元格空白或者不是数字，核对不了，不等于没有问题；补全后再查。',
  },
  { severity: 'warning', name: '警告', sign: '警', letter: 'w', meaning: '多半有误，或者需要作出说明。' },
  { severity: 'notice', name: '提示', sign: '提', letter: 'n', meaning: '不一定有错，值得再看一眼。' },
];

/** The words for one severity. */
export function wordsOf(severity: Severity): SeverityWords {
  const words = severityWords.find((each) => each.severity === severity);
  if (!words) throw new Error(`no words for severity ${severity}`);
  return words;
}

/** What the whole check comes to. `tone` chooses colour and sign of the verdict. */
export interface Verdict {
  tone: 'good' | 'bad' | 'open' | 'wary';
  text: string;
  advice: string;
}

/**
 * The verdict in words. Something unknown is never a pass, and neither is what is probably wrong.
 *
 * @example { error: 2, unknown: 1, … } → 有 2 处错误、1 处无法判断
 */
export function verdictOf(summary: CheckResult['summary']): Verdict {
  const parts = [
    ...(summary.error > 0 ? [`${summary.error} 处错误`] : []),
    ...(summary.unknown > 0 ? [`${summary.unknown} 处无法判断`] : []),
  ];
  if (parts.length > 0) {
    return {
      tone: summary.error > 0 ? 'bad' : 'open',
      text: `有 ${parts.join('、')}`,
      advice: summary.error > 0 ? '请改正错误后再提交。' : '请补全空白或非数字的单元格后再查一次。',
    };
  }
  if (summary.warning > 0) {
    return {
      tone: 'wary',
      text: `没有错误，有 ${summary.warning} 处警告`,
      advice: '警告多半有误或者需要说明，请逐处核对，改正或者写好说明后再提交。',
    };
  }
  return {
    tone: 'good',
    text: '可以提交',
    advice: summary.notice > 0 ? `没有发现错误；${summary.notice} 处提示供参考。` : '各项核对全部通过。',
  };
}
