import { expect, test } from 'vitest';
import { getPlainDate } from './plain-date.ts';
import { compareToday, levelOf, type TodayItem } from './today.ts';

const today = getPlainDate('2026-03-02');

test.each([
  ['2026-03-01', 'overdue'],
  ['2026-03-02', 'today'],
  ['2026-03-03', 'soon'],
  ['2026-03-09', 'soon'],
  ['2026-03-10', 'open'],
])('what is due on %s is %s on 2026-03-02', (due, level) => {
  expect(levelOf(getPlainDate(due), today)).toBe(level);
});

test('what has no day is open', () => {
  expect(levelOf(undefined, today)).toBe('open');
});

test('the most pressing stands first, then the earlier day, then what has a day', () => {
  const item = (id: string, due?: string): TodayItem => {
    const day = due === undefined ? undefined : getPlainDate(due);
    return {
      id,
      area: 'organisation',
      title: id,
      ...(day ? { due: day } : {}),
      level: levelOf(day, today),
      action: { label: '打开', href: '/' },
    };
  };
  const items = [
    item('none'),
    item('later', '2026-05-01'),
    item('soon', '2026-03-04'),
    item('today', '2026-03-02'),
    item('late', '2026-02-20'),
    item('later still late', '2026-02-25'),
  ];
  expect(items.sort(compareToday).map(({ id }) => id)).toEqual([
    'late',
    'later still late',
    'today',
    'soon',
    'later',
    'none',
  ]);
});
