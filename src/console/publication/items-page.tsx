import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { isKind, kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import { isState, stateKeys, states } from '../../publication/domain/states.ts';
import type { ListedItem } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { DueDay } from '../parts/deadline.tsx';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';
import { itemsQuery } from './queries.ts';
import { ItemMarks } from './state-mark.tsx';

const kindOptions = kindKeys.map((value) => ({ value, label: kindOf(value).name }));
const stateOptions = stateKeys.map((value) => ({ value, label: states[value] }));
const whoseOptions = (['mine', 'overdue', 'owed', 'live'] as const).map((value) => ({ value, label: messages[value] }));

const columns: Column<ListedItem>[] = [
  {
    title: messages.heading,
    cell: ({ id, title, kind, documentNumber }) => (
      <>
        <Link to={`/publication/items/${id}`}>{title || messages.untitled}</Link>
        <span className="soft block">
          {kindOf(kind).name}
          {documentNumber ? ` · ${documentNumber}` : ''}
        </span>
      </>
    ),
  },
  { title: messages.state, cell: (item) => <ItemMarks {...item} /> },
  { title: messages.organ, kind: 'short', cell: ({ organ }) => organ },
  {
    title: messages.due,
    kind: 'short',
    cell: ({ dueOn, publishedOn }) => (dueOn ? <DueDay due={dueOn} doneOn={publishedOn} /> : '—'),
  },
  { title: messages.published, kind: 'short', cell: ({ publishedOn }) => publishedOn ?? '—' },
];

/** 公开信息: everything one may see, from the draft to what is public. */
export function ItemsPage() {
  const address = useAddress();
  const mayDraft = useMay('draft-items');
  const kind = address.get('kind');
  const state = address.get('state');
  const whose = address.get('whose');
  const asked = useQuery(
    itemsQuery({
      page: address.page,
      words: address.get('search'),
      withinId: address.get('organId'),
      kinds: kind !== undefined && isKind(kind) ? [kind] : undefined,
      states: state !== undefined && isState(state) ? [state] : undefined,
      mine: whose === 'mine' ? 'true' : undefined,
      overdue: whose === 'overdue' ? 'true' : undefined,
      owed: whose === 'owed' ? 'true' : undefined,
      live: whose === 'live' ? 'true' : undefined,
    }),
  );
  const mayImport = useMay('manage-channels');
  const addLink = mayDraft ? (
    <Link className="button-link button-link-primary" to="/publication/items/new">
      {messages.add}
    </Link>
  ) : null;
  return (
    <Page
      title={messages.title}
      words={messages.words}
      actions={
        <>
          {mayImport ? (
            <Link className="button-link" to="/publication/imports">
              {messages.importLedger}
            </Link>
          ) : null}
          {mayDraft ? (
            <Link className="button-link" to="/publication/batches">
              {messages.bulkEntry}
            </Link>
          ) : null}
          {addLink}
        </>
      }
    >
      <Filters
        address={address}
        filters={[
          { name: 'search', label: messages.search, kind: 'text' },
          { name: 'organId', label: messages.organ, kind: 'organ' },
          { name: 'kind', label: messages.kind, kind: 'choice', options: kindOptions },
          { name: 'state', label: messages.state, kind: 'choice', options: stateOptions },
          { name: 'whose', label: messages.whose, kind: 'choice', options: whoseOptions },
        ]}
      />
      <List
        caption={messages.title}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<StateBox title={messages.emptyTitle} words={messages.emptyWords} action={addLink} />}
        setPage={address.setPage}
      />
    </Page>
  );
}
