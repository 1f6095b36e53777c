import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, type Route, seenVersion } from '../../platform/http/api/index.ts';
import { columnKeys } from '../domain/columns.ts';
import { fieldKeys } from '../domain/fields.ts';
import { type Authority, type CatalogueDeps, may } from '../service/caller.ts';
import { changeItem, endItem, nameResponsible } from '../service/changing.ts';
import { addItem, adoptTemplates } from '../service/entering.ts';
import { getShownItem, listShownItems } from '../service/showing.ts';
import { offerTemplates } from '../service/templates.ts';
import { contentChanges, contentDraft, item, library, organ, plainDay, reason, responsibleDraft } from './shapes.ts';

const define = defineRoute<Authority>();

/** The addresses of templates and of the items of catalogues below /api. */
export const itemRoutes = ({ db }: CatalogueDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/catalogue/templates',
    summary: '查看目录模板',
    access: may('read-catalogue'),
    query: z.object({ organId: id }),
    answer: z.object({ organ, libraries: z.array(library) }),
    handle: async (call) => {
      const offered = await offerTemplates(db, call, call.query.organId);
      if (!offered.ok) return offered;
      const libraries = offered.value.libraries.map(({ suits, items, ...rest }) => ({
        ...rest,
        suits: [...suits],
        items: items.map((each) => ({ ...each, levels: [...each.levels] })),
      }));
      return success({ organ: offered.value.organ, libraries });
    },
  }),
  define({
    method: 'GET',
    path: '/catalogue/items',
    summary: '查看公开事项目录',
    access: may('read-catalogue'),
    query: z.object({
      organId: id,
      ended: z.stringbool().optional(),
      fieldKey: z.enum(fieldKeys).optional(),
      columnKey: z.enum(columnKeys).optional(),
      words: z.string().trim().max(100).optional(),
    }),
    answer: z.object({
      organ,
      /** Whether who asks may change this catalogue. */
      mayManage: z.boolean(),
      items: z.array(item),
    }),
    handle: ({ query: { organId, ...filter }, ...call }) => listShownItems(db, call, organId, filter),
  }),
  define({
    method: 'POST',
    path: '/catalogue/items',
    becomesPublic: true,
    summary: '新增公开事项',
    access: may('manage-catalogue'),
    body: z.object({
      organId: id,
      content: contentDraft,
      responsible: responsibleDraft.optional(),
      since: plainDay.optional(),
    }),
    answer: z.object({ id }),
    handle: async (call) => {
      const added = await addItem(db, call, call.body);
      return added.ok ? success({ id: added.value.id }) : added;
    },
  }),
  define({
    method: 'POST',
    path: '/catalogue/items/adopt',
    summary: '从模板引用公开事项',
    access: may('manage-catalogue'),
    body: z.object({
      organId: id,
      templates: z.array(z.string().max(100)).min(1, '请至少选择一个事项').max(500, '一次最多引用 500 个事项'),
      responsible: responsibleDraft.optional(),
      since: plainDay.optional(),
    }),
    answer: z.object({ adopted: z.int(), kept: z.int() }),
    handle: (call) => adoptTemplates(db, call, call.body),
  }),
  define({
    method: 'POST',
    path: '/catalogue/items/responsible',
    summary: '指定公开事项的责任岗位',
    access: may('manage-catalogue'),
    body: z.object({
      organId: id,
      items: z
        .array(z.object({ id, version: seenVersion }))
        .min(1, '请至少选择一个事项')
        .max(500),
      responsible: responsibleDraft.nullable(),
    }),
    answer: z.object({ changed: z.int() }),
    handle: ({ body: { organId, items, responsible }, ...call }) =>
      nameResponsible(db, call, organId, items, responsible),
  }),
  define({
    method: 'GET',
    path: '/catalogue/items/:id',
    summary: '查看公开事项',
    access: may('read-catalogue'),
    params: z.object({ id }),
    answer: item.extend({ organ, mayManage: z.boolean(), mayRegister: z.boolean(), opens: z.boolean() }),
    handle: (call) => getShownItem(db, call, call.params.id),
  }),
  define({
    method: 'PATCH',
    path: '/catalogue/items/:id',
    becomesPublic: true,
    summary: '修改公开事项',
    access: may('manage-catalogue'),
    params: z.object({ id }),
    body: z.object({
      version: seenVersion,
      content: contentChanges.optional(),
      responsible: responsibleDraft.nullable().optional(),
    }),
    answer: z.object({ version: z.int() }),
    handle: async ({ body: { version, ...changes }, ...call }) => {
      const changed = await changeItem(db, call, call.params.id, version, changes);
      return changed.ok ? success({ version: changed.value.version }) : changed;
    },
  }),
  define({
    method: 'POST',
    path: '/catalogue/items/:id/end',
    becomesPublic: true,
    summary: '停止公开事项',
    access: may('manage-catalogue'),
    params: z.object({ id }),
    body: z.object({ version: seenVersion, because: reason('停止公开的原因') }),
    answer: z.object({ version: z.int() }),
    handle: async (call) => {
      const ended = await endItem(db, call, call.params.id, call.body);
      return ended.ok ? success({ version: ended.value.version }) : ended;
    },
  }),
];
