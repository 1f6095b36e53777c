import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { writeDayOfWeek } from '../../calendar/domain/words.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import type { CalendarNotice, NoticeImport } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { FileInput } from '../parts/file-input.tsx';
import { required, SentForm, useSubmit } from '../parts/form.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';
import { calendarQuery } from './queries.ts';

/** Imports the yearly notice: its text is checked, what it changes is shown, and then it holds for everybody. */
export function ImportPage() {
  const [form] = Form.useForm<{ text: string }>();
  const [preview, setPreview] = useState<NoticeImport>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { submit, busy, error, rest } = useSubmit(form, sendText, async (done, { text }) => {
    if (!preview || preview.text !== text) return setPreview({ ...done, text });
    setPreview(undefined);
    form.resetFields();
    message.success(messages.applied(done.notice.year));
    await queries.invalidateQueries({ queryKey: calendarQuery.queryKey });
  });
  async function sendText({ text }: { text: string }) {
    const isChecked = preview?.text === text;
    return ask(api.POST(isChecked ? '/api/calendar/notices' : '/api/calendar/notices/preview', { body: { text } }));
  }
  const readFile = async (file: File | undefined) => {
    if (!file) return;
    form.setFieldsValue({ text: decode(await file.arrayBuffer()) });
    setPreview(undefined);
  };
  const hasChanges = preview && preview.changes.length > 0;
  return (
    <Page title={messages.importTitle} words={messages.importWords} back={<Link to="/calendar">{messages.back}</Link>}>
      <section className="sheet">
        <SentForm form={form} name="notice" onValuesChange={() => setPreview(undefined)} onFinish={submit}>
          <ErrorNote error={error} rest={rest} />
          <Form.Item name="text" label={messages.noticeText} rules={[required(messages.noticeMissing)]}>
            <Input.TextArea rows={12} maxLength={20_000} />
          </Form.Item>
          <div className="section-words">
            <label htmlFor="notice-file">{messages.noticeFile}</label>{' '}
            <FileInput id="notice-file" accept=".txt,text/plain" onChange={readFile} />
          </div>
          {preview ? <Preview preview={preview} /> : null}
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={busy} disabled={preview !== undefined && !hasChanges}>
              {preview ? messages.apply(preview.notice.year) : messages.check}
            </Button>
          </div>
        </SentForm>
      </section>
      <ImportedNotices />
    </Page>
  );
}

const changeColumns: Column<NoticeImport['changes'][number]>[] = [
  { title: messages.day, kind: 'short', cell: ({ day }) => writeDayOfWeek(getPlainDate(day)) },
  { title: messages.before, cell: ({ before }) => before },
  { title: messages.after, cell: ({ after, changesWork }) => (changesWork ? <strong>{after}</strong> : after) },
];

function Preview({ preview: { notice, isKnown, changes } }: { preview: NoticeImport }) {
  const { year } = notice;
  const count = changes.length;
  const words = isKnown
    ? count === 0
      ? messages.same(year)
      : messages.differs(year, count)
    : messages.fresh(year, count);
  return (
    <section aria-live="polite" className="section-words">
      <p className={`notice ${count === 0 ? 'notice-good' : ''}`}>{words}</p>
      {count > 0 ? (
        <div className="list-sheet">
          <Table caption={words} columns={changeColumns} rows={changes} rowKey={({ day }) => day} />
        </div>
      ) : null}
    </section>
  );
}

function ImportedNotices() {
  const { data } = useQuery(calendarQuery);
  const [removing, setRemoving] = useState<CalendarNotice>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const imported = data?.notices.filter(({ importedAt }) => importedAt !== undefined) ?? [];
  const columns: Column<CalendarNotice>[] = [
    {
      title: messages.source,
      cell: ({ title, documentNumber, importedAt = '', importedBy = '' }) => (
        <>
          {title}
          {documentNumber ? `（${documentNumber}）` : ''}
          <span className="soft block">{messages.importedBy(importedBy, formatInstant(importedAt))}</span>
        </>
      ),
    },
    {
      title: messages.act,
      kind: 'act',
      cell: (notice) => (
        <Button size="small" aria-label={messages.removeNotice(notice.year)} onClick={() => setRemoving(notice)}>
          {messages.remove}
        </Button>
      ),
    },
  ];
  return (
    <section className="sheet">
      <h2>{messages.importedNotices}</h2>
      {imported.length === 0 ? (
        <p className="soft">{messages.noImported}</p>
      ) : (
        <div className="list-sheet">
          <Table
            caption={messages.importedNotices}
            columns={columns}
            rows={imported}
            rowKey={({ year }) => String(year)}
          />
        </div>
      )}
      {removing ? (
        <FormDialog<object, unknown>
          title={messages.removeNotice(removing.year)}
          words={messages.removeNoticeWords}
          confirm={messages.remove}
          danger
          act={() => ask(api.DELETE('/api/calendar/notices/{year}', { params: { path: { year: removing.year } } }))}
          onDone={() => {
            setRemoving(undefined);
            message.success(messages.removed);
            return queries.invalidateQueries({ queryKey: calendarQuery.queryKey });
          }}
          onClose={() => setRemoving(undefined)}
        />
      ) : null}
    </section>
  );
}

/** A text file from an office machine is in UTF-8 or in what Windows calls ANSI. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
