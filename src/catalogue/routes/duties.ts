import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { day, defineRoute, id, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import { contentColumnKeys } from '../domain/columns.ts';
import { dutyGroupKeys, dutyStatusKeys } from '../domain/duty.ts';
import { fieldKeys } from '../domain/fields.ts';
import { type Authority, type CatalogueDeps, may } from '../service/caller.ts';
import { listColumnsOf, listContentsOf } from '../service/columns.ts';
import { compareOrgans } from '../service/comparison.ts';
import { getCoverage } from '../service/coverage.ts';
import { getDuty, listDutiesOf } from '../service/duty-reading.ts';
import { registerFormation, waiveDuty } from '../service/owing.ts';
import { column, columnRecord, coverage, duty, organ, organChoice, plainDay, reason, sum } from './shapes.ts';

const define = defineRoute<Authority>();
const year = z.coerce.number().int().min(2000).max(2100);
const scope = z.object({ ...organChoice.shape, year });

/** The addresses of duties and of what is counted from them below /api. */
export const dutyRoutes = ({ db }: CatalogueDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/catalogue/coverage',
    summary: '查看公开情况统计',
    access: may('read-catalogue'),
    // `cells`: each organ in each field, too.
    query: scope.extend({ cells: z.stringbool().optional() }),
    answer: coverage,
    handle: (call) => getCoverage(db, call, call.query),
  }),
  define({
    method: 'GET',
    path: '/catalogue/comparison',
    summary: '比较各单位公开情况',
    access: may('read-catalogue'),
    query: scope,
    answer: z.object({
      asOf: day,
      organs: z.array(
        z.object({
          organ,
          sum,
          empty: z.int(),
          stale: z.int(),
          columns: z.int(),
          reminders: z.int(),
          opens: z.boolean(),
        }),
      ),
    }),
    handle: (call) => compareOrgans(db, call, call.query),
  }),
  define({
    method: 'GET',
    path: '/catalogue/columns',
    summary: '查看栏目更新情况',
    access: may('read-catalogue'),
    query: organChoice,
    answer: z.object({ organs: z.array(z.object({ organ, columns: z.array(column) })) }),
    handle: async (call) => {
      const organs = await listColumnsOf(db, call, call.query);
      return organs.ok ? success({ organs: organs.value }) : organs;
    },
  }),
  define({
    method: 'GET',
    path: '/catalogue/columns/:columnKey',
    summary: '查看栏目现有信息',
    access: may('read-catalogue'),
    params: z.object({ columnKey: z.enum(contentColumnKeys) }),
    query: z.object({ organId: id, ...pageQuery.shape }),
    answer: z.object({ organ, contents: pageOf(columnRecord) }),
    handle: ({ params: { columnKey }, query: { organId, page, pageSize }, ...call }) =>
      listContentsOf(db, call, { organId, columnKey }, { page, pageSize }),
  }),
  define({
    method: 'GET',
    path: '/catalogue/duties',
    summary: '查看公开任务',
    access: may('read-duties'),
    query: z.object({
      ...organChoice.shape,
      year: year.optional(),
      fieldKey: z.enum([...fieldKeys, 'none']).optional(),
      itemId: id.optional(),
      status: z.enum([...dutyGroupKeys, ...dutyStatusKeys]).optional(),
      words: z.string().trim().max(100).optional(),
      ...pageQuery.shape,
    }),
    answer: pageOf(duty),
    handle: ({ query: { page, pageSize, ...query }, ...call }) => listDutiesOf(db, call, query, { page, pageSize }),
  }),
  define({
    method: 'GET',
    path: '/catalogue/duties/:id',
    summary: '查看一项公开任务',
    access: may('read-duties'),
    params: z.object({ id }),
    answer: duty,
    handle: (call) => getDuty(db, call, call.params.id),
  }),
  define({
    method: 'POST',
    path: '/catalogue/duties/:id/waive',
    summary: '登记不需公开',
    access: may('manage-catalogue'),
    params: z.object({ id }),
    body: z.object({ because: reason('不需公开的理由') }),
    handle: (call) => waiveDuty(db, call, call.params.id, call.body.because),
  }),
  define({
    method: 'POST',
    path: '/catalogue/duties/:id/take-back-waiver',
    summary: '取消不需公开的登记',
    access: may('manage-catalogue'),
    params: z.object({ id }),
    handle: (call) => waiveDuty(db, call, call.params.id, undefined),
  }),
  define({
    method: 'POST',
    path: '/catalogue/items/:id/formations',
    summary: '登记应公开信息的形成或变更',
    access: may('draft-items'),
    params: z.object({ id }),
    body: z.object({ title: reason('信息名称'), formedOn: plainDay }),
    answer: z.object({ dutyId: id, dueOn: day.optional() }),
    handle: (call) => registerFormation(db, call, call.params.id, call.body),
  }),
];
