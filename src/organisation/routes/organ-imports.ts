import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { tableFileFormats, tableMediaTypes } from '../../kernel/table-file-format.ts';
import {
  day,
  defineRoute,
  id,
  importStanding,
  pageOf,
  pageQuery,
  type Route,
  receiveFile,
} from '../../platform/http/api/index.ts';
import type { Authority } from '../domain/authority.ts';
import { columns } from '../domain/organ-import/columns.ts';
import { may } from '../domain/policy.ts';
import type { OrganisationDeps } from '../service/deps.ts';
import { exportOrgans } from '../service/organ-export.ts';
import { applyImport, getImport, listOrganImports, previewImport, undoImport } from '../service/organ-imports.ts';
import { plainDay } from './organ-shapes.ts';

/** The largest file of organs that is read, in bytes. */
const largestOrganFile = 5 * 1024 * 1024;

const listed = importStanding.extend({
  /** The day from which its changes hold. */
  day,
});

const fields = z.array(
  z.object({
    key: z.enum(columns.map(({ key }) => key)),
    label: z.string(),
    before: z.string(),
    after: z.string(),
  }),
);

const differences = z.object({
  created: z.array(z.object({ row: z.int(), fullName: z.string(), fields })),
  changed: z.array(z.object({ row: z.int(), organId: id, fullName: z.string(), fields })),
  /** How many rows say what is there already. */
  unchanged: z.int(),
  /** Living organs the file does not name; nothing is done to them. */
  missing: z.array(z.object({ organId: id, fullName: z.string() })),
  problems: z.array(z.object({ row: z.int(), name: z.string(), reason: z.string() })),
  /** What the reader of the file had to guess or left out. */
  remarks: z.array(z.string()),
});

/** The addresses of files of organs below /api. */
export function organImportRoutes({ db }: OrganisationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const one = z.object({ id });
  return [
    define({
      method: 'GET',
      path: '/organs/export',
      summary: '导出机构名单',
      access: may('read-organs'),
      query: z.object({ format: z.enum(tableFileFormats).default('xlsx'), asOf: plainDay.optional() }),
      answer: 'file',
      handle: async (call) => {
        const { fileName, content } = await exportOrgans(db, call, call.query);
        return success({ fileName, mediaType: tableMediaTypes[call.query.format], content });
      },
    }),
    define({
      method: 'GET',
      path: '/organs/imports',
      summary: '查看机构导入记录',
      access: may('maintain-organs'),
      query: pageQuery,
      answer: pageOf(listed),
      handle: async (call) => success(await listOrganImports(db, call, call.query)),
    }),
    define({
      method: 'POST',
      path: '/organs/imports',
      summary: '上传机构名单，生成差异清单',
      access: may('maintain-organs'),
      upload: { fileBytes: largestOrganFile },
      requestsPerMinute: 10,
      query: z.object({ day: plainDay.optional() }),
      answer: one,
      handle: async (call) => {
        const file = await receiveFile(call.request, { name: '机构名单', mostBytes: largestOrganFile });
        return file.ok ? previewImport(db, call, file.value, call.query.day) : file;
      },
    }),
    define({
      method: 'GET',
      path: '/organs/imports/:id',
      summary: '查看机构导入的差异清单',
      access: may('maintain-organs'),
      params: one,
      answer: listed.extend({ differences }),
      handle: (call) => getImport(db, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/organs/imports/:id/apply',
      summary: '执行机构导入',
      access: may('maintain-organs'),
      params: one,
      answer: z.object({ changed: z.int() }),
      handle: (call) => applyImport(db, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/organs/imports/:id/undo',
      summary: '撤销机构导入',
      access: may('maintain-organs'),
      params: one,
      answer: z.object({ changed: z.int() }),
      handle: (call) => undoImport(db, call, call.params.id),
    }),
  ];
}
