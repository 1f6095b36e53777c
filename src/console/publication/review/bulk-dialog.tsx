import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { WaitingItem } from '../../api/shapes.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import { type ActValues, OpinionField } from './act-fields.tsx';
import { messages } from './messages.ts';

interface BulkDialogProps {
  /** Of one spreadsheet, at one place: their opinion may be shared. */
  items: readonly WaitingItem[];
  onDone(): unknown;
  onClose(): void;
}

/** One opinion for several decisions of one spreadsheet; what could not be done is told item by item. */
export function BulkDialog({ items, onDone, onClose }: BulkDialogProps) {
  const { message } = App.useApp();
  const [refused, setRefused] = useState<readonly { itemId: string; title: string; message: string }[]>([]);
  const [first] = items;
  if (!first) return null;
  if (refused.length > 0) {
    return (
      <Modal
        open
        title={messages.bulkRefused(refused.length)}
        onCancel={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            知道了
          </Button>
        }
      >
        <ul>
          {refused.map((each) => (
            <li key={each.itemId}>
              {each.title}：{each.message}
            </li>
          ))}
        </ul>
      </Modal>
    );
  }
  const needs = first.act === 'pass' ? 'opinion' : 'nothing';
  return (
    <FormDialog<ActValues, { done: readonly unknown[]; refused: typeof refused }>
      title={`${messages.bulkTitle}：${first.label}`}
      words={messages.bulkWords}
      confirm={messages.bulk(items.length)}
      wide
      act={({ opinion = '' }) =>
        ask(
          api.POST('/api/publication/reviews/acts', {
            body: {
              act: first.act as 'pass',
              opinion,
              items: items.map(({ id, version }) => ({ itemId: id, version })),
            },
          }),
        )
      }
      onDone={async (outcome) => {
        await onDone();
        if (outcome.done.length > 0) message.success(messages.bulkDone(outcome.done.length));
        if (outcome.refused.length > 0) setRefused(outcome.refused);
        else onClose();
      }}
      onClose={onClose}
    >
      <OpinionField offered={{ act: first.act, needs }} state={first.state} />
    </FormDialog>
  );
}
