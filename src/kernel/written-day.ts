import { findPlainDate, type PlainDate } from './plain-date.ts';

/**
 * The day somebody wrote in a cell of a table; undefined when it is none.
 *
 * @example findWrittenDay('2001年1月2日') // '2001-01-02'; also 2001/1/2, 2001-1-2, 2001.1.2, 20010102
 */
export function findWrittenDay(written: string): PlainDate | undefined {
  const [, year, month = '', day = ''] =
    /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?(?:\s+0?0:00(?::00)?)?$/.exec(
      written.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    ) ?? [];
  return year === undefined ? undefined : findPlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
