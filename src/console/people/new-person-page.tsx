import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, ask } from '../api/client.ts';
import { required, SentForm, useSubmit } from '../parts/form.tsx';
import { useUnsaved } from '../parts/leave-guard.tsx';
import { OrganSelect } from '../parts/organ-select.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { ContactFields } from './contact-fields.tsx';
import { FirstPassword } from './first-password.tsx';
import { messages } from './messages.ts';

interface NewPerson {
  name: string;
  organId: string;
  loginName: string;
  jobTitle?: string;
  mobilePhone?: string;
  officePhone?: string;
  email?: string;
}

/** Enters somebody new and opens the account. */
export function NewPersonPage() {
  const [form] = Form.useForm<NewPerson>();
  const unsaved = useUnsaved();
  const [entered, setEntered] = useState<{ id: string; name: string; loginName: string; firstPassword: string }>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { submit, busy, error, rest } = useSubmit(
    form,
    (body) => ask(api.POST('/api/people', { body })),
    (answer, { name }) => {
      unsaved.settle();
      setEntered({ ...answer, name });
      return queries.invalidateQueries({ queryKey: ['people'] });
    },
  );
  if (entered) {
    return (
      <Page title={messages.firstPasswordTitle}>
        <FirstPassword
          name={entered.name}
          loginName={entered.loginName}
          password={entered.firstPassword}
          onDone={() => navigate(`/people/${entered.id}`)}
        />
      </Page>
    );
  }
  return (
    <Page title={messages.add} back={<Link to="/people">{messages.backToList}</Link>}>
      <section className="sheet form-page">
        <SentForm form={form} name="person" onValuesChange={unsaved.touch} onFinish={submit}>
          {unsaved.guard}
          <ErrorNote error={error} rest={rest} />
          <div className="form-row">
            <Form.Item name="name" label={messages.name} rules={[required(messages.nameMissing)]}>
              <Input maxLength={50} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="organId"
              label={messages.organ}
              rules={[{ required: true, message: messages.organMissing }]}
            >
              <OrganSelect />
            </Form.Item>
          </div>
          <Form.Item
            name="loginName"
            label={messages.loginName}
            extra={messages.loginNameHint}
            rules={[required(messages.loginNameMissing)]}
          >
            <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <ContactFields />
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={busy}>
              {messages.add}
            </Button>
            <Button onClick={() => navigate('/people')}>{messages.cancel}</Button>
          </div>
        </SentForm>
      </section>
    </Page>
  );
}
