import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import type { RefObject } from 'react';
import { api, ask } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import type { useChecks } from '../checks/use-checks.ts';
import type { EditorHandle } from '../editor/editor.tsx';
import { itemQuery } from '../queries.ts';
import { amendForm, type DraftForm, formOf } from './draft-form.ts';
import { messages } from './messages.ts';
import type { Draft } from './use-draft.ts';

interface MendingParts {
  item: ItemDetail;
  draft: Draft;
  checks: ReturnType<typeof useChecks>;
  form: FormInstance<DraftForm>;
  editor: RefObject<EditorHandle | null>;
}

/** Runs the checks on what is saved, and masks or corrects what they found with one click. */
export function useMending({ item: { id }, draft, checks, form, editor }: MendingParts) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  /** @returns whether everything is saved, so that the server speaks of what is on the page */
  const saved = async (): Promise<boolean> => {
    const isSaved = await draft.flush();
    if (!isSaved) message.error(messages.blockedBySave);
    return isSaved;
  };
  const check = async () => ((await saved()) ? (await checks.run()).result : undefined);
  /** The server mends what it has; the page takes that over around what is typed meanwhile. */
  const mendSaved = async (keys: readonly string[]) => {
    const text = editor.current?.remember();
    const written = structuredClone(form.getFieldsValue(true)) as DraftForm;
    const { result, version } = await ask(
      api.POST('/api/publication/items/{id}/checks/mask', {
        params: { path: { id } },
        body: { version: draft.version.current, keys: [...keys] },
      }),
    );
    draft.version.current = version;
    const mended = await queries.fetchQuery({
      ...itemQuery(id),
      queryKey: ['items', 'mended', `${id} ${version}`],
      retry: 3,
    });
    form.setFieldsValue(amendForm(written, formOf(mended), form.getFieldsValue(true) as DraftForm));
    draft.take(mended, text?.amend(mended.text.bodyHtml));
    checks.take(result);
    message.success(messages.masked);
  };
  const mend = useMutation({
    mutationFn: async (keys: readonly string[]) => {
      if (!(await draft.whenSaved(() => mendSaved(keys)))) message.error(messages.blockedBySave);
    },
    onError: (error) => message.error(asProblem(error).message),
  });
  return {
    check,
    saved,
    mend: (keys: readonly string[]) => mend.mutate(keys),
    busy: mend.isPending,
  };
}

export type Mending = ReturnType<typeof useMending>;
