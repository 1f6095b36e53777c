import type { WorkflowAct } from '../../../publication/domain/states.ts';
import { api, ask } from '../../api/client.ts';
import { sendAttachment } from '../editor/queries.ts';
import type { ActValues } from './act-fields.tsx';
import { instantInChina } from './instant-in-china.ts';

/** Which item an act is done to, and the version of it that was seen. */
interface ActOn {
  id: string;
  version: number;
  act: WorkflowAct;
}

/** What came of an act. */
export interface SentAct {
  /** What was done and what comes next, in words. */
  message: string;
  published?: Published | undefined;
}

/** Under which number something is public now, and on which channels it is still to be put. */
export interface Published {
  indexNumber: string;
  channels: string[];
}

/** Does an act of the workflow. */
export async function sendAct({ id, version, act }: ActOn, values: ActValues): Promise<SentAct> {
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
