import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import type { PersonDetail } from '../api/shapes.ts';
import { required, SentForm, useSubmit } from '../parts/form.tsx';
import { Waiting } from '../parts/list.tsx';
import { formatTerm } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { PersonSelect } from '../parts/person-select.tsx';
import { ErrorNote, ErrorState } from '../parts/states.tsx';
import { DeskTable } from '../people/desk-table.tsx';
import { deskQuery, personQuery } from '../people/queries.ts';
import { messages } from './messages.ts';

/** Begins to hand over the work of a person. */
export function StartHandOverPage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery(personQuery(id));
  return (
    <Page
      title={messages.start}
      words={data ? messages.startWords(data.name) : undefined}
      back={<Link to={`/people/${id}`}>返回{data?.name ?? messages.from}</Link>}
    >
      {data ? <StartForm person={data} /> : error ? <ErrorState error={error} /> : <Waiting rows={6} />}
    </Page>
  );
}

interface Start {
  toPersonId: string;
  reason: string;
  postIds?: string[];
}

function StartForm({ person }: { person: PersonDetail }) {
  const [form] = Form.useForm<Start>();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const today = dayInChina(new Date());
  const posts = person.posts.filter(({ withdrawn, to }) => !withdrawn && (to === undefined || to >= today));
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ toPersonId, reason, postIds = [] }) =>
      ask(api.POST('/api/hand-overs', { body: { fromPersonId: person.id, toPersonId, reason, postIds } })),
    async ({ id }) => {
      message.success(messages.started1);
      await queries.invalidateQueries({ queryKey: ['hand-overs'] });
      navigate(`/people/hand-overs/${id}`);
    },
  );
  return (
    <>
      <section className="sheet form-page">
        <SentForm form={form} name="hand-over" onFinish={submit}>
          <ErrorNote error={error} rest={rest} />
          <Form.Item name="toPersonId" label={messages.to} rules={[{ required: true, message: messages.toMissing }]}>
            <PersonSelect except={person.id} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={messages.reason}
            extra={messages.reasonHint}
            rules={[required(messages.reasonMissing)]}
          >
            <Input maxLength={200} />
          </Form.Item>
          {posts.length > 0 ? (
            <Form.Item name="postIds" label={messages.posts} extra={messages.postsHint}>
              <Checkbox.Group
                className="choices"
                options={posts.map(({ id, organ, roleName, from, to }) => ({
                  value: id,
                  label: `${organ.name} ${roleName}（${formatTerm(from, to)}）`,
                }))}
              />
            </Form.Item>
          ) : null}
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={busy}>
              {messages.startButton}
            </Button>
          </div>
        </SentForm>
      </section>
      <section className="sheet">
        <h2>{messages.items}</h2>
        <DeskPreview id={person.id} />
      </section>
    </>
  );
}

function DeskPreview({ id }: { id: string }) {
  const { data, error } = useQuery(deskQuery(id));
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Waiting rows={3} />;
  if (data.items.length > 0) return <DeskTable items={data.items} />;
  return (
    <p className="soft">
      {messages.noItems}
      {messages.nothingToHandOver}
    </p>
  );
}
