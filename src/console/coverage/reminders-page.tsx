import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  type ReminderState,
  reminderChoiceKeys,
  reminderChoices,
  reminderStates,
} from '../../catalogue/domain/reminder.ts';
import type { Reminder } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf, optionsOf } from '../parts/asked.ts';
import { Clip } from '../parts/clip.tsx';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { CoverageTabs } from './coverage-parts.tsx';
import { messages as coverageMessages } from './messages.ts';
import { remindersQuery } from './queries.ts';
import { messages } from './reminder-messages.ts';

const looks: Readonly<Record<ReminderState, string>> = { open: 'bad', answered: 'today', settled: 'good' };

/** How a reminder stands, as a word on its colour. */
export function ReminderMark({ state }: { state: ReminderState }) {
  return <span className={`mark mark-${looks[state]}`}>{reminderStates[state]}</span>;
}

const columns: Column<Reminder>[] = [
  {
    title: messages.what,
    cell: ({ id, organName, text }) => (
      <>
        <Link to={`/catalogue/reminders/${id}`}>{organName}</Link>
        <Clip text={text} />
      </>
    ),
  },
  { title: messages.state, kind: 'short', cell: ({ state }) => <ReminderMark state={state} /> },
  {
    title: messages.targets,
    kind: 'short',
    cell: ({ targets }) => messages.progress(targets.filter(({ done }) => done).length, targets.length),
  },
  { title: messages.answerBy, kind: 'short', cell: ({ answerBy }) => answerBy ?? '—' },
  {
    title: messages.sent,
    kind: 'short',
    cell: ({ sentAt, sentByName }) => messages.sentBy(sentByName, formatInstant(sentAt)),
  },
];

/** The reminders, open ones and settled ones. */
export function RemindersPage() {
  const address = useAddress();
  const asked = useQuery(
    remindersQuery({
      organId: address.get('organId'),
      alone: address.get('alone') === 'true' ? 'true' : undefined,
      state: oneOf(reminderChoiceKeys, address.get('state')),
      page: address.page,
    }),
  );
  return (
    <Page title={coverageMessages.title} words={messages.listWords}>
      <CoverageTabs />
      <Filters
        address={address}
        filters={[
          { name: 'organId', label: messages.organ, kind: 'organ' },
          { name: 'state', label: messages.state, kind: 'choice', options: optionsOf(reminderChoices) },
        ]}
      />
      <List
        caption={messages.title}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<StateBox title={messages.emptyTitle} words={messages.emptyWords} />}
        setPage={address.setPage}
      />
    </Page>
  );
}
