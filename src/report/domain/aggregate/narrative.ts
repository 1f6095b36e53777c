import type { AnnualReport, CellValue, Section } from '../annual-report.ts';
import type { Form } from '../forms/index.ts';

/** What the text of an aggregate is made from. */
export interface AggregateFacts {
  organ: string;
  year: number;
  form: Form;
  /** How many reports were added up. */
  units: number;
}

/** The title of an aggregate. */
export function aggregateTitle({ organ, year }: AggregateFacts): string {
  return `${organ}${year}年政府信息公开工作年度报告`;
}

/** What was added up and for which time; nothing that the data do not say. */
export function aggregatePreamble({ year, units }: AggregateFacts): string {
  return `本报告的统计数据由${units}个单位的${year}年政府信息公开工作年度报告汇总而成，统计期限为${year}年1月1日至${year}年12月31日。`;
}

/**
 * The six sections: headings of the form, and in section 一 the figures of the tables in a
 * sentence. A figure that is not known is not spoken of. The rest is for the organ to write.
 */
export function aggregateSections(
  facts: AggregateFacts,
  tables: Pick<AnnualReport, 'requests' | 'remedies'>,
): Section[] {
  return facts.form.sections.map(({ number, heading }) => ({
    number,
    heading,
    text: number === 1 ? summary(facts, tables) : '',
  }));
}

function summary(
  { year, units }: AggregateFacts,
  { requests, remedies }: Pick<AnnualReport, 'requests' | 'remedies'>,
): string {
  const suits = [remedies.directSuit?.total, remedies.suitAfterReconsideration?.total];
  const figures: readonly (readonly [words: string, parts: readonly (CellValue | undefined)[]])[] = [
    ['新收政府信息公开申请', [requests.newlyReceived?.total]],
    ['上年结转', [requests.carriedIn?.total]],
    ['办理', [requests.handledTotal?.total]],
    ['结转下年度继续办理', [requests.carriedOut?.total]],
    ['因政府信息公开被申请行政复议', [remedies.reconsideration?.total]],
    ['被提起行政诉讼', suits],
  ];
  const known = figures
    .filter(([, parts]) => parts.every((part) => typeof part === 'number'))
    .map(([words, parts]) => `${words}${parts.reduce<number>((sum, part) => sum + Number(part), 0)}件`);
  return known.length === 0 ? '' : `${year}年，${units}个单位共${known.join('，')}。`;
}
