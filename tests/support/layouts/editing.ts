import type { Random } from '../../../src/kernel/random.ts';
import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import { getForm } from '../../../src/report/domain/forms/index.ts';
import { numeralOf } from './page.ts';

// Reports written in other words: the reading is compared with the changed report.

const withText = (report: AnnualReport, number: number, change: (text: string) => string): AnnualReport => ({
  ...report,
  sections: report.sections.map((section) =>
    section.number === number ? { ...section, text: change(section.text) } : section,
  ),
});

const chineseYear = (year: number): string =>
  [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

/** Titles that say year and organ in another order or in other words. */
export function retitle(report: AnnualReport, random: Random): AnnualReport {
  const year = report.year ?? 0;
  const title = random.pick([
    `${year}年${report.organ}政府信息公开工作年度报告`,
    `${report.organ}${year}年度政府信息公开工作年度报告`,
    `${report.organ}${year}年政府信息公开年度报告`,
    `${report.organ}关于${year}年政府信息公开工作年度报告`,
    `${report.organ}政府信息公开工作年度报告（${year}年度）`,
    `${report.organ}${chineseYear(year)}年政府信息公开工作年度报告`,
    `${report.organ}政府信息公开工作${year}年度报告`,
  ]);
  return { ...report, title };
}

/** A list of contents, with the six headings, between the title and the preamble. */
export const addContents = (report: AnnualReport): AnnualReport => ({
  ...report,
  preamble: [
    '目录',
    ...report.sections.map((section) => `${numeralOf(section)}、${section.heading}`),
    report.preamble,
  ].join('\n'),
});

/** Section 五 numbered like the sections themselves. */
export const subnumber = (report: AnnualReport): AnnualReport =>
  withText(
    report,
    5,
    () => '一、存在的主要问题\n政策解读形式较为单一。\n二、改进情况\n丰富图文解读，统一村级公开栏的内容和格式。',
  );

/** A small table of figures inside section 一. */
export const addOverviewTable = (report: AnnualReport): AnnualReport =>
  withText(report, 1, (text) => `${text}\n公开渠道\t信息条数\n门户网站\t41\n政务新媒体\t19\n合计\t60`);

/** Organ and date at the end, and where the report was sent. */
export const addSignature = (report: AnnualReport): AnnualReport =>
  withText(report, 6, (text) => `${text}\n${report.organ}\n${(report.year ?? 0) + 1}年1月18日`);

/** The organ named without 人民政府, so that its name runs into the words of the title. */
export function shortenOrgan(report: AnnualReport, random: Random): AnnualReport {
  const organ = random.pick(['云溪县石桥镇', '云溪县柳河乡']);
  const title = random.pick([
    `${report.year}年度${organ}政府信息公开工作年度报告`,
    `${organ}${report.year}年政府信息公开工作年度报告`,
  ]);
  return { ...report, organ, title };
}

/** The form of other years: form 2019 used for 2022, form 2021 for 2020. The tables decide, not the year. */
export function useInOtherYear(report: AnnualReport): AnnualReport {
  const year = report.form === '2019' ? 2022 : 2020;
  const change = (text: string) => text.replaceAll(`${report.year}年`, `${year}年`);
  return { ...report, year, title: change(report.title ?? ''), preamble: change(report.preamble) };
}

/** Headings in other words that published reports use. */
export function reheading(report: AnnualReport, random: Random): AnnualReport {
  const declared = getForm(report.form).sections;
  const sections = report.sections.map((section, index) => ({
    ...section,
    heading: random.pick([section.heading, ...(declared[index]?.variants ?? [])]),
  }));
  return { ...report, sections };
}
