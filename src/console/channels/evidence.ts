import { type ChannelKey, channelOf } from '../../publication/domain/channels.ts';
import { api, ask } from '../api/client.ts';
import { ApiProblem, asProblem } from '../api/problem.ts';
import type { ChannelOutcome, EvidenceSent } from '../api/shapes.ts';
import { sendAttachment } from '../publication/editor/queries.ts';

/** What is written of one channel. */
interface EvidenceValues {
  doneOn: string;
  link?: string;
  copies?: number;
  receiver?: string;
  note?: string;
  photos?: File[];
}

/** The form that registers evidence: the channels chosen, and what is written of each. */
export interface RegisterValues {
  channels: ChannelKey[];
  entry: Partial<Record<ChannelKey, EvidenceValues>>;
}

/** Pictures that were sent already: a refused form does not send them again. */
const sentBefore = new WeakMap<File, string>();

/** Sends the pictures and registers what was done. What the server says of a field is told at the field of the form. */
export async function register(itemIds: string[], { channels, entry }: RegisterValues): Promise<ChannelOutcome> {
  const entries: EvidenceSent[] = [];
  for (const channel of channels) {
    const { photos = [], doneOn = '', copies, link, receiver, note } = entry[channel] ?? {};
    const photoIds: string[] = [];
    for (const photo of photos) photoIds.push(await sendOnce(photo));
    entries.push({
      channel,
      doneOn,
      photoIds,
      ...(copies ? { copies: Number(copies) } : {}),
      ...(link ? { link } : {}),
      ...(receiver ? { receiver } : {}),
      ...(note ? { note } : {}),
    });
  }
  try {
    return await ask(api.POST('/api/publication/channels/register', { body: { itemIds, entries } }));
  } catch (error) {
    throw atFields(error, channels);
  }
}

async function sendOnce(photo: File): Promise<string> {
  const known = sentBefore.get(photo);
  if (known) return known;
  const { id } = await sendAttachment(photo);
  sentBefore.set(photo, id);
  return id;
}

/** The server counts what was sent, the form knows channels: `entries.0.link` is `entry.wechat.link`. */
function atFields(error: unknown, channels: readonly ChannelKey[]): unknown {
  const problem = asProblem(error);
  if (problem.fields.length === 0) return error;
  const fields = problem.fields.map(({ field, message }) => {
    const [, number = '', rest = ''] = /^entries\.(\d+)\.(.*)$/.exec(field) ?? [];
    const channel = channels[Number(number)];
    if (number === '' || channel === undefined) return { field, message };
    const name = rest === 'photoIds' ? 'photos' : rest;
    return { field: `entry.${channel}.${name}`, message: `${channelOf(channel).name}：${message}` };
  });
  return new ApiProblem({ ...problem, detail: problem.message, fields });
}
