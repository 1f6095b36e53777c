import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, instant, type Route, seenVersion } from '../../platform/http/api/index.ts';
import { kindKeys } from '../domain/kinds/index.ts';
import { type StepUse, stepUses } from '../domain/review-route.ts';
import { type ReviewStep, reviewStepKeys } from '../domain/states.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import {
  addReviewRoute,
  changeReviewRoute,
  listReviewRoutes,
  previewRoute,
  type RouteView,
  removeReviewRoute,
} from '../service/review-routes.ts';

const define = defineRoute<Authority>();
const oneRoute = z.object({ id });
const use = z.enum(Object.keys(stepUses) as [StepUse, ...StepUse[]], '请选择这一环节是否办理');
const steps = z.object(Object.fromEntries(reviewStepKeys.map((step) => [step, use])) as Record<ReviewStep, typeof use>);
const stepKey = z.enum(reviewStepKeys as [ReviewStep, ...ReviewStep[]]);
const draft = z.object({
  steps,
  alwaysImportant: z.boolean().default(false),
  /** In 分. */
  importantFrom: z.int('金额应为整数分').min(1, '金额应大于 0').optional(),
  note: z.string().trim().max(200, '说明不能超过 200 个字').default(''),
});
const route = draft.extend({
  id,
  organId: id.optional(),
  organ: z.string().optional(),
  kind: z.string().optional(),
  kindName: z.string().optional(),
  version: z.int(),
  changedByName: z.string(),
  changedAt: instant,
});

const present = ({ route: { steps: uses, alwaysImportant, importantFrom }, ...rest }: RouteView) => ({
  ...rest,
  steps: { ...uses },
  alwaysImportant,
  importantFrom,
});

/** The addresses of the review routes below /api. */
export const reviewRouteRoutes = ({ db }: PublicationDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/publication/routes',
    summary: '查看公开审查流程设置',
    access: may('read-items'),
    answer: z.object({ items: z.array(route) }),
    handle: async (call) => {
      const listed = await listReviewRoutes(db, call);
      return listed.ok ? success({ items: listed.value.map(present) }) : listed;
    },
  }),
  define({
    method: 'GET',
    path: '/publication/routes/preview',
    summary: '查看某单位某类信息要经过的审查环节',
    access: may('read-items'),
    query: z.object({ organId: id, kind: z.enum(kindKeys) }),
    answer: z.object({
      steps: z.array(stepKey),
      importantSteps: z.array(stepKey),
      alwaysImportant: z.boolean(),
      importantFrom: z.int().optional(),
    }),
    handle: async (call) => {
      const found = await previewRoute(db, call, call.query.organId, call.query.kind);
      if (!found.ok) return found;
      const {
        route: { alwaysImportant, importantFrom },
        ...ways
      } = found.value;
      return success({ ...ways, alwaysImportant, importantFrom });
    },
  }),
  define({
    method: 'POST',
    path: '/publication/routes',
    summary: '设置公开审查流程',
    access: may('configure-publication'),
    body: draft.extend({ organId: id.optional(), kind: z.enum(kindKeys).optional() }),
    answer: route,
    handle: async (call) => {
      const added = await addReviewRoute(db, call, call.body);
      return added.ok ? success(present(added.value)) : added;
    },
  }),
  define({
    method: 'PUT',
    path: '/publication/routes/:id',
    summary: '修改公开审查流程',
    access: may('configure-publication'),
    params: oneRoute,
    body: draft.extend({ version: seenVersion }),
    answer: route,
    handle: async ({ body: { version, ...rest }, ...call }) => {
      const changed = await changeReviewRoute(db, call, call.params.id, version, rest);
      return changed.ok ? success(present(changed.value)) : changed;
    },
  }),
  define({
    method: 'DELETE',
    path: '/publication/routes/:id',
    summary: '删除公开审查流程设置',
    access: may('configure-publication'),
    params: oneRoute,
    body: z.object({ version: seenVersion }),
    handle: (call) => removeReviewRoute(db, call, call.params.id, call.body.version),
  }),
];
