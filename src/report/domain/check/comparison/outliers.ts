import { cellName } from '../../forms/index.ts';
import type { CheckContext, Rule } from '../rule.ts';
import { figureIn, findPredecessor } from './previous.ts';

/** Below this sum of both years no comparison is made: small counts jump by chance. */
const fewest = 20;
/** How many times one year must be the other. */
const factor = 3;
/** How improbable the split must be. */
const level = 1e-4;

/**
 * The probability of a split at least as uneven as this one, when both years had the same rate:
 * conditional on their sum n, each case falls into either year with probability 1/2 (exact
 * binomial test, two-sided).
 *
 * @param a count of one year, non-negative integer
 * @param b count of the other
 * @returns between 0 and 1
 * @example 1 and 19 → 0.00004; 5 and 15 → 0.041; 0 and 3 → 0.25
 */
export function splitProbability(a: number, b: number): number {
  const n = a + b;
  const fewer = Math.min(a, b);
  if (n === 0 || a === b) return 1;
  // log C(n, k) / 2^n, k from 0 on: each from the one before, so that nothing overflows.
  let logTerm = -n * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let k = 1; k <= fewer; k += 1) {
    logTerm += Math.log((n - k + 1) / k);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}

/** Whether two counts differ so much that someone should look; strict, and silent on small numbers. */
export function isOutlier(before: number, now: number): boolean {
  const n = before + now;
  if (n < fewest || Math.max(before, now) < factor * Math.min(before, now)) return false;
  // From here on a threefold difference is beyond any chance; the exact sum would only be long.
  return n > 2000 || splitProbability(before, now) < level;
}

/** Counts of what happened in a year. Stocks such as 现行有效 are left out. */
const flows = [
  'proactive.normativeDocuments.issued',
  'proactive.licences.decisions',
  'proactive.penalties.decisions',
  'proactive.compulsions.decisions',
  'requests.newlyReceived.total',
  'remedies.reconsideration.total',
  'remedies.directSuit.total',
  'remedies.suitAfterReconsideration.total',
];

const outlier: Rule = {
  id: 'PREV-OUTLIER',
  severity: 'notice',
  title: '与上年相差很大',
  formula: `两年合计不少于 ${fewest} 件、相差不少于 ${factor} 倍，且在两年发生率相同时出现这样差距的概率小于万分之一（精确二项检验）`,
  source: '统计核对；件数少时的涨落属于偶然，不作比较',
  needs: 'previous',
  *check(context: CheckContext) {
    const previous = findPredecessor(context);
    if (!previous) return;
    for (const path of flows) {
      const before = figureIn(previous, path);
      const now = figureIn(context.report, path);
      if (before === undefined || now === undefined || before < 0 || now < 0 || !isOutlier(before, now)) continue;
      yield {
        paths: [path],
        message: `${cellName(context.form, path)}上年 ${before}，本年 ${now}，相差悬殊：两年发生率如果相同，出现这样差距的机会不到万分之一。请核对数字，情况属实的在正文说明原因。（两年合计不足 ${fewest} 件的不作比较。）`,
        expected: '',
        found: String(now),
      };
    }
  },
};

const feeJump: Rule = {
  id: 'PREV-FEE',
  severity: 'warning',
  title: '收费金额与上年相差千倍',
  formula: '收费金额不达到上年的 1000 倍，也不低于上年的千分之一',
  source: '常见差错：元与万元混用',
  needs: 'previous',
  *check(context) {
    const previous = findPredecessor(context);
    if (!previous) return;
    const path = 'proactive.fees.amount';
    const before = figureIn(previous, path);
    const now = figureIn(context.report, path);
    if (before === undefined || now === undefined || before <= 0 || now <= 0) return;
    if (now < 1000 * before && before < 1000 * now) return;
    yield {
      paths: [path],
      message: `行政事业性收费上年 ${before} 万元，本年 ${now} 万元，相差千倍以上，请核对其中一年是否把元当作万元（或者相反）填写。`,
      expected: '',
      found: String(context.value(path)),
    };
  },
};

/** Rules on jumps from one year to the next. */
export const outlierRules: readonly Rule[] = [outlier, feeJump];
