import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Select } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import type { OrganKind } from '../../organisation/domain/organ.ts';
import { type OrganChangeKind, organChangeNames } from '../../organisation/domain/organ-event.ts';
import { api, ask } from '../api/client.ts';
import type { OrganDetail } from '../api/shapes.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { useUnsaved } from '../parts/leave-guard.tsx';
import { Waiting } from '../parts/list.tsx';
import { OrganSelect } from '../parts/organ-select.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote, ErrorState } from '../parts/states.tsx';
import { ChangeDetails, EventFields } from './change-fields.tsx';
import { type ChangeFields, changeKinds, readChange } from './change-form.ts';
import { messages } from './messages.ts';
import { organQuery } from './queries.ts';

/** Records something that happens to an organ. */
export function ChangePage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery({ ...organQuery(id), refetchOnWindowFocus: false });
  return (
    <Page
      title={messages.change}
      words={data?.fullName}
      back={<Link to={`/organs/${id}`}>返回{data?.shortName ?? messages.title}</Link>}
    >
      {data ? <ChangeForm organ={data} /> : error ? <ErrorState error={error} /> : <Waiting rows={6} />}
    </Page>
  );
}

interface EventForm extends ChangeFields {
  day: string;
  documentNumber?: string;
  note?: string;
  childrenTo?: string;
}

/** After these an organ has nobody below it any more. */
const endings: ReadonlySet<OrganChangeKind> = new Set(['merged', 'split', 'abolished']);

function ChangeForm({ organ }: { organ: OrganDetail }) {
  const [form] = Form.useForm<EventForm>();
  const kind = Form.useWatch<OrganChangeKind | undefined>('kind', form);
  const organKind = Form.useWatch<OrganKind | undefined>('organKind', form) ?? organ.kind;
  const unsaved = useUnsaved();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { submit, busy, error, rest } = useSubmit(
    form,
    (fields) =>
      ask(
        api.POST('/api/organs/{id}/events', {
          params: { path: { id: organ.id } },
          body: {
            version: organ.version,
            day: fields.day,
            documentNumber: fields.documentNumber ?? '',
            note: fields.note ?? '',
            change: readChange(fields),
            ...(fields.childrenTo ? { childrenTo: fields.childrenTo } : {}),
          },
        }),
      ),
    async () => {
      unsaved.settle();
      message.success(messages.changed);
      await queries.invalidateQueries({ queryKey: ['organs'] });
      navigate(`/organs/${organ.id}`);
    },
  );
  const kinds = changeKinds(organ.status === 'living');
  return (
    <section className="sheet form-page">
      <SentForm
        form={form}
        name="change"
        initialValues={{ fullName: organ.fullName, shortName: organ.shortName, organKind: organ.kind }}
        onValuesChange={unsaved.touch}
        onFinish={submit}
      >
        {unsaved.guard}
        <ErrorNote error={error} rest={rest} />
        <Form.Item
          name="kind"
          label={messages.changeKind}
          rules={[{ required: true, message: `请选择${messages.changeKind}。` }]}
        >
          <Select options={kinds.map((value) => ({ value, label: organChangeNames[value] }))} />
        </Form.Item>
        <ChangeDetails kind={kind} organKind={organKind} />
        {organ.counts.children > 0 && kind && endings.has(kind) ? (
          <Form.Item
            name="childrenTo"
            label={messages.childrenTo}
            extra={messages.childrenToHint(organ.counts.children)}
          >
            <OrganSelect />
          </Form.Item>
        ) : null}
        <EventFields />
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {messages.change}
          </Button>
          <Button onClick={() => navigate(`/organs/${organ.id}`)}>{messages.cancel}</Button>
        </div>
      </SentForm>
    </section>
  );
}
