import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ReferralRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf, optionsOf } from '../parts/asked.ts';
import { DueDay } from '../parts/deadline.tsx';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';
import { referralsQuery } from './queries.ts';
import { UpkeepTabs } from './upkeep-tabs.tsx';

const looks = { open: 'today', answered: 'good', dropped: 'open' } as const;

const columnsFor = (mayAnswer: boolean): Column<ReferralRow>[] => [
  {
    title: messages.item,
    cell: ({ itemId, title, organ, question, askedByName, askedAt }) => (
      <>
        <Link to={`/publication/items/${itemId}`}>{title}</Link>
        <div>{question}</div>
        <div className="soft">
          {organ} {messages.askedBy(askedByName, formatInstant(askedAt))}
        </div>
      </>
    ),
  },
  { title: messages.referee, kind: 'short', cell: ({ refereeName }) => refereeName },
  {
    title: messages.state,
    kind: 'short',
    cell: ({ state }) => <span className={`mark mark-${looks[state]}`}>{messages.states[state]}</span>,
  },
  {
    title: messages.due,
    kind: 'short',
    cell: ({ dueOn, state }) => (state === 'open' ? <DueDay due={dueOn} /> : dueOn),
  },
  {
    title: messages.answer,
    cell: ({ answerName, answerText, itemId, state, title }) =>
      state === 'open' ? (
        <Link
          to={`/publication/items/${itemId}`}
          aria-label={`${mayAnswer ? messages.answerIt : messages.seeIt}：${title}`}
        >
          {mayAnswer ? messages.answerIt : messages.seeIt}
        </Link>
      ) : (
        <>
          {answerName}
          <div className="soft">{answerText}</div>
        </>
      ),
  },
];

/** What organs could not settle themselves and referred upwards (条例 art. 17). */
export function ReferralsPage() {
  const address = useAddress();
  const state = oneOf(['open', 'answered', 'dropped'] as const, address.get('state'));
  const mayAnswer = useMay('answer-referrals');
  const asked = useQuery(referralsQuery(address.page, state));
  return (
    <Page title={messages.title} words={messages.referralsWords}>
      <UpkeepTabs />
      <Filters
        address={address}
        filters={[{ name: 'state', label: messages.state, kind: 'choice', options: optionsOf(messages.states) }]}
      />
      <List
        caption={messages.tabs.referrals}
        columns={columnsFor(mayAnswer)}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<StateBox kind="good" title={messages.referralsEmpty} />}
        setPage={address.setPage}
      />
    </Page>
  );
}
