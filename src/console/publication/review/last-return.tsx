import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../parts/moment.ts';
import { itemReviewsQuery } from '../queries.ts';
import { messages } from './messages.ts';

/** Why a draft came back, where its author goes on writing; nothing where it did not. */
export function LastReturn({ itemId }: { itemId: string }) {
  const { data } = useQuery(itemReviewsQuery(itemId));
  const last = data?.events.findLast(({ act }) => act !== 'withdraw');
  if (last?.act !== 'return') return null;
  return (
    <div className="notice notice-warn" role="note">
      <strong>{messages.returnedBy(`${last.personName}（${last.roleName}）`, formatInstant(last.at))}</strong>
      {last.opinion}
    </div>
  );
}
