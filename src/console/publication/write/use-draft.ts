import { useQueryClient } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { DraftSent, ItemDetail, ItemRemark } from '../../api/shapes.ts';
import type { EditorHandle } from '../editor/editor.tsx';
import type { WrittenAttachment } from './attachments-part.tsx';
import { Autosaver, type SaveState } from './autosave.ts';
import { changesOf, type DraftForm } from './draft-form.ts';
import { useSavedLeaving } from './saved-leaving.tsx';

interface DraftParts {
  item: ItemDetail;
  form: FormInstance<DraftForm>;
  editor: RefObject<EditorHandle | null>;
}

/**
 * Keeps what is written with the server while it is written: what is on the page is put together, sent with the version it
 * is based on, and sent again where it did not get there.
 */
export function useDraft({ item, form, editor }: DraftParts) {
  const { id } = item;
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: undefined });
  const [remarks, showRemarks] = useState<readonly ItemRemark[]>(item.remarks);
  const latestRemarks = useRef(remarks);
  const setRemarks = (told: readonly ItemRemark[]) => {
    latestRemarks.current = told;
    showRemarks(told);
  };
  const [dueOn, setDueOn] = useState(item.dueOn);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [attachments, setAttachments] = useState<readonly WrittenAttachment[]>(item.attachments);
  const written = useRef(attachments);
  const version = useRef(item.version);
  /** The text that is with the server, as the editor writes it; undefined before there is an editor. */
  const savedHtml = useRef<string>(undefined);

  /** Everything on the page; the text only where it was changed. */
  const collect = (): Omit<DraftSent, 'version'> => {
    const html = editor.current?.html();
    const values = form.getFieldsValue(true) as DraftForm;
    return {
      ...changesOf(values),
      attachments: written.current
        .map(({ id: attachment, name }) => ({ id: attachment, name: name.trim() }))
        .filter(({ name }) => name !== ''),
      ...(html === undefined || html === savedHtml.current ? {} : { bodyHtml: html }),
    };
  };
  const save = useRef(async () => {});
  save.current = async () => {
    // What was pasted and is not in the text yet.
    await editor.current?.settled();
    const body = collect();
    const saved = await ask(
      api.PATCH('/api/publication/items/{id}', {
        params: { path: { id } },
        body: { ...body, version: version.current },
      }),
    );
    version.current = saved.version;
    if (body.bodyHtml !== undefined) savedHtml.current = body.bodyHtml;
    setRemarks(saved.remarks);
    setDueOn(saved.dueOn);
    if (saved.removed.length > 0) setRemoved(saved.removed);
    // What is shown elsewhere of the item is old now; what is written here is newer than any answer.
    for (const key of ['list', 'versions', 'checks']) void queries.invalidateQueries({ queryKey: ['items', key] });
  };
  const [saver] = useState(
    () =>
      new Autosaver({
        save: () => save.current(),
        isConflict: (error) => error instanceof ApiProblem && error.status === 409,
        onState: setState,
      }),
  );
  useEffect(() => () => saver.stop(), [saver]);
  const guard = useSavedLeaving(saver);

  return {
    state,
    remarks,
    /** What is missing by the last answer of the server. */
    latestRemarks,
    dueOn,
    removed,
    attachments,
    version,
    savedHtml,
    collect,
    guard,
    touch: () => saver.touch(),
    flush: () => saver.flush(),
    whenSaved: <T>(work: () => Promise<T>) => saver.whenSaved(work),
    /** The editor is there, with the text as the server has it. */
    begin: (html: string) => {
      savedHtml.current ??= html;
    },
    /** Takes what the server says of the draft after it was changed there. */
    take: (changed: Pick<ItemDetail, 'version' | 'remarks' | 'dueOn'>, html: string | undefined) => {
      version.current = changed.version;
      savedHtml.current = html;
      setRemarks(changed.remarks);
      setDueOn(changed.dueOn);
    },
    settle: (isDirty: boolean) => saver.settle(isDirty),
    setAttachments: (next: readonly WrittenAttachment[]) => {
      written.current = next;
      setAttachments(next);
      saver.touch();
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
