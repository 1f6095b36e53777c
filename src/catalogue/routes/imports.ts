import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { tableFileFormats, tableMediaTypes } from '../../kernel/table-file-format.ts';
import {
  defineRoute,
  id,
  importStanding,
  pageOf,
  pageQuery,
  type Route,
  receiveFile,
} from '../../platform/http/api/index.ts';
import { tableColumnKeys } from '../domain/catalogue-table.ts';
import { type Authority, type CatalogueDeps, may } from '../service/caller.ts';
import { exportCatalogue, exportPublicCatalogue } from '../service/exports.ts';
import { applyImport, getImport, listImportsOf, previewImport, undoImport } from '../service/imports.ts';

const define = defineRoute<Authority>();

/** The largest file of a catalogue that is read, in bytes. */
const largestFile = 5 * 1024 * 1024;

const listed = importStanding.extend({ organId: id });

const cells = z.array(
  z.object({ key: z.enum(tableColumnKeys), label: z.string(), before: z.string(), after: z.string() }),
);

const differences = z.object({
  created: z.array(z.object({ row: z.int(), name: z.string(), cells })),
  changed: z.array(z.object({ row: z.int(), itemId: id, name: z.string(), cells })),
  /** How many rows say what is there already. */
  unchanged: z.int(),
  /** Items in force the file does not name; nothing is done to them. */
  missing: z.array(z.object({ itemId: id, name: z.string() })),
  problems: z.array(z.object({ row: z.int(), name: z.string(), reason: z.string() })),
  /** What the reader of the file had to guess or left out. */
  remarks: z.array(z.string()),
});

/** The addresses of files of catalogues below /api. */
export function importRoutes({ db, findForbidden }: CatalogueDeps): Route<Authority>[] {
  const one = z.object({ id });
  const file = z.object({ organId: id, format: z.enum(tableFileFormats).default('xlsx') });
  return [
    define({
      method: 'GET',
      path: '/catalogue/export',
      summary: '导出公开事项目录',
      access: may('read-catalogue'),
      // `public`: 索引、名称、内容概述、生成日期 (条例 art. 12).
      query: file.extend({ form: z.enum(['official', 'public']).default('official') }),
      answer: 'file',
      handle: async ({ query: { form, ...query }, ...call }) => {
        const written = await (form === 'official' ? exportCatalogue : exportPublicCatalogue)(db, call, query);
        return written.ok ? success({ ...written.value, mediaType: tableMediaTypes[query.format] }) : written;
      },
    }),
    define({
      method: 'GET',
      path: '/catalogue/imports',
      summary: '查看目录导入记录',
      access: may('manage-catalogue'),
      query: z.object({ organId: id, ...pageQuery.shape }),
      answer: pageOf(listed),
      handle: ({ query: { organId, ...page }, ...call }) => listImportsOf(db, call, organId, page),
    }),
    define({
      method: 'POST',
      path: '/catalogue/imports',
      summary: '上传目录，生成差异清单',
      access: may('manage-catalogue'),
      upload: { fileBytes: largestFile },
      requestsPerMinute: 10,
      query: z.object({ organId: id }),
      answer: one,
      handle: async (call) => {
        const received = await receiveFile(call.request, { name: '公开事项目录', mostBytes: largestFile });
        return received.ok ? previewImport({ db, findForbidden }, call, call.query.organId, received.value) : received;
      },
    }),
    define({
      method: 'GET',
      path: '/catalogue/imports/:id',
      summary: '查看目录导入的差异清单',
      access: may('manage-catalogue'),
      params: one,
      answer: listed.extend({ differences }),
      handle: (call) => getImport(db, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/catalogue/imports/:id/apply',
      summary: '执行目录导入',
      access: may('manage-catalogue'),
      params: one,
      answer: z.object({ changed: z.int() }),
      handle: (call) => applyImport(db, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/catalogue/imports/:id/undo',
      summary: '撤销目录导入',
      access: may('manage-catalogue'),
      params: one,
      answer: z.object({ changed: z.int() }),
      handle: (call) => undoImport(db, call, call.params.id),
    }),
  ];
}
