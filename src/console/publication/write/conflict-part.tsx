import { useMutation } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import type { RefObject } from 'react';
import { api, ask } from '../../api/client.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import type { EditorHandle } from '../editor/editor.tsx';
import { Conflict } from './conflict.tsx';
import type { DraftForm } from './draft-form.ts';
import { messages } from './messages.ts';
import type { Draft } from './use-draft.ts';

interface ConflictPartProps {
  item: ItemDetail;
  draft: Draft;
  editor: RefObject<EditorHandle | null>;
  form: FormInstance<DraftForm>;
  reopen(): Promise<void>;
}

/** Stands above the page while two have written the same; what is not chosen becomes a version of its own. */
export function ConflictPart({ item: { id }, draft, editor, form, reopen }: ConflictPartProps) {
  const params = { path: { id } };
  const keepMine = useMutation({
    mutationFn: async (theirs: ItemDetail) => {
      // Their text becomes a version; mine goes on from there.
      const kept = await ask(
        api.POST('/api/publication/items/{id}/versions', {
          params,
          body: { version: theirs.version, changeNote: messages.asideNote(theirs.text.savedByName) },
        }),
      );
      draft.version.current = kept.version;
      draft.savedHtml.current = undefined;
    },
    onSuccess: () => draft.settle(true),
  });
  const keepTheirs = useMutation({
    mutationFn: async (theirs: ItemDetail) => {
      await ask(
        api.POST('/api/publication/items/{id}/aside', {
          params,
          body: {
            ...draft.collect(),
            bodyHtml: editor.current?.html() ?? '',
            changeNote: messages.asideNote(theirs.text.savedByName),
          },
        }),
      );
    },
    onSuccess: async () => {
      draft.settle(false);
      await reopen();
    },
  });
  if (draft.state.kind !== 'conflict') return null;
  return (
    <Conflict
      id={id}
      error={draft.state.error}
      mine={{
        title: form.getFieldValue('title') ?? '',
        summary: form.getFieldValue('summary') ?? '',
        html: editor.current?.html() ?? '',
      }}
      keepMine={(theirs) => keepMine.mutate(theirs)}
      keepTheirs={(theirs) => keepTheirs.mutate(theirs)}
      busy={keepMine.isPending || keepTheirs.isPending}
      failure={keepMine.error ?? keepTheirs.error}
    />
  );
}
