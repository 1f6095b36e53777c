import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ColumnKey } from './columns.ts';

/** How a reminder stands: not answered, answered in words while something is still owed, all done. */
export const reminderStates = { open: '待答复', answered: '已答复，未办结', settled: '已办结' } as const;
export type ReminderState = keyof typeof reminderStates;

/** What reminders are looked for by: one state, or all that are not settled. */
export const reminderChoices = { unsettled: '未办结', ...reminderStates } as const;
export type ReminderChoice = keyof typeof reminderChoices;
export const reminderChoiceKeys = Object.keys(reminderChoices) as [ReminderChoice, ...ReminderChoice[]];

/** 催办: the county reminds an organ of duties that are overdue and columns that are empty or stale. */
export interface Reminder {
  id: string;
  organId: string;
  text: string;
  /** Until when an answer is asked for. */
  answerBy?: PlainDate | undefined;
  sentAt: Date;
  sentBy: string;
  sentByName: string;
  answer?: { text: string; at: Date; by: string } | undefined;
  /** When the last of what it is about was done. */
  settledOn?: PlainDate | undefined;
  dutyIds: readonly string[];
  columnKeys: readonly ColumnKey[];
}

/** How a reminder stands. What is done needs no answer any more. */
export const reminderStateOf = ({ answer, settledOn }: Pick<Reminder, 'answer' | 'settledOn'>): ReminderState =>
  settledOn !== undefined ? 'settled' : answer ? 'answered' : 'open';
