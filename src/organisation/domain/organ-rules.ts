import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Failure, failure, type Result, success } from '../../kernel/result.ts';
import { type OrganVersion, organKindNames, parentKinds, rootKinds } from './organ.ts';
import { type OrganEvent, organChangeNames, successorsNamedIn } from './organ-event.ts';
import { laterOf, livesOn, type OrganRegister, organAsOf } from './organ-history.ts';

/**
 * Whether the register is one that can have been, on every day of it:
 *
 * - a living organ stands under a living one, of a kind that may be above it;
 * - only province, city and county may stand at the top, and there is one county government at a time;
 * - under one organ no two bear the same name at a time (under different ones they may);
 * - who takes over from an organ, or gets a function, lives on that day.
 *
 * There can be no circle: kinds above are strictly higher (see `parentKinds`).
 *
 * @returns the refusal names what has to be done first
 */
export function checkRegister(register: OrganRegister): Result<true> {
  const living = [...register.histories.values()].flat().filter(({ status }) => status === 'living');
  return (
    checkParents(register, living) ??
    checkNames(living) ??
    checkOneCounty(living) ??
    checkSuccessors(register) ??
    success(true)
  );
}

function checkParents(register: OrganRegister, living: readonly OrganVersion[]): Failure | undefined {
  const leftBehind = new Map<string, { since: PlainDate; names: string[] }>();
  for (const version of living) {
    const { kind, fullName, parentId } = version;
    if (parentId === undefined) {
      if (!rootKinds.includes(kind)) return failure('parent-needed', `请为“${fullName}”选择上级机构。`);
      continue;
    }
    const parents = register.histories.get(parentId) ?? [];
    const first = parents[0];
    if (!first) return failure('parent-missing', `“${fullName}”的上级机构没有登记，请重新选择。`);
    if (first.from > version.from) {
      return failure(
        'parent-later',
        `“${fullName}”从 ${version.from} 起隶属于“${first.fullName}”，而后者 ${first.from} 才设立，请核对日期。`,
      );
    }
    for (const parent of parents.filter((each) => overlap(each, version))) {
      if (parent.status !== 'living') {
        const since = laterOf(parent.from, version.from);
        const waiting = leftBehind.get(parentId) ?? { since, names: [] };
        leftBehind.set(parentId, { ...waiting, names: [...waiting.names, version.shortName] });
      } else if (!parentKinds[kind].includes(parent.kind)) {
        return failure(
          'parent-kind',
          `“${fullName}”（${organKindNames[kind]}）不能设在“${parent.fullName}”（${organKindNames[parent.kind]}）之下。`,
        );
      }
    }
  }
  for (const [parentId, { since, names }] of leftBehind) {
    const parent = organAsOf(register.histories.get(parentId) ?? [], since);
    return failure(
      'parent-ended',
      `“${parent?.fullName ?? ''}”在 ${since} 已不存续，其下还有 ${names.length} 个机构（${listed(names)}），请先把它们调整到其他机构之下或一并撤销。`,
    );
  }
  return undefined;
}

const listed = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join('、')}等` : names.join('、');

function checkNames(living: readonly OrganVersion[]): Failure | undefined {
  const twins = Map.groupBy(living, ({ parentId = '', fullName }) => `${parentId} ${fullName}`);
  for (const group of twins.values()) {
    const pair = findOverlap(group);
    if (pair) {
      return failure('name-taken', `同一上级之下已有“${pair[0].fullName}”，请核对是否重复登记。`, [
        { field: 'fullName', message: '同一上级之下已有同名机构，请核对是否重复登记。' },
      ]);
    }
  }
  return undefined;
}

function checkOneCounty(living: readonly OrganVersion[]): Failure | undefined {
  const pair = findOverlap(living.filter(({ kind }) => kind === 'county'));
  return pair && failure('county-taken', `县级政府只能有一个，已登记“${pair[0].fullName}”。`);
}

/** Two versions of different organs that hold on the same day. */
function findOverlap(versions: readonly OrganVersion[]): [OrganVersion, OrganVersion] | undefined {
  if (versions.length < 2) return undefined;
  let last: OrganVersion | undefined;
  for (const each of [...versions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (last && last.organId !== each.organId && overlap(last, each)) return [last, each];
    last = each;
  }
  return undefined;
}

const overlap = (a: OrganVersion, b: OrganVersion): boolean =>
  (a.until === undefined || a.until > b.from) && (b.until === undefined || b.until > a.from);

function checkSuccessors(register: OrganRegister): Failure | undefined {
  for (const event of [...register.events.values()].flat()) {
    for (const id of takingOver(event)) {
      if (id === event.organId) {
        return failure(
          'successor-self',
          `“${organChangeNames[event.change.kind]}”的对方不能是该机构自己，请重新选择。`,
        );
      }
      if (!livesOn(register.histories.get(id) ?? [], event.day)) {
        const name = organAsOf(register.histories.get(id) ?? [], event.day)?.fullName;
        return failure(
          'successor-not-living',
          name === undefined
            ? `${event.day} 时对方机构还没有设立，请先登记其设立。`
            : `“${name}”在 ${event.day} 已不存续，不能接收其他机构或其职能。`,
        );
      }
    }
  }
  return undefined;
}

/** Who must be there to take something over by an event. */
const takingOver = ({ change }: OrganEvent): readonly string[] =>
  change.kind === 'transferred' ? [change.toId] : successorsNamedIn(change);
