// The door of the area: what other areas, the command line and the application may use.

export type { Calendar, ExplainedDay } from './domain/calendar.ts';
export {
  addWorkingDays,
  type CountedDay,
  type Deadline,
} from './domain/deadline.ts';
export { explainDeadline, summarizeDeadline } from './domain/explanation.ts';
export type { LocalRule, YearNotice } from './domain/notice.ts';
export { tellDayChange } from './domain/notice-difference.ts';
export { writeNotice } from './domain/notice-text.ts';
export { calendarRoutes } from './routes.ts';
export { listNotices, loadCalendar } from './service/calendars.ts';
export { type CalendarChange, type CalendarListener, calendarJobs } from './service/changes.ts';
export { reckonDeadline } from './service/deadlines.ts';
export { importNotice, previewNotice, removeNotice } from './service/notices.ts';
export { calendarVocabulary } from './service/vocabulary.ts';
