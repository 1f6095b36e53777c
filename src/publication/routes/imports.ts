import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { tableMediaTypes } from '../../kernel/table-file-format.ts';
import {
  day,
  defineRoute,
  id,
  importStanding,
  instant,
  pageOf,
  pageQuery,
  type Route,
  receiveFile,
  seenVersion,
} from '../../platform/http/api/index.ts';
import { ledgerFieldKeys, ledgerFields } from '../domain/import/columns.ts';
import { kindKeys } from '../domain/kinds/index.ts';
import { type Authority, mayOneOf } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { applyLedger } from '../service/import-applying.ts';
import { ledgerActs, undoActs } from '../service/import-hands.ts';
import { writeLedgerTemplate } from '../service/import-template.ts';
import { undoLedger } from '../service/import-undoing.ts';
import {
  changeLedger,
  dropLedger,
  getLedger,
  largestLedger,
  previewLedger,
  searchLedgers,
} from '../service/imports.ts';
import { channelKey } from './channel-shapes.ts';
import { column } from './item-shapes.ts';

const counts = z.object({ created: z.int(), same: z.int(), changed: z.int(), problems: z.int(), opening: z.int() });
const listed = importStanding.extend({
  organId: id,
  status: z.enum(['pending', 'applied', 'undone', 'dropped']),
  counts,
  version: seenVersion,
  droppedAt: instant.nullable(),
  droppedBy: z.string().nullable(),
  droppedBecause: z.string().nullable(),
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
  summary: z.string(),
  deliveries: z.array(z.object({ channel: channelKey, doneOn: day, link: z.string().optional() })),
});
const matching = z.object({
  headRow: z.int(),
  columns: z.array(field.nullable()),
  kind: z.enum(kindKeys),
  columnKey: z.string().optional(),
  year: z.int().optional(),
  channels: z.array(channelKey),
});

/** Rows of a sheet that are shown to choose by. */
const sampleRows = 15;

type Ledger = Extract<Awaited<ReturnType<typeof getLedger>>, { ok: true }>['value'];

/** Lists that may not be changed, as lists that go out. */
const copied = ({ matching: how, differences: { created, same, changed, ...rest } }: Ledger) => ({
  matching: { ...how, columns: [...how.columns], channels: [...how.channels] },
  differences: {
    created: created.map((each) => ({ ...each, deliveries: [...each.deliveries] })),
    same: same.map((each) => ({ ...each, entry: { ...each.entry, deliveries: [...each.entry.deliveries] } })),
    changed: changed.map((each) => ({ ...each, entry: { ...each.entry, deliveries: [...each.entry.deliveries] } })),
    ...rest,
  },
});

/** The addresses of importing what was published elsewhere below /api. */
export function importRoutes({ db }: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const one = z.object({ id });
  const access = mayOneOf(...ledgerActs);
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
        /** The organs its rows are of, by name. */
        organs: z.array(z.object({ id, name: z.string() })),
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
          /** Rows that are no publication: sums, signatures. */
          left: z.array(z.object({ row: z.int(), what: z.string() })),
          remarks: z.array(z.string()),
        }),
        decision: z.object({
          mayEnter: z.boolean(),
          because: z.string().optional(),
          enterers: z.array(z.string()),
          mayDrop: z.boolean(),
          mayUndo: z.boolean(),
          isOwn: z.boolean(),
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
            sample: rows.slice(0, sampleRows).map((cells) => [...cells]),
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
        version: seenVersion,
        sheet: z.int().min(0).max(100).optional(),
        headRow: z.int().min(0).max(50).optional(),
        columns: z.array(field.nullable()).max(200).optional(),
        kind: z.enum(kindKeys).optional(),
        columnKey: column.optional(),
        year: z.int('年份应为四位数').min(1990, '年份太早，请核对').max(2100, '年份太晚，请核对').optional(),
        channels: z.array(channelKey).max(15).optional(),
      }),
      answer: one,
      handle: ({ body: { version, ...change }, ...call }) => changeLedger(db, call, call.params.id, version, change),
    }),
    define({
      method: 'POST',
      path: '/publication/imports/:id/apply',
      summary: '执行发布台账导入',
      access,
      params: one,
      body: z.object({ version: seenVersion }),
      answer: z.object({ created: z.int(), changed: z.int() }),
      handle: (call) => applyLedger(db, call, call.params.id, call.body.version),
    }),
    define({
      method: 'POST',
      path: '/publication/imports/:id/drop',
      summary: '不予导入发布台账',
      access,
      params: one,
      body: z.object({ version: seenVersion, reason: z.string().max(500, '理由不超过500字').default('') }),
      answer: one,
      handle: (call) => dropLedger(db, call, call.params.id, call.body.version, call.body.reason),
    }),
    define({
      method: 'POST',
      path: '/publication/imports/:id/undo',
      summary: '撤销发布台账导入',
      access: mayOneOf(...undoActs),
      params: one,
      answer: z.object({ undone: z.int() }),
      handle: (call) => undoLedger(db, call, call.params.id),
    }),
  ];
}
