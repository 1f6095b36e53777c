import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { asProblem } from '../../api/problem.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { sendAttachment } from '../editor/queries.ts';
import { fileSize } from '../file-size.ts';
import { messages } from './messages.ts';

export interface WrittenAttachment {
  id: string;
  /** What it is called to the public. */
  name: string;
  /** Bytes; absent when the file is gone. */
  size?: number | undefined;
}

interface AttachmentsPartProps {
  attachments: readonly WrittenAttachment[];
  change(next: readonly WrittenAttachment[]): void;
}

/** The files that are published with the text: added, named, put in order. */
export function AttachmentsPart({ attachments, change }: AttachmentsPartProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const input = useRef<HTMLInputElement>(null);
  // What is there when an upload ends, not when it began.
  const latest = useRef(attachments);
  latest.current = attachments;
  const add = async (files: readonly File[]) => {
    setBusy(true);
    setError(undefined);
    for (const file of files) {
      try {
        const { id, fileName, size } = await sendAttachment(file);
        change([...latest.current, { id, name: fileName.replace(/\.[^.]*$/, ''), size }]);
      } catch (thrown) {
        setError(asProblem(thrown));
      }
    }
    setBusy(false);
  };
  const put = (at: number, next: WrittenAttachment) =>
    change(attachments.map((each, index) => (index === at ? next : each)));
  const moveUp = (at: number) => {
    const next = [...attachments];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at - 1, 0, moved);
    change(next);
  };
  return (
    <>
      <p className="hint section-words">{messages.attachmentsHint}</p>
      <ErrorNote error={error} />
      <ul className="written-attachments">
        {attachments.map((attachment, at) => (
          <li key={attachment.id}>
            <Input
              aria-label={messages.attachmentName(attachment.name)}
              value={attachment.name}
              maxLength={200}
              onChange={({ target }) => put(at, { ...attachment, name: target.value })}
            />
            <a href={`/api/attachments/${attachment.id}`} className="soft nowrap">
              {attachment.size === undefined ? '—' : fileSize(attachment.size)}
            </a>
            <Button disabled={at === 0} onClick={() => moveUp(at)}>
              {messages.attachmentUp}
            </Button>
            <Button onClick={() => change(attachments.filter(({ id }) => id !== attachment.id))}>
              {messages.removeAttachment}
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={messages.addAttachment}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {busy ? messages.uploading : messages.addAttachment}
      </Button>
    </>
  );
}
