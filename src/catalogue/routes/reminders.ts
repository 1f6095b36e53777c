import { z } from 'zod';
import { defineRoute, id, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import { contentColumnKeys } from '../domain/columns.ts';
import { reminderChoiceKeys } from '../domain/reminder.ts';
import { type Authority, type CatalogueDeps, may } from '../service/caller.ts';
import { answerTo, getReminder, listRemindersOf, sendReminder } from '../service/reminders.ts';
import { organChoice, plainDay, reason, reminder } from './shapes.ts';

const define = defineRoute<Authority>();

/** The addresses of reminders below /api. */
export const reminderRoutes = ({ db }: CatalogueDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/catalogue/reminders',
    summary: '查看催办',
    access: may('read-duties'),
    query: z.object({ ...organChoice.shape, state: z.enum(reminderChoiceKeys).optional(), ...pageQuery.shape }),
    answer: pageOf(reminder),
    handle: ({ query: { page, pageSize, ...filter }, ...call }) =>
      listRemindersOf(db, call, filter, { page, pageSize }),
  }),
  define({
    method: 'POST',
    path: '/catalogue/reminders',
    summary: '发出催办',
    access: may('send-reminders'),
    body: z.object({
      organId: id,
      text: reason('催办内容'),
      answerBy: plainDay.optional(),
      dutyIds: z.array(id).max(200, '一次最多催办 200 项').default([]),
      columnKeys: z.array(z.enum(contentColumnKeys)).default([]),
    }),
    answer: z.object({ id }),
    handle: (call) => sendReminder(db, call, call.body),
  }),
  define({
    method: 'GET',
    path: '/catalogue/reminders/:id',
    summary: '查看一次催办',
    access: may('read-duties'),
    params: z.object({ id }),
    answer: reminder,
    handle: (call) => getReminder(db, call, call.params.id),
  }),
  define({
    method: 'POST',
    path: '/catalogue/reminders/:id/answer',
    summary: '答复催办',
    access: may('draft-items'),
    params: z.object({ id }),
    body: z.object({ answer: reason('答复内容') }),
    handle: (call) => answerTo(db, call, call.params.id, call.body.answer),
  }),
];
