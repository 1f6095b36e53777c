import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { channelOf } from '../../publication/domain/channels.ts';
import type { ChannelOutcome } from '../api/shapes.ts';
import { messages } from './messages.ts';
import { renewChannels } from './queries.ts';

/** Tells what an act on several items came to: how many were done, and why others were not. */
export function useOutcome(): { tell(outcome: ChannelOutcome, done: string): Promise<unknown>; dialog: ReactNode } {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [refused, setRefused] = useState<ChannelOutcome['refused']>([]);
  const close = () => setRefused([]);
  return {
    tell: (outcome, done) => {
      if (outcome.done > 0) message.success(done);
      setRefused(outcome.refused);
      return renewChannels(queries);
    },
    dialog:
      refused.length === 0 ? null : (
        <Modal
          open
          title={messages.refusedTitle}
          onCancel={close}
          footer={
            <Button type="primary" onClick={close}>
              知道了
            </Button>
          }
        >
          <ul>
            {refused.map(({ itemId, title, channel, reason }) => (
              <li key={`${itemId} ${channel}`}>{messages.refused(title, channelOf(channel).name, reason)}</li>
            ))}
          </ul>
        </Modal>
      ),
  };
}
