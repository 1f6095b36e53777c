import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { isKind, type KindKey, kindOf } from '../../publication/domain/kinds/index.ts';
import { api, ask } from '../api/client.ts';
import { FileInput } from '../parts/file-input.tsx';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { readDocx } from './editor/queries.ts';
import { KindChoice } from './kind-choice.tsx';
import { messages } from './messages.ts';
import { renewItems } from './queries.ts';
import { readOpening } from './write/word-opening.ts';
import './write/write.css';

interface Beginning {
  kind: KindKey;
  title?: string;
  formedOn: string;
  file?: File;
}

/** Begins an item: what it is, when it came about, from a Word file where there is one. */
export function NewItemPage() {
  const [params] = useSearchParams();
  const [form] = Form.useForm<Beginning>();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const kind = params.get('kind') ?? '';
  const catalogueItemId = params.get('catalogueItemId') ?? undefined;
  const { submit, busy, error, rest } = useSubmit(
    form,
    async ({ kind, title: written, formedOn, file }) => {
      // Read first: a file that cannot be read begins nothing.
      const text = file ? await readDocx(file) : undefined;
      const opening = text ? readOpening(text.html) : undefined;
      const title = written?.trim() || opening?.title || file?.name.replace(/\.[^.]*$/, '');
      const documentNumber = isKind(kind) && kindOf(kind).documentNumber ? opening?.documentNumber : undefined;
      const begun = await ask(
        api.POST('/api/publication/items', {
          body: { kind, formedOn, ...(title ? { title } : {}), ...(catalogueItemId ? { catalogueItemId } : {}) },
        }),
      );
      if (text && opening) {
        await ask(
          api.PATCH('/api/publication/items/{id}', {
            params: { path: { id: begun.id } },
            body: {
              version: begun.version,
              bodyHtml: documentNumber === opening?.documentNumber ? opening.html : text.html,
              ...(documentNumber ? { documentNumber } : {}),
            },
          }),
        );
      }
      return { ...begun, told: text?.messages ?? [] };
    },
    async ({ id, told }) => {
      await renewItems(queries);
      navigate(`/publication/items/${id}`, { state: { told } });
    },
  );
  return (
    <Page title={messages.add} words={messages.newWords} back={<Link to="/publication/items">{messages.back}</Link>}>
      <SentForm
        form={form}
        name="begin"
        initialValues={{
          title: params.get('title') ?? '',
          formedOn: params.get('formedOn') ?? dayInChina(new Date()),
          ...(isKind(kind) ? { kind } : {}),
        }}
        onFinish={submit}
      >
        <ErrorNote error={error} rest={rest} />
        <div className="write">
          <section className="sheet write-main">
            <Form.Item
              name="kind"
              label={messages.newKind}
              extra={messages.newKindHint}
              rules={[{ required: true, message: messages.newKindMissing }]}
            >
              <KindChoice />
            </Form.Item>
          </section>
          <section className="sheet write-aside">
            <Form.Item name="title" label={messages.newTitle} extra={messages.newTitleHint}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item
              name="formedOn"
              label={messages.newFormed}
              extra={messages.newFormedHint}
              rules={[{ required: true, message: `请填写${messages.newFormed}。` }]}
            >
              <Input type="date" />
            </Form.Item>
            <Form.Item name="file" label={messages.newWord} extra={messages.newWordHint}>
              <FileInput accept=".docx" />
            </Form.Item>
            <div className="form-end">
              <Button type="primary" htmlType="submit" loading={busy}>
                {messages.newStart}
              </Button>
            </div>
          </section>
        </div>
      </SentForm>
    </Page>
  );
}
