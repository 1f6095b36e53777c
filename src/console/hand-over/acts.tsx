import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { HandOverDetail } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { messages } from './messages.ts';

/** What the person who looks may do about a hand-over. */
export function HandOverActs({ handOver }: { handOver: HandOverDetail }) {
  const { may, waitsForApproval } = handOver;
  const [doing, setDoing] = useState<'confirm' | 'approve' | 'end'>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  if (handOver.state !== 'open') return null;

  const params = { path: { id: handOver.id } };
  const renew = () =>
    Promise.all(['hand-overs', 'people', 'today'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const done = (words: string) => {
    setDoing(undefined);
    message.success(words);
    return renew();
  };
  /** Only what the sheet showed is taken over; when the desk has changed since, the sheet is shown anew. */
  const confirm = async () => {
    const seen = handOver.items.map(({ kind, id, mark }) => ({ kind, id, mark }));
    try {
      return await ask(api.POST('/api/hand-overs/{id}/confirm', { params, body: { seen } }));
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'desk-changed') await renew();
      throw error;
    }
  };
  return (
    <>
      {waitsForApproval ? <p className="notice notice-warn section-actions">{messages.waitsForApproval}</p> : null}
      <div className="form-end section-actions">
        {may.confirm ? (
          <Button type="primary" onClick={() => setDoing('confirm')}>
            {messages.confirm}
          </Button>
        ) : null}
        {may.approvePosts && waitsForApproval ? (
          <Button type="primary" onClick={() => setDoing('approve')}>
            {messages.approve}
          </Button>
        ) : null}
        {may.end ? (
          <Button danger onClick={() => setDoing('end')}>
            {may.end === 'declined' ? messages.decline : messages.cancel}
          </Button>
        ) : null}
      </div>
      {doing === 'confirm' ? (
        <FormDialog<object, { items: number }>
          title={messages.confirm}
          words={messages.confirmWords(handOver.items.length)}
          confirm={messages.confirm}
          act={confirm}
          onDone={({ items }) => done(messages.confirmed(items))}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      {doing === 'approve' ? (
        <FormDialog<object, unknown>
          title={messages.approve}
          words={messages.approveWords(handOver.to.name)}
          confirm={messages.approve}
          act={() => ask(api.POST('/api/hand-overs/{id}/approve-posts', { params }))}
          onDone={() => done(messages.approved)}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      {doing === 'end' && may.end ? (
        <FormDialog<{ reason: string }, unknown>
          title={may.end === 'declined' ? messages.decline : messages.cancel}
          words={messages.endWords[may.end]}
          confirm={may.end === 'declined' ? messages.decline : messages.cancel}
          danger
          act={(body) => ask(api.POST('/api/hand-overs/{id}/cancel', { params, body }))}
          onDone={() => done(messages.endDone)}
          onClose={() => setDoing(undefined)}
        >
          <Form.Item name="reason" label={messages.endReason} rules={[required(messages.endReasonMissing)]}>
            <Input.TextArea rows={3} maxLength={200} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}
