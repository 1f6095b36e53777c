import { Form, Input } from 'antd';
import { dayInChina } from '../../kernel/plain-date.ts';
import { type ChannelKey, channelOf } from '../../publication/domain/channels.ts';
import { api, ask } from '../api/client.ts';
import type { ChannelOutcome } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { messages } from './messages.ts';

/** What can be done on one channel besides registering evidence. */
export type ChannelDeed = 'send' | 'decline' | 'reopen' | 'confirm-recall';

/** What each is called, what it means, and what is told afterwards. */
const told: Readonly<Record<ChannelDeed, { title: string; words: string; done(count: number): string }>> = {
  send: { title: messages.send, words: messages.sendWords, done: messages.sent },
  decline: { title: messages.decline, words: messages.declineWords, done: messages.declined },
  reopen: { title: messages.reopen, words: messages.reopenWords, done: messages.reopened },
  'confirm-recall': { title: messages.recall, words: messages.recallWords, done: messages.recalled },
};

/** The name of an act on its button. */
export const deedName = (deed: ChannelDeed): string => told[deed].title;

interface DeedDialogProps {
  deed: ChannelDeed;
  itemIds: string[];
  channel: ChannelKey;
  tell(outcome: ChannelOutcome, done: string): unknown;
  onClose(): void;
}

interface DeedValues {
  reason: string;
  doneOn: string;
  note?: string;
}

/** Asks for what an act needs, and does it. */
export function DeedDialog({ deed, itemIds, channel, tell, onClose }: DeedDialogProps) {
  const { title, words, done } = told[deed];
  return (
    <FormDialog<DeedValues, ChannelOutcome>
      title={`${title}：${channelOf(channel).name}`}
      words={words}
      confirm={title}
      initialValues={{ doneOn: dayInChina(new Date()) }}
      act={(values) => act(deed, itemIds, channel, values)}
      onDone={async (outcome) => {
        onClose();
        await tell(outcome, done(outcome.done));
      }}
      onClose={onClose}
    >
      {deed === 'decline' ? (
        <Form.Item name="reason" label={messages.reason} rules={[required(messages.reasonMissing)]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      ) : null}
      {deed === 'confirm-recall' ? (
        <>
          <Form.Item name="doneOn" label={messages.recalledOn} rules={[required(messages.dayMissing)]}>
            <Input type="date" max={dayInChina(new Date())} />
          </Form.Item>
          <Form.Item name="note" label={messages.note}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      ) : null}
    </FormDialog>
  );
}

function act(
  deed: ChannelDeed,
  itemIds: string[],
  channel: ChannelKey,
  { reason, doneOn, note }: DeedValues,
): Promise<ChannelOutcome> {
  switch (deed) {
    case 'send':
      return ask(api.POST('/api/publication/channels/send', { body: { itemIds } }));
    case 'decline':
      return ask(api.POST('/api/publication/channels/decline', { body: { itemIds, channel, reason } }));
    case 'reopen':
      return ask(api.POST('/api/publication/channels/reopen', { body: { itemIds, channel } }));
    case 'confirm-recall': {
      const body = { itemIds, channel, doneOn, ...(note ? { note } : {}) };
      return ask(api.POST('/api/publication/channels/confirm-recall', { body }));
    }
  }
}
