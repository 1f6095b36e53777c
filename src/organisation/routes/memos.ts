import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { day, defineRoute, id, instant, type Route, seenVersion } from '../../platform/http/api/index.ts';
import type { Authority } from '../domain/authority.ts';
import type { OrganisationDeps } from '../service/deps.ts';
import { addMemo, changeMemo, getMemo, listMemos } from '../service/memos.ts';
import { plainDay } from './organ-shapes.ts';

const define = defineRoute<Authority>();
const title = z.string('请填写标题').trim().min(1, '请填写标题').max(100, '标题不能超过 100 个字');
const text = z.string().max(100_000, '正文不能超过 10 万字');

const memo = z.object({
  id,
  title: z.string(),
  text: z.string(),
  due: day.optional(),
  done: z.boolean(),
  version: z.int(),
  updatedAt: instant,
});

/** The addresses of memos below /api; everybody has his own. */
export const memoRoutes = ({ db }: OrganisationDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/memos',
    summary: '查看备忘',
    access: 'signed-in',
    query: z.object({ which: z.enum(['open', 'all']).default('open') }),
    answer: z.object({ items: z.array(memo) }),
    handle: async (call) => {
      const items = await listMemos(db, call, call.query.which);
      return items.ok ? success({ items: items.value }) : items;
    },
  }),
  define({
    method: 'GET',
    path: '/memos/:id',
    summary: '打开备忘',
    access: 'signed-in',
    params: z.object({ id }),
    answer: memo,
    handle: (call) => getMemo(db, call, call.params.id),
  }),
  define({
    method: 'POST',
    path: '/memos',
    summary: '新建备忘',
    access: 'signed-in',
    body: z.object({ title, text: text.default(''), due: plainDay.optional() }),
    answer: memo,
    handle: (call) => addMemo(db, call, call.body),
  }),
  define({
    method: 'PATCH',
    path: '/memos/:id',
    summary: '保存备忘',
    access: 'signed-in',
    params: z.object({ id }),
    body: z.object({
      version: seenVersion,
      title: title.optional(),
      text: text.optional(),
      due: plainDay.nullable().optional(),
      done: z.boolean().optional(),
    }),
    answer: memo,
    handle: ({ body: { version, ...changes }, ...call }) => changeMemo(db, call, call.params.id, version, changes),
  }),
];
