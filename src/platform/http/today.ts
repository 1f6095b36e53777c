import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { compareToday, type TodaySource } from '../../kernel/today.ts';
import { defineRoute, type Route } from './api/index.ts';

const item = z.object({
  id: z.string(),
  area: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  due: z.iso.date().optional(),
  level: z.enum(['urgent', 'overdue', 'today', 'soon', 'open']),
  action: z.object({ label: z.string(), href: z.string() }),
});

/** 今天要办: one list for everybody, of what every area has waiting for them, the most pressing first. */
export function todayRoutes<Authority>(sources: readonly TodaySource<Authority>[]): Route<Authority>[] {
  return [
    defineRoute<Authority>()({
      method: 'GET',
      path: '/today',
      summary: '今天要办',
      access: 'signed-in',
      answer: z.object({ items: z.array(item) }),
      handle: async ({ authority, now }) => {
        const lists = await Promise.all(sources.map((source) => source(authority, now)));
        return success({ items: lists.flat().sort(compareToday) });
      },
    }),
  ];
}
