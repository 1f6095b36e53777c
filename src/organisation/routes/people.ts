import { z } from 'zod';
import { dayInChina } from '../../kernel/plain-date.ts';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import type { Authority } from '../domain/authority.ts';
import { may } from '../domain/policy.ts';
import { endSessions, removeSecondFactor, resetPassword, unlock } from '../service/accounts.ts';
import { closePerson } from '../service/closing.ts';
import { delegate, revoke } from '../service/delegations.ts';
import type { OrganisationDeps } from '../service/deps.ts';
import { addPerson, changePerson, getPerson, listPeople } from '../service/people.ts';
import { appoint, withdraw } from '../service/posts.ts';
import {
  delegationGiven,
  personChanged,
  personDetail,
  personEntered,
  personListed,
  postGiven,
  presentDetail,
  presentPerson,
  role,
} from './people-shapes.ts';

/** The addresses of people, their accounts, posts and delegations below /api. */
export function peopleRoutes(deps: OrganisationDeps): Route<Authority>[] {
  return [...personRoutes(deps), ...accountRoutes(deps), ...postRoutes(deps)];
}

const define = defineRoute<Authority>();
const onePerson = z.object({ id });
/** A filter that a form sends as an empty text when nothing is chosen. */
const filter = <T extends z.ZodType>(schema: T) =>
  z.preprocess((sent) => (sent === '' ? undefined : sent), schema.optional());

const personRoutes = ({ db }: OrganisationDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/people',
    summary: '查询人员',
    access: may('read-people'),
    query: pageQuery.extend({
      search: z.string().trim().max(50).optional(),
      organId: filter(id),
      role: filter(z.union([role, z.literal('none')], '请选择岗位')),
      state: filter(z.enum(['active', 'closed'])),
    }),
    answer: pageOf(personListed),
    handle: async (call) => {
      const { page, pageSize, ...searched } = call.query;
      const found = await listPeople(db, call, searched, { page, pageSize });
      return found.ok ? success({ ...found.value, items: found.value.items.map(presentPerson) }) : found;
    },
  }),
  define({
    method: 'GET',
    path: '/people/:id',
    summary: '查看人员',
    // Everybody may see himself, who has no post yet too.
    access: 'signed-in',
    params: onePerson,
    answer: personDetail,
    handle: async (call) => {
      const found = await getPerson(db, call, call.params.id);
      return found.ok ? success(presentDetail(found.value)) : found;
    },
  }),
  define({
    method: 'PATCH',
    path: '/people/:id',
    summary: '修改人员信息',
    // Everybody may change how he himself is reached.
    access: 'signed-in',
    params: onePerson,
    body: personChanged,
    answer: z.object({ version: z.int() }),
    handle: ({ body: { version, ...changes }, ...call }) => changePerson(db, call, call.params.id, version, changes),
  }),
];

const accountRoutes = (deps: OrganisationDeps): Route<Authority>[] => [
  define({
    method: 'POST',
    path: '/people',
    summary: '登记人员并开通账号',
    access: may('manage-accounts'),
    body: personEntered,
    answer: z.object({ id, loginName: z.string(), firstPassword: z.string() }),
    handle: async (call) => {
      const { activeFrom = dayInChina(call.now), jobTitle, mobilePhone, officePhone, email, ...person } = call.body;
      const contacts = {
        jobTitle: jobTitle ?? undefined,
        mobilePhone: mobilePhone ?? undefined,
        officePhone: officePhone ?? undefined,
        email: email ?? undefined,
      };
      return addPerson(deps.db, call, { ...person, ...contacts, activeFrom }, deps.hashCost);
    },
  }),
  define({
    method: 'POST',
    path: '/people/:id/reset-password',
    summary: '重置密码',
    access: may('manage-accounts'),
    params: onePerson,
    answer: z.object({ firstPassword: z.string() }),
    handle: (call) => resetPassword(deps.db, call, call.params.id, deps.hashCost),
  }),
  define({
    method: 'POST',
    path: '/people/:id/unlock',
    summary: '解除登录锁定',
    access: may('manage-accounts'),
    params: onePerson,
    handle: (call) => unlock(deps.db, call, call.params.id),
  }),
  define({
    method: 'POST',
    path: '/people/:id/end-sessions',
    summary: '退出该人员的全部登录',
    access: may('manage-accounts'),
    params: onePerson,
    handle: (call) => endSessions(deps.db, call, call.params.id),
  }),
  define({
    method: 'POST',
    path: '/people/:id/remove-second-factor',
    summary: '解除动态验证码',
    access: may('remove-second-factors'),
    params: onePerson,
    handle: (call) => removeSecondFactor(deps.db, call, call.params.id),
  }),
  define({
    method: 'POST',
    path: '/people/:id/close',
    summary: '注销账号',
    access: may('manage-accounts'),
    params: onePerson,
    handle: (call) => closePerson(deps, call, call.params.id),
  }),
];

const postRoutes = ({ db }: OrganisationDeps): Route<Authority>[] => [
  define({
    method: 'POST',
    path: '/people/:id/posts',
    summary: '任命岗位',
    access: may('assign-posts'),
    params: onePerson,
    body: postGiven,
    answer: z.object({ id }),
    handle: (call) => {
      const { from, to, ...given } = call.body;
      return appoint(db, call, call.params.id, { ...given, term: { from, to } });
    },
  }),
  define({
    method: 'DELETE',
    path: '/people/:id/posts/:postId',
    summary: '免去岗位',
    access: may('assign-posts'),
    params: z.object({ id, postId: id }),
    handle: (call) => withdraw(db, call, call.params.id, call.params.postId),
  }),
  define({
    method: 'POST',
    path: '/delegations',
    summary: '委托代办',
    // Everybody may lend his own post; the service decides whose it is.
    access: 'signed-in',
    body: delegationGiven,
    answer: z.object({ id }),
    handle: (call) => {
      const { from, to, ...given } = call.body;
      return delegate(db, call, { ...given, term: { from, to } });
    },
  }),
  define({
    method: 'DELETE',
    path: '/delegations/:id',
    summary: '撤回委托',
    access: 'signed-in',
    params: onePerson,
    handle: (call) => revoke(db, call, call.params.id),
  }),
];
