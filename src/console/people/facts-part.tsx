import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { PersonDetail } from '../api/shapes.ts';
import { changedFields } from '../parts/changes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { OrganSelect } from '../parts/organ-select.tsx';
import { useMay } from '../session/rights.ts';
import { useWork } from '../session/session.ts';
import { ContactFields } from './contact-fields.tsx';
import { messages } from './messages.ts';

/** How a person is reached. */
export function FactsPart({ person }: { person: PersonDetail }) {
  const [editing, setEditing] = useState(false);
  const isOwn = useWork().person.id === person.id;
  const mayManage = useMay('manage-accounts');
  const rows = [
    [messages.organ, person.organ.name],
    [messages.jobTitle, person.jobTitle],
    [messages.mobilePhone, person.mobilePhone],
    [messages.officePhone, person.officePhone],
    [messages.email, person.email],
    [messages.activeFrom, person.activeFrom],
  ] as const;
  return (
    <section className="sheet">
      <div className="sheet-head">
        <h2>{messages.facts}</h2>
        {(isOwn || mayManage) && !person.closedOn ? (
          <Button onClick={() => setEditing(true)}>{messages.edit}</Button>
        ) : null}
      </div>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value ?? <span className="soft">{messages.blank}</span>}</dd>
          </div>
        ))}
      </dl>
      {editing ? <EditDialog person={person} whole={mayManage} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

interface Facts {
  name?: string;
  organId?: string;
  jobTitle?: string;
  mobilePhone?: string;
  officePhone?: string;
  email?: string;
}

function EditDialog({ person, whole, onClose }: { person: PersonDetail; whole: boolean; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id, version, name, organ, jobTitle, mobilePhone, officePhone, email } = person;
  const known = { name, organId: organ.id, jobTitle, mobilePhone, officePhone, email };
  return (
    <FormDialog<Facts, unknown>
      title={messages.edit}
      confirm={messages.save}
      wide
      initialValues={Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))}
      act={(facts) =>
        ask(
          api.PATCH('/api/people/{id}', {
            params: { path: { id } },
            body: { version, ...changedFields<Facts>(known, facts) },
          }),
        )
      }
      onDone={() => {
        onClose();
        message.success(messages.saved);
        return queries.invalidateQueries({ queryKey: ['people'] });
      }}
      onClose={onClose}
    >
      {whole ? (
        <div className="form-row">
          <Form.Item name="name" label={messages.name} rules={[required(messages.nameMissing)]}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="organId" label={messages.organ} rules={[{ required: true, message: messages.organMissing }]}>
            <OrganSelect />
          </Form.Item>
        </div>
      ) : null}
      <ContactFields />
    </FormDialog>
  );
}
