import type { OrganVersion } from './organ.ts';
import { type OrganChange, organChangeNames } from './organ-event.ts';

/**
 * What happened, as a phrase for the history of an organ.
 *
 * @param nameOf the name of another organ that is spoken of
 * @example describeChange({ kind: 'merged', successorId }, () => '柳河镇') // '并入柳河镇'
 */
export function describeChange(change: OrganChange, nameOf: (organId: string) => string): string {
  const names = (ids: readonly string[]) => ids.map(nameOf).join('、');
  switch (change.kind) {
    case 'set-up':
    case 're-established':
      return `${organChangeNames[change.kind]}，名称为“${change.fullName}”`;
    case 'renamed':
      return `更名为“${change.fullName}”`;
    case 'moved':
      return change.parentId === undefined ? '不再隶属于其他机构' : `改由${nameOf(change.parentId)}管理`;
    case 'merged':
      return `并入${nameOf(change.successorId)}`;
    case 'split':
      return `拆分为${names(change.successorIds)}${change.continues ? '，本机构保留' : ''}`;
    case 'abolished':
      return change.successorIds?.length ? `撤销，职能由${names(change.successorIds)}承担` : '撤销';
    case 'transferred':
      return `“${change.what}”职能划转至${nameOf(change.toId)}`;
  }
}

/** The name to show for an organ in a sentence. */
export const shownName = (version: Pick<OrganVersion, 'shortName'> | undefined): string =>
  version?.shortName ?? '（未登记的机构）';
