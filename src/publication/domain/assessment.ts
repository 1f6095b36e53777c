import { findPlainDate, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Disclosure } from './item.ts';

/**
 * When something that is not disclosed by itself is looked at again (条例 art. 18: 定期评估审查; the interval is not in
 * the article, a year unless set otherwise). Undefined for what is disclosed.
 *
 * @param months 1 or more
 * @example nextAssessment('withheld', '2026-03-02', 12) // '2027-03-02'
 * @example nextAssessment('withheld', '2026-01-31', 1) // '2026-02-28'
 */
export function nextAssessment(disclosure: Disclosure, day: PlainDate, months: number): PlainDate | undefined {
  if (disclosure === 'proactive') return undefined;
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
  for (let date = Number(day.slice(8)); date > 28; date -= 1) {
    const found = findPlainDate(`${month}-${date}`);
    if (found) return found;
  }
  return getPlainDate(`${month}-${String(Math.min(28, Number(day.slice(8)))).padStart(2, '0')}`);
}
