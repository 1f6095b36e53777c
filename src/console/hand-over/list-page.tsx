import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type HandOverState, handOverStateNames } from '../../organisation/domain/hand-over.ts';
import type { HandOverRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { messages } from './messages.ts';
import { handOversQuery } from './queries.ts';
import { HandOverStateMark } from './state-mark.tsx';

const states = Object.entries(handOverStateNames).map(([value, label]) => ({ value, label }));

const columns: Column<HandOverRow>[] = [
  {
    title: messages.title,
    cell: ({ id, fromName, toName }) => (
      <Link to={`/people/hand-overs/${id}`}>
        {fromName} → {toName}
      </Link>
    ),
  },
  { title: messages.organ, cell: ({ organ }) => organ },
  { title: messages.state, kind: 'short', cell: ({ state }) => <HandOverStateMark state={state} /> },
  { title: messages.started, kind: 'short', cell: ({ startedAt }) => formatInstant(startedAt) },
];

/** 工作移交: those one has to do with. */
export function HandOversPage() {
  const address = useAddress();
  const state = address.get('state');
  const asked = useQuery(handOversQuery(address.page, isState(state) ? state : undefined));
  return (
    <Page title={messages.title} words={messages.words}>
      <Filters
        address={address}
        filters={[{ name: 'state', label: messages.state, kind: 'choice', options: states }]}
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

const isState = (text: string | undefined): text is HandOverState =>
  text !== undefined && Object.hasOwn(handOverStateNames, text);
