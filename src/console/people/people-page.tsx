import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { isRole, roleKeys, roles } from '../../organisation/domain/role.ts';
import type { PersonRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';
import { peopleQuery } from './queries.ts';

const roleOptions = [
  { value: 'none', label: messages.withoutPost },
  ...roleKeys.map((value) => ({ value, label: roles[value].name })),
];
const stateOptions = (['active', 'closed'] as const).map((value) => ({ value, label: messages.states[value] }));

const columns: Column<PersonRow>[] = [
  {
    title: messages.name,
    cell: ({ id, name, jobTitle, closedOn }) => (
      <>
        <Link to={`/people/${id}`}>{name}</Link>{' '}
        {closedOn ? <span className="mark mark-warn">{messages.states.closed}</span> : null}
        {jobTitle ? <span className="soft block">{jobTitle}</span> : null}
      </>
    ),
  },
  { title: messages.organ, cell: ({ organ }) => organ.name },
  {
    title: messages.posts,
    cell: ({ organ: own, posts }) =>
      posts.length === 0 ? (
        <span className="soft">{messages.withoutPost}</span>
      ) : (
        <ul className="plain">
          {posts.map(({ id, roleName, organ }) => (
            <li key={id}>
              {roleName}
              {organ.id === own.id ? null : <span className="soft">（{organ.name}）</span>}
            </li>
          ))}
        </ul>
      ),
  },
  { title: messages.phone, kind: 'short', cell: ({ officePhone, mobilePhone }) => officePhone ?? mobilePhone ?? '—' },
];

/** 人员与岗位: who uses the system. */
export function PeoplePage() {
  const address = useAddress();
  const role = address.get('role');
  const state = address.get('state');
  const asked = useQuery(
    peopleQuery({
      page: address.page,
      search: address.get('search'),
      organId: address.get('organId'),
      role: role === 'none' || (role !== undefined && isRole(role)) ? role : undefined,
      state: state === 'active' || state === 'closed' ? state : undefined,
    }),
  );
  return (
    <Page title={messages.title} words={messages.words} actions={<Actions />}>
      <Filters
        address={address}
        filters={[
          { name: 'search', label: messages.search, kind: 'text' },
          { name: 'organId', label: messages.organ, kind: 'organ' },
          { name: 'role', label: messages.role, kind: 'choice', options: roleOptions },
          { name: 'state', label: messages.state, kind: 'choice', options: stateOptions },
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

function Actions() {
  const mayAdd = useMay('manage-accounts');
  return (
    <>
      <Link className="button-link" to="/people/hand-overs">
        {messages.handOvers}
      </Link>
      {mayAdd ? (
        <Link className="button-link button-link-primary" to="/people/new">
          {messages.add}
        </Link>
      ) : null}
    </>
  );
}
