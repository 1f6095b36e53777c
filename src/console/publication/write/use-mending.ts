import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { api, ask } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import type { useChecks } from '../checks/use-checks.ts';
import { messages } from './messages.ts';
import type { Draft } from './use-draft.ts';

interface MendingParts {
  item: ItemDetail;
  draft: Draft;
  checks: ReturnType<typeof useChecks>;
  reopen(): Promise<void>;
}

/** Runs the checks on what is saved, and masks or corrects what they found with one click. */
export function useMending({ item: { id }, draft, checks, reopen }: MendingParts) {
  const { message } = App.useApp();
  /** @returns whether everything is saved, so that the server speaks of what is on the page */
  const saved = async (): Promise<boolean> => {
    const isSaved = await draft.flush();
    if (!isSaved) message.error(messages.blockedBySave);
    return isSaved;
  };
  const check = async () => ((await saved()) ? (await checks.run()).result : undefined);
  const mend = useMutation({
    mutationFn: async (keys: readonly string[]) => {
      if (!(await saved())) return;
      const { result } = await ask(
        api.POST('/api/publication/items/{id}/checks/mask', {
          params: { path: { id } },
          body: { version: draft.version.current, keys: [...keys] },
        }),
      );
      checks.take(result);
      draft.settle(false);
      await reopen();
      message.success(messages.masked);
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
