/**
 * Which period a count is told of: the report year, another period, or not said (which in a report
 * means the year).
 */
export type Period = 'year' | 'another' | 'unsaid';

const marker =
  /(20\d\d)年度?|(?:上|前)(?:一)?个?年度?|去年|往年|历年|近(?:几|[两三四五六七八九十\d])年|(?:上|下)半年|(?:[一二三四1-4])季度|(\d{1,2})月|(?:本|今|当|全)年度?|本报告期|年内|累计/g;

/**
 * The period of a count from the sentence up to it: the last word of time counts. Words of time
 * that belong to a comparison (较上年), to a carry-over (上年结转) or to a title (《2021年…》) say
 * nothing of it, nor does a span that is the whole year (1月1日至12月31日). 累计 without a year runs
 * over several.
 *
 * @example '2020年收到' in a report of 2021 → another; '较上年增长，办结' → unsaid; '截至12月31日，' → unsaid
 */
export function findPeriod(head: string, year: number | null): Period {
  let period = 'unsaid' as Period;
  let isSaid = false;
  for (const match of head.matchAll(marker)) {
    const [word, named, month] = match;
    const before = head.slice(Math.max(0, match.index - 4), match.index);
    const after = head.slice(match.index + word.length, match.index + word.length + 6);
    if (/[较比与同和于]$|结转(?:到|至|入|下)?$|对比$/.test(before)) continue;
    if (/^(?:度)?(?:结转|转结|转入|遗留|相比|同期相比)/.test(after)) continue;
    if (isInTitle(head, match.index)) continue;
    if (month !== undefined) {
      if (month === '12' || (month === '1' && /^(?:1日|至|到|-|—|~)/.test(after))) continue;
      period = 'another';
    } else if (named !== undefined) {
      if (year === null) continue;
      period = Number(named) === year ? 'year' : 'another';
      isSaid ||= period === 'year';
    } else if (/^(?:本|今|当|全|年内)/.test(word)) {
      period = /^全/.test(word) && period === 'another' ? period : 'year';
      isSaid ||= period === 'year';
    } else if (word === '累计') {
      if (!isSaid) period = 'another';
    } else {
      period = 'another';
    }
  }
  return period;
}

/** Between 《 and 》, or 〔 and 〕. */
function isInTitle(head: string, at: number): boolean {
  return isOpen(head, at, '《', '》') || isOpen(head, at, '〔', '〕');
}

function isOpen(head: string, at: number, opening: string, closing: string): boolean {
  const open = head.lastIndexOf(opening, at);
  return open >= 0 && head.lastIndexOf(closing, at) < open;
}
