import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { renewSession, useWork } from '../session/session.ts';
import { Enrolment } from './enrolment.tsx';
import { messages } from './messages.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Fewer than these are a reason to make new ones. */
const fewCodes = 3;

/** One's second factor: bind a telephone, make new recovery codes, take it off. */
export function SecondFactorTab() {
  const { secondFactor } = useWork();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [doing, setDoing] = useState<keyof typeof acts>();
  const [begun, setBegun] = useState<{ secret: string; uri: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const done = () => {
    setDoing(undefined);
    setBegun(undefined);
    setCodes(undefined);
    return renewSession(queries);
  };

  const confirm = async ({ password }: { password: string }) => {
    const body = { password };
    switch (doing) {
      case 'enrol':
        return setBegun(await ask(api.POST('/api/account/totp', { body })));
      case 'renew':
        return setCodes((await ask(api.POST('/api/account/recovery-codes', { body }))).recoveryCodes);
      case 'remove':
        await ask(api.DELETE('/api/account/totp', { body }));
        message.success(messages.totpRemoved);
        return done();
    }
  };

  if (codes) return <RecoveryCodes codes={codes} onDone={done} />;
  if (begun) return <Enrolment begun={begun} onDone={done} />;
  return (
    <>
      <Standing />
      <div className="actions section-actions">
        {secondFactor?.isEnrolled ? (
          <>
            <Button onClick={() => setDoing('renew')}>{messages.newRecovery}</Button>
            <Button onClick={() => setDoing('enrol')}>{messages.enrolAgain}</Button>
            {secondFactor.isRequired ? null : (
              <Button danger onClick={() => setDoing('remove')}>
                {messages.removeTotp}
              </Button>
            )}
          </>
        ) : (
          <Button type="primary" onClick={() => setDoing('enrol')}>
            {messages.enrol}
          </Button>
        )}
      </div>
      {doing ? (
        <FormDialog<{ password: string }, unknown>
          {...acts[doing]}
          danger={doing === 'remove'}
          act={confirm}
          onDone={() => setDoing(undefined)}
          onClose={() => setDoing(undefined)}
        >
          <Form.Item
            name="password"
            label={messages.confirmWithPassword}
            rules={[{ required: true, message: messages.currentPasswordMissing }]}
          >
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}

/** What can be done, each confirmed with the password. */
const acts = {
  enrol: { title: messages.enrolTitle, words: messages.enrolWords, confirm: messages.next },
  renew: { title: messages.newRecovery, words: messages.newRecoveryWords, confirm: messages.newRecovery },
  remove: { title: messages.removeTotp, words: messages.removeTotpWords, confirm: messages.removeTotp },
} as const;

function Standing() {
  const { secondFactor } = useWork();
  if (!secondFactor?.isEnrolled) return <p>{messages.totpOff}</p>;
  return (
    <>
      <p>
        {messages.totpOn}
        {secondFactor.isRequired ? messages.totpRequired : ''}
      </p>
      <p className={secondFactor.recoveryCodesLeft < fewCodes ? 'notice notice-warn section-actions' : ''}>
        {messages.recoveryLeft(secondFactor.recoveryCodesLeft)}
        {secondFactor.recoveryCodesLeft < fewCodes ? messages.recoveryFew : ''}
      </p>
    </>
  );
}
