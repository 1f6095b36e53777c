import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { CheckResult, Finding } from '../../api/shapes.ts';
import { itemChecksQuery } from '../queries.ts';

/** The last result of the checks of an item, and what can be asked of them. */
export function useChecks(id: string) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const { data, error } = useQuery(itemChecksQuery(id));
  /** Puts a newer result in the place of the one there was. */
  const take = (result: CheckResult) => queries.setQueryData(itemChecksQuery(id).queryKey, { result });
  const run = useMutation({
    mutationFn: () => ask(api.POST('/api/publication/items/{id}/checks', { params })),
    onSuccess: ({ result }) => take(result),
  });
  const takeBack = useMutation({
    mutationFn: ({ key }: Finding) =>
      ask(api.DELETE('/api/publication/items/{id}/checks/judgements/{key}', { params: { path: { id, key } } })),
    onSuccess: ({ result }) => take(result),
  });
  return {
    result: data?.result,
    error: run.error ?? takeBack.error ?? error,
    busy: run.isPending || takeBack.isPending,
    run: () => run.mutateAsync(),
    takeBack: (finding: Finding) => takeBack.mutate(finding),
    take,
  };
}
