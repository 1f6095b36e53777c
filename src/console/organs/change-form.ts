import type { OrganKind } from '../../organisation/domain/organ.ts';
import type { OrganChangeKind } from '../../organisation/domain/organ-event.ts';
import type { OrganChange } from '../api/shapes.ts';

/** What the form for an event holds; which of the fields count depends on the kind. */
export interface ChangeFields {
  kind: OrganChangeKind;
  organKind?: OrganKind;
  fullName?: string;
  shortName?: string;
  parentId?: string;
  successorId?: string;
  successorIds?: string[];
  continues?: boolean;
  what?: string;
  toId?: string;
}

/** The kinds of event that can be recorded for an organ that acts, and for one that has ended. */
export const changeKinds = (living: boolean): OrganChangeKind[] =>
  living ? ['renamed', 'moved', 'merged', 'split', 'abolished', 'transferred'] : ['re-established'];

/** The event that the fields describe; fields of other kinds, filled in before the kind was changed, are left out. */
export function readChange(fields: ChangeFields): OrganChange {
  const names = { fullName: fields.fullName?.trim() ?? '', shortName: fields.shortName?.trim() ?? '' };
  const parent = fields.parentId ? { parentId: fields.parentId } : {};
  const successorIds = fields.successorIds ?? [];
  switch (fields.kind) {
    case 'set-up':
    case 're-established':
      return { kind: fields.kind, organKind: fields.organKind ?? 'department', ...names, ...parent };
    case 'renamed':
      return { kind: 'renamed', ...names, ...(fields.organKind ? { organKind: fields.organKind } : {}) };
    case 'moved':
      return { kind: 'moved', ...parent };
    case 'merged':
      return { kind: 'merged', successorId: fields.successorId ?? '' };
    case 'split':
      return { kind: 'split', successorIds, ...(fields.continues ? { continues: true as const } : {}) };
    case 'abolished':
      return { kind: 'abolished', ...(successorIds.length > 0 ? { successorIds } : {}) };
    case 'transferred':
      return { kind: 'transferred', what: fields.what?.trim() ?? '', toId: fields.toId ?? '' };
  }
}
