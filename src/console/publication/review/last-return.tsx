import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../parts/moment.ts';
import { itemReviewsQuery } from '../queries.ts';
import { messages } from './messages.ts';
import { Referrals } from './timeline.tsx';

/** What was asked of those above, and their answers, where the author goes on writing; nothing where nothing was. */
export function AskedAbove({ itemId }: { itemId: string }) {
  const { data } = useQuery(itemReviewsQuery(itemId));
  return <Referrals referrals={data?.referrals ?? []} />;
}

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
