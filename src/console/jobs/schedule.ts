const weekdays = ['日', '一', '二', '三', '四', '五', '六', '日'];

/**
 * The times of a job in words; what has no short form in words stays as it is written.
 *
 * @param cron five fields, in the time of China
 * @example `10 0 * * *` is 每天 00:10, `0 3 * * 1` 每周一 03:00, `0 * * * *` 每小时第 0 分
 */
export function describeSchedule(cron: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/);
  const every = /^\*\/(\d+)$/.exec(minute)?.[1];
  const daily = day === '*' && month === '*';
  if (every && hour === '*' && daily && weekday === '*') return `每 ${every} 分钟`;
  if (!isNumber(minute)) return cron;
  if (hour === '*' && daily && weekday === '*') return `每小时第 ${Number(minute)} 分`;
  if (!isNumber(hour)) return cron;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (daily && weekday === '*') return `每天 ${time}`;
  if (daily && isNumber(weekday)) return `每周${weekdays[Number(weekday)] ?? weekday} ${time}`;
  if (isNumber(day) && month === '*' && weekday === '*') return `每月 ${Number(day)} 日 ${time}`;
  return cron;
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);
