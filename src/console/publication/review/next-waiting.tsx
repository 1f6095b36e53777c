import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { waitingQuery } from '../queries.ts';
import { messages } from './messages.ts';

/** Leads from one item that waits for a person to the next. */
export function NextWaiting({ itemId }: { itemId: string }) {
  const { data } = useQuery(waitingQuery({ page: 1 }));
  const next = data?.items.find(({ id }) => id !== itemId);
  return (
    <p className="next-waiting">
      {next ? (
        <Link to={`/publication/items/${next.id}`}>
          {messages.next}：{next.title}
        </Link>
      ) : null}
    </p>
  );
}
