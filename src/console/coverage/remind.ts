import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { ComparedOrgan, ContentColumn, ReminderSent } from '../api/shapes.ts';
import { keyOf, type Target, targetsOf } from './targets.ts';

type Organ = ComparedOrgan['organ'];

/** An organ with all it may be reminded of. */
export interface Reminded {
  organ: Organ;
  targets: readonly Target[];
  /** How many overdue duties there are beyond those that one reminder holds. */
  beyond: number;
}

/** How many duties one reminder holds. */
const mostDuties = 200;

/** What an organ may be reminded of: its overdue duties, and its columns that are stale or empty. */
export async function listTargets(organ: Organ, signal: AbortSignal): Promise<Reminded> {
  const of = { organId: organ.id, alone: 'true' as const };
  const [duties, found] = await Promise.all([
    ask(
      api.GET('/api/catalogue/duties', {
        params: { query: { ...of, status: 'overdue', pageSize: mostDuties } },
        signal,
      }),
    ),
    ask(api.GET('/api/catalogue/columns', { params: { query: of }, signal })),
  ]);
  const columns = found.organs.find((each) => each.organ.id === organ.id)?.columns ?? [];
  return {
    organ,
    targets: targetsOf(duties.items, columns),
    beyond: Math.max(0, duties.total - duties.items.length),
  };
}

/** What is written into the dialog. */
export interface RemindValues {
  text: string;
  answerBy?: string;
  /** The ticked ones of each organ, by their keys. */
  targets: Record<string, string[]>;
}

/** To whom a reminder could not be sent, and why. */
export interface NotSent {
  organ: string;
  because: string;
}

/** Sends each organ of which something is ticked a reminder of its own; what one refuses does not keep it from the others. */
export async function remindAll(
  reminded: readonly Reminded[],
  { text, answerBy, targets }: RemindValues,
): Promise<{ sent: number; refused: NotSent[] }> {
  const refused: NotSent[] = [];
  let sent = 0;
  for (const { organ, targets: offered } of reminded) {
    const ticked = offered.filter((target) => targets[organ.id]?.includes(keyOf(target)));
    if (ticked.length === 0) continue;
    const ids = (kind: Target['kind']) => ticked.filter((target) => target.kind === kind).map(({ id }) => id);
    const body: ReminderSent = {
      organId: organ.id,
      text,
      ...(answerBy ? { answerBy } : {}),
      dutyIds: ids('duty'),
      columnKeys: ids('column') as ContentColumn[],
    };
    try {
      await ask(api.POST('/api/catalogue/reminders', { body }));
      sent += 1;
    } catch (error) {
      refused.push({ organ: organ.shortName, because: asProblem(error).message });
    }
  }
  return { sent, refused };
}
