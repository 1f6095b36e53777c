import type { PlainDate } from '../../kernel/plain-date.ts';
import type { OrganKind } from './organ.ts';

/**
 * What happens to an organ. Names, kind, parent and status are nothing but the outcome of these; none
 * is ever changed, a wrong one is withdrawn and another recorded.
 */
export type OrganChange =
  | { kind: 'set-up'; organKind: OrganKind; fullName: string; shortName: string; parentId?: string }
  /** A new name, and a new kind where it comes with it (撤乡设镇 keeps the kind, 撤站设局 does not). */
  | { kind: 'renamed'; fullName: string; shortName: string; organKind?: OrganKind }
  | { kind: 'moved'; parentId?: string }
  /** Ends: all it was goes to another organ. */
  | { kind: 'merged'; successorId: string }
  /** Falls apart into several; `continues` when it goes on as one of them. */
  | { kind: 'split'; successorIds: string[]; continues?: true }
  /** Ends; who goes on with its functions, where that was said. */
  | { kind: 'abolished'; successorIds?: string[] }
  | { kind: 're-established'; organKind: OrganKind; fullName: string; shortName: string; parentId?: string }
  /** A function goes to another organ; the organ itself stays as it is. */
  | { kind: 'transferred'; what: string; toId: string };

export type OrganChangeKind = OrganChange['kind'];

/** What a kind of event is called on screen. */
export const organChangeNames: Readonly<Record<OrganChangeKind, string>> = {
  'set-up': '设立',
  renamed: '更名',
  moved: '调整隶属关系',
  merged: '并入其他机构',
  split: '拆分',
  abolished: '撤销',
  're-established': '恢复设立',
  transferred: '职能划转',
};

/** Something that happened to an organ, with the day from which it holds. */
export interface OrganEvent {
  id: string;
  organId: string;
  /** The first day it holds. A day to come is allowed: until then nothing changes. */
  day: PlainDate;
  /** Orders the events of one day. */
  position: number;
  change: OrganChange;
}

/** Those who take over from an organ by an event, in the order they were named. */
export function successorsNamedIn(change: OrganChange): readonly string[] {
  switch (change.kind) {
    case 'merged':
      return [change.successorId];
    case 'split':
    case 'abolished':
      return change.successorIds ?? [];
    default:
      return [];
  }
}

/** In the order in which they hold: by day, events of one day as they were recorded. */
export const inOrder = (events: readonly OrganEvent[]): OrganEvent[] =>
  [...events].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.position - b.position));
