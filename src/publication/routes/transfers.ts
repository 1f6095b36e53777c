import { z } from 'zod';
import { type Result, success } from '../../kernel/result.ts';
import {
  type Download,
  day,
  defineRoute,
  id,
  instant,
  pageOf,
  pageQuery,
  type Route,
} from '../../platform/http/api/index.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import {
  drawPendingSheet,
  drawTransferSheet,
  listPendingTransfers,
  registerTransfer,
  searchTransfers,
} from '../service/transfers.ts';
import { requestedDay } from './channel-shapes.ts';

const channel = z.enum(['archive', 'library'], '请选择档案馆或图书馆');
const wish = z.object({ channel, organId: id, from: requestedDay, to: requestedDay });
const format = z.enum(['docx', 'xlsx']).default('docx');
const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The addresses of handing over to archives and libraries below /api. */
export function transferRoutes({ db }: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  return [
    define({
      method: 'GET',
      path: '/publication/transfers/pending',
      summary: '查看待移送的信息',
      access: may('manage-channels'),
      query: wish.extend(pageQuery.shape),
      answer: pageOf(
        z.object({
          id,
          title: z.string(),
          indexNumber: z.string().nullable(),
          documentNumber: z.string().nullable(),
          kind: z.string(),
          organId: id,
          organ: z.string(),
          publishedOn: day,
        }),
      ),
      handle: ({ query: { page, pageSize, ...asked }, ...call }) =>
        listPendingTransfers(db, call, asked, { page, pageSize }),
    }),
    define({
      method: 'GET',
      path: '/publication/transfers/sheet',
      summary: '打印移送明细表',
      access: may('manage-channels'),
      query: wish.extend({ format }),
      answer: 'file',
      handle: async ({ query: { format: as, ...asked }, ...call }) =>
        download(await drawPendingSheet(db, call, asked, as), as),
    }),
    define({
      method: 'GET',
      path: '/publication/transfers',
      summary: '查看移送记录',
      access: may('manage-channels'),
      query: pageQuery,
      answer: pageOf(
        z.object({
          id,
          organId: id,
          organ: z.string(),
          channel,
          from: day,
          to: day,
          handedOn: day,
          receiver: z.string(),
          items: z.int(),
          personName: z.string(),
          at: instant,
        }),
      ),
      handle: async (call) => success(await searchTransfers(db, call, call.query)),
    }),
    define({
      method: 'POST',
      path: '/publication/transfers',
      summary: '登记信息移送',
      access: may('manage-channels'),
      body: wish.extend({
        handedOn: requestedDay,
        receiver: z.string('请填写接收人').trim().min(1, '请填写接收人').max(100, '接收人不能超过 100 个字'),
        itemIds: z.array(id).min(1, '请选择要移送的信息').max(5_000).optional(),
      }),
      answer: z.object({ id, items: z.int() }),
      handle: (call) => registerTransfer(db, call, call.body),
    }),
    define({
      method: 'GET',
      path: '/publication/transfers/:id/sheet',
      summary: '打印一次移送的明细表',
      access: may('manage-channels'),
      params: z.object({ id }),
      query: z.object({ format }),
      answer: 'file',
      handle: async (call) =>
        download(await drawTransferSheet(db, call, call.params.id, call.query.format), call.query.format),
    }),
  ];
}

const download = (
  file: Result<{ fileName: string; content: Uint8Array }>,
  as: keyof typeof mediaTypes,
): Result<Download> => (file.ok ? success({ ...file.value, mediaType: mediaTypes[as] }) : file);
