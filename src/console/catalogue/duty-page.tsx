import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client.ts';
import type { CatalogueDuty } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { required } from '../parts/form.tsx';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { useMay } from '../session/rights.ts';
import { DraftButton } from './draft-button.tsx';
import { messages } from './duty-messages.ts';
import { DutyDay, Evidence, StatusMark } from './duty-parts.tsx';
import { ResponsiblePost } from './line-parts.tsx';
import { dutyQuery, renewCatalogue } from './queries.ts';

/** One thing that has to be made public: until when, by whom, and by what it was done. */
export function DutyPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(dutyQuery(id));
  return (
    <Page
      title={data?.title ?? messages.title}
      words={data?.organName}
      back={<Link to="/catalogue/duties">{messages.back}</Link>}
      actions={data ? <Acts duty={data} /> : undefined}
    >
      {data ? (
        <Content duty={data} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={8} />
      )}
    </Page>
  );
}

function Content({ duty }: { duty: CatalogueDuty }) {
  const { waived } = duty;
  return (
    <section className="sheet">
      <Facts
        facts={{
          [messages.status]: (
            <>
              <StatusMark status={duty.status} />
              {duty.reminded ? <span className="mark mark-warn">{messages.reminded}</span> : null}
            </>
          ),
          [messages.due]: <DutyDay duty={duty} />,
          [messages.doneOn]: duty.doneOn,
          [messages.evidence]: <Evidence duty={duty} />,
          [messages.waivedTitle]: waived
            ? messages.waivedBy(waived.because, waived.by, formatInstant(waived.at))
            : undefined,
          [messages.line]: <Link to={`/catalogue/items/${duty.itemId}`}>{duty.itemName}</Link>,
          [messages.kind]: `${messages.kinds[duty.kind]}（${messages.begins[duty.kind]} ${duty.beginsOn}）`,
          [messages.limit]: duty.limitWords,
          [messages.responsible]: <ResponsiblePost post={duty.responsible} />,
        }}
      />
    </section>
  );
}

function Acts({ duty }: { duty: CatalogueDuty }) {
  const [waiving, setWaiving] = useState(false);
  const mayWaive = useMay('manage-catalogue');
  const mayDraft = useMay('draft-items');
  return (
    <>
      {mayWaive && duty.state === 'open' ? <Button onClick={() => setWaiving(true)}>{messages.waive}</Button> : null}
      {mayWaive && duty.state === 'waived' ? (
        <Button onClick={() => setWaiving(true)}>{messages.takeBack}</Button>
      ) : null}
      {mayDraft && duty.state === 'open' ? <DraftButton duty={duty} /> : null}
      {waiving ? <WaiveDialog duty={duty} onClose={() => setWaiving(false)} /> : null}
    </>
  );
}

function WaiveDialog({ duty: { id, state }, onClose }: { duty: CatalogueDuty; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const isWaived = state === 'waived';
  const params = { path: { id } };
  return (
    <FormDialog<{ because: string }, unknown>
      title={isWaived ? messages.takeBack : messages.waive}
      words={isWaived ? messages.takeBackWords : messages.waiveWords}
      confirm={isWaived ? messages.takeBack : messages.waive}
      act={({ because }) =>
        ask(
          isWaived
            ? api.POST('/api/catalogue/duties/{id}/take-back-waiver', { params })
            : api.POST('/api/catalogue/duties/{id}/waive', { params, body: { because } }),
        )
      }
      onDone={() => {
        onClose();
        message.success(isWaived ? messages.takenBack : messages.waived);
        return renewCatalogue(queries);
      }}
      onClose={onClose}
    >
      {isWaived ? null : (
        <Form.Item name="because" label={messages.because} rules={[required(messages.becauseMissing)]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
