import { conflict, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { findPlace, listPlaces } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId } from '../../platform/db/index.ts';
import { isKind, kindOf } from '../domain/kinds/index.ts';
import { checkRoute, type ReviewRoute, routeFor, stepsFor, stepUses } from '../domain/review-route.ts';
import { type ReviewStep, reviewStepKeys, reviewSteps } from '../domain/states.ts';
import {
  deleteRoute,
  insertRoute,
  listRoutes as listStored,
  lockRoute,
  type StoredRoute,
  updateRoute,
} from '../store/review-routes.ts';
import { type Caller, dayOf } from './caller.ts';

/** A route with what its organ and kind are called. */
export interface RouteView extends StoredRoute {
  organ?: string;
  kindName?: string;
}

/** Every route that is set in the county of who asks. */
export async function listReviewRoutes(db: Db, caller: Caller): Promise<Result<RouteView[]>> {
  const { countyId } = caller.authority;
  const routes = await listStored(db, countyId);
  const organIds = routes.flatMap(({ organId }) => (organId ? [organId] : []));
  const places = await listPlaces(db, countyId, organIds, dayOf(caller));
  return success(routes.map((route) => viewOf(route, route.organId && places.get(route.organId)?.shortName)));
}

const viewOf = (route: StoredRoute, organ: string | undefined): RouteView => ({
  ...route,
  ...(organ ? { organ } : {}),
  ...(route.kind && isKind(route.kind) ? { kindName: kindOf(route.kind).name } : {}),
});

/** What is set of a route. */
export interface RouteDraft extends ReviewRoute {
  note: string;
}

/** The reviews an item of a kind goes through at an organ today, and those of an important one. */
export async function previewRoute(
  db: Db,
  caller: Caller,
  organId: string,
  kind: string,
): Promise<Result<{ route: ReviewRoute; steps: ReviewStep[]; importantSteps: ReviewStep[] }>> {
  const { countyId } = caller.authority;
  const place = await findPlace(db, countyId, organId, dayOf(caller));
  if (!place) return noSuchOrgan();
  const route = routeFor(await listStored(db, countyId), place.path, kind);
  return success({ route, steps: stepsFor(route, route.alwaysImportant), importantSteps: stepsFor(route, true) });
}

/** Sets the route for an organ, a kind, both or the whole county. */
export async function addReviewRoute(
  db: Db,
  caller: Caller,
  { organId, kind, note, ...draft }: RouteDraft & { organId?: string | undefined; kind?: string | undefined },
): Promise<Result<RouteView>> {
  const { actor, authority, now } = caller;
  const checked = checkRoute(draft);
  if (!checked.ok) return checked;
  if (kind !== undefined && !isKind(kind))
    return invalid([{ field: 'kind', message: '没有这个信息类别，请重新选择。' }]);
  const place = organId === undefined ? undefined : await findPlace(db, authority.countyId, organId, dayOf(caller));
  if (organId !== undefined && !place) return noSuchOrgan();
  const stored: StoredRoute = {
    id: newId(),
    route: checked.value,
    organId,
    kind,
    note,
    version: 1,
    changedBy: authority.personId,
    changedByName: actor.name,
    changedAt: now,
  };
  return write(db, actor, now, async (trx, record): Promise<Result<RouteView>> => {
    if (!(await insertRoute(trx, authority.countyId, stored))) {
      return conflict('这个单位和类别已经设置过审查流程，请在列表中打开修改。');
    }
    record({ action: 'review-route.add', record: recordOf(stored, place?.shortName), after: auditedOf(stored) });
    return success(viewOf(stored, place?.shortName));
  });
}

/** Changes a route; items under review go on by the one they were submitted with. */
export function changeReviewRoute(
  db: Db,
  caller: Caller,
  id: string,
  version: number,
  { note, ...draft }: RouteDraft,
): Promise<Result<RouteView>> {
  const { actor, authority, now } = caller;
  return write(db, actor, now, async (trx, record): Promise<Result<RouteView>> => {
    const checked = checkRoute(draft);
    if (!checked.ok) return checked;
    const before = await lockRoute(trx, authority.countyId, id);
    if (!before) return noSuchRoute();
    if (before.version !== version) return conflict(`审查流程刚刚被${before.changedByName}修改过，请刷新后再改。`);
    const after: StoredRoute = {
      ...before,
      route: checked.value,
      note,
      version: version + 1,
      changedBy: authority.personId,
      changedByName: actor.name,
      changedAt: now,
    };
    await updateRoute(trx, authority.countyId, after);
    const organ = before.organId
      ? (await findPlace(trx, authority.countyId, before.organId, dayOf(caller)))?.shortName
      : undefined;
    record({
      action: 'review-route.change',
      record: recordOf(after, organ),
      before: auditedOf(before),
      after: auditedOf(after),
    });
    return success(viewOf(after, organ));
  });
}

/** Takes a route away; the next wider one counts from then on. */
export function removeReviewRoute(db: Db, caller: Caller, id: string, version: number): Promise<Result<undefined>> {
  const { actor, authority, now } = caller;
  return write(db, actor, now, async (trx, record): Promise<Result<undefined>> => {
    const before = await lockRoute(trx, authority.countyId, id);
    if (!before) return noSuchRoute();
    if (before.version !== version) return conflict(`审查流程刚刚被${before.changedByName}修改过，请刷新后再删。`);
    await deleteRoute(trx, authority.countyId, id);
    record({ action: 'review-route.remove', record: recordOf(before, undefined), before: auditedOf(before) });
    return success(undefined);
  });
}

const recordOf = ({ id, organId, kind }: StoredRoute, organ: string | undefined) => ({
  kind: 'review-route',
  id,
  label: `${organ ?? (organId ? '某单位' : '全县')}·${kind && isKind(kind) ? kindOf(kind).name : '全部类别'}`,
});

const auditedOf = ({ route: { steps, alwaysImportant, importantFrom }, note }: StoredRoute) => ({
  steps: reviewStepKeys.map((step) => `${reviewSteps[step].name}：${stepUses[steps[step]]}`).join('；'),
  alwaysImportant,
  importantFrom,
  note,
});

const noSuchRoute = () => missing('没有找到这条审查流程设置，可能已被删除。请返回列表查看。');
const noSuchOrgan = () => invalid([{ field: 'organId', message: '没有这个单位，请重新选择。' }]);
