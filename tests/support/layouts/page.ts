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
