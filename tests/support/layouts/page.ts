import type { AnnualReport, Section } from '../../../src/report/domain/annual-report.ts';
import type { TableKey } from '../../../src/report/domain/forms/index.ts';
import { tableKeys } from '../../../src/report/domain/forms/index.ts';
import { formOf } from './grid.ts';

const numerals = ['', '一', '二', '三', '四', '五', '六'] as const;

/** How the title, headings and paragraphs of a report are written as lines of text. */
export interface PageStyle {
  title(title: string): string[];
  heading(section: Section, numeral: string): string[];
  paragraph(text: string): string[];
}

/** Title, headings with Chinese numerals, one paragraph a line. */
export const plainStyle: PageStyle = {
  title: (title) => [title],
  heading: (section, numeral) => [`${numeral}、${section.heading}`],
  paragraph: (text) => [text],
};

/** The number of a section in Chinese. */
export const numeralOf = (section: Section): string => numerals[section.number];

/** Which table stands in this section, if any. */
export function tableOfSection(report: AnnualReport, section: Section): TableKey | undefined {
  return tableKeys.find((key) => formOf(report).tables[key].section === section.number);
}

/** The whole report as lines: narrative in the style, each table as the lines `table` gives for it. */
export function writeLines(report: AnnualReport, style: PageStyle, table: (key: TableKey) => string[]): string[] {
  const paragraphs = (text: string) => (text === '' ? [] : text.split('\n').flatMap(style.paragraph));
  return [
    ...style.title(report.title ?? ''),
    ...paragraphs(report.preamble),
    ...report.sections.flatMap((section) => {
      const key = tableOfSection(report, section);
      return [
        ...style.heading(section, numeralOf(section)),
        ...paragraphs(section.text),
        ...(key === undefined ? [] : table(key)),
      ];
    }),
  ];
}

/** `##` before the sections, deeper ones after a table, as converters to Markdown write them. */
export const markdownStyle: PageStyle = {
  title: (title) => ['', `# ${title}`, ''],
  heading: (section, numeral) => ['', `${section.number > 3 ? '####' : '##'} ${numeral}、${section.heading}`, ''],
  paragraph: (text) => [text, ''],
};

/** An empty line after every line, paragraphs set in by two characters. */
export const airyStyle: PageStyle = {
  title: (title) => [title, ''],
  heading: (section, numeral) => ['', `${numeral}、${section.heading}`, ''],
  paragraph: (text) => [`\u3000\u3000${text}`, ''],
};

/** Bold marks around the headings of the sections and of their parts. */
export const boldStyle: PageStyle = {
  title: (title) => [`**${title}**`, ''],
  heading: (section, numeral) => [`**${numeral}、${section.heading}**`, ''],
  paragraph: (text) => [text.replace(/^(（.）[^。]+。)/, '**$1**'), ''],
};

/** Headings without their numbers. */
export const unnumberedStyle: PageStyle = {
  ...plainStyle,
  heading: (section) => ['', section.heading],
};

/** Numbers typed in other ways: `一 、`, `1.`, `（一）`, `第一部分`. */
export const numberedStyles: readonly PageStyle[] = [
  { ...plainStyle, heading: (section, numeral) => [`${numeral} 、 ${section.heading}`] },
  { ...plainStyle, heading: (section, numeral) => [`${numeral}.${section.heading}`] },
  { ...plainStyle, heading: (section, numeral) => [`第${numeral}部分 ${section.heading}`] },
  { ...plainStyle, heading: (section, numeral) => [`\u3000\u3000${numeral}、${section.heading}`] },
];

/** One heading has lost its number, the others have theirs. */
export const oneUnnumberedStyle: PageStyle = {
  ...plainStyle,
  heading: (section, numeral) => [section.number === 5 ? section.heading : `${numeral}、${section.heading}`],
};

/** The title over two lines, an empty one between. */
export const splitTitleStyle: PageStyle = {
  ...airyStyle,
  title: (title) => title.replace(/(年政府信息公开)/, '$1\n\n').split('\n'),
};

/** The organ on a line of its own above the rest of the title; the page has said the title before. */
export const organAboveStyle: PageStyle = {
  ...airyStyle,
  title: (title) => {
    const [, organ = '', rest = ''] = /^(.*?)(\d{4}年.*)$/.exec(title) ?? [];
    return [rest, organ, rest, ''];
  },
};

/** A caption above every table: 表二：主动公开政府信息情况. */
export const captionedStyle: PageStyle = {
  ...plainStyle,
  heading: (section, numeral) => [
    `${numeral}、${section.heading}`,
    ...(section.number >= 2 && section.number <= 4 ? [`表${numeral}：${section.heading}`] : []),
  ],
};

/** A unit above and a remark with figures of its own below every table. */
export const footnotedStyle: PageStyle = {
  ...plainStyle,
  heading: (section, numeral) => [
    ...(section.number >= 3 && section.number <= 5 ? ['注：1.以上数据截至12月31日；2.含11个村报送的数据。'] : []),
    `${numeral}、${section.heading}`,
    ...(section.number >= 2 && section.number <= 4 ? ['单位：件'] : []),
  ],
};
