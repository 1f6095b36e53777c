import { columnStatuses } from '../../catalogue/domain/column-state.ts';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { CatalogueDuty, ComparedOrgan, ContentColumn, OrganColumns, ReminderSent } from '../api/shapes.ts';
import { messages } from './messages.ts';

type Organ = ComparedOrgan['organ'];

/** Something an organ may be reminded of. */
export interface Target {
  kind: 'duty' | 'column';
  /** Of the duty, or the key of the column. */
  id: string;
  title: string;
  /** Since when it is owed, or why it is not ticked by itself. */
  detail: string;
  /** Whether it is ticked when the dialog opens. */
  isUsual: boolean;
}

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

/**
 * What is overdue is ticked by itself: duties, but not turns of long ago after which later ones were published, and
 * columns whose day is over. An empty column may be one nobody needs, so that it is for the county to tick it.
 */
export function targetsOf(
  duties: readonly Pick<CatalogueDuty, 'id' | 'title' | 'dueOn' | 'overtaken'>[],
  columns: OrganColumns['columns'],
): Target[] {
  return [
    ...duties.map(({ id, title, dueOn, overtaken }): Target => {
      const due = dueOn ? messages.dueOn(dueOn) : '';
      return {
        kind: 'duty',
        id,
        title,
        detail: overtaken ? `${due}，${messages.overtaken}` : due,
        isUsual: !overtaken,
      };
    }),
    ...columns
      .filter(({ status }) => status !== 'fresh')
      .map(
        ({ columnKey, name, status, freshUntil }): Target => ({
          kind: 'column',
          id: columnKey,
          title: messages.columnNamed(name),
          detail: freshUntil ? messages.freshBy(columnStatuses[status], freshUntil) : columnStatuses[status],
          isUsual: status === 'stale',
        }),
      ),
  ];
}

/** The name of a target among those of its organ. */
export const keyOf = ({ kind, id }: Pick<Target, 'kind' | 'id'>): string => `${kind} ${id}`;

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
