import { z } from 'zod';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { success } from '../../kernel/result.ts';
import {
  day,
  defineRoute,
  id,
  instant,
  pageOf,
  pageQuery,
  type Route,
  seenVersion,
} from '../../platform/http/api/index.ts';
import { longestOpinion } from '../domain/acting.ts';
import { referees } from '../domain/event.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { answers } from '../domain/review-words.ts';
import {
  type ReviewStep,
  reviewStepKeys,
  type State,
  stateKeys,
  states,
  type WorkflowAct,
  workflowActKeys,
} from '../domain/states.ts';
import { beginnings, sharedActs } from '../domain/workflow.ts';
import { actOnItem } from '../service/acting.ts';
import { actOnItems } from '../service/bulk-acting.ts';
import { type Authority, may, mayOneOf } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { listOverdue } from '../service/overdue.ts';
import { writeReviewSheet } from '../service/review-sheet.ts';
import { getReviews, listReviews, type WaitingItem } from '../service/reviews.ts';

const define = defineRoute<Authority>();
const oneItem = z.object({ id });
const steps = reviewStepKeys as [ReviewStep, ...ReviewStep[]];
const step = z.enum(steps);
const state = z.enum(stateKeys);
/** What begins an item and what the system does is not asked for here. */
const byHand = workflowActKeys.filter((act) => !(act in beginnings) && act !== 'expire') as [
  WorkflowAct,
  ...WorkflowAct[],
];
const act = z.enum(byHand);
const opinion = z
  .string()
  .max(longestOpinion * 2, `不能超过 ${longestOpinion} 个字`)
  .default('');
export const answerKey = z.enum(Object.keys(answers) as [keyof typeof answers, ...(keyof typeof answers)[]]);
export const refereeKey = z.enum(Object.keys(referees) as [keyof typeof referees, ...(keyof typeof referees)[]]);

const outcome = z.object({
  itemId: id,
  state,
  version: z.int(),
  message: z.string(),
  published: z.object({ indexNumber: z.string(), channels: z.array(z.string()) }).optional(),
});
const optionalDay = day.transform(getPlainDate).optional();

/** That somebody asked for urgent publication. */
const urgency = z.object({ personName: z.string(), reason: z.string(), at: instant });

/** What an item in a list of reviews shows. */
const waiting = z.object({
  id,
  title: z.string(),
  kind: z.string(),
  kindName: z.string(),
  organId: id,
  organ: z.string(),
  authorName: z.string(),
  state,
  stateName: z.string(),
  stateSince: instant,
  dueOn: day.optional(),
  secondLookDueOn: day.optional(),
  important: z.boolean(),
  version: z.int(),
  act,
  label: z.string(),
  step: step.optional(),
  secondEyes: z.boolean(),
  urgency: urgency.optional(),
  shareKey: z.string().optional(),
});

const view = z.object({
  id,
  title: z.string(),
  organ: z.string(),
  state,
  stateName: z.string(),
  version: z.int(),
  where: z.string(),
  next: z.object({ roles: z.string(), people: z.string(), secondEyes: z.boolean() }).optional(),
  acts: z.array(
    z.object({
      act,
      name: z.string(),
      needs: z.enum(['opinion', 'reason', 'nothing']),
      refusal: z.string().optional(),
      hasRight: z.boolean(),
    }),
  ),
  steps: z.array(
    z.object({
      step,
      name: z.string(),
      state: z.enum(['done', 'now', 'ahead', 'owed']),
      personName: z.string().optional(),
      at: instant.optional(),
      opinion: z.string().optional(),
      marks: z.array(z.string()),
    }),
  ),
  organId: id,
  returnTo: z.array(z.object({ state, name: z.string() })),
  events: z.array(
    z.object({
      position: z.int(),
      act: z.enum(workflowActKeys),
      name: z.string(),
      personName: z.string(),
      roleName: z.string(),
      opinion: z.string(),
      marks: z.array(z.string()),
      textNumber: z.int(),
      at: instant,
    }),
  ),
  referrals: z.array(
    z.object({
      id,
      referee: refereeKey,
      refereeName: z.string(),
      question: z.string(),
      askedByName: z.string(),
      askedAt: instant,
      dueOn: day,
      state: z.enum(['open', 'answered', 'dropped']),
      answer: answerKey.optional(),
      answerName: z.string().optional(),
      answerText: z.string(),
      documentNumber: z.string().optional(),
      documentDay: day.optional(),
      attachmentId: id.optional(),
      closedByName: z.string().optional(),
      closedAt: instant.optional(),
    }),
  ),
  owed: z.array(step),
  publishAt: instant.optional(),
  urgency: urgency.optional(),
  secondLookDueOn: day.optional(),
});

