import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  checkField,
  normaliseField,
  type OrganProfile,
  profileFields,
  profileKeys,
} from '../../organisation/domain/organ-profile.ts';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { OrganDetail } from '../api/shapes.ts';
import { changedFields } from '../parts/changes.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { useUnsaved } from '../parts/leave-guard.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote, ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { organQuery } from './queries.ts';

/** Changes what is known of an organ besides its place and names. */
export function ProfilePage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery({ ...organQuery(id), refetchOnWindowFocus: false });
  return (
    <Page
      title={messages.edit}
      words={data?.fullName}
      back={<Link to={`/organs/${id}`}>返回{data?.shortName ?? messages.title}</Link>}
    >
      {data ? <ProfileForm organ={data} /> : error ? <ErrorState error={error} /> : <Waiting rows={10} />}
    </Page>
  );
}

const sections: readonly { title: string; words?: string; holds(key: keyof OrganProfile): boolean }[] = [
  { title: messages.codes, holds: (key) => profileFields[key].group === 'codes' },
  { title: messages.contact, holds: (key) => profileFields[key].group === 'contact' && !key.startsWith('disclosure') },
  { title: messages.office, words: messages.officeWords, holds: (key) => key.startsWith('disclosure') },
];

function ProfileForm({ organ }: { organ: OrganDetail }) {
  const [form] = Form.useForm<OrganProfile>();
  const unsaved = useUnsaved();
  const [first] = useState(organ.profile);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const mayEdit = (key: keyof OrganProfile) => profileFields[key].group === 'contact' || organ.rights.maintain;
  const { submit, busy, error, rest } = useSubmit(
    form,
    async (profile) => {
      try {
        return await ask(
          api.PATCH('/api/organs/{id}', {
            params: { path: { id: organ.id } },
            body: { version: organ.version, profile: changedFields(first, profile) },
          }),
        );
      } catch (error) {
        // With the new version the person can look, and save again what was typed here.
        if (asProblem(error).status === 409) await queries.invalidateQueries({ queryKey: ['organs'] });
        throw error;
      }
    },
    async () => {
      unsaved.settle();
      message.success(messages.saved);
      await queries.invalidateQueries({ queryKey: ['organs'] });
      navigate(`/organs/${organ.id}`);
    },
  );
  return (
    <SentForm form={form} name="profile" initialValues={organ.profile} onValuesChange={unsaved.touch} onFinish={submit}>
      {unsaved.guard}
      <ErrorNote error={error} rest={rest} />
      {sections.map(({ title, words, holds }) => {
        const keys = profileKeys.filter((key) => holds(key) && mayEdit(key));
        return keys.length === 0 ? null : (
          <fieldset key={title} className="sheet part-sheet">
            <legend>{title}</legend>
            {words ? <p className="page-words section-words">{words}</p> : null}
            <div className="form-row">
              {keys.map((key) => (
                <ProfileField key={key} name={key} organ={organ} />
              ))}
            </div>
          </fieldset>
        );
      })}
      <div className="form-end form-end-page">
        <Button type="primary" htmlType="submit" loading={busy}>
          {messages.save}
        </Button>
        <Button onClick={() => navigate(`/organs/${organ.id}`)}>{messages.cancel}</Button>
      </div>
    </SentForm>
  );
}

/** One field, checked with the same rules as on the server. */
function ProfileField({ name, organ }: { name: keyof OrganProfile; organ: OrganDetail }) {
  const { label, maximum, form } = profileFields[name];
  return (
    <Form.Item
      name={name}
      label={label}
      className={maximum === 200 && form === 'text' ? 'form-wide' : ''}
      validateTrigger="onBlur"
      rules={[
        {
          validator: async (_rule, written: string) => {
            const wrong = checkField(name, normaliseField(name, written ?? ''), { kind: organ.kind });
            if (wrong) throw new Error(wrong);
          },
        },
      ]}
    >
      <Input
        {...(form === 'text' ? { maxLength: maximum } : {})}
        inputMode={form === 'phone' ? 'tel' : form === 'email' ? 'email' : form === 'web' ? 'url' : 'text'}
      />
    </Form.Item>
  );
}
