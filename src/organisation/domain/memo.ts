import type { PlainDate } from '../../kernel/plain-date.ts';
import { levelOf, type TodayItem } from '../../kernel/today.ts';
import type { DeskItem } from './desk.ts';

/** What somebody wrote down for later: a reminder, a half-written text (备忘). */
export interface Memo {
  id: string;
  personId: string;
  title: string;
  text: string;
  due?: PlainDate | undefined;
  done: boolean;
  /** Counts changes. */
  version: number;
  updatedAt: Date;
}

/** Where a memo is worked on. */
const memoHref = (id: string): string => `/today/memos/${id}`;

/** A memo as it lies on the desk. */
export const deskItemOf = ({ id, title, text, due }: Memo): DeskItem => ({
  kind: 'memo',
  id,
  title,
  ...(due === undefined ? {} : { nextDate: due }),
  ...(text === '' ? {} : { text }),
  href: memoHref(id),
});

/** A memo as it stands in 今天要办. */
export const todayItemOf = ({ id, title, due }: Memo, today: PlainDate): TodayItem => ({
  id: `memo:${id}`,
  area: 'organisation',
  title,
  ...(due === undefined ? {} : { due }),
  level: levelOf(due, today),
  action: { label: '打开备忘', href: memoHref(id) },
});
