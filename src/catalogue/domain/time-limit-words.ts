import { type TimeLimit, type Trigger, triggers } from './time-limit.ts';

/**
 * A limit as the column 公开时限 says it; `findTimeLimit` reads it back.
 *
 * @example limitWords({ kind: 'quarterly', month: 1, day: 20 }) // '每季度首月20日前'
 */
export function limitWords(limit: TimeLimit): string {
  switch (limit.kind) {
    case 'working-days':
      return `${triggers[limit.trigger]}${limit.days}个工作日内`;
    case 'calendar-days':
      return `${triggers[limit.trigger]}${limit.days}日内`;
    case 'hours':
      return `${triggers.occurrence}${limit.hours}小时内`;
    case 'on-change':
      return `长期公开，变更之日起${limit.days}个工作日内更新`;
    case 'monthly':
      return `每月${dayWords(limit.day)}`;
    case 'quarterly':
      return `每季度${['首', '第二个', '末'][limit.month - 1] ?? '末'}月${dayWords(limit.day)}`;
    case 'yearly':
      return `每年${limit.month}月${dayWords(limit.day)}`;
    case 'any-time':
      return '随时公开';
  }
}

/** The last day of a month is its end, however long it is. */
const dayWords = (day: number): string => (day === 31 ? '底前' : `${day}日前`);

/**
 * The limit that is meant by the words of a catalogue; undefined when it is not clear. A period without a day ends with
 * its last day; days without an event are counted from 形成或者变更.
 *
 * @example findTimeLimit('自该信息形成之日起 7 个工作日内公开') // { kind: 'working-days', days: 7, trigger: 'formation' }
 * @example findTimeLimit('及时公开') // { kind: 'any-time' }
 */
export function findTimeLimit(words: string): TimeLimit | undefined {
  const text = westernDigits(words.normalize('NFKC').replace(/\s/g, ''));
  // A period that is not clear is no other limit either.
  if (period.test(text)) return periodicIn(text);
  return countedIn(text) ?? (/长期|动态|变更/.test(text) ? onChange(20) : anyTimeIn(text));
}

const period = /[每按](?:一?个)?(月|季度?|年度?)(.*)/;

const onChange = (days: number): TimeLimit => ({ kind: 'on-change', days });
const anyTimeIn = (text: string): TimeLimit | undefined =>
  /随时|实时|即时|及时|适时|立即|同步/.test(text) ? { kind: 'any-time' } : undefined;

function periodicIn(text: string): TimeLimit | undefined {
  const [, unit, rest = ''] = period.exec(text) ?? [];
  if (unit === undefined) return undefined;
  if (unit === '月') return dayIn(rest, (day) => ({ kind: 'monthly', day }));
  if (unit.startsWith('季')) {
    const [, named = '末', tail = ''] = /^(首|第一个?|第二个?|次|第三个?|末)月(.*)/.exec(rest) ?? [];
    const month = /首|一/.test(named) ? 1 : /二|次/.test(named) ? 2 : 3;
    return dayIn(tail, (day) => ({ kind: 'quarterly', month, day }));
  }
  const [, named = '12', tail = ''] = /^(\d{1,2})月(.*)/.exec(rest) ?? [];
  const month = Number(named);
  return month >= 1 && month <= 12 ? dayIn(tail, (day) => ({ kind: 'yearly', month, day })) : undefined;
}

/** A number that is no day of a month leaves the limit unclear; no number is the end of the month. */
function dayIn(text: string, limit: (day: number) => TimeLimit): TimeLimit | undefined {
  const [, written] = /^(\d{1,2})[日号]/.exec(text) ?? [];
  const day = written === undefined ? 31 : Number(written);
  return day >= 1 && day <= 31 ? limit(day) : undefined;
}

function countedIn(text: string): TimeLimit | undefined {
  const [, written, unit] = /(\d{1,3})个?(工作日|小时|自然日|日历日|(?:日|天)(?=[之以]?内))/.exec(text) ?? [];
  if (written === undefined) return undefined;
  const count = Number(written);
  if (count < 1 || count > 366) return undefined;
  if (unit === '小时') return { kind: 'hours', hours: count };
  if (unit === '工作日') {
    // 形成或者变更 is art. 26 itself; only what stands for good is on change.
    if (/长期|更新/.test(text) && !/形成/.test(text)) return onChange(count);
    return { kind: 'working-days', days: count, trigger: triggerIn(text) };
  }
  return { kind: 'calendar-days', days: count, trigger: triggerIn(text) };
}

function triggerIn(text: string): Trigger {
  if (/形成|变更/.test(text)) return 'formation';
  if (/批准|批复/.test(text)) return 'approval';
  if (/决定/.test(text)) return 'decision';
  if (/文件|印发/.test(text)) return 'document';
  return /发生/.test(text) ? 'occurrence' : 'formation';
}

const digits = '〇一二三四五六七八九';

/** 二十 as 20, 十五 as 15, within a text; other numerals of Chinese do not stand in limits. 第一 and its like stay. */
const westernDigits = (text: string): string =>
  text.replace(
    /(?<!第)([一二三四五六七八九])?(十)?([一二三四五六七八九])?(?=个?(?:工作日|小时|自然日|日|天|月\d|月[一二三四五六七八九十]))/g,
    (all, tens, ten, ones) => {
      if (all === '') return '';
      if (!ten) return [...all].map((each) => String(digits.indexOf(each))).join('');
      return String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0));
    },
  );
