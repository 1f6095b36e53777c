import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { defineRoute, id, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import type { Authority } from '../domain/authority.ts';
import type { OrganChange } from '../domain/organ-event.ts';
import { may, mayOneOf } from '../domain/policy.ts';
import type { OrganisationDeps } from '../service/deps.ts';
import { recordOrganEvent, withdrawOrganEvent } from '../service/organ-events.ts';
import { getOrganDetail, listOrganTree, type OrganDetail, searchForOrgans } from '../service/organ-reading.ts';
import { changeOrgan, createOrgan } from '../service/organs.ts';
import {
  eventDraft,
  listedOrgan,
  organDetail,
  organDraft,
  organEdit,
  organFilter,
  plainDay,
  withdrawal,
} from './organ-shapes.ts';

/** The addresses of organs below /api. */
export function organRoutes({ db }: OrganisationDeps): Route<Authority>[] {
  const define = defineRoute<Authority>();
  return [
    define({
      method: 'GET',
      path: '/organs',
      summary: '查询机构',
      access: may('read-organs'),
      query: organFilter.extend(pageQuery.shape),
      answer: pageOf(listedOrgan),
      handle: async (call) => {
        const { asOf, page, pageSize, ...filter } = call.query;
        return success(await searchForOrgans(db, call, { ...filter, day: asOf }, { page, pageSize }));
      },
    }),
    define({
      method: 'GET',
      path: '/organs/tree',
      summary: '查看机构树',
      access: may('read-organs'),
      query: organFilter,
      answer: z.object({ organs: z.array(listedOrgan) }),
      handle: async (call) => {
        const { asOf, ...filter } = call.query;
        return success({ organs: await listOrganTree(db, call, { ...filter, day: asOf }) });
      },
    }),
    define({
      method: 'GET',
      path: '/organs/:id',
      summary: '查看机构',
      access: may('read-organs'),
      params: z.object({ id }),
      query: z.object({ asOf: plainDay.optional() }),
      answer: organDetail,
      handle: async (call) => {
        const found = await getOrganDetail(db, call, call.params.id, call.query.asOf);
        return found.ok ? success(presentDetail(found.value)) : found;
      },
    }),
    define({
      method: 'POST',
      path: '/organs',
      summary: '登记机构',
      access: may('maintain-organs'),
      body: organDraft,
      answer: z.object({ id }),
      handle: (call) => createOrgan(db, call, call.body),
    }),
    define({
      method: 'PATCH',
      path: '/organs/:id',
      summary: '修改机构信息',
      access: mayOneOf('maintain-contacts', 'maintain-organs'),
      params: z.object({ id }),
      body: organEdit,
      answer: z.object({ version: z.int() }),
      handle: (call) => changeOrgan(db, call, call.params.id, call.body),
    }),
    define({
      method: 'POST',
      path: '/organs/:id/events',
      summary: '登记机构变动',
      access: may('maintain-organs'),
      params: z.object({ id }),
      body: eventDraft,
      answer: z.object({ version: z.int() }),
      handle: (call) =>
        recordOrganEvent(db, call, call.params.id, { ...call.body, change: call.body.change as OrganChange }),
    }),
    define({
      method: 'POST',
      path: '/organs/:id/events/:eventId/withdraw',
      summary: '撤回登记有误的机构变动',
      access: may('maintain-organs'),
      params: z.object({ id, eventId: id }),
      body: withdrawal,
      answer: z.object({ version: z.int() }),
      handle: (call) => withdrawOrganEvent(db, call, call.params.id, { ...call.body, eventId: call.params.eventId }),
    }),
  ];
}

const presentDetail = ({ current, history, events, duties, ...organ }: OrganDetail) => {
  const { organId: _, from: _from, until: _until, ...state } = current;
  return {
    ...organ,
    ...state,
    history,
    duties: [...duties],
    events: events.map((event) => ({ ...event, kind: event.change.kind })),
  };
};