/** The addresses of the workflow below /api. Who may do what to which item is decided in the service. */
export const actRoutes = (deps: PublicationDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/publication/reviews',
    summary: '查看等待本人办理的公开信息',
    access: may('read-items'),
    query: pageQuery.extend({ kind: z.string().max(60).optional(), state: state.optional() }),
    answer: pageOf(waiting),
    handle: async (call) => {
      const { page, pageSize, ...filter } = call.query;
      const listed = await listReviews(deps.db, call, filter, { page, pageSize });
      return success({ ...listed, items: listed.items.map(presentWaiting) });
    },
  }),
  define({
    method: 'POST',
    path: '/publication/reviews/acts',
    summary: '成批办理同一表格录入的信息',
    access: mayOneOf(
      'check-items',
      'review-secrecy',
      'review-items',
      'approve-items',
      'approve-important-items',
      'publish-items',
      'draft-items',
      'give-second-eyes',
    ),
    body: z.object({
      act: z.enum(sharedActs),
      opinion,
      items: z
        .array(z.object({ itemId: id, version: seenVersion }))
        .min(1, '请选择要办理的信息')
        .max(200, '一次最多办理 200 件'),
    }),
    answer: z.object({
      done: z.array(outcome),
      refused: z.array(z.object({ itemId: id, title: z.string(), message: z.string() })),
    }),
    handle: (call) => actOnItems(deps, call, call.body),
  }),
  define({
    method: 'GET',
    path: '/publication/overdue',
    summary: '查看各单位逾期未公开情况',
    access: may('read-items'),
    answer: z.object({
      items: z.array(
        z.object({
          organId: id,
          organ: z.string(),
          overdue: z.int(),
          soon: z.int(),
          oldest: day.nullable(),
          owed: z.int(),
        }),
      ),
    }),
    handle: async (call) => {
      const listed = await listOverdue(deps.db, call);
      return listed.ok ? success({ items: listed.value }) : listed;
    },
  }),
  define({
    method: 'GET',
    path: '/publication/items/:id/reviews',
    summary: '查看信息的审查情况和本人可以办理的事项',
    access: may('read-items'),
    params: oneItem,
    answer: view,
    handle: async (call) => {
      const found = await getReviews(deps, call, call.params.id);
      if (!found.ok) return found;
      const { item, referrals, ...rest } = found.value;
      return success({
        ...rest,
        id: item.id,
        title: item.title,
        organId: item.organId,
        state: item.state,
        stateName: states[item.state],
        version: item.version,
        referrals: referrals.map((each) => ({
          ...each,
          refereeName: referees[each.referee],
          ...(each.answer ? { answerName: answers[each.answer] } : {}),
        })),
      });
    },
  }),
  define({
    method: 'POST',
    path: '/publication/items/:id/acts',
    summary: '办理公开信息（提交、审查、退回、发布、撤回等）',
    access: may('read-items'),
    params: oneItem,
    body: z.object({
      act,
      version: seenVersion,
      opinion,
      to: state.optional(),
      step: step.optional(),
      escalate: z.boolean().optional(),
      referee: refereeKey.optional(),
      answer: answerKey.optional(),
      documentNumber: z.string().trim().max(100, '文号不能超过 100 个字').optional(),
      documentDay: optionalDay,
      attachmentId: id.optional(),
      catalogueItemId: id.optional(),
      publishAt: z.iso
        .datetime({ error: '时间无效，请重新选择', offset: true })
        .transform((text) => new Date(text))
        .optional(),
    }),
    answer: outcome,
    handle: (call) => actOnItem(deps, call, { ...call.body, itemId: call.params.id }),
  }),
  define({
    method: 'GET',
    path: '/publication/items/:id/review-sheet',
    summary: '下载政府信息公开审查呈批单',
    access: may('read-items'),
    params: oneItem,
    answer: 'file',
    handle: (call) => writeReviewSheet(deps, call, call.params.id),
  }),
];

const presentWaiting = ({ item, ...rest }: WaitingItem) => ({
  ...rest,
  id: item.id,
  title: item.title,
  kind: item.kind,
  kindName: kindOf(item.kind).name,
  organId: item.organId,
  state: item.state as State,
  stateName: states[item.state],
  stateSince: item.stateSince,
  dueOn: item.dueOn,
  secondLookDueOn: item.secondLookDueOn,
  important: item.important,
  version: item.version,
});
