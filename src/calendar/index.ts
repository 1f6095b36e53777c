// The door of the area: what other areas, the command line and the application may use.

export { type Calendar, type ExplainedDay, makeCalendar } from './domain/calendar.ts';
export {
  addCalendarDays,
  addWorkingDays,
  type CountedDay,
  countWorkingDays,
  type Deadline,
} from './domain/deadline.ts';
export type { LocalRule, YearNotice } from './domain/notice.ts';
export { loadCalendar } from './service/calendars.ts';
