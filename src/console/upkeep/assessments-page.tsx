import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { disclosures } from '../../publication/domain/item.ts';
import { kindOf } from '../../publication/domain/kinds/index.ts';
import type { ListedItem } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { DueDay } from '../parts/deadline.tsx';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { itemsQuery } from '../publication/queries.ts';
import { useMay } from '../session/rights.ts';
import { AssessDialog } from './assess-dialog.tsx';
import { messages } from './messages.ts';
import { UpkeepTabs } from './upkeep-tabs.tsx';

/** What is not disclosed by itself, to be looked at again (条例 art. 18). */
export function AssessmentsPage() {
  const address = useAddress();
  const all = address.get('scope') === 'all';
  const asked = useQuery(
    itemsQuery({
      page: address.page,
      withinId: address.get('organId'),
      states: all ? ['filed'] : undefined,
      reassess: all ? undefined : 'true',
    }),
  );
  const mayAssess = useMay('review-items');
  const [assessing, setAssessing] = useState<ListedItem>();
  const columns: Column<ListedItem>[] = [
    {
      title: messages.item,
      cell: ({ id, title, kind, organ }) => (
        <>
          <Link to={`/publication/items/${id}`}>{title}</Link>
          <div className="soft">
            {organ} · {kindOf(kind).name}
          </div>
        </>
      ),
    },
    { title: messages.disclosure, kind: 'short', cell: ({ disclosure }) => disclosures[disclosure] },
    {
      title: messages.reassessOn,
      kind: 'short',
      cell: ({ reassessOn }) => (reassessOn ? <DueDay due={reassessOn} /> : '—'),
    },
    {
      title: messages.act,
      kind: 'act',
      cell: (item) =>
        mayAssess ? (
          <Button size="small" aria-label={messages.assessFor(item.title)} onClick={() => setAssessing(item)}>
            {messages.assess}
          </Button>
        ) : null,
    },
  ];
  return (
    <Page
      title={messages.title}
      words={mayAssess ? messages.assessmentsWords : messages.assessmentsWords + messages.assessBy}
    >
      <UpkeepTabs />
      <Filters
        address={address}
        filters={[
          { name: 'organId', label: messages.organ, kind: 'organ' },
          {
            name: 'scope',
            label: messages.scope,
            kind: 'choice',
            preset: 'due',
            options: [
              { value: 'due', label: messages.dueOnly },
              { value: 'all', label: messages.allKept },
            ],
          },
        ]}
      />
      <List
        caption={messages.tabs.assessments}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<StateBox kind="good" title={messages.assessEmpty} words={messages.assessEmptyWords} />}
        setPage={address.setPage}
      />
      {assessing ? <AssessDialog item={assessing} onClose={() => setAssessing(undefined)} /> : null}
    </Page>
  );
}
