import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, instant, pageOf, type Route, seenVersion } from '../../platform/http/api/index.ts';
import { type Authority, may } from '../service/caller.ts';
import { registerClearances } from '../service/clearing.ts';
import { copyItem } from '../service/copying.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { beginItem } from '../service/drafting.ts';
import { getItemDetail, type ItemDetail } from '../service/item-detail.ts';
import { listItemEvents, listLinkable, searchItems } from '../service/items.ts';
import { keepAside, saveDraft } from '../service/saving.ts';
import { compareVersions, getVersion, keepVersion, listVersions, restoreVersion } from '../service/versions.ts';
import { largestText } from '../service/writing.ts';
import {
  asideChanges,
  beginning,
  clearances,
  draftChanges,
  itemDetail,
  itemEvent,
  itemSearch,
  itemText,
  kind,
  linkableItem,
  listedItem,
  listedText,
  remark,
} from './item-shapes.ts';

const begun = z.object({ id, version: z.int() });
const number = z.coerce.number().int().min(1).max(100_000);

/** The addresses of items below /api. */
export const itemRoutes = (deps: PublicationDeps): Route<Authority>[] => {
  const define = defineRoute<Authority>();
  const { db } = deps;
  return [
    define({
      method: 'GET',
      path: '/publication/items',
      summary: '查询公开信息',
      access: may('read-items'),
      query: itemSearch,
      answer: pageOf(listedItem),
      handle: async (call) => {
        const { page, pageSize, ...search } = call.query;
        return success(await searchItems(db, call, search, { page, pageSize }));
      },
    }),
    define({
      method: 'POST',
      path: '/publication/items',
      summary: '新建公开信息',
      access: may('draft-items'),
      body: beginning,
      answer: begun,
      handle: (call) => beginItem(deps, call, call.body),
    }),
    define({
      method: 'GET',
      path: '/publication/linkable',
      summary: '查找可以关联的信息',
      access: may('read-items'),
      query: z.object({
        words: z.string().trim().max(100).default(''),
        kinds: kind
          .array()
          .max(40)
          .or(kind.transform((one) => [one]))
          .optional(),
      }),
      answer: z.object({ items: z.array(linkableItem) }),
      handle: async (call) => success({ items: await listLinkable(db, call, call.query) }),
    }),
    define({
      method: 'GET',
      path: '/publication/items/:id',
      summary: '打开公开信息',
      access: may('read-items'),
      params: z.object({ id }),
      answer: itemDetail,
      handle: async (call) => {
        const detail = await getItemDetail(deps, call, call.params.id);
        return detail.ok ? success(present(detail.value)) : detail;
      },
    }),
    define({
      method: 'PATCH',
      path: '/publication/items/:id',
      summary: '保存公开信息草稿',
      access: may('draft-items'),
      params: z.object({ id }),
      body: draftChanges,
      bodyBytes: largestText,
      answer: z.object({
        version: z.int(),
        textNumber: z.int(),
        savedAt: instant,
        removed: z.array(z.string()).readonly(),
        bodyHtml: z.string().optional(),
        remarks: z.array(remark).readonly(),
        dueOn: z.string().optional(),
      }),
      handle: ({ body: { version, ...changes }, ...call }) => saveDraft(deps, call, call.params.id, version, changes),
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/aside',
      summary: '把同时修改的内容另存为版本',
      access: may('draft-items'),
      params: z.object({ id }),
      body: asideChanges,
      bodyBytes: largestText,
      answer: z.object({ number: z.int() }),
      handle: (call) => keepAside(deps, call, call.params.id, call.body),
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/copy',
      summary: '复制为新的公开信息',
      access: may('draft-items'),
      params: z.object({ id }),
      answer: begun,
      handle: (call) => copyItem(deps, call, call.params.id),
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/clearances',
      summary: '登记协商和批准的答复',
      access: may('draft-items'),
      params: z.object({ id }),
      body: clearances.extend({ version: seenVersion }),
      answer: z.object({ version: z.int() }),
      handle: ({ body: { version, ...answered }, ...call }) =>
        registerClearances(deps, call, call.params.id, version, answered),
    }),
    define({
      method: 'GET',
      path: '/publication/items/:id/events',
      summary: '查看公开信息的办理过程',
      access: may('read-items'),
      params: z.object({ id }),
      answer: z.object({ items: z.array(itemEvent) }),
      handle: async (call) => {
        const events = await listItemEvents(db, call, call.params.id);
        return events.ok ? success({ items: events.value }) : events;
      },
    }),
    define({
      method: 'GET',
      path: '/publication/items/:id/versions',
      summary: '查看公开信息的版本',
      access: may('read-items'),
      params: z.object({ id }),
      answer: z.object({ items: z.array(listedText) }),
      handle: async (call) => {
        const versions = await listVersions(db, call, call.params.id);
        return versions.ok ? success({ items: versions.value }) : versions;
      },
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/versions',
      summary: '把草稿保存为版本',
      access: may('draft-items'),
      params: z.object({ id }),
      body: z.object({
        version: seenVersion,
        changeNote: z.string('请填写修改说明').trim().min(1, '请填写修改说明').max(500, '修改说明不能超过 500 个字'),
      }),
      answer: z.object({ number: z.int(), version: z.int() }),
      handle: (call) => keepVersion(deps, call, call.params.id, call.body),
    }),
    define({
      method: 'GET',
      path: '/publication/items/:id/versions/:number',
      summary: '打开公开信息的一个版本',
      access: may('read-items'),
      params: z.object({ id, number }),
      answer: itemText,
      handle: (call) => getVersion(db, call, call.params.id, call.params.number),
    }),
    define({
      method: 'GET',
      path: '/publication/items/:id/differences',
      summary: '比较公开信息的两个版本',
      access: may('read-items'),
      params: z.object({ id }),
      query: z.object({ before: number, after: number }),
      answer: z.object({
        title: z.object({ before: z.string(), after: z.string() }).optional(),
        summary: z.object({ before: z.string(), after: z.string() }).optional(),
        fields: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
        attachments: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
        body: z.array(
          z.object({
            kind: z.enum(['same', 'added', 'removed', 'changed']),
            text: z.string().optional(),
            pieces: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })).optional(),
          }),
        ),
      }),
      handle: (call) => compareVersions(db, call, call.params.id, call.query),
    }),
    define({
      method: 'POST',
      path: '/publication/items/:id/restore-version',
      summary: '恢复公开信息的一个版本',
      access: may('draft-items'),
      params: z.object({ id }),
      body: z.object({ version: seenVersion, number: z.int().min(1).max(100_000) }),
      answer: z.object({ version: z.int(), textNumber: z.int() }),
      handle: (call) => restoreVersion(deps, call, call.params.id, call.body),
    }),
  ];
};

const present = ({ item, places: _, ...detail }: ItemDetail) => ({ ...item, ...detail });
