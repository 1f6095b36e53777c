import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { Memo } from '../api/shapes.ts';
import { required, SentForm, useSubmit } from '../parts/form.tsx';
import { useUnsaved } from '../parts/leave-guard.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote, ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';

const memoQuery = (id: string) =>
  queryOptions({
    queryKey: ['memos', id],
    queryFn: ({ signal }) => ask(api.GET('/api/memos/{id}', { params: { path: { id } }, signal })),
    refetchOnWindowFocus: false,
  });

/** One memo, or a new one. */
export function MemoPage() {
  const { id } = useParams();
  return id === undefined ? <MemoFrame title={messages.add} memo={undefined} /> : <KnownMemo key={id} id={id} />;
}

function KnownMemo({ id }: { id: string }) {
  const { data, error } = useQuery(memoQuery(id));
  if (data) return <MemoFrame title={data.title} memo={data} />;
  return (
    <Page title={messages.title} back={<Link to="/today">{messages.back}</Link>}>
      {error ? <ErrorState error={error} /> : <Waiting rows={5} />}
    </Page>
  );
}

function MemoFrame({ title, memo }: { title: string; memo: Memo | undefined }) {
  return (
    <Page title={title} words={messages.words} back={<Link to="/today">{messages.back}</Link>}>
      <section className="sheet form-page">
        <MemoForm memo={memo} />
      </section>
    </Page>
  );
}

interface MemoFields {
  title: string;
  text?: string;
  due?: string;
}

function MemoForm({ memo }: { memo: Memo | undefined }) {
  const [form] = Form.useForm<MemoFields>();
  const unsaved = useUnsaved();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const renew = () =>
    Promise.all(['memos', 'today', 'people'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ title, text = '', due }) =>
      memo
        ? ask(
            api.PATCH('/api/memos/{id}', {
              params: { path: { id: memo.id } },
              body: { version: memo.version, title, text, due: due || null },
            }),
          )
        : ask(api.POST('/api/memos', { body: { title, text, ...(due ? { due } : {}) } })),
    async () => {
      unsaved.settle();
      message.success(messages.saved);
      await renew();
      navigate('/today');
    },
  );
  const finish = useMutation({
    mutationFn: ({ id, version, done }: Memo) =>
      ask(api.PATCH('/api/memos/{id}', { params: { path: { id } }, body: { version, done: !done } })),
    onSuccess: async ({ done }) => {
      if (done) message.success(messages.finished);
      await renew();
      if (done) navigate('/today');
    },
    onError: (thrown) => message.error(asProblem(thrown).message),
  });
  return (
    <SentForm
      form={form}
      name="memo"
      {...(memo ? { initialValues: { title: memo.title, text: memo.text, due: memo.due } } : {})}
      onValuesChange={unsaved.touch}
      onFinish={submit}
    >
      {unsaved.guard}
      <ErrorNote error={error} rest={rest} />
      <Form.Item name="title" label={messages.heading} rules={[required(messages.headingMissing)]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="due" label={messages.due} extra={messages.dueHint}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="text" label={messages.text}>
        <Input.TextArea rows={12} maxLength={100_000} />
      </Form.Item>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={busy}>
          {messages.save}
        </Button>
        {memo ? (
          <Button loading={finish.isPending} onClick={() => finish.mutate(memo)}>
            {memo.done ? messages.reopen : messages.finish}
          </Button>
        ) : null}
      </div>
    </SentForm>
  );
}
