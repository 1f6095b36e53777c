import { type OrganStatus, organStatusNames } from '../../organisation/domain/organ.ts';

/** Marks an organ that no longer acts; nothing for one that does. */
export function StatusMark({ status }: { status: OrganStatus }) {
  return status === 'living' ? null : <span className="mark mark-warn">{organStatusNames[status]}</span>;
}
