import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import type { OrganPlace, OrganVersion } from './organ.ts';
import { inOrder, type OrganEvent, successorsNamedIn } from './organ-event.ts';
import { laterOf, livesOn, type OrganRegister, organAsOf, readHistory } from './organ-history.ts';
import { checkRegister } from './organ-rules.ts';

/**
 * Makes the register out of the events of a county, in any order; refused when a rule of the tree is broken
 * on any day, past or to come (see `checkRegister`).
 */
export function readRegister(events: readonly OrganEvent[]): Result<OrganRegister> {
  const byOrgan = Map.groupBy(inOrder(events), ({ organId }) => organId);
  const histories = new Map<string, OrganVersion[]>();
  for (const [organId, own] of byOrgan) {
    const history = readHistory(own);
    if (!history.ok) return history;
    histories.set(organId, history.value);
  }
  const register = { events: byOrgan, histories };
  const checked = checkRegister(register);
  return checked.ok ? success(register) : checked;
}

/** The organs there were on a day, acting. */
export const listOrgansAsOf = (register: OrganRegister, day: PlainDate): OrganVersion[] =>
  listOrgansDuring(register, day, day);

/**
 * The organs there were on any of these days, each as it was on the last of them it lived.
 *
 * @param last included
 * @example 石桥乡 abolished on 2025-06-01 is listed for 2025-01-01 to 2025-12-31, and is not among those as of 2025-12-31
 */
export const listOrgansDuring = (register: OrganRegister, first: PlainDate, last: PlainDate): OrganVersion[] =>
  [...register.histories.values()].flatMap((history) => {
    const found = history.findLast(
      ({ from, until, status }) => status === 'living' && from <= last && (until === undefined || until > first),
    );
    return found ? [found] : [];
  });

/**
 * Who stands for an organ on a day: itself while it lives, else those it was merged into, split into or whose
 * functions took them over, and so on down the chain. Empty before it was set up, and when it ended with no one named.
 * The chain has an end: who takes over lives on that day, so that each one in it ended later than the one before.
 *
 * @example 甲 merged into 乙 in 2019, 乙 into 丙 in 2024: successorsOf(register, 甲, '2025-01-01') // [丙]
 */
export function successorsOf(register: OrganRegister, organId: string, day: PlainDate): string[] {
  const found = new Set<string>();
  const follow = (id: string): void => {
    if (livesOn(register.histories.get(id) ?? [], day)) {
      found.add(id);
      return;
    }
    const end = register.events
      .get(id)
      ?.findLast((event) => event.day <= day && ['merged', 'split', 'abolished'].includes(event.change.kind));
    if (end) successorsNamedIn(end.change).forEach(follow);
  };
  follow(organId);
  return [...found];
}

/** The one organ that stands for another on a day; undefined when there is none or when there are several. */
export function successorOf(register: OrganRegister, organId: string, day: PlainDate): string | undefined {
  const [only, ...more] = successorsOf(register, organId, day);
  return more.length === 0 ? only : undefined;
}

/** Where an organ stood on a day; an organ that has ended keeps its last place. Undefined before it was set up. */
export function placeAsOf(register: OrganRegister, organId: string, day: PlainDate): OrganPlace | undefined {
  const path = placedHistory(register, organId).findLast(({ from }) => from <= day)?.path;
  return path && { organId, path };
}

/** A version with the place of the organ; a new one begins also where an organ above it is moved. */
export type PlacedVersion = OrganVersion & { path: readonly string[] };

/** The versions of every organ with their places, by organ. */
export function placeAll(register: OrganRegister): Map<string, PlacedVersion[]> {
  const known = new Map<string, PlacedVersion[]>();
  for (const organId of register.histories.keys()) placedHistory(register, organId, known);
  return known;
}

function placedHistory(
  register: OrganRegister,
  organId: string,
  known: Map<string, PlacedVersion[]> = new Map(),
): PlacedVersion[] {
  const before = known.get(organId);
  if (before) return before;
  const placed: PlacedVersion[] = [];
  for (const version of register.histories.get(organId) ?? []) {
    if (version.status !== 'living') {
      // Where it stood when it ended, so that its old records stay in sight of who saw them.
      placed.push({ ...version, path: placed.at(-1)?.path ?? [organId] });
    } else if (version.parentId === undefined) {
      placed.push({ ...version, path: [organId] });
    } else {
      const above = placedHistory(register, version.parentId, known);
      placed.push(...piecesBelow(version, above));
    }
  }
  known.set(organId, placed);
  return placed;
}

/** A version cut wherever the path of the organ above it changes. */
function piecesBelow(version: OrganVersion, above: readonly PlacedVersion[]): PlacedVersion[] {
  const pieces: PlacedVersion[] = [];
  for (const { from, path } of above) {
    const start = laterOf(from, version.from);
    if (version.until !== undefined && start >= version.until) break;
    const piece = { ...version, from: start, path: [...path, version.organId] };
    const last = pieces.at(-1);
    if (last?.from === start) pieces.pop();
    else if (last && samePath(last.path, piece.path)) continue;
    else if (last) pieces[pieces.length - 1] = { ...last, until: start };
    pieces.push(piece);
  }
  return pieces;
}

const samePath = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** What an organ was on a day, with its name; for lists that show organs of other days. */
export const findOrganAsOf = (register: OrganRegister, organId: string, day: PlainDate): OrganVersion | undefined =>
  organAsOf(register.histories.get(organId) ?? [], day);
