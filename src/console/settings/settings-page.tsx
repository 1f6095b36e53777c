import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { Setting, SettingSection } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';
import { showValue } from './value.ts';
import { ValueField } from './value-field.tsx';

const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => ask(api.GET('/api/settings', { signal })),
});

/** 系统设置: what can be set while the system runs, each by its keeper. */
export function SettingsPage() {
  const { data, error, refetch } = useQuery(settingsQuery);
  return (
    <Page title={messages.title} words={messages.words}>
      {data ? (
        data.sections.length === 0 ? (
          <StateBox title={messages.emptyTitle} words={messages.emptyWords} />
        ) : (
          data.sections.map((section) => <Section key={section.name} section={section} />)
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}

function Section({ section }: { section: SettingSection }) {
  const [editing, setEditing] = useState<Setting>();
  const columns: Column<Setting>[] = [
    {
      title: messages.name,
      cell: ({ label, meaning }) => (
        <>
          {label}
          <span className="soft block">{meaning}</span>
        </>
      ),
    },
    {
      title: messages.value,
      cell: ({ value, unit, changedBy, changedAt }) => (
        <>
          <strong>{showValue(value, unit)}</strong>
          <span className="soft block">
            {changedBy && changedAt ? messages.changed(changedBy, formatInstant(changedAt)) : messages.isStandard}
          </span>
        </>
      ),
    },
    {
      title: messages.act,
      kind: 'act',
      cell: (setting) =>
        section.changeable ? (
          <Button size="small" aria-label={messages.editFor(setting.label)} onClick={() => setEditing(setting)}>
            {messages.edit}
          </Button>
        ) : null,
    },
  ];
  return (
    <section className="sheet settings">
      <div className="sheet-head">
        <h2>{section.label}</h2>
        <span className="soft">{messages.keepers[section.keeper]}</span>
      </div>
      <div className="list-sheet">
        <Table caption={section.label} columns={columns} rows={section.settings} rowKey={({ key }) => key} />
      </div>
      {editing ? <EditDialog setting={editing} onClose={() => setEditing(undefined)} /> : null}
    </section>
  );
}

function EditDialog({ setting, onClose }: { setting: Setting; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { key, version, label, meaning, unit, value, standard } = setting;
  return (
    <FormDialog<{ value: unknown }, unknown>
      title={messages.editFor(label)}
      words={`${meaning}${messages.resetTo(showValue(standard, unit))}。`}
      confirm={messages.save}
      initialValues={{ value }}
      act={(body) => ask(api.PATCH('/api/settings/{key}', { params: { path: { key } }, body: { ...body, version } }))}
      onDone={() => {
        onClose();
        message.success(messages.saved);
        return queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
      }}
      onClose={onClose}
    >
      <ValueField setting={setting} />
    </FormDialog>
  );
}
