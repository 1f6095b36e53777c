import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { tableMediaTypes } from '../../kernel/table-file-format.ts';
import { defineRoute, id, instant, pageOf, pageQuery, type Route, receiveFile } from '../../platform/http/api/index.ts';
import { contentColumnKeys, fieldKeys } from '../domain/columns.ts';
import {
  dropBatch,
  enterBatch,
  getBatch,
  largestBatch,
  listOwnBatches,
  matchBatch,
  previewBatch,
  writeBatchTemplate,
} from '../service/bulk.ts';
import type { JudgedBatch } from '../service/bulk-judging.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { kind, plainDay, remark } from './item-shapes.ts';

const params = z.object({ id });
const status = z.enum(['pending', 'entered', 'dropped']);
const listed = z.object({
  id,
  kind: z.string(),
  fileName: z.string(),
  status,
  createdBy: z.string(),
  createdAt: instant,
  enteredAt: instant.optional(),
});

const head = z.object({
  catalogueItemId: id.optional(),
  columnKey: z.enum(contentColumnKeys, '请选择发布栏目').optional(),
  fieldKey: z.enum(fieldKeys, '请选择试点领域').optional(),
  expiresOn: plainDay.optional(),
});

const batch = listed.extend({
  head: z.object({
    catalogueItemId: z.string().optional(),
    columnKey: z.string().optional(),
    fieldKey: z.string().optional(),
    expiresOn: z.string().optional(),
  }),
  columns: z.array(z.string()).readonly(),
  /** Index of the column, from 0, by the key of what it fills. */
  matched: z.record(z.string(), z.int()),
  remarks: z.array(z.string()).readonly(),
  targets: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean() })),
  /** Required ones that no column fills. */
  unmatched: z.array(z.string()),
  counts: z.object({ ready: z.int(), faulty: z.int(), known: z.int() }),
  rows: z.array(
    z.object({
      row: z.int(),
      title: z.string(),
      standing: z.enum(['ready', 'faulty', 'known']),
      problems: z.array(remark),
      rewritten: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      known: z.object({ id, title: z.string() }).optional(),
    }),
  ),
});

const present = ({ batch: found, drafts: _, ...judged }: JudgedBatch) => ({ ...found, ...judged });

/** The addresses of decisions entered from spreadsheets. */
export function batchRoutes(deps: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  return [
    define({
      method: 'GET',
      path: '/publication/batches',
      summary: '查看批量录入的表格',
      access: may('draft-items'),
      query: pageQuery,
      answer: pageOf(listed),
      handle: async (call) => success(await listOwnBatches(deps.db, call, call.query)),
    }),
    define({
      method: 'GET',
      path: '/publication/batch-template',
      summary: '下载批量录入的表格样式',
      access: may('draft-items'),
      query: z.object({ kind }),
      answer: 'file',
      handle: async ({ query }) =>
        success({ ...(await writeBatchTemplate(query.kind)), mediaType: tableMediaTypes.xlsx }),
    }),
    define({
      method: 'POST',
      path: '/publication/batches',
      summary: '上传批量录入的表格，生成核对清单',
      access: may('draft-items'),
      upload: { fileBytes: largestBatch },
      requestsPerMinute: 10,
      query: z.object({ kind, catalogueItemId: id.optional() }),
      answer: params,
      handle: async (call) => {
        const file = await receiveFile(call.request, { name: '表格', mostBytes: largestBatch });
        return file.ok ? previewBatch(deps, call, file.value, call.query) : file;
      },
    }),
    define({
      method: 'GET',
      path: '/publication/batches/:id',
      summary: '查看批量录入的核对清单',
      access: may('draft-items'),
      params,
      answer: batch,
      handle: async (call) => {
        const found = await getBatch(deps, call, call.params.id);
        return found.ok ? success(present(found.value)) : found;
      },
    }),
    define({
      method: 'PATCH',
      path: '/publication/batches/:id',
      summary: '对应批量录入表格的各列',
      access: may('draft-items'),
      params,
      body: z.object({
        matched: z.record(z.string().max(60), z.int().min(0).max(500)).optional(),
        head: head.optional(),
      }),
      answer: batch,
      handle: async (call) => {
        const matched = await matchBatch(deps, call, call.params.id, call.body);
        if (!matched.ok) return matched;
        const found = await getBatch(deps, call, call.params.id);
        return found.ok ? success(present(found.value)) : found;
      },
    }),
    define({
      method: 'POST',
      path: '/publication/batches/:id/enter',
      summary: '把表格各行录入为草稿',
      access: may('draft-items'),
      params,
      body: z.object({ leaveOut: z.boolean().default(false) }),
      answer: z.object({ entered: z.int(), left: z.int() }),
      handle: (call) => enterBatch(deps, call, call.params.id, call.body),
    }),
    define({
      method: 'POST',
      path: '/publication/batches/:id/drop',
      summary: '放弃批量录入的表格',
      access: may('draft-items'),
      params,
      handle: async (call) => {
        const dropped = await dropBatch(deps, call, call.params.id);
        return dropped.ok ? success(undefined) : dropped;
      },
    }),
  ];
}
