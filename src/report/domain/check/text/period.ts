import type { CheckContext, Rule } from '../rule.ts';
import { findPeriods, plainDates, type WrittenPeriod } from './chinese-dates.ts';
import { listPassages, type Passage } from './places.ts';

const source = '条例第五十条（报告上一年度的情况）；年度报告通行写法';

/** Words beside a stretch of time that say: for this time the figures are given. */
const statesPeriod =
  /统计[^。；，]{0,4}(?:期限|数据|时限|时间|周期|区间|期间|范围|起止)|(?:所列|列明|报告)[^。；，]{0,4}数据|数据[^。；，]{0,4}(?:统计|截[至止])|报告期[间限]?[为是自从:]/;

interface StatedPeriod {
  passage: Passage;
  period: WrittenPeriod;
}

const known = new WeakMap<CheckContext, readonly StatedPeriod[]>();

/** The statistic periods a report states: stretches of time with such words just before or after them. */
function listStated(context: CheckContext): readonly StatedPeriod[] {
  const stated = known.get(context) ?? findStated(context);
  known.set(context, stated);
  return stated;
}

function findStated(context: CheckContext): StatedPeriod[] {
  const stated: StatedPeriod[] = [];
  for (const passage of listPassages(context.report)) {
    if (!statesPeriod.test(passage.text)) continue;
    for (const sentence of passage.text.split(/[。；;\n]/)) {
      const plain = plainDates(sentence);
      for (const period of findPeriods(plain)) {
        const end = period.index + period.quote.length;
        const around = [plain.slice(Math.max(0, period.index - 20), period.index + 1), plain.slice(end, end + 10)];
        if (around.some((each) => statesPeriod.test(each))) stated.push({ passage, period });
      }
    }
  }
  return stated;
}

/** The whole of one year: 1 January to 31 December, or January to December. */
function isCalendarYear({ from, to }: WrittenPeriod): boolean {
  const begins = from.month === 1 && (from.day === 1 || from.day === undefined);
  const ends = to.month === 12 && (to.day === 31 || (to.day === undefined && from.day === undefined));
  return begins && ends && (to.year === undefined || from.year === undefined || from.year === to.year);
}

const isDamaged = ({ from, to }: WrittenPeriod) => from.damaged || to.damaged;

const wholeYear = (year: number | null) => (year === null ? '1月1日至12月31日' : `${year}年1月1日至${year}年12月31日`);

const periodWhole: Rule = {
  id: 'PERIOD-CALENDAR-YEAR',
  severity: 'error',
  title: '统计期限不是整年',
  formula: '统计期限为1月1日至12月31日',
  source,
  *check(context) {
    for (const { passage, period } of listStated(context)) {
      if (isDamaged(period) || isCalendarYear(period)) continue;
      yield {
        paths: [passage.path],
        message: `${passage.name}写的统计期限是“${period.quote}”，不是一个完整的年度。`,
        expected: wholeYear(context.report.year),
        found: period.quote,
      };
    }
  },
};

const periodYear: Rule = {
  id: 'PERIOD-YEAR',
  severity: 'error',
  title: '统计期限的年份',
  formula: '统计期限的年份 = 报告年度',
  source,
  *check(context) {
    const { year } = context.report;
    if (year === null) return;
    for (const { passage, period } of listStated(context)) {
      const written = period.from.year ?? period.to.year;
      if (written === undefined || written === year || isDamaged(period) || !isCalendarYear(period)) continue;
      yield {
        paths: [passage.path],
        message: `${passage.name}写的统计期限是${written}年，报告是${year}年度的，可能沿用了往年的文字。`,
        expected: wholeYear(year),
        found: period.quote,
      };
    }
  },
};

const periodDamaged: Rule = {
  id: 'PERIOD-DAMAGED',
  severity: 'notice',
  title: '统计期限的日期不完整',
  formula: '统计期限的日期写全年、月、日；不完整而又对不上的，不能判断',
  source,
  *check(context) {
    const { year } = context.report;
    for (const { passage, period } of listStated(context)) {
      if (!isDamaged(period)) continue;
      const years = [period.from.year, period.to.year].filter((each) => each !== undefined);
      const agrees = isCalendarYear(period) && (year === null || years.every((each) => each === year));
      yield {
        severity: agrees ? 'notice' : 'unknown',
        paths: [passage.path],
        message: `${passage.name}的统计期限“${period.quote}”缺字，${agrees ? '看来' : '看不出'}是${wholeYear(year)}，请补全日期。`,
        expected: wholeYear(year),
        found: period.quote,
      };
    }
  },
};

const periodMissing: Rule = {
  id: 'PERIOD-MISSING',
  severity: 'notice',
  title: '没有写统计期限',
  formula: '报告写明统计期限',
  source,
  *check(context) {
    const passages = listPassages(context.report);
    for (const { text } of passages) {
      if (findPeriods(text).some((period) => isCalendarYear(period) || isDamaged(period))) return;
      if (
        text
          .split(/[。；;\n]/)
          .some((each) => statesPeriod.test(each) && /12月31[日号]|\d{4}年度/.test(plainDates(each)))
      )
        return;
    }
    if (listStated(context).length > 0) return;
    yield {
      paths: ['preamble'],
      message: '没有找到统计期限。一般在开头说明中写明，例如“统计期限自1月1日起至12月31日止”。',
      expected: wholeYear(context.report.year),
      found: '',
    };
  },
};

/** Rules on the statistic period. */
export const periodRules: readonly Rule[] = [periodWhole, periodYear, periodDamaged, periodMissing];
