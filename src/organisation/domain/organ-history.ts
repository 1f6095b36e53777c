import type { PlainDate } from '../../kernel/plain-date.ts';
import { failure, type Result, success } from '../../kernel/result.ts';
import type { OrganStatus, OrganVersion } from './organ.ts';
import { inOrder, type OrganChange, type OrganEvent, organChangeNames } from './organ-event.ts';

/** All organs of a county with all that ever happened to them. */
export interface OrganRegister {
  /** By organ, in order. */
  events: ReadonlyMap<string, readonly OrganEvent[]>;
  /** By organ, in order. */
  histories: ReadonlyMap<string, readonly OrganVersion[]>;
}

/** The state an organ is in, without the days. */
type OrganState = Pick<OrganVersion, 'status' | 'kind' | 'fullName' | 'shortName' | 'parentId'>;

/**
 * What an organ was from its first day on: its events folded, one version after the other without a gap. An event
 * that is taken over by another one of the same day leaves no version behind.
 *
 * Refused when the events make no sense: something before it was set up, something after it ended.
 *
 * @param events all of one organ, in any order
 * @example set up 2001-01-01 as 石桥乡, renamed 2015-07-01 to 石桥镇
 *   // [{ from: '2001-01-01', until: '2015-07-01', shortName: '石桥乡' … }, { from: '2015-07-01', shortName: '石桥镇' … }]
 */
export function readHistory(events: readonly OrganEvent[]): Result<OrganVersion[]> {
  const versions: OrganVersion[] = [];
  let state: OrganState | undefined;
  for (const event of inOrder(events)) {
    const next = apply(state, event);
    if (!next.ok) return next;
    state = next.value;
    if (event.change.kind === 'transferred') continue;
    const last = versions.at(-1);
    if (last?.from === event.day) versions.pop();
    else if (last) versions[versions.length - 1] = { ...last, until: event.day };
    versions.push({ organId: event.organId, from: event.day, ...state });
  }
  return success(versions);
}

function apply(state: OrganState | undefined, { change, day }: OrganEvent): Result<OrganState> {
  if (!state) {
    if (change.kind === 'set-up') return success({ status: 'living', ...stateSetUpBy(change) });
    return failure(
      'event-before-set-up',
      `“${organChangeNames[change.kind]}”（${day}）早于该机构设立的日期，请核对日期。`,
    );
  }
  const { fullName } = state;
  if (change.kind === 'set-up') {
    return failure('set-up-twice', `“${fullName}”已经登记过设立；撤销后又恢复的，请登记为“恢复设立”。`);
  }
  if (change.kind === 're-established') {
    if (state.status === 'living') {
      return failure('still-living', `“${fullName}”在 ${day} 仍然存续，不能登记“恢复设立”。`);
    }
    return success({ status: 'living', ...stateSetUpBy(change) });
  }
  if (state.status !== 'living') {
    return failure(
      'event-after-end',
      `“${fullName}”在 ${day} 已经合并、拆分或撤销，不能再登记“${organChangeNames[change.kind]}”，请核对日期。`,
    );
  }
  return success(change.kind === 'transferred' ? state : changed(state, change));
}

const stateSetUpBy = ({
  organKind,
  fullName,
  shortName,
  parentId,
}: OrganChange & { kind: 'set-up' | 're-established' }): Omit<OrganState, 'status'> => ({
  kind: organKind,
  fullName,
  shortName,
  ...(parentId === undefined ? {} : { parentId }),
});

function changed(
  state: OrganState,
  change: Exclude<OrganChange, { kind: 'set-up' | 're-established' | 'transferred' }>,
): OrganState {
  switch (change.kind) {
    case 'renamed':
      return {
        ...state,
        fullName: change.fullName,
        shortName: change.shortName,
        kind: change.organKind ?? state.kind,
      };
    case 'moved': {
      const { parentId: _, ...rest } = state;
      return change.parentId === undefined ? rest : { ...rest, parentId: change.parentId };
    }
    case 'split':
      return { ...state, status: change.continues ? 'living' : 'split' };
    case 'merged':
    case 'abolished':
      return { ...state, status: change.kind };
  }
}

/**
 * What an organ was on a day; undefined before it was set up. An organ that has ended is still given,
 * with its last name and its status, because old records bear that name.
 */
export const organAsOf = (history: readonly OrganVersion[], day: PlainDate): OrganVersion | undefined =>
  history.findLast(({ from }) => from <= day);

/** Whether there was such an organ, acting, on a day. */
export const livesOn = (history: readonly OrganVersion[], day: PlainDate): boolean =>
  organAsOf(history, day)?.status === ('living' satisfies OrganStatus);

/** Since when an organ that lives on a day has been living without a break; undefined when it does not. */
export function livingSince(history: readonly OrganVersion[], day: PlainDate): PlainDate | undefined {
  if (!livesOn(history, day)) return undefined;
  const ended = history.findLastIndex(({ status, from }) => status !== 'living' && from <= day);
  return history[ended + 1]?.from;
}

/** The later of two days. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  if (a < b) return b;
  return a;
}
