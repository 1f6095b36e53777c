import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { tableMediaTypes } from '../../kernel/table-file-format.ts';
import { day, defineRoute, id, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import { type ChannelKey, channelKeys } from '../domain/channels.ts';
import { breakdowns, figureKinds } from '../domain/figures.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { countFigures, exportFigures, openFigure } from '../service/figures.ts';
import { channelKey, requestedDay } from './channel-shapes.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const by = z.enum(keysOf(breakdowns)).default('organ');
const short = z.string().trim().max(60);

const search = z.object({
  from: requestedDay,
  to: requestedDay,
  /** This organ and all below it. */
  withinId: id.optional(),
  kind: short.optional(),
  columnKey: short.optional(),
  /** Empty: of no field. */
  fieldKey: short.optional(),
});

const counts = z.object({
  information: z.int(),
  withdrawn: z.int(),
  /** Channels that were used. */
  channels: z.object(
    Object.fromEntries(channelKeys.map((key) => [key, z.int().optional()])) as Record<
      ChannelKey,
      z.ZodOptional<z.ZodInt>
    >,
  ),
  deliveries: z.int(),
});

/** The addresses of figures below /api. */
export function figureRoutes({ db }: PublicationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  return [
    define({
      method: 'GET',
      path: '/publication/figures',
      summary: '查看政府信息发布统计',
      access: may('read-items'),
      query: search.extend({ by }),
      answer: z.object({
        by: z.enum(keysOf(breakdowns)),
        lines: z.array(counts.extend({ key: z.string(), name: z.string() })),
        total: counts,
      }),
      handle: async ({ query: { by: line, ...filter }, ...call }) => countFigures(db, call, filter, line),
    }),
    define({
      method: 'GET',
      path: '/publication/figures/items',
      summary: '打开统计数对应的信息',
      access: may('read-items'),
      query: search.extend({
        ...pageQuery.shape,
        by,
        /** The line; absent for the total. */
        key: short.optional(),
        what: z.enum(keysOf(figureKinds)).default('information'),
        channel: channelKey.optional(),
      }),
      answer: pageOf(
        z.object({
          id,
          title: z.string(),
          indexNumber: z.string().nullable(),
          organId: id,
          organ: z.string(),
          kind: z.string(),
          columnKey: z.string(),
          fieldKey: z.string().nullable(),
          publishedOn: day.nullable(),
          live: z.boolean(),
          channel: channelKey.nullable(),
          doneOn: day.nullable(),
        }),
      ),
      handle: ({ query: { by: line, key, what, channel, page, pageSize, ...filter }, ...call }) =>
        openFigure(db, call, filter, { what, by: line, key, channel }, { page, pageSize }),
    }),
    define({
      method: 'GET',
      path: '/publication/figures/export',
      summary: '导出政府信息发布统计',
      access: may('read-items'),
      query: search.extend({ by }),
      answer: 'file',
      handle: async ({ query: { by: line, ...filter }, ...call }) => {
        const file = await exportFigures(db, call, filter, line);
        return file.ok ? success({ ...file.value, mediaType: tableMediaTypes.xlsx }) : file;
      },
    }),
  ];
}
