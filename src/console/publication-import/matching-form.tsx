import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { columnOf, contentColumnKeys } from '../../catalogue/domain/columns.ts';
import { channelKeys, channelOf } from '../../publication/domain/channels.ts';
import { kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import { api, ask } from '../api/client.ts';
import type { Ledger, LedgerMatching } from '../api/shapes.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { renewLedgers } from './queries.ts';

type Field = Ledger['fields'][number]['key'];

interface MatchingValues {
  sheet: number;
  /** As the spreadsheet numbers it. */
  headRow: number;
  columns: (Field | 'skip')[];
  kind: Ledger['matching']['kind'];
  columnKey?: string;
  year?: number | null;
  channels: Ledger['matching']['channels'];
}

const kindOptions = kindKeys.map((value) => ({ value, label: kindOf(value).name }));
const columnOptions = contentColumnKeys.map((value) => ({ value, label: columnOf(value).name }));
const channelOptions = channelKeys.map((value) => ({ value, label: channelOf(value).name }));

/** Says what the columns of a ledger mean, and what holds for rows that do not say it themselves. */
export function MatchingForm({ ledger }: { ledger: Ledger }) {
  const { id, sheet, sheets, matching, fields } = ledger;
  const [isOpen, setOpen] = useState(isDoubtful(ledger));
  const [form] = Form.useForm<MatchingValues>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { submit, busy, error, rest } = useSubmit(
    form,
    (values: MatchingValues) => {
      const body = sentOf(values, ledger);
      return ask(api.PATCH('/api/publication/imports/{id}', { params: { path: { id } }, body }));
    },
    async () => {
      await renewLedgers(queries);
      message.success(messages.compared);
    },
  );
  const sample = sheets[sheet]?.sample ?? [];
  const head = sample[matching.headRow] ?? [];
  const below = sample.slice(matching.headRow + 1);
  const exampleOf = (column: number) => below.map((cells) => cells[column] ?? '').find((cell) => cell !== '');
  if (!isOpen) {
    return (
      <section className="sheet">
        <h2>{messages.match}</h2>
        <p className="page-words section-words">{messages.matched(understood(ledger, head))}</p>
        <Button onClick={() => setOpen(true)}>{messages.matchOpen}</Button>
      </section>
    );
  }
  const fieldOptions = [
    { value: 'skip', label: messages.skip },
    ...fields.map(({ key, label, required }) => ({ value: key, label: required ? label + messages.required : label })),
  ];
  return (
    <section className="sheet">
      <h2>{messages.match}</h2>
      <p className="page-words section-words">{messages.matchWords}</p>
      <SentForm
        form={form}
        name="matching"
        initialValues={{
          sheet,
          headRow: matching.headRow + 1,
          columns: matching.columns.map((key) => key ?? 'skip'),
          kind: matching.kind,
          ...(matching.columnKey ? { columnKey: matching.columnKey } : {}),
          ...(matching.year ? { year: matching.year } : {}),
          channels: matching.channels,
        }}
        onFinish={submit}
      >
        <ErrorNote error={error} rest={rest} />
        <div className="form-row">
          <Form.Item name="sheet" label={messages.sheet}>
            <Select options={sheets.map(({ name, rows }, value) => ({ value, label: messages.rows(name, rows) }))} />
          </Form.Item>
          <Form.Item name="headRow" label={messages.headRow}>
            <InputNumber min={1} max={50} precision={0} className="number-input" />
          </Form.Item>
          {matching.columns.map((_, index) => (
            <Form.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of a table is its number
              key={index}
              name={['columns', index]}
              label={messages.columnOf(index + 1, head[index] ?? '')}
              extra={shortened(exampleOf(index))}
            >
              <Select options={fieldOptions} />
            </Form.Item>
          ))}
          <Form.Item name="year" label={messages.year}>
            <InputNumber min={1990} max={2100} precision={0} className="number-input" suffix={messages.yearUnit} />
          </Form.Item>
          <Form.Item name="kind" label={messages.kind}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={kindOptions} />
          </Form.Item>
          <Form.Item name="columnKey" label={messages.column}>
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={columnOptions} />
          </Form.Item>
          <Form.Item name="channels" label={messages.channels}>
            <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={channelOptions} />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={busy}>
          {messages.compare}
        </Button>
      </SentForm>
    </section>
  );
}

/** What each column was taken for: 公开内容 is the title. */
const understood = ({ matching, fields }: Ledger, head: readonly string[]): string[] =>
  matching.columns.flatMap((key, column) => {
    const label = fields.find((each) => each.key === key)?.label;
    return label === undefined ? [] : [messages.taken(head[column] ?? '', label)];
  });

/** Whether the columns a ledger cannot do without are known. */
export const isMatched = ({ matching: { columns } }: Ledger): boolean =>
  columns.includes('title') && columns.includes('publishedOn');

/** Whether somebody has to look at the columns: nothing was understood, or rows that could be were not. */
const isDoubtful = (ledger: Ledger): boolean => !isMatched(ledger) || ledger.counts.problems > 0;

const longestExample = 20;

function shortened(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [...characters] = text.replace(/\s+/g, ' ');
  const shown = characters.slice(0, longestExample).join('');
  return messages.sampleOf(characters.length > longestExample ? `${shown}…` : shown);
}

/** What is sent: where another sheet or head is chosen, its columns are read by the server anew. */
function sentOf({ sheet, headRow, columns, ...rest }: MatchingValues, ledger: Ledger): LedgerMatching {
  const isElsewhere = sheet !== ledger.sheet || headRow - 1 !== ledger.matching.headRow;
  const { kind, columnKey, channels, year } = rest;
  return {
    version: ledger.version,
    sheet,
    headRow: headRow - 1,
    ...(isElsewhere ? {} : { columns: columns.map((key) => (key === 'skip' ? null : key)) }),
    kind,
    channels,
    ...(year ? { year } : {}),
    ...(columnKey ? { columnKey: columnKey as NonNullable<LedgerMatching['columnKey']> } : {}),
  };
}
