import type { AnnualReport, CellValue } from '../../../annual-report.ts';
import type { CheckContext, Rule, RuleFinding } from '../../rule.ts';
import { quoteCell } from '../../tables/figures.ts';
import { type Passage, quoteAround, readNarrative } from '../narrative.ts';
import { type Change, listChanges } from '../ties/changes.ts';
import { listPublishedTotals } from '../ties/published.ts';
import { isShareOf } from './shares.ts';

const source = '国办公开办函〔2021〕30号（数据准确）；上年年度报告；算术';

const againstPrevious: Rule = {
  id: 'NAR-CHANGE',
  severity: 'warning',
  title: '同比数字与上年报告不符',
  formula:
    '正文“较上年增加n件、增长x%”：本年数 − 上年报告的数 = n，(本年数 − 上年数) ÷ 上年数 = x%（四舍五入或者截尾均可）',
  source,
  needs: 'previous',
  *check(context) {
    for (const { passage, change } of eachChange(context)) {
      const bases = listBases(context, change);
      if (bases.length === 0) continue;
      const current = change.of.quantity.value;
      const figures = bases.filter((base): base is number => typeof base === 'number');
      if (figures.some((base) => agrees(change, current, base))) continue;
      const [first] = bases;
      yield typeof first === 'number'
        ? describeDifference(context, passage, change, first)
        : {
            severity: 'unknown',
            paths: [passage.path],
            message: `${passage.name}写“${quoteChange(passage, change)}”，上年报告的相应单元格是${quoteCell(first)}，无法核对增减。`,
            expected: '',
            found: change.amount.source,
          };
    }
  },
};

const withinText: Rule = {
  id: 'NAR-CHANGE-TEXT',
  severity: 'warning',
  title: '同比增减的数字自相矛盾',
  formula: '正文同时写本年数、增减件数和增减幅度时：增减件数 ÷（本年数 − 增减件数）= 增减幅度',
  source: '国办公开办函〔2021〕30号（数据准确）；算术',
  *check(context) {
    for (const passage of readNarrative(context.report).sections) {
      const changes = listChanges(passage, context.report.year);
      for (const [index, change] of changes.entries()) {
        const next = changes[index + 1];
        if (!next || next.of !== change.of) continue;
        const counted = [change, next].find(({ amount }) => amount.kind === 'count');
        const relative = [change, next].find(({ amount }) => amount.kind === 'share');
        if (!counted || !relative || counted.amount.precision !== 'exact') continue;
        const current = change.of.quantity.value;
        const base = current - counted.direction * counted.amount.value;
        if (base > 0 && agrees(relative, current, base)) continue;
        yield {
          paths: [passage.path],
          message:
            `${passage.name}写“${quoteAround(passage, change.start, next.end, 60)}”，` +
            (base > 0
              ? `按此上年为 ${base}，变动幅度应为 ${percent(Math.abs(current - base) / base)}。`
              : `按此上年为 ${base}，算不出变动幅度。`),
          expected: base > 0 ? percent(Math.abs(current - base) / base) : '',
          found: relative.amount.source,
        };
      }
    }
  },
};

function* eachChange(context: CheckContext): Generator<{ passage: Passage; change: Change }> {
  for (const passage of readNarrative(context.report).sections) {
    for (const change of listChanges(passage, context.report.year)) {
      const { quantity } = change.of;
      if (quantity.precision !== 'exact' || quantity.step > 1 || change.amount.kind === 'times') continue;
      yield { passage, change };
    }
  }
}

/** Last year's figures the change may be measured against. */
function listBases({ previous }: CheckContext, change: Change): (CellValue | undefined)[] {
  if (!previous) return [];
  if (change.mention) return change.mention.subject.readings.map((reading) => sumOf(previous, reading));
  if (!change.isPublished) return [];
  const told = new Set(
    readNarrative(previous).sections.flatMap((passage) =>
      listPublishedTotals(passage, previous.year).map(({ value }) => value),
    ),
  );
  return told.size === 1 ? [...told] : [];
}

/** The sum of cells, or the first that is no number. */
function sumOf(report: AnnualReport, paths: readonly string[]): CellValue | undefined {
  let sum = 0;
  for (const path of paths) {
    const value = valueAt(report, path);
    if (typeof value !== 'number') return value;
    sum += value;
  }
  return sum;
}

function valueAt(report: AnnualReport, path: string): CellValue | undefined {
  const [table = '', row = '', column = ''] = path.split('.');
  return report[table as 'proactive' | 'requests' | 'remedies'][row]?.[column];
}

function agrees({ amount, direction }: Change, current: number, base: number): boolean {
  const difference = (current - base) * direction;
  if (amount.kind === 'count') {
    return amount.precision === 'exact'
      ? difference === amount.value
      : Math.abs(difference - amount.value) <= amount.value * 0.2;
  }
  return base > 0 && isShareOf(amount, difference / base);
}

function describeDifference(context: CheckContext, passage: Passage, change: Change, base: number): RuleFinding {
  const current = change.of.quantity.value;
  const word = current >= base ? '增加' : '减少';
  const difference = Math.abs(current - base);
  const isShare = change.amount.kind === 'share';
  const actual = isShare
    ? `${current >= base ? '增长' : '下降'} ${percent(difference / base)}`
    : `${word} ${difference}`;
  const isBaseless = isShare && base === 0;
  const cells = change.mention?.subject.readings[0] ?? [];
  return {
    ...(isBaseless ? { severity: 'notice' as const } : {}),
    paths: [...cells.filter((path) => context.value(path) !== undefined), passage.path],
    message: `${passage.name}写“${quoteChange(passage, change)}”，上年报告为 ${base}，本年 ${current}，${isBaseless ? '没有可比的幅度' : `应为${actual}`}。`,
    expected: isBaseless ? '' : actual,
    found: change.amount.source,
  };
}

const quoteChange = (passage: Passage, change: Change) => quoteAround(passage, change.start, change.end, 60);
const percent = (ratio: number) => `${Number((ratio * 100).toFixed(2))}%`;

/** Rules on changes against the year before. */
export const changeRules: readonly Rule[] = [againstPrevious, withinText];
