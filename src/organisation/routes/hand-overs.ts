import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { day, defineRoute, id, instant, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import type { Authority } from '../domain/authority.ts';
import { type HandOverState, handOverStateNames } from '../domain/hand-over.ts';
import { may } from '../domain/policy.ts';
import { roles } from '../domain/role.ts';
import type { OrganisationDeps } from '../service/deps.ts';
import { getDesk } from '../service/desk.ts';
import { confirmHandOver } from '../service/hand-over-confirming.ts';
import {
  approvePosts,
  cancelHandOver,
  getHandOver,
  type HandOverDetail,
  listHandOvers,
  startHandOver,
} from '../service/hand-overs.ts';
import { writeSheet } from '../service/sheet.ts';
import { role } from './people-shapes.ts';

const define = defineRoute<Authority>();
const oneHandOver = z.object({ id });
const states = Object.keys(handOverStateNames) as [HandOverState, ...HandOverState[]];
const state = z.enum(states);
const reason = z.string('请填写原因').trim().min(1, '请填写原因').max(200, '原因不能超过 200 个字');

const item = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  title: z.string(),
  nextDate: day.optional(),
  detail: z.string().optional(),
  text: z.string().optional(),
  href: z.string(),
  mark: z.string(),
});

const detail = z.object({
  id,
  state,
  stateName: z.string(),
  reason: z.string(),
  endReason: z.string().optional(),
  startedAt: instant,
  endedAt: instant.optional(),
  from: z.object({ id, name: z.string(), organ: z.string() }),
  to: z.object({ id, name: z.string(), organ: z.string() }),
  items: z.array(item.extend({ addedSince: z.boolean() })),
  posts: z.array(
    z.object({
      role,
      roleName: z.string(),
      organ: z.string(),
      from: day,
      to: day.optional(),
      passed: z.boolean(),
    }),
  ),
  delegations: z.array(
    z.object({
      direction: z.enum(['given', 'taken']),
      role,
      roleName: z.string(),
      organ: z.string(),
      with: z.string(),
      from: day,
      to: day,
    }),
  ),
  /** Whether posts are to go over and a 安全管理员 has not allowed it yet. */
  waitsForApproval: z.boolean(),
  may: z.object({
    confirm: z.boolean(),
    approvePosts: z.boolean(),
    end: z.enum(['declined', 'cancelled']).nullable(),
  }),
});

/** The addresses of desks and hand-overs below /api. Who may do what with which is decided in the service. */
export const handOverRoutes = (deps: OrganisationDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/people/:id/desk',
    summary: '查看待办工作',
    access: 'signed-in',
    params: oneHandOver,
    answer: z.object({ items: z.array(item) }),
    handle: async (call) => {
      const items = await getDesk(deps, call, call.params.id);
      return items.ok ? success({ items: items.value }) : items;
    },
  }),
  define({
    method: 'GET',
    path: '/hand-overs',
    summary: '查询工作移交',
    access: 'signed-in',
    query: pageQuery.extend({ state: state.optional() }),
    answer: pageOf(
      z.object({
        id,
        state,
        fromPersonId: id,
        fromName: z.string(),
        toPersonId: id,
        toName: z.string(),
        organ: z.string(),
        startedAt: instant,
      }),
    ),
    handle: (call) => {
      const { page, pageSize, state: wanted } = call.query;
      return listHandOvers(deps.db, call, wanted, { page, pageSize });
    },
  }),
  define({
    method: 'POST',
    path: '/hand-overs',
    summary: '发起工作移交',
    access: 'signed-in',
    body: z.object({
      fromPersonId: z.uuid('请选择移交人'),
      toPersonId: z.uuid('请选择接收人'),
      reason,
      postIds: z.array(id).max(50).default([]),
    }),
    answer: z.object({ id }),
    handle: (call) => startHandOver(deps, call, call.body),
  }),
  define({
    method: 'GET',
    path: '/hand-overs/:id',
    summary: '查看工作移交',
    access: 'signed-in',
    params: oneHandOver,
    answer: detail,
    handle: async (call) => {
      const found = await getHandOver(deps, call, call.params.id);
      return found.ok ? success(presentHandOver(found.value)) : found;
    },
  }),
  define({
    method: 'GET',
    path: '/hand-overs/:id/sheet',
    summary: '下载工作移交单',
    access: 'signed-in',
    params: oneHandOver,
    answer: 'file',
    handle: async (call) => {
      const found = await getHandOver(deps, call, call.params.id);
      return found.ok ? success(await writeSheet(found.value.sheet)) : found;
    },
  }),
  define({
    method: 'POST',
    path: '/hand-overs/:id/approve-posts',
    summary: '同意随移交转任岗位',
    access: may('assign-posts'),
    params: oneHandOver,
    handle: (call) => approvePosts(deps.db, call, call.params.id),
  }),
  define({
    method: 'POST',
    path: '/hand-overs/:id/confirm',
    summary: '确认接收',
    access: 'signed-in',
    params: oneHandOver,
    body: z.object({
      /** What the successor saw on the sheet. */
      seen: z.array(z.object({ kind: z.string(), id: z.string(), mark: z.string() }), '请先打开移交单逐项核对'),
    }),
    answer: z.object({ items: z.int(), posts: z.int() }),
    handle: (call) => confirmHandOver(deps, call, call.params.id, call.body.seen),
  }),
  define({
    method: 'POST',
    path: '/hand-overs/:id/cancel',
    summary: '退回或取消移交',
    access: 'signed-in',
    params: oneHandOver,
    body: z.object({ reason }),
    answer: z.object({ state: z.enum(['declined', 'cancelled']) }),
    handle: (call) => cancelHandOver(deps.db, call, call.params.id, call.body.reason),
  }),
];

function presentHandOver({ handOver, sheet, addedSince, may: rights }: HandOverDetail) {
  const added = new Set(addedSince);
  return {
    id: handOver.id,
    state: handOver.state,
    stateName: handOverStateNames[handOver.state],
    reason: handOver.reason,
    endReason: handOver.endReason,
    startedAt: handOver.startedAt,
    endedAt: handOver.endedAt,
    from: { id: handOver.fromPersonId, ...sheet.from },
    to: { id: handOver.toPersonId, ...sheet.to },
    items: sheet.items.map((each) => ({ ...each, addedSince: added.has(each.id) })),
    posts: sheet.posts.map((post) => ({ ...post, roleName: roles[post.role].name })),
    delegations: sheet.delegations.map((each) => ({ ...each, roleName: roles[each.role].name })),
    waitsForApproval: handOver.postIds.length > 0 && handOver.postsApprovedByPersonId === undefined,
    may: rights,
  };
}
