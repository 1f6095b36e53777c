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

/** Leaves out what breaks a rule of the tree: where not all rows together keep to them, one by one in their order. */
export function refuseBrokenRules(rows: readonly RowPlan[], events: readonly OrganEvent[]): Sifted {
  const last = events.reduce((highest, { position }) => Math.max(highest, position), 0);
  const eventsOf = ({ row, after, changes }: RowPlan): OrganEvent[] =>
    changes.map((each) => ({ id: `row-${row}`, organId: after.id, position: last + row, ...each }));
  if (readRegister([...events, ...rows.flatMap(eventsOf)]).ok) return { rows: [...rows], problems: [] };
  const accepted: RowPlan[] = [];
  const problems: RowProblem[] = [];
  let known = [...events];
  for (const plan of rows) {
    const tried = [...known, ...eventsOf(plan)];
    const register = plan.changes.length === 0 ? undefined : readRegister(tried);
    if (register && !register.ok) {
      problems.push(problemOf(plan, register.problem.message));
    } else {
      accepted.push(plan);
      known = tried;
    }
  }
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
