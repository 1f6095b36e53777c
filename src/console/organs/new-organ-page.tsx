import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { Link, useNavigate } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { type OrganKind, rootKinds } from '../../organisation/domain/organ.ts';
import { api, ask } from '../api/client.ts';
import { useAddress } from '../parts/address.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { useUnsaved } from '../parts/leave-guard.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { EventFields, NameFields, ParentField } from './change-fields.tsx';
import { messages } from './messages.ts';

interface NewOrgan {
  organKind: OrganKind;
  fullName: string;
  shortName: string;
  parentId?: string;
  setUpOn: string;
  documentNumber?: string;
  note?: string;
}

/** Registers an organ. */
export function NewOrganPage() {
  const [form] = Form.useForm<NewOrgan>();
  const kind = Form.useWatch<OrganKind | undefined>('organKind', form);
  const address = useAddress();
  const unsaved = useUnsaved();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ organKind, fullName, shortName, parentId, setUpOn, documentNumber = '', note = '' }) =>
      ask(
        api.POST('/api/organs', {
          body: {
            kind: organKind,
            fullName,
            shortName,
            ...(parentId ? { parentId } : {}),
            setUpOn,
            documentNumber,
            note,
          },
        }),
      ),
    async ({ id }) => {
      unsaved.settle();
      message.success(messages.created);
      await queries.invalidateQueries({ queryKey: ['organs'] });
      navigate(`/organs/${id}`);
    },
  );
  return (
    <Page title={messages.add} back={<Link to="/organs">{messages.backToTree}</Link>}>
      <section className="sheet form-page">
        <SentForm
          form={form}
          name="organ"
          initialValues={{ parentId: address.get('parent'), setUpOn: dayInChina(new Date()) }}
          onValuesChange={unsaved.touch}
          onFinish={submit}
        >
          {unsaved.guard}
          <ErrorNote error={error} rest={rest} />
          <NameFields />
          <ParentField kind={kind} needed={kind !== undefined && !rootKinds.includes(kind)} />
          <EventFields day="setUpOn" />
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={busy}>
              {messages.add}
            </Button>
            <Button onClick={() => navigate('/organs')}>{messages.cancel}</Button>
          </div>
        </SentForm>
      </section>
    </Page>
  );
}
