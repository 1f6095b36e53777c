import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { wordKinds } from '../../publication/domain/word.ts';
import { api, ask } from '../api/client.ts';
import type { CheckWord, CheckWordSent } from '../api/shapes.ts';
import { optionsOf } from '../parts/asked.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { FileInput } from '../parts/file-input.tsx';
import { required } from '../parts/form.tsx';
import { fileBody } from '../table-import/send-file.ts';
import { messages } from './messages.ts';

const useRenew = () => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['check-words'] });
};

type WordValues = Omit<CheckWordSent, 'except'> & { except?: string };

/** Adds a word. */
export function AddWordDialog({ onClose }: { onClose(): void }) {
  const { message } = App.useApp();
  const renew = useRenew();
  return (
    <FormDialog<WordValues, unknown>
      title={messages.addWord}
      confirm={messages.save}
      initialValues={{ kind: 'slip', severity: 'warn' }}
      act={({ except = '', right, note, ...word }) => {
        const others = except.split(/[、，,\s]+/).filter((each) => each !== '');
        const body = { ...word, except: others, ...(right ? { right } : {}), ...(note ? { note } : {}) };
        return ask(api.POST('/api/publication/check-words', { body: body as CheckWordSent }));
      }}
      onDone={() => {
        onClose();
        message.success(messages.saved);
        return renew();
      }}
      onClose={onClose}
    >
      <Form.Item name="wrong" label={messages.wrong} rules={[required(messages.wrongMissing)]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="right" label={messages.right}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="kind" label={messages.kind}>
        <Select options={optionsOf(wordKinds)} />
      </Form.Item>
      <Form.Item name="severity" label={messages.severity}>
        <Radio.Group options={optionsOf(messages.severities)} />
      </Form.Item>
      <Form.Item name="except" label={messages.except} extra={messages.exceptHint}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="note" label={messages.note}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

/** Takes a word away. */
export function RemoveWordDialog({ word: { id, wrong }, onClose }: { word: CheckWord; onClose(): void }) {
  const { message } = App.useApp();
  const renew = useRenew();
  return (
    <FormDialog<object, unknown>
      title={messages.removeFor(wrong)}
      words={messages.removeWords}
      confirm={messages.remove}
      danger
      act={() => ask(api.DELETE('/api/publication/check-words/{id}', { params: { path: { id } } }))}
      onDone={() => {
        onClose();
        message.success(messages.removed);
        return renew();
      }}
      onClose={onClose}
    />
  );
}

interface Imported {
  added: number;
  changed: number;
  unchanged: number;
  refused: readonly { row: number; message: string }[];
}

/** Takes the words of a file; rows that could not be taken are told. */
export function ImportWordsDialog({ onClose }: { onClose(): void }) {
  const { message } = App.useApp();
  const renew = useRenew();
  const [refused, setRefused] = useState<Imported['refused']>([]);
  if (refused.length > 0) {
    return (
      <Modal open title={messages.refusedRows} onCancel={onClose} footer={<Button onClick={onClose}>知道了</Button>}>
        <ul>
          {refused.map(({ row, message: because }) => (
            <li key={row}>{messages.refusedRow(row, because)}</li>
          ))}
        </ul>
      </Modal>
    );
  }
  return (
    <FormDialog<{ file: File }, Imported>
      title={messages.importWords}
      confirm={messages.importWords}
      act={({ file }) => ask(api.POST('/api/publication/check-words/import', fileBody(file)))}
      onDone={async (outcome) => {
        message.success(messages.imported(outcome.added, outcome.changed, outcome.unchanged));
        await renew();
        if (outcome.refused.length > 0) setRefused(outcome.refused);
        else onClose();
      }}
      onClose={onClose}
    >
      <Form.Item
        name="file"
        label={messages.file}
        extra={messages.importHint}
        rules={[{ required: true, message: messages.fileMissing }]}
      >
        <FileInput accept=".xlsx,.csv" />
      </Form.Item>
    </FormDialog>
  );
}
