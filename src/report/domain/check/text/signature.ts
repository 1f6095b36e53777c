import type { AnnualReport } from '../../annual-report.ts';
import type { Rule } from '../rule.ts';
import { plainDates } from './chinese-dates.ts';
import { sectionPath } from './places.ts';

interface SignedDay {
  path: string;
  quote: string;
  year: number;
  month: number;
  day: number;
}

/** A line that holds nothing but a date, or the organ's name and a date. */
const signature =
  /^(?:[\p{Script=Han}]{2,30}(?:人民政府|办事处|政府|局|委员会|办公室|中心))?(\d{4})年(\d{1,2})月(\d{1,2})日$/u;

/** The date under the report, in one of its last lines. */
function findSignedDay(report: AnnualReport): SignedDay | undefined {
  const section = report.sections.findLast(({ text }) => text.trim() !== '');
  if (!section) return undefined;
  for (const line of section.text.trimEnd().split('\n').slice(-3)) {
    const match = signature.exec(plainDates(line).replace(/\s+/g, ''));
    if (!match) continue;
    const [, year, month, day] = match;
    const quote = `${year}年${month}月${day}日`;
    return {
      path: sectionPath(section.number, 'text'),
      quote,
      year: Number(year),
      month: Number(month),
      day: Number(day),
    };
  }
  return undefined;
}

const signedDay: Rule = {
  id: 'SIGNED-DAY',
  severity: 'warning',
  title: '落款日期',
  formula: '落款日期在报告年度12月31日以后、次年3月31日以前；部门、乡镇一般在次年1月31日以前',
  source: '条例第四十九条（部门每年1月31日前、政府每年3月31日前公布上一年度报告）；乡镇、街道按通行做法',
  *check({ report, level }) {
    const { year } = report;
    const day = findSignedDay(report);
    if (!day || year === null) return;
    const at = day.year * 10_000 + day.month * 100 + day.day;
    const found = day.quote;
    const paths = [day.path];
    if (at < year * 10_000 + 1231) {
      const message = `落款日期是${day.quote}，${year}年度还没有结束，请核对日期或者报告年度。`;
      yield { paths, message, expected: `${year}年12月31日以后`, found };
      return;
    }
    const government = /人民政府$/.test(report.organ ?? '') && level !== 'township';
    const [last, words] = government ? [331, '3月31日'] : [131, '1月31日'];
    if (at <= (year + 1) * 10_000 + last) return;
    const message = `落款日期是${day.quote}，晚于${government ? '政府' : level === 'township' ? '乡镇、街道一般' : '部门'}公布年度报告的时间（次年${words}前）。`;
    yield { severity: 'notice', paths, message, expected: `${year + 1}年${words}前`, found };
  },
};

/** Rules on the date under the report. */
export const signatureRules: readonly Rule[] = [signedDay];
