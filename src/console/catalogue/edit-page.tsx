import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import type { CatalogueLine } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { useUnsaved } from '../parts/leave-guard.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote, ErrorState } from '../parts/states.tsx';
import { useWork } from '../session/session.ts';
import './catalogue.css';
import { ContentFields } from './content-fields.tsx';
import { blankContent, type ContentValues, contentSent, valuesOf } from './content-form.ts';
import { messages } from './messages.ts';
import { lineQuery, renewCatalogue } from './queries.ts';

/** Changes a line of a catalogue. */
export function EditPage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery({ ...lineQuery(id), refetchOnWindowFocus: false });
  return (
    <Page
      title={messages.editTitle}
      words={data?.name}
      back={<Link to={`/catalogue/items/${id}`}>{messages.backToItem}</Link>}
    >
      {data ? <LineForm line={data} /> : error ? <ErrorState error={error} /> : <Waiting rows={12} />}
    </Page>
  );
}

/** A line of one's own that no template has. */
export function NewLinePage() {
  const { person } = useWork();
  const organId = useAddress().get('organId') ?? person.organ.id;
  return (
    <Page
      title={messages.newTitle}
      words={messages.newWords}
      back={<Link to={`/catalogue?organId=${organId}`}>{messages.back}</Link>}
    >
      <LineForm organId={organId} />
    </Page>
  );
}

type Values = ContentValues & { since: string };
type LineFormProps = { line: CatalogueLine; organId?: undefined } | { line?: undefined; organId: string };

function LineForm({ line, organId }: LineFormProps) {
  const [form] = Form.useForm<Values>();
  const unsaved = useUnsaved();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const send = async ({ since, ...values }: Values): Promise<string> => {
    const { fieldKey, article20 } = values;
    const content = contentSent(values);
    if (!line) {
      const placed = { ...(fieldKey ? { fieldKey } : {}), ...(article20 ? { article20 } : {}) };
      const body = { organId, content: { ...content, ...placed }, since };
      return (await ask(api.POST('/api/catalogue/items', { body }))).id;
    }
    const body = {
      version: line.version,
      content: { ...content, fieldKey: fieldKey ?? null, article20: article20 ?? null },
    };
    await ask(api.PATCH('/api/catalogue/items/{id}', { params: { path: { id: line.id } }, body }));
    return line.id;
  };
  const { submit, busy, error, rest } = useSubmit(form, send, async (id) => {
    unsaved.settle();
    message.success(messages.saved);
    await renewCatalogue(queries);
    navigate(`/catalogue/items/${id}`);
  });
  const first = line ? valuesOf(line) : { ...blankContent, since: dayInChina(new Date()) };
  return (
    <SentForm form={form} name="line" initialValues={first as Values} onValuesChange={unsaved.touch} onFinish={submit}>
      {unsaved.guard}
      <ErrorNote error={error} rest={rest} />
      <ContentFields />
      {line ? null : (
        <section className="sheet">
          <Form.Item name="since" label={messages.since} extra={messages.sinceHint} className="form-narrow">
            <Input type="date" />
          </Form.Item>
        </section>
      )}
      <div className="form-end form-end-page">
        <Button type="primary" htmlType="submit" loading={busy}>
          {messages.save}
        </Button>
        <Button onClick={() => navigate(line ? `/catalogue/items/${line.id}` : `/catalogue?organId=${organId}`)}>
          {messages.cancel}
        </Button>
      </div>
    </SentForm>
  );
}
