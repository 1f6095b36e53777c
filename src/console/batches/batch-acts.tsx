import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ask } from '../api/client.ts';
import type { Batch } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { messages } from './messages.ts';
import { renewBatches } from './queries.ts';

/** Enters the rows as drafts, or gives the spreadsheet up. */
export function BatchActs({ batch: { id, status, counts } }: { batch: Batch }) {
  const [doing, setDoing] = useState<'enter' | 'drop'>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const params = { path: { id } };
  const others = counts.faulty + counts.known;
  const done = (words: string) => {
    setDoing(undefined);
    message.success(words);
    return renewBatches(queries);
  };
  const close = () => setDoing(undefined);
  return (
    <>
      {status === 'entered' ? (
        <Link className="button-link" to="/publication/items?whose=mine&state=draft">
          {messages.toItems}
        </Link>
      ) : null}
      {status === 'pending' ? (
        <>
          <Button onClick={() => setDoing('drop')}>{messages.drop}</Button>
          <Button type="primary" disabled={counts.ready === 0} onClick={() => setDoing('enter')}>
            {messages.enter}
          </Button>
        </>
      ) : null}
      {doing === 'enter' ? (
        <FormDialog<{ leaveOut?: boolean }, { entered: number }>
          title={messages.enter}
          words={messages.enterWords(counts.ready, others)}
          confirm={messages.enter}
          act={({ leaveOut = false }) =>
            ask(api.POST('/api/publication/batches/{id}/enter', { params, body: { leaveOut } }))
          }
          onDone={({ entered }) => done(messages.entered(entered))}
          onClose={close}
        >
          {others > 0 ? (
            <Form.Item
              name="leaveOut"
              valuePropName="checked"
              rules={[
                {
                  validator: async (_, isLeftOut) => {
                    if (!isLeftOut) throw new Error(messages.leaveOutMissing);
                  },
                },
              ]}
            >
              <Checkbox>{messages.leaveOut(others)}</Checkbox>
            </Form.Item>
          ) : null}
        </FormDialog>
      ) : null}
      {doing === 'drop' ? (
        <FormDialog<object, unknown>
          title={messages.drop}
          words={messages.dropWords}
          confirm={messages.drop}
          danger
          act={() => ask(api.POST('/api/publication/batches/{id}/drop', { params }))}
          onDone={() => done(messages.dropped)}
          onClose={close}
        />
      ) : null}
    </>
  );
}
