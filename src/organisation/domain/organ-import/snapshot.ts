import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type OrganVersion, organKindNames } from '../organ.ts';
import type { OrganProfile } from '../organ-profile.ts';
import { type ColumnKey, columns } from './columns.ts';

/** A living organ as a file shows it. */
export interface OrganSnapshot {
  id: string;
  current: OrganVersion;
  /** Since when it has been living. */
  setUpOn: PlainDate;
  aliases: readonly string[];
  sortOrder: number;
  profile: OrganProfile;
}

/** The cells of an organ, by column. */
export function cellsOf(
  { id, current, setUpOn, aliases, sortOrder, profile }: OrganSnapshot,
  parent: Pick<OrganVersion, 'fullName'> | undefined,
): Record<ColumnKey, string> {
  return {
    id,
    fullName: current.fullName,
    shortName: current.shortName,
    kind: organKindNames[current.kind],
    parentId: current.parentId ?? '',
    parent: parent?.fullName ?? '',
    setUpOn,
    aliases: aliases.join('、'),
    sortOrder: String(sortOrder),
    ...profile,
  };
}

/** The table of a file: the head and a row for each organ, in their order. */
export function tableOf(organs: readonly OrganSnapshot[]): string[][] {
  const byId = new Map(organs.map((organ) => [organ.id, organ]));
  return [
    columns.map(({ label }) => label),
    ...organs.map((organ) => {
      const cells = cellsOf(organ, byId.get(organ.current.parentId ?? '')?.current);
      return columns.map(({ key }) => cells[key]);
    }),
  ];
}
