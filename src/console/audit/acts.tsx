import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { AuditVerification } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { saveFile } from '../parts/download.ts';
import { ErrorNote, StateBox } from '../parts/states.tsx';
import { messages } from './messages.ts';

/** Verifies the audit, or takes a signed extract of it. */
export function AuditActs() {
  const [doing, setDoing] = useState<'verify' | 'export'>();
  return (
    <>
      <Button onClick={() => setDoing('verify')}>{messages.verify}</Button>
      <Button onClick={() => setDoing('export')}>{messages.export}</Button>
      {doing === 'verify' ? <VerifyDialog onClose={() => setDoing(undefined)} /> : null}
      {doing === 'export' ? <ExportDialog onClose={() => setDoing(undefined)} /> : null}
    </>
  );
}

function VerifyDialog({ onClose }: { onClose(): void }) {
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => ask(api.POST('/api/audit/verify')),
  });
  return (
    <Modal
      open
      title={messages.verify}
      onCancel={onClose}
      footer={
        data ? (
          <Button type="primary" onClick={onClose}>
            {messages.close}
          </Button>
        ) : (
          <Button type="primary" loading={isPending} onClick={() => mutate()}>
            {messages.verify}
          </Button>
        )
      }
    >
      <ErrorNote error={error} />
      {data ? <Verified result={data} /> : <p>{messages.verifyWords}</p>}
    </Modal>
  );
}

function Verified({ result }: { result: AuditVerification }) {
  if (result.intact) return <p className="notice notice-good">{messages.intact(result.entries, result.seals)}</p>;
  return (
    <StateBox
      kind="error"
      title={messages.broken}
      words={
        <>
          {result.faults.map(({ chain, sequence, message }) => (
            <span key={`${chain} ${sequence}`} className="block">
              {messages.fault(messages.chains[chain], sequence)}：{message}
            </span>
          ))}
          <strong className="block">{messages.brokenWords}</strong>
        </>
      }
    />
  );
}

interface Period {
  from?: string;
  to?: string;
}

function ExportDialog({ onClose }: { onClose(): void }) {
  const { message } = App.useApp();
  const download = async ({ from, to }: Period) => {
    const call = api.POST('/api/audit/export', {
      body: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
      parseAs: 'blob',
    });
    const content = await ask<unknown>(call);
    const { response } = await call;
    if (content instanceof Blob) saveFile(content, response.headers.get('content-disposition'));
  };
  return (
    <FormDialog<Period, void>
      title={messages.exportTitle}
      words={messages.exportWords}
      confirm={messages.export}
      act={download}
      onDone={() => {
        onClose();
        message.success(messages.exported);
      }}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item name="from" label={messages.from}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={messages.to}>
          <Input type="date" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
