import type { Actor } from '../../kernel/actor.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, missing, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { Act } from '../domain/acts.ts';
import type { OrganRegister } from '../domain/organ-history.ts';
import { findOrganAsOf, placeAll, readRegister } from '../domain/organ-register.ts';
import type { CountyPlace } from '../domain/place.ts';
import { actorBy, mayAt } from '../domain/policy.ts';
import {
  insertEvents,
  listEvents,
  lockRegister,
  type RecordedEvent,
  raiseRevision,
  withdrawEvents,
} from '../store/organ-events.ts';
import {
  findOrgan,
  findPlace,
  findSharedCreditCode,
  type OrganRecord,
  replaceVersions,
  touchOrgans,
} from '../store/organs.ts';
import type { Caller } from './caller.ts';

/** The organs of a county, locked for a change. */
export interface OpenTree {
  countyId: string;
  revision: number;
  today: PlainDate;
  events: readonly RecordedEvent[];
  register: OrganRegister;
}

/** Who changes the tree. */
export interface TreeEditor {
  countyId: string;
  /** By name. */
  by: string;
  now: Date;
}

export const editorOf = ({ actor, now }: { actor: Actor; now: Date }): TreeEditor => ({
  countyId: actor.countyId,
  by: actor.name,
  now,
});

/** Locks and reads the organs of a county: whoever else wants to change them waits until this is over. */
export async function openTree(trx: Trx, { countyId, now }: TreeEditor): Promise<OpenTree> {
  const locked = await lockRegister(trx, countyId);
  if (!locked) throw new Error(`no county ${countyId}`);
  const events = await listEvents(trx, countyId);
  const register = readRegister(events);
  if (!register.ok) throw new Error(`the register of county ${countyId} is broken: ${register.problem.message}`);
  return { countyId, revision: locked.revision, today: dayInChina(now), events, register: register.value };
}

/** What changes in the events of a county. */
export interface TreeChange {
  insert?: readonly RecordedEvent[];
  withdraw?: { ids: readonly string[]; because: string };
}

/**
 * Writes a change of the events with all that follows from it. Refused, with nothing kept by the
 * transaction, when the register would break a rule on any day.
 *
 * @returns the tree after it
 */
export async function saveTree(
  trx: Trx,
  tree: OpenTree,
  { by, now }: TreeEditor,
  { insert = [], withdraw }: TreeChange,
): Promise<Result<OpenTree>> {
  const { countyId } = tree;
  const gone = tree.events.filter(({ id }) => withdraw?.ids.includes(id));
  const events = [...tree.events.filter((event) => !gone.includes(event)), ...insert];
  const register = readRegister(events);
  if (!register.ok) return register;
  if (withdraw) await withdrawEvents(trx, countyId, withdraw.ids, { at: now, by, because: withdraw.because });
  await insertEvents(trx, countyId, insert);
  const touched = new Set([...gone, ...insert].map(({ organId }) => organId));
  await touchOrgans(trx, countyId, [...touched], { at: now, by });
  await replaceVersions(trx, countyId, placeAll(register.value));
  await raiseRevision(trx, countyId);
  const codes = await checkCreditCodes(trx, tree);
  return codes.ok ? success({ ...tree, events, register: register.value }) : codes;
}

/** No two organs that live, or will, have one 统一社会信用代码 (GB 32100-2015, 4.1: one organisation, one code). */
export async function checkCreditCodes(trx: Trx, { countyId, today }: OpenTree): Promise<Result<true>> {
  const shared = await findSharedCreditCode(trx, countyId, today);
  if (!shared) return success(true);
  const message = `统一社会信用代码 ${shared.creditCode} 已由其他机构使用（${shared.names.join('、')}），请核对。`;
  return failure('credit-code-taken', message, [{ field: 'creditCode', message }]);
}

/** The next place among the events of a day. */
export const nextPosition = (events: readonly { position: number }[]): number =>
  events.reduce((highest, { position }) => Math.max(highest, position), 0) + 1;

export const noSuchOrgan = () => missing('没有这个机构，登记可能已经撤回。请从机构列表重新进入。');

const changedMeanwhile = (name: string, { changedBy, changedAt }: OrganRecord) =>
  conflict(
    `“${name}”已由${changedBy}于 ${minuteInChina(changedAt)} 修改，您看到的不是最新内容。请刷新后核对，再办理您的修改。`,
  );

/** 2026-01-02 10:30, as clocks in China show it. */
export const minuteInChina = (instant: Date): string =>
  `${dayInChina(instant)} ${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;

/** Where an organ stands today, for the policies; one to come stands where it will begin. Undefined when there is none. */
async function findPlaceNow(db: Db | Trx, { actor, now }: Caller, organId: string): Promise<CountyPlace | undefined> {
  const { countyId } = actor;
  const place = await findPlace(db, countyId, organId, dayInChina(now));
  return place && { countyId, place };
}

/**
 * Does something to an organ in one audited transaction, when its place allows it to who asks. That is decided before, so
 * that the audit knows on whose behalf; an organ that is moved meanwhile has another version and is refused for that.
 */
export async function writeToOrgan<T>(
  db: Db,
  caller: Caller,
  { id, version, act }: { id: string; version: number; act: Act },
  work: (open: { trx: Trx; record: RecordChange; tree: OpenTree; organ: OrganRecord }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const before = await findPlaceNow(db, caller, id);
  if (!before) return noSuchOrgan();
  const grant = mayAt(caller.authority, act, before);
  if (!grant.ok) return grant;
  return write(db, actorBy(caller.actor, grant.value), caller.now, async (trx, record) => {
    const tree = await openTree(trx, editorOf(caller));
    const organ = await findOrgan(trx, tree.countyId, id);
    if (!organ) return noSuchOrgan();
    if (organ.version !== version) return changedMeanwhile(nameOf(tree, id), organ);
    return work({ trx, record, tree, organ });
  });
}

/** The short name of an organ as of today, for the audit and for messages. */
export function nameOf({ register, today }: Pick<OpenTree, 'register' | 'today'>, organId: string): string {
  const version = findOrganAsOf(register, organId, today) ?? register.histories.get(organId)?.[0];
  return version?.shortName ?? '';
}
