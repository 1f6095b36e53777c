import { findFormOfYear, forms } from '../../forms/index.ts';
import { isSamePlace } from '../organ-name.ts';
import type { Rule } from '../rule.ts';
import { bareWording } from './bare-wording.ts';
import { plainDates } from './chinese-dates.ts';

const source = '年度报告标题的通行写法：机关名称 + 年份 + “年政府信息公开工作年度报告”';
const wording = '政府信息公开工作年度报告';

/** The years a text names, in Arabic or Chinese numerals. */
function listYears(text: string): number[] {
  return [...plainDates(text.replace(/\s+/g, '')).matchAll(/(?<!\d)(\d{4})(?=年|政府信息)/g)].map((match) =>
    Number(match[1]),
  );
}

const titleMissing: Rule = {
  id: 'TITLE-MISSING',
  severity: 'warning',
  title: '没有标题',
  formula: '报告有标题',
  source,
  *check({ report }) {
    if (report.title !== null) return;
    const expected = `${report.organ ?? ''}${report.year === null ? '' : `${report.year}年`}${wording}`;
    yield { paths: ['title'], message: '没有找到报告的标题。', expected, found: '' };
  },
};

/** Whether a title says more than the year and the usual words. */
function hasName(title: string): boolean {
  return (
    bareWording(title)
      .replace(wording, '')
      .replace(/(?:\d{4}|[〇零一二三四五六七八九]{4})年?度?|^关于|政府信息公开|年度报告|工作|年报/g, '').length > 1
  );
}

const titleOrgan: Rule = {
  id: 'TITLE-ORGAN',
  severity: 'warning',
  title: '标题没有机关名称',
  formula: '标题写明报告机关的名称',
  source,
  *check({ report }) {
    if (report.title === null || (report.organ !== null && hasName(report.title))) return;
    yield { paths: ['title'], message: '标题里没有报告机关的名称。', expected: '', found: report.title };
  },
};

const titleYearMissing: Rule = {
  id: 'TITLE-YEAR',
  severity: 'warning',
  title: '标题没有年份',
  formula: '标题写明报告年度',
  source,
  *check({ report }) {
    if (report.title === null || /\d{4}/.test(plainDates(report.title))) return;
    const expected = report.year === null ? '' : `${report.year}年`;
    yield { paths: ['title'], message: '标题里没有报告年度。', expected, found: report.title };
  },
};

const titleWording: Rule = {
  id: 'TITLE-WORDING',
  severity: 'notice',
  title: '标题用语',
  formula: `标题含“${wording}”`,
  source,
  *check({ report }) {
    if (report.title === null || bareWording(report.title).includes(wording)) return;
    yield { paths: ['title'], message: `标题没有写“${wording}”。`, expected: wording, found: report.title };
  },
};

const yearTitle: Rule = {
  id: 'YEAR-TITLE',
  severity: 'error',
  title: '标题的年份',
  formula: '标题中的年份 = 报告年度',
  source,
  *check({ report }) {
    if (report.title === null || report.year === null) return;
    const years = listYears(report.title);
    if (years.length === 0 || years.includes(report.year)) return;
    yield {
      paths: ['title', 'year'],
      message: `标题写的是${years.join('、')}年，报告年度是${report.year}年。`,
      expected: `${report.year}年`,
      found: `${years.join('、')}年`,
    };
  },
};

const yearUnknown: Rule = {
  id: 'YEAR-UNKNOWN',
  severity: 'unknown',
  title: '看不出报告年度',
  formula: '标题、开头说明至少一处写明报告年度',
  source,
  *check({ report }) {
    if (report.year !== null) return;
    yield {
      paths: ['year'],
      message: '看不出是哪一年的报告，统计期限、格式和引用文件是否对应都无法核对。',
      expected: '',
      found: '',
    };
  },
};

/** A mention of this report by its full name: 《石桥镇人民政府2021年政府信息公开工作年度报告》. */
const ownName =
  /(?<!(?:关于|做好)[^《》。]{0,12})(\d{4})年度?\p{Script=Han}{0,12}?政府信息公开(?:工作)?(?:年度报告|年报)/gu;

const yearPreamble: Rule = {
  id: 'YEAR-PREAMBLE',
  severity: 'error',
  title: '开头说明的年份',
  formula: '开头说明中本报告名称里的年份 = 报告年度',
  source,
  *check({ report }) {
    if (report.year === null || report.preamble === '') return;
    const years = [...plainDates(report.preamble).matchAll(ownName)].map((match) => Number(match[1]));
    if (years.length === 0 || years.includes(report.year)) return;
    yield {
      paths: ['preamble', 'year'],
      message: `开头说明里写的是${years[0]}年的年度报告，报告年度是${report.year}年，可能沿用了往年的文字。`,
      expected: `${report.year}年`,
      found: `${years[0]}年`,
    };
  },
};

const organPreamble: Rule = {
  id: 'ORGAN-PREAMBLE',
  severity: 'warning',
  title: '开头说明的机关名称',
  formula: '开头说明中本报告名称里的机关 = 报告机关',
  source,
  *check({ report }) {
    if (report.organ === null || report.preamble === '') return;
    for (const match of plainDates(report.preamble).matchAll(
      /《([\p{Script=Han}]{3,30}?)(\d{4})年度?政府信息公开(?:工作)?年度报告》/gu,
    )) {
      if (isSamePlace(match[1] as string, report.organ)) continue;
      yield {
        paths: ['preamble', 'organ'],
        message: `开头说明里写的是“${match[1]}”的年度报告，标题写的是“${report.organ}”，请核对是否套用了其他单位的文字。`,
        expected: report.organ,
        found: match[1] as string,
      };
      return;
    }
  },
};

const earliest = Math.min(...forms.map((form) => form.years.from));

const formYear: Rule = {
  id: 'FORM-YEAR',
  severity: 'error',
  title: '格式与年度不对应',
  formula: '2019、2020年度用2019年格式，2021年度及以后用2021年格式',
  source: '国办公开办函〔2019〕60号；国办公开办函〔2021〕30号',
  *check({ report, form, cells }) {
    const { year } = report;
    const wanted = year === null ? form : findFormOfYear(year);
    if (wanted === form) return;
    const found = `${form.id}年格式`;
    const paths = ['form', 'year'];
    if (!wanted) {
      const message = `${year}年度的报告用的是${earliest}年以前的格式，不在核对范围内。`;
      yield { severity: 'unknown', paths, message, expected: '', found };
    } else if (cells.every((value) => value === null)) {
      const message = '表格没有读到内容，看不出用的是不是这一年度的格式。';
      yield { severity: 'unknown', paths, message, expected: `${wanted.id}年格式`, found };
    } else {
      const message = `${year}年度的报告用了${form.instrument}的表格，应当用${wanted.instrument}的格式。`;
      yield { paths, message, expected: `${wanted.id}年格式`, found };
    }
  },
};

/** Rules on the title, the organ, the year and the form. */
export const titleRules: readonly Rule[] = [
  titleMissing,
  titleOrgan,
  titleYearMissing,
  titleWording,
  yearUnknown,
  yearTitle,
  yearPreamble,
  organPreamble,
  formYear,
];
