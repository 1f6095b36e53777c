import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { OrganChange, OrganEvent } from '../organ-event.ts';
import { readRegister } from '../organ-register.ts';
import type { RowProblem } from './entry.ts';
import type { OrganSnapshot } from './snapshot.ts';

/** What one row does to an organ. */
export interface RowPlan {
  row: number;
  isNew: boolean;
  changes: { day: PlainDate; change: OrganChange }[];
  /** The organ as it is afterwards. */
  after: OrganSnapshot;
}

/** Rows that can be taken over, and why the others cannot. */
interface Sifted {
  rows: RowPlan[];
  problems: RowProblem[];
}

const problemOf = ({ row, after }: RowPlan, reason: string): RowProblem => ({
  row,
  name: after.current.fullName,
  reason,
});

/** So many rows are looked at one by one; a file with more of them is wrong as a whole. */
const mostBrokenRows = 50;

/**
 * Leaves out what breaks a rule of the tree. All rows are tried together, because one may make room for another; where that
 * fails each half is, the first before the second, down to the rows that stand in the way.
 */
export function refuseBrokenRules(rows: readonly RowPlan[], events: readonly OrganEvent[]): Sifted {
  const last = events.reduce((highest, { position }) => Math.max(highest, position), 0);
  const eventsOf = ({ row, after, changes }: RowPlan): OrganEvent[] =>
    changes.map((each) => ({ id: `row-${row}`, organId: after.id, position: last + row, ...each }));
  const accepted: RowPlan[] = [];
  const problems: RowProblem[] = [];
  let known = [...events];
  const sift = (part: readonly RowPlan[]): void => {
    const [first] = part;
    if (!first) return;
    if (problems.length >= mostBrokenRows) {
      problems.push(...part.map((plan) => problemOf(plan, '前面有误的行较多，这一行没有核对。请改正后重新上传。')));
      return;
    }
    const tried = [...known, ...part.flatMap(eventsOf)];
    const register = readRegister(tried);
    if (register.ok) {
      accepted.push(...part);
      known = tried;
    } else if (part.length === 1) {
      problems.push(problemOf(first, register.problem.message));
    } else {
      const middle = Math.ceil(part.length / 2);
      sift(part.slice(0, middle));
      sift(part.slice(middle));
    }
  };
  sift(rows);
  return { rows: accepted, problems };
}

/** Leaves out rows whose 统一社会信用代码 another living organ has afterwards. */
export function refuseSharedCodes(rows: readonly RowPlan[], organs: readonly OrganSnapshot[]): Sifted {
  const planned = new Map(rows.map(({ after }) => [after.id, after.profile.creditCode]));
  const holders = new Map<string, string>();
  for (const { id, profile } of organs) {
    if ((planned.get(id) ?? profile.creditCode) === profile.creditCode) holders.set(profile.creditCode, id);
  }
  const problems: RowProblem[] = [];
  const accepted = rows.filter((plan) => {
    const { id, profile } = plan.after;
    const holder = profile.creditCode === '' ? undefined : holders.get(profile.creditCode);
    if (holder !== undefined && holder !== id) {
      problems.push(problemOf(plan, `统一社会信用代码 ${profile.creditCode} 已由其他机构使用，请核对。`));
      return false;
    }
    holders.set(profile.creditCode, id);
    return true;
  });
  return { rows: accepted, problems };
}
