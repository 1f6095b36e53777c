import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import type { CleaningRow } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/list.tsx';
import { OrganSelect } from '../parts/organ-select.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { useWork } from '../session/session.ts';
import { messages } from './cleaning-messages.ts';
import { messages as upkeepMessages } from './messages.ts';
import { cleaningsQuery } from './queries.ts';
import { UpkeepTabs } from './upkeep-tabs.tsx';

const columns: Column<CleaningRow>[] = [
  {
    title: messages.cleaning,
    cell: ({ id, organ, year }) => <Link to={`/upkeep/cleanings/${id}`}>{messages.nameOf(organ, year)}</Link>,
  },
  { title: messages.progress, kind: 'short', cell: ({ decided, entries }) => messages.progressOf(decided, entries) },
  {
    title: messages.state,
    kind: 'short',
    cell: ({ finishedOn }) =>
      finishedOn ? (
        <span className="mark mark-good">{messages.finishedOn(finishedOn)}</span>
      ) : (
        <span className="mark mark-today">{messages.running}</span>
      ),
  },
];

/** 文件清理: the yearly lists of normative documents. */
export function CleaningsPage() {
  const { data, error, refetch } = useQuery(cleaningsQuery);
  const mayClean = useMay('publish-items');
  const [beginning, setBeginning] = useState(false);
  return (
    <Page
      title={upkeepMessages.title}
      words={messages.words}
      actions={
        mayClean ? (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {messages.begin}
          </Button>
        ) : undefined
      }
    >
      <UpkeepTabs />
      {data ? (
        data.items.length === 0 ? (
          <StateBox title={messages.emptyTitle} words={mayClean ? messages.emptyWords : messages.emptyElsewhere} />
        ) : (
          <div className="list-sheet">
            <Table
              caption={upkeepMessages.tabs.cleanings}
              columns={columns}
              rows={data.items}
              rowKey={({ id }) => id}
            />
          </div>
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={6} />
      )}
      {beginning ? <BeginDialog onClose={() => setBeginning(false)} /> : null}
    </Page>
  );
}

function BeginDialog({ onClose }: { onClose(): void }) {
  const { message } = App.useApp();
  const { person } = useWork();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <FormDialog<{ organId: string; year: number }, { id: string; entries: number }>
      title={messages.begin}
      words={messages.beginWords}
      confirm={messages.begin}
      initialValues={{ organId: person.organ.id, year: Number(dayInChina(new Date()).slice(0, 4)) }}
      act={(body) => ask(api.POST('/api/publication/cleanings', { body }))}
      onDone={async ({ id, entries }) => {
        message.success(messages.begun(entries));
        await queries.invalidateQueries({ queryKey: ['cleanings'] });
        navigate(`/upkeep/cleanings/${id}`);
      }}
      onClose={onClose}
    >
      <Form.Item name="organId" label={messages.organ} rules={[{ required: true, message: messages.organMissing }]}>
        <OrganSelect />
      </Form.Item>
      <Form.Item name="year" label={messages.year} rules={[{ required: true, message: messages.yearMissing }]}>
        <InputNumber min={1990} max={2099} precision={0} className="number-input" />
      </Form.Item>
    </FormDialog>
  );
}
