import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { tableMediaTypes } from '../../kernel/table-file-format.ts';
import {
  day,
  defineRoute,
  id,
  instant,
  pageOf,
  pageQuery,
  type Route,
  receiveFile,
} from '../../platform/http/api/index.ts';
import { ledgerFieldKeys, ledgerFields } from '../domain/import/columns.ts';
import { kindKeys } from '../domain/kinds/index.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import {
  applyLedger,
  changeLedger,
  getLedger,
  largestLedger,
  previewLedger,
  searchLedgers,
  undoLedger,
  writeLedgerTemplate,
} from '../service/imports.ts';
import { channelKey } from './channel-shapes.ts';
import { column } from './item-shapes.ts';

const counts = z.object({ created: z.int(), same: z.int(), changed: z.int(), problems: z.int() });
const listed = z.object({
  id,
  organId: id,
  fileName: z.string(),
  status: z.enum(['pending', 'applied', 'undone']),
  counts,
  createdAt: instant,
  createdBy: z.string(),
  appliedAt: instant.nullable(),
  appliedBy: z.string().nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
});
const field = z.enum(ledgerFieldKeys);
const entry = z.object({
  row: z.int(),
  title: z.string(),
  publishedOn: day,
  indexNumber: z.string().optional(),
  documentNumber: z.string().optional(),
  organId: id,
  kind: z.string(),
  columnKey: z.string(),
  deliveries: z.array(z.object({ channel: channelKey, doneOn: day, link: z.string().optional() })),
});
const matching = z.object({
  headRow: z.int(),
  columns: z.array(field.nullable()),
  kind: z.enum(kindKeys),
  columnKey: z.string().optional(),
  channels: z.array(channelKey),
});

/** Rows of a sheet that are shown to choose by. */
const sampleRows = 15;

type Ledger = Extract<Awaited<ReturnType<typeof getLedger>>, { ok: true }>['value'];

/** Lists that may not be changed, as lists that go out. */
const copied = ({ matching: how, differences: { created, same, changed, problems, remarks } }: Ledger) => ({
  matching: { ...how, columns: [...how.columns], channels: [...how.channels] },
  differences: {
    created: created.map((each) => ({ ...each, deliveries: [...each.deliveries] })),
    same: same.map((each) => ({ ...each, entry: { ...each.entry, deliveries: [...each.entry.deliveries] } })),
    changed: changed.map((each) => ({ ...each, entry: { ...each.entry, deliveries: [...each.entry.deliveries] } })),
    problems,
    remarks,
  },
});

/** The addresses of importing what was published elsewhere below /api. */
export function importRoutes({ db }: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const one = z.object({ id });
  const access = may('manage-channels');
  return [
    define({
      method: 'GET',
      path: '/publication/imports',
      summary: '查看发布台账导入记录',
      access,
      query: pageQuery,
      answer: pageOf(listed.extend({ organ: z.string() })),
      handle: async (call) => success(await searchLedgers(db, call, call.query)),
    }),
    define({
      method: 'GET',
      path: '/publication/imports/template',
      summary: '下载发布台账模板',
      access,
      answer: 'file',
      handle: async () => success({ ...(await writeLedgerTemplate()), mediaType: tableMediaTypes.xlsx }),
    }),
    define({
      method: 'POST',
      path: '/publication/imports',
      summary: '上传发布台账，生成差异清单',
      access,
      upload: { fileBytes: largestLedger },
      requestsPerMinute: 10,
      query: z.object({ organId: id }),
      answer: one,
      handle: async (call) => {
        const file = await receiveFile(call.request, { name: '发布台账', mostBytes: largestLedger });
        return file.ok ? previewLedger(db, call, call.query.organId, file.value) : file;
      },
    }),
    define({
      method: 'GET',
      path: '/publication/imports/:id',
      summary: '查看发布台账的差异清单',
      access,
      params: one,
      answer: listed.extend({
        sheets: z.array(z.object({ name: z.string(), rows: z.int(), sample: z.array(z.array(z.string())) })),
        sheet: z.int(),
        matching,
        fields: z.array(z.object({ key: field, label: z.string(), required: z.boolean() })),
        differences: z.object({
          created: z.array(entry),
          same: z.array(z.object({ itemId: id, entry })),
          changed: z.array(
            z.object({
              itemId: id,
              entry,
              fields: z.array(z.object({ key: z.string(), label: z.string(), before: z.string(), after: z.string() })),
            }),
          ),
          problems: z.array(z.object({ row: z.int(), title: z.string(), reason: z.string() })),
          remarks: z.array(z.string()),
        }),
      }),
      handle: async (call) => {
        const ledger = await getLedger(db, call, call.params.id);
        if (!ledger.ok) return ledger;
        return success({
          ...ledger.value,
          ...copied(ledger.value),
          sheets: ledger.value.sheets.map(({ name, rows }) => ({
            name,
            rows: rows.length,
            sample: rows.slice(0, sampleRows),
          })),
          fields: ledgerFieldKeys.map((key) => ({
            key,
            label: ledgerFields[key].label,
            required: ledgerFields[key].required,
          })),
        });
      },
    }),
    define({
      method: 'PATCH',
      path: '/publication/imports/:id',
      summary: '指定台账的工作表和各列含义',
      access,
      params: one,
      body: z.object({
        sheet: z.int().min(0).max(100).optional(),
        headRow: z.int().min(0).max(50).optional(),
        columns: z.array(field.nullable()).max(200).optional(),
        kind: z.enum(kindKeys).optional(),
        columnKey: column.optional(),
        channels: z.array(channelKey).max(15).optional(),
      }),
      answer: one,
      handle: (call) => changeLedger(db, call, call.params.id, call.body),
    }),
    define({
      method: 'POST',
      path: '/publication/imports/:id/apply',
      summary: '执行发布台账导入',
      access,
      params: one,
      answer: z.object({ created: z.int(), changed: z.int() }),
      handle: (call) => applyLedger(db, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/publication/imports/:id/undo',
      summary: '撤销发布台账导入',
      access,
      params: one,
      answer: z.object({ undone: z.int() }),
      handle: (call) => undoLedger(db, call, call.params.id),
    }),
  ];
}
