import type { WorkflowAct } from '../../../publication/domain/states.ts';
import { api, ask } from '../../api/client.ts';
import { sendAttachment } from '../editor/queries.ts';
import type { ActValues } from './act-fields.tsx';

/** Which item an act is done to, and the version of it that was seen. */
interface ActOn {
  id: string;
  version: number;
  act: WorkflowAct;
}

/**
 * Does an act of the workflow.
 *
 * @returns what was done and what comes next, in words
 */
export async function sendAct({ id, version, act }: ActOn, values: ActValues): Promise<{ message: string }> {
  const { file, publishAt, opinion = '', ...rest } = values;
  const attachment = file ? await sendAttachment(file) : undefined;
  const entered = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  );
  return ask(
    api.POST('/api/publication/items/{id}/acts', {
      params: { path: { id } },
      body: {
        ...entered,
        act: act as never,
        version,
        opinion,
        ...(attachment ? { attachmentId: attachment.id } : {}),
        ...(publishAt ? { publishAt: instantInChina(publishAt) } : {}),
      },
    }),
  );
}

/**
 * What a field for day and time holds, as an instant: the clock on the wall is China's wherever the machine stands.
 *
 * @example instantInChina('2026-03-02T09:30') // '2026-03-02T09:30:00+08:00'
 */
export const instantInChina = (written: string): string => `${written.slice(0, 16)}:00+08:00`;
