import type { PlainDate } from '../../kernel/plain-date.ts';
import { type ExplainedDay, weekdayName } from './calendar.ts';

/** What a year without a notice means for a day that was counted into it (H-5). */
export const estimateWords =
  '节假日安排未公布，截止日为估算：暂按周一至周五上班推算，安排公布并导入后以新的截止日为准。';

/** 2026年4月6日; without the year where it goes without saying. */
export function writeDay(day: PlainDate, { year: withYear = true } = {}): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${withYear ? `${year}年` : ''}${month}月${date}日`;
}

/** 4月6日（周一）, with the year where it is wanted. */
export const writeDayOfWeek = (day: PlainDate, options?: { year: boolean }): string =>
  `${writeDay(day, options)}（${weekdayName(day)}）`;

/**
 * Why a day is worked or not, in a word or two.
 *
 * @example 工作日, 周末, 清明节放假, 春节调休上班, 古尔邦节放假（本地）
 */
export function tellDay({ kind, name = '' }: Pick<ExplainedDay, 'kind' | 'name'>): string {
  switch (kind) {
    case 'weekday':
      return '工作日';
    case 'weekend':
      return '周末';
    case 'holiday':
      return `${name}放假`;
    case 'make-up':
      return `${name}调休上班`;
    case 'local-holiday':
      return `${name}放假（本地）`;
    case 'local-make-up':
      return `${name}上班（本地）`;
  }
}
