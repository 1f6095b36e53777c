import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client.ts';
import type { Reminder } from '../api/shapes.ts';
import { renewCatalogue } from '../catalogue/queries.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { required } from '../parts/form.tsx';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { reminderQuery } from './queries.ts';
import { messages } from './reminder-messages.ts';
import { ReminderMark } from './reminders-page.tsx';

/** One reminder: what it is about, what was answered, what is done. */
export function ReminderPage() {
  const { id = '' } = useParams();
  const [answering, setAnswering] = useState(false);
  const { data, error, refetch } = useQuery(reminderQuery(id));
  return (
    <Page
      title={messages.title}
      words={data?.organName}
      back={<Link to="/catalogue/reminders">{messages.back}</Link>}
      actions={
        data?.mayAnswer && data.state !== 'settled' ? (
          <Button type="primary" onClick={() => setAnswering(true)}>
            {messages.answer}
          </Button>
        ) : undefined
      }
    >
      {data ? (
        <Content reminder={data} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={8} />
      )}
      {answering ? <AnswerDialog id={id} onClose={() => setAnswering(false)} /> : null}
    </Page>
  );
}

type Target = Reminder['targets'][number];

const targetColumns = (organId: string): Column<Target>[] => [
  {
    title: messages.targets,
    cell: ({ kind, id, title, dueOn }) => (
      <>
        <Link
          to={kind === 'duty' ? `/catalogue/duties/${id}` : `/catalogue/coverage/columns?organId=${organId}&alone=true`}
        >
          {title}
        </Link>
        <span className="soft block">{dueOn ? messages.due(dueOn) : messages.kinds[kind]}</span>
      </>
    ),
  },
  {
    title: messages.state,
    kind: 'short',
    cell: ({ done }) => (
      <span className={`mark mark-${done ? 'good' : 'bad'}`}>{done ? messages.done : messages.undone}</span>
    ),
  },
];

function Content({ reminder }: { reminder: Reminder }) {
  const { organId, targets, answer } = reminder;
  return (
    <>
      <section className="sheet">
        <Facts
          facts={{
            [messages.state]: <ReminderMark state={reminder.state} />,
            [messages.what]: <span className="lines">{reminder.text}</span>,
            [messages.answerBy]: reminder.answerBy,
            [messages.sent]: messages.sentBy(reminder.sentByName, formatInstant(reminder.sentAt)),
            [messages.answer]: answer ? (
              <>
                <span className="lines">{answer.text}</span>
                <span className="soft block">{messages.answeredBy(answer.by, formatInstant(answer.at))}</span>
              </>
            ) : undefined,
            [messages.settledOn]: reminder.settledOn,
          }}
        />
      </section>
      <h2 className="list-title">{messages.progress(targets.filter(({ done }) => done).length, targets.length)}</h2>
      <div className="list-sheet">
        <Table
          caption={messages.targets}
          columns={targetColumns(organId)}
          rows={targets}
          rowKey={({ kind, id }) => `${kind} ${id}`}
        />
      </div>
    </>
  );
}

function AnswerDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <FormDialog<{ answer: string }, unknown>
      title={messages.answerTitle}
      words={messages.answerWords}
      confirm={messages.answer}
      act={(body) => ask(api.POST('/api/catalogue/reminders/{id}/answer', { params: { path: { id } }, body }))}
      onDone={() => {
        onClose();
        message.success(messages.answered);
        return renewCatalogue(queries);
      }}
      onClose={onClose}
    >
      <Form.Item name="answer" label={messages.answer} rules={[required(messages.answerMissing)]}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
