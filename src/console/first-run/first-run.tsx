import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type Administrator, administratorKeys, roles } from '../../organisation/domain/role.ts';
import { api, ask } from '../api/client.ts';
import type { FirstAccount, FirstRun } from '../api/shapes.ts';
import { required, SentForm, useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Entrance } from '../session/entrance.tsx';
import { renewSession } from '../session/session.ts';
import { messages } from './messages.ts';

/** The first page of an empty system: its county and its three administrators. */
export function FirstRunPage() {
  const [accounts, setAccounts] = useState<readonly FirstAccount[]>();
  return accounts ? <Done accounts={accounts} /> : <FirstRunForm onDone={setAccounts} />;
}

function FirstRunForm({ onDone }: { onDone(accounts: readonly FirstAccount[]): void }) {
  const [form] = Form.useForm<FirstRun>();
  const { submit, busy, error, rest } = useSubmit(
    form,
    (body) => ask(api.POST('/api/setup', { body })),
    (answer) => onDone(answer.accounts),
  );
  return (
    <Entrance title={messages.title} words={messages.words} wide>
      <SentForm form={form} name="first-run" requiredMark={false} onFinish={submit}>
        <ErrorNote error={error} rest={rest} />
        <Form.Item name="code" label={messages.code} extra={messages.codeHint} rules={[required(messages.codeMissing)]}>
          <Input autoComplete="off" spellCheck={false} autoFocus />
        </Form.Item>
        <fieldset className="part">
          <legend>{messages.countyPart}</legend>
          <div className="form-row">
            <Form.Item
              name={['county', 'name']}
              label={messages.countyName}
              extra={messages.countyNameHint}
              rules={[required(messages.countyNameMissing)]}
            >
              <Input maxLength={50} />
            </Form.Item>
            <Form.Item
              name={['county', 'divisionCode']}
              label={messages.divisionCode}
              extra={messages.divisionCodeHint}
              rules={[required(messages.divisionCodeMissing)]}
            >
              <Input inputMode="numeric" autoComplete="off" />
            </Form.Item>
          </div>
        </fieldset>
        <fieldset className="part">
          <legend>{messages.administratorsPart}</legend>
          <p className="page-words section-words">{messages.administratorsWords}</p>
          {administratorKeys.map((role) => (
            <AdministratorFields key={role} role={role} />
          ))}
        </fieldset>
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {messages.submit}
        </Button>
      </SentForm>
    </Entrance>
  );
}

function AdministratorFields({ role }: { role: Administrator }) {
  const { name } = roles[role];
  return (
    <fieldset className="part-inner">
      <legend>
        {name}
        <span className="soft">：{messages.duties[role]}</span>
      </legend>
      <div className="form-row">
        <Form.Item
          name={['administrators', role, 'name']}
          label={messages.name}
          rules={[required(messages.nameMissing)]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name={['administrators', role, 'loginName']}
          label={messages.loginName}
          rules={[required(messages.loginNameMissing)]}
        >
          <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

const columns: Column<FirstAccount>[] = [
  { title: messages.role, cell: ({ role }) => <strong>{roles[role].name}</strong> },
  { title: messages.name, cell: ({ name }) => name },
  { title: messages.loginName, cell: ({ loginName }) => <code>{loginName}</code> },
  { title: messages.firstPassword, cell: ({ firstPassword }) => <code>{firstPassword}</code> },
];

function Done({ accounts }: { accounts: readonly FirstAccount[] }) {
  const queries = useQueryClient();
  return (
    <Entrance title={messages.doneTitle} words={messages.doneWords} wide>
      <div className="list-sheet section-actions">
        <Table caption={messages.firstPassword} columns={columns} rows={accounts} rowKey={({ role }) => role} />
      </div>
      <div className="actions section-actions">
        <Button type="primary" size="large" onClick={() => renewSession(queries)}>
          {messages.toSignIn}
        </Button>
        <Button size="large" onClick={() => window.print()}>
          {messages.print}
        </Button>
      </div>
    </Entrance>
  );
}
