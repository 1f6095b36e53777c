import { z } from 'zod';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Trx } from '../../platform/db/index.ts';
import { defineJob, enqueue, type HandledJob, handledBy } from '../../platform/jobs/index.ts';

/** Days that became worked or off, in one county or in all. */
export interface CalendarChange {
  /** Absent when it holds for every county. */
  countyId?: string | undefined;
  from: PlainDate;
  to: PlainDate;
}

/** What an area does when days changed: it reckons the due days it keeps anew. */
export type CalendarListener = (change: CalendarChange, now: Date) => Promise<void>;

const calendarChanged = defineJob({
  name: 'calendar-changed',
  label: '工作日历变动后重算期限',
  data: z.object({ countyId: z.uuid().optional(), from: z.string(), to: z.string() }),
});

/** Asks, within the transaction of a change, that due days be reckoned anew. */
export async function announceChange(trx: Trx, { countyId, from, to }: CalendarChange): Promise<void> {
  await enqueue(trx, calendarChanged, { ...(countyId === undefined ? {} : { countyId }), from, to });
}

/** The job that tells every area that keeps due days. */
export const calendarJobs = (listeners: readonly CalendarListener[]): HandledJob[] => [
  handledBy(calendarChanged, async ({ countyId, from, to }, { now }) => {
    const change = { countyId, from: getPlainDate(from), to: getPlainDate(to) };
    for (const listen of listeners) await listen(change, now);
  }),
];
