import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Radio } from 'antd';
import { type CleaningDecision, cleaningDecisions } from '../../publication/domain/cleaning.ts';
import { api, ask } from '../api/client.ts';
import type { Cleaning } from '../api/shapes.ts';
import { optionsOf } from '../parts/asked.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { messages } from './cleaning-messages.ts';

interface DecideDialogProps {
  cleaning: Cleaning;
  itemIds: string[];
  onDone(): void;
  onClose(): void;
}

/** One opinion for several documents. */
export function DecideDialog({ cleaning: { id, version }, itemIds, onDone, onClose }: DecideDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <FormDialog<{ decision: CleaningDecision; reason?: string }, unknown>
      title={messages.decide}
      words={messages.decideWords(itemIds.length)}
      confirm={messages.decide}
      act={({ decision, reason = '' }) =>
        ask(
          api.POST('/api/publication/cleanings/{id}/decisions', {
            params: { path: { id } },
            body: { version, itemIds, decision, reason },
          }),
        )
      }
      onDone={() => {
        onClose();
        onDone();
        message.success(messages.decided);
        return queries.invalidateQueries({ queryKey: ['cleanings'] });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="decision"
        label={messages.decision}
        rules={[{ required: true, message: messages.decisionMissing }]}
      >
        <Radio.Group options={optionsOf(cleaningDecisions)} />
      </Form.Item>
      <Form.Item name="reason" label={messages.reason}>
        <Input.TextArea rows={3} maxLength={1_000} />
      </Form.Item>
    </FormDialog>
  );
}

/** Makes the opinions hold. */
export function FinishDialog({ cleaning: { id, version }, onClose }: { cleaning: Cleaning; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <FormDialog<object, { changed: number }>
      title={messages.finish}
      words={messages.finishWords}
      confirm={messages.finish}
      act={() =>
        ask(api.POST('/api/publication/cleanings/{id}/finish', { params: { path: { id } }, body: { version } }))
      }
      onDone={({ changed }) => {
        onClose();
        message.success(messages.finished(changed));
        return Promise.all(['cleanings', 'items'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      }}
      onClose={onClose}
    />
  );
}
