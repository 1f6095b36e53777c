import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { day, defineRoute, id, type Route, seenVersion } from '../../platform/http/api/index.ts';
import { type CleaningDecision, cleaningDecisions } from '../domain/cleaning.ts';
import { assessItem, listAssessments } from '../service/assessing.ts';
import { type Authority, may } from '../service/caller.ts';
import {
  beginCleaning,
  decideCleaning,
  exportCleaning,
  finishCleaning,
  getCleaning,
  listCleanings,
} from '../service/cleaning.ts';
import type { PublicationDeps } from '../service/deps.ts';

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const params = z.object({ id });
const decision = z.enum(Object.keys(cleaningDecisions) as [CleaningDecision, ...CleaningDecision[]], '请选择清理意见');
const opinion = z.string('请写明评估意见').max(2_000, '评估意见不能超过 2000 个字');

const cleaning = {
  id,
  organId: id,
  organ: z.string(),
  year: z.int(),
  begunOn: day,
  finishedOn: day.optional(),
  finishedBy: z.string().optional(),
  version: z.int(),
  createdBy: z.string(),
};

const entry = z.object({
  itemId: id,
  title: z.string(),
  documentNumber: z.string().optional(),
  formedOn: day,
  publishedOn: day.optional(),
  validUntil: day.optional(),
  validity: z.enum(['valid', 'amended', 'repealed', 'expired']).optional(),
  decision: decision.optional(),
  reason: z.string(),
  decidedBy: z.string().optional(),
});

/** The addresses of what is done about items later: assessments of what is not disclosed, the yearly cleaning. */
export function upkeepRoutes(deps: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const { db } = deps;
  return [
    define({
      method: 'GET',
      path: '/publication/items/:id/assessments',
      summary: '查看不公开信息的评估记录',
      access: may('read-items'),
      params,
      answer: z.object({
        items: z.array(
          z.object({
            id,
            assessedOn: day,
            decision: z.enum(['stays', 'disclose']),
            opinion: z.string(),
            nextOn: day.optional(),
            personName: z.string(),
          }),
        ),
      }),
      handle: async (call) => {
        const found = await listAssessments(db, call, call.params.id);
        return found.ok ? success({ items: found.value }) : found;
      },
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/assessments',
      summary: '评估不公开的信息',
      access: may('review-items'),
      params,
      body: z.object({
        version: seenVersion,
        decision: z.enum(['stays', 'disclose'], '请选择评估结论：仍不公开，或者转为公开'),
        opinion,
      }),
      answer: z.object({ version: z.int(), reassessOn: day.optional() }),
      handle: (call) => assessItem(deps, call, call.params.id, call.body),
    }),
    define({
      method: 'GET',
      path: '/publication/cleanings',
      summary: '查看文件清理清单',
      access: may('read-items'),
      answer: z.object({ items: z.array(z.object({ ...cleaning, entries: z.int(), decided: z.int() })) }),
      handle: async (call) => success({ items: await listCleanings(db, call) }),
    }),
    define({
      method: 'POST',
      path: '/publication/cleanings',
      summary: '生成年度文件清理清单',
      access: may('publish-items'),
      body: z.object({ organId: id, year: z.int('请填写年度').min(1990, '请填写年度').max(2099, '请填写年度') }),
      answer: z.object({ id, entries: z.int() }),
      handle: (call) => beginCleaning(deps, call, call.body),
    }),
    define({
      method: 'GET',
      path: '/publication/cleanings/:id',
      summary: '打开文件清理清单',
      access: may('read-items'),
      params,
      answer: z.object({ ...cleaning, entries: z.array(entry) }),
      handle: (call) => getCleaning(db, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/publication/cleanings/:id/decisions',
      summary: '填写文件清理意见',
      access: may('publish-items'),
      params,
      body: z.object({
        version: seenVersion,
        itemIds: z.array(id).min(1, '请选择文件').max(1_000),
        decision,
        reason: z.string().max(1_000, '理由不能超过 1000 个字').default(''),
      }),
      answer: z.object({ version: z.int() }),
      handle: (call) => decideCleaning(deps, call, call.params.id, call.body),
    }),
    define({
      method: 'POST',
      path: '/publication/cleanings/:id/finish',
      summary: '公布文件清理结果',
      access: may('publish-items'),
      params,
      body: z.object({ version: seenVersion }),
      answer: z.object({ version: z.int(), changed: z.int() }),
      handle: (call) => finishCleaning(deps, call, call.params.id, call.body.version),
    }),
    define({
      method: 'GET',
      path: '/publication/cleanings/:id/file',
      summary: '导出文件清理清单',
      access: may('read-items'),
      params,
      query: z.object({ format: z.enum(['docx', 'xlsx']).default('docx') }),
      answer: 'file',
      handle: async (call) => {
        const { format } = call.query;
        const file = await exportCleaning(db, call, call.params.id, format);
        return file.ok ? success({ ...file.value, mediaType: mediaTypes[format] }) : file;
      },
    }),
  ];
}
