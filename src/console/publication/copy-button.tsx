import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';

/** Begins another item with what this one says: for what comes again every month. */
export function CopyButton({ id }: { id: string }) {
  const mayDraft = useMay('draft-items');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const copy = useMutation({
    mutationFn: () => ask(api.POST('/api/publication/items/{id}/copy', { params: { path: { id } } })),
    onSuccess: (begun) => navigate(`/publication/items/${begun.id}`),
    onError: (error) => message.error(asProblem(error).message),
  });
  return mayDraft ? (
    <Button loading={copy.isPending} onClick={() => copy.mutate()}>
      {messages.copy}
    </Button>
  ) : null;
}
