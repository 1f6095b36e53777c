import type { PrintableBlock, PrintableDocument } from '../../kernel/printable-document.ts';
import type { CountedDay, Deadline } from './deadline.ts';
import { estimateWords, tellDay, writeDay, writeDayOfWeek } from './words.ts';

/** What a period is counted in, as it stands after a number: 20个工作日, 15日. */
export const unitWords = { 'working-days': '个工作日', 'calendar-days': '日' } as const;

/**
 * A period as lines for a person: the day of the event, then every day with its number or with the
 * reason why it is not counted. The year stands where it changes.
 *
 * @example explainDeadline(addWorkingDays(calendar, '2026-04-02', 2)) // ['2026年4月2日（周四）为起算日，不计入期限',
 * // '4月3日（周五）第1日', '4月4日（周六）清明节放假，不计', '4月5日（周日）清明节放假，不计', '4月6日（周一）清明节放假，不计', '4月7日（周二）第2日，期限届满']
 */
export function explainDeadline(deadline: Deadline): string[] {
  const { from, days, estimated } = deadline;
  const lines = days.map((day, index) => {
    const before = days[index - 1]?.day ?? from;
    const withYear = day.day.slice(0, 4) !== before.slice(0, 4);
    return `${writeDayOfWeek(day.day, { year: withYear })}${explainCountedDay(day, deadline)}`;
  });
  return [`${writeDayOfWeek(from)}为起算日，不计入期限`, ...lines, ...(estimated ? [estimateWords] : [])];
}

/**
 * Whether a day of a period counts, and why: `第3日`, `春节调休上班，第9日`, `周末，不计`.
 *
 * @param period without `due`, days are only numbered and none is the last
 */
export function explainCountedDay(
  day: CountedDay,
  { due, unit, count }: Pick<Deadline, 'unit' | 'count'> & { due?: Deadline['due'] },
): string {
  const end = day.day === due ? '，期限届满' : '';
  const why = tellDay(day);
  if (unit === 'working-days') {
    if (day.number === undefined) return `${why}，不计`;
    return `${day.kind === 'weekday' ? '' : `${why}，`}第${day.number}日${end}`;
  }
  if (day.number === undefined) return day.day === due ? `节假日后的第一日${end}` : `${why}，期限顺延`;
  return day.number === count && end === '' ? `第${count}日，${why}，期限顺延` : `第${day.number}日${end}`;
}

/** The period in one sentence: 自2026年2月10日起20个工作日，于2026年3月16日（周一）届满。 */
export const summarizeDeadline = ({ from, count, unit, due }: Deadline): string =>
  `自${writeDay(from)}起${count}${unitWords[unit]}，于${writeDayOfWeek(due)}届满。`;

/** Lays a period out for print and for the file of the case: the sentence, every day, and by what rule it was counted. */
export function layOutDeadline(deadline: Deadline, title: string): PrintableDocument {
  const { from, days, unit, estimated } = deadline;
  const rows = [
    ['', writeDayOfWeek(from), '起算日，不计入期限', ''],
    ...days.map((day) => [
      day.number === undefined ? '' : String(day.number),
      writeDayOfWeek(day.day),
      explainCountedDay(day, deadline),
      day.source ?? '',
    ]),
  ];
  const table: PrintableBlock = {
    kind: 'table',
    name: '逐日计算',
    columns: [2, 6, 6, 8],
    head: [['序数', '日期', '是否计入及理由', '依据'].map((text) => ({ text, header: 'column' }))],
    groups: rows.map((row) => [row.map((text, column) => ({ text, ...(column === 0 ? {} : { align: 'left' }) }))]),
    density: 'compact',
  };
  return {
    title,
    blocks: [
      { kind: 'title', parts: [title] },
      paragraph('body', summarizeDeadline(deadline)),
      ...(estimated ? [paragraph('body', estimateWords)] : []),
      table,
      paragraph('note', ruleOf(unit)),
    ],
  };
}

/** By what rule a period is counted. */
export const ruleOf = (unit: Deadline['unit']): string =>
  unit === 'working-days'
    ? '计算方法：起算日不计入；法定节假日、周末不计；按国务院办公厅通知调休上班的日子计为工作日。'
    : '计算方法：起算日不计入；按自然日连续计算；最后一日是节假日的，以节假日后的第一日为届满日（参照《中华人民共和国民事诉讼法》第八十五条）。';

const paragraph = (role: 'body' | 'note', text: string): PrintableBlock => ({
  kind: 'paragraph',
  role,
  runs: [{ text, kind: 'plain' }],
});
