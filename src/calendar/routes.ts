import { z } from 'zod';
import { getPlainDate } from '../kernel/plain-date.ts';
import { success } from '../kernel/result.ts';
import { type Access, day, defineRoute, id, instant, type Route } from '../platform/http/api/index.ts';
import { explainDeadline, summarizeDeadline } from './domain/explanation.ts';
import { loadKnownCalendar } from './service/calendars.ts';
import { reckonDeadline, writeDeadline } from './service/deadlines.ts';
import type { CalendarDeps } from './service/deps.ts';
import { addLocalRule, removeLocalRule } from './service/local-rules.ts';
import { importNotice, previewNotice, removeNotice } from './service/notices.ts';
import { loadYear } from './service/year.ts';

/** What the addresses of the calendar stand on; who may do what another area knows. */
export interface CalendarRoutesOptions<Authority> extends CalendarDeps {
  access: {
    /** To enter what is off in one county. */
    maintain: Access<Authority>;
    /** To import the notices that hold for every county. */
    importNotices: Access<Authority>;
  };
}

const plainDay = day.transform(getPlainDate);
const ruleKind = z.enum(['holiday', 'make-up']);
const dayKind = z.enum(['weekday', 'weekend', 'holiday', 'make-up', 'local-holiday', 'local-make-up']);

const holiday = z.object({
  name: z.string(),
  from: day,
  to: day,
  makeUpDays: z.array(day).readonly(),
  documentNumber: z.string().optional(),
});
const notice = z.object({
  year: z.int(),
  title: z.string(),
  documentNumber: z.string().optional(),
  publishedOn: day.optional(),
  holidays: z.array(holiday).readonly(),
  /** Absent when it came with the program. */
  importedAt: instant.optional(),
  importedBy: z.string().optional(),
});
const localRule = z.object({ id, kind: ruleKind, name: z.string(), from: day, to: day, basis: z.string() });
const explainedDay = z.object({
  day,
  kind: dayKind,
  working: z.boolean(),
  name: z.string().optional(),
  source: z.string().optional(),
  estimated: z.boolean(),
});
const countedDay = explainedDay.extend({ number: z.int().optional() });
const dayChange = z.object({ day, before: z.string(), after: z.string(), changesWork: z.boolean() });

const written = (name: string, most: number) =>
  z.string(`请填写${name}`).trim().min(1, `请填写${name}`).max(most, `${name}不能超过 ${most} 个字`);

const yearNumber = z.coerce.number('年份无效').int('年份无效').min(1950, '年份无效').max(2998, '年份无效');

const period = z.object({
  from: plainDay,
  days: z.coerce.number('请填写天数').int('天数应为整数').min(0, '天数不能小于 0').max(1000, '天数不能超过 1000'),
  kind: z.enum(['working-days', 'calendar-days'], '请选择工作日或自然日').default('working-days'),
});

/** The addresses of the calendar below /api. Everybody who is signed in may look. */
export function calendarRoutes<Authority>({ db, access }: CalendarRoutesOptions<Authority>): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const noticeText = z.object({
    text: z.string('请粘贴通知全文').trim().min(1, '请粘贴通知全文').max(20_000, '内容过长，请只粘贴通知全文'),
  });
  const imported = z.object({ notice, isKnown: z.boolean(), changes: z.array(dayChange) });
  return [
    define({
      method: 'GET',
      path: '/calendar',
      summary: '工作日历的全部数据',
      access: 'signed-in',
      answer: z.object({ notices: z.array(notice).readonly(), localRules: z.array(localRule).readonly() }),
      handle: async ({ actor }) => success(await loadKnownCalendar(db, actor.countyId)),
    }),
    define({
      method: 'GET',
      path: '/calendar/years/:year',
      summary: '查看一年的工作日历',
      access: 'signed-in',
      params: z.object({ year: yearNumber }),
      answer: z.object({
        year: z.int(),
        notice: notice.optional(),
        knownYears: z.array(z.int()),
        workingDays: z.int(),
        estimated: z.boolean(),
        days: z.array(explainedDay),
        localRules: z.array(localRule).readonly(),
      }),
      handle: async ({ actor, params }) => success(await loadYear(db, actor.countyId, params.year)),
    }),
    define({
      method: 'GET',
      path: '/calendar/deadline',
      summary: '计算期限，逐日说明',
      access: 'signed-in',
      query: period,
      answer: z.object({
        from: day,
        count: z.int(),
        unit: z.enum(['working-days', 'calendar-days']),
        due: day,
        estimated: z.boolean(),
        days: z.array(countedDay).readonly(),
        summary: z.string(),
        lines: z.array(z.string()),
      }),
      handle: async ({ actor, query }) => {
        const { from, days: count, kind: unit } = query;
        const deadline = await reckonDeadline(db, actor.countyId, { from, count, unit });
        return success({ ...deadline, summary: summarizeDeadline(deadline), lines: explainDeadline(deadline) });
      },
    }),
    define({
      method: 'GET',
      path: '/calendar/deadline/document',
      summary: '下载期限计算说明',
      access: 'signed-in',
      query: period,
      answer: 'file',
      requestsPerMinute: 30,
      handle: ({ actor, query }) => {
        const { from, days: count, kind: unit } = query;
        return writeDeadline(db, actor.countyId, { from, count, unit });
      },
    }),
    define({
      method: 'POST',
      path: '/calendar/local-rules',
      summary: '登记本地放假',
      access: access.maintain,
      body: z.object({
        kind: ruleKind,
        name: written('名称', 40),
        from: plainDay,
        to: plainDay,
        basis: written('依据', 200),
      }),
      answer: localRule,
      handle: ({ actor, now, body }) => addLocalRule(db, actor, now, body),
    }),
    define({
      method: 'DELETE',
      path: '/calendar/local-rules/:id',
      summary: '移除本地放假',
      access: access.maintain,
      params: z.object({ id }),
      handle: ({ actor, now, params }) => removeLocalRule(db, actor, now, params.id),
    }),
    define({
      method: 'POST',
      path: '/calendar/notices/preview',
      summary: '核对放假安排通知',
      access: access.importNotices,
      body: noticeText,
      answer: imported,
      handle: ({ body }) => previewNotice(db, body.text),
    }),
    define({
      method: 'POST',
      path: '/calendar/notices',
      summary: '导入放假安排通知',
      access: access.importNotices,
      body: noticeText,
      answer: imported,
      handle: ({ actor, now, body }) => importNotice(db, actor, now, body.text),
    }),
    define({
      method: 'DELETE',
      path: '/calendar/notices/:year',
      summary: '移除导入的放假安排',
      access: access.importNotices,
      params: z.object({ year: yearNumber }),
      answer: z.object({ shipped: z.boolean(), changes: z.array(dayChange) }),
      handle: ({ actor, now, params }) => removeNotice(db, actor, now, params.year),
    }),
  ];
}
