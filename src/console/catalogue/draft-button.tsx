import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { CatalogueDuty } from '../api/shapes.ts';
import { renewItems } from '../publication/queries.ts';
import { kindsFor } from './kinds-for.ts';
import { messages } from './messages.ts';

/** Begins what is to be published for a duty: at once where its column says of what kind it is, else after a choice. */
export function DraftButton({ duty }: { duty: CatalogueDuty }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { itemId: catalogueItemId, columnKey, title } = duty;
  // What was formed is known; what is owed in turns is formed by being written.
  const formedOn = duty.kind === 'event' ? duty.beginsOn : dayInChina(new Date());
  const [kind, ...others] = kindsFor(columnKey);
  const beginning = { title, formedOn, catalogueItemId };
  const begin = useMutation({
    mutationFn: () => ask(api.POST('/api/publication/items', { body: { kind, ...beginning } })),
    onSuccess: async ({ id }) => {
      await renewItems(queries);
      navigate(`/publication/items/${id}`);
    },
    onError: (error) => message.error(asProblem(error).message),
  });
  if (others.length > 0) {
    return (
      <Link className="button-link button-link-primary" to={`/publication/items/new?${new URLSearchParams(beginning)}`}>
        {messages.draft}
      </Link>
    );
  }
  return (
    <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
      {messages.draft}
    </Button>
  );
}
