import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Switch } from 'antd';
import { api, ask } from '../api/client.ts';
import type { WechatAccount } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { OrganSelect } from '../parts/organ-select.tsx';
import { useWork } from '../session/session.ts';
import { messages } from './account-messages.ts';
import { accountsQuery } from './queries.ts';

interface AccountValues {
  organId: string;
  name: string;
  appId: string;
  appSecret?: string;
  inUse: boolean;
}

/** Connects an official account, or changes what is known of one. The secret goes in and never comes back. */
export function AccountDialog({ account, onClose }: { account?: WechatAccount; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { person } = useWork();
  return (
    <FormDialog<AccountValues, unknown>
      title={account ? messages.editFor(account.name) : messages.add}
      confirm={account ? messages.save : messages.add}
      initialValues={account ?? { organId: person.organ.id, inUse: true }}
      act={({ organId, appSecret, ...written }) => {
        const secret = appSecret ? { appSecret } : {};
        return account
          ? ask(
              api.PATCH('/api/publication/wechat-accounts/{id}', {
                params: { path: { id: account.id } },
                body: { ...written, ...secret, version: account.version },
              }),
            )
          : ask(api.POST('/api/publication/wechat-accounts', { body: { organId, ...written, ...secret } }));
      }}
      onDone={() => {
        onClose();
        message.success(account ? messages.saved : messages.added);
        return queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
      }}
      onClose={onClose}
    >
      {account ? null : (
        <Form.Item name="organId" label={messages.organ} rules={[{ required: true, message: messages.organMissing }]}>
          <OrganSelect />
        </Form.Item>
      )}
      <Form.Item name="name" label={messages.name} rules={[required(messages.nameMissing)]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="appId" label={messages.appId} rules={[required(messages.appIdMissing)]}>
        <Input maxLength={32} autoComplete="off" />
      </Form.Item>
      <Form.Item name="appSecret" label={messages.secret} extra={account ? messages.secretStays : messages.secretHint}>
        <Input.Password maxLength={64} autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="inUse" label={messages.inUse} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
