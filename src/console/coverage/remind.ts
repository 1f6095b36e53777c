import { api, ask } from '../api/client.ts';
import { ApiProblem, asProblem } from '../api/problem.ts';
import type { ComparedOrgan, ReminderSent } from '../api/shapes.ts';
import { messages } from './messages.ts';

/** What is written into the dialog. */
export interface RemindValues {
  text: string;
  answerBy?: string;
  what: ('duties' | 'empty' | 'stale')[];
}

/** To whom a reminder could not be sent, and why. */
export interface NotSent {
  organ: string;
  because: string;
}

type Organ = ComparedOrgan['organ'];

/** Sends each organ a reminder of its own; what one organ refuses does not keep it from the others. */
export async function remindAll(
  organs: readonly Organ[],
  values: RemindValues,
): Promise<{ sent: number; refused: NotSent[] }> {
  const refused: NotSent[] = [];
  for (const organ of organs) {
    try {
      await remind(organ, values);
    } catch (error) {
      refused.push({ organ: organ.shortName, because: asProblem(error).message });
    }
  }
  return { sent: organs.length - refused.length, refused };
}

async function remind(organ: Organ, { text, answerBy, what }: RemindValues): Promise<void> {
  const organId = organ.id;
  const [duties, found] = await Promise.all([
    what.includes('duties')
      ? ask(api.GET('/api/catalogue/duties', { params: { query: { organId, status: 'overdue', pageSize: 200 } } }))
      : { items: [] },
    ask(api.GET('/api/catalogue/columns', { params: { query: { organId } } })),
  ]);
  const columns = found.organs.find((each) => each.organ.id === organId)?.columns ?? [];
  const body: ReminderSent = {
    organId,
    text,
    ...(answerBy ? { answerBy } : {}),
    // The list holds those of the organs below it too; they get reminders of their own.
    dutyIds: duties.items.filter((duty) => duty.organId === organId).map(({ id }) => id),
    columnKeys: columns
      .filter(({ status }) => status !== 'fresh' && what.includes(status))
      .map(({ columnKey }) => columnKey as NonNullable<ReminderSent['columnKeys']>[number]),
  };
  if ((body.dutyIds ?? []).length + (body.columnKeys ?? []).length === 0) throw nothing();
  await ask(api.POST('/api/catalogue/reminders', { body }));
}

const nothing = () =>
  new ApiProblem({ status: 422, code: 'nothing-to-remind', title: messages.remindTitle, detail: messages.nothing });
