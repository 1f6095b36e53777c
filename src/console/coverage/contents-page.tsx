import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { contentColumnKeys, columns as platformColumns } from '../../catalogue/domain/columns.ts';
import { itemPath } from '../../publication/domain/item-address.ts';
import type { ColumnContents, ContentColumn } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf } from '../parts/asked.ts';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { messages } from './messages.ts';
import { contentsQuery } from './queries.ts';

type Row = ColumnContents['contents']['items'][number];

const columns: Column<Row>[] = [
  {
    title: messages.contentTitle,
    cell: ({ href, title, indexNumber }) =>
      href ? <Link to={href}>{title}</Link> : indexNumber ? <a href={itemPath(indexNumber)}>{title}</a> : title,
  },
  { title: messages.indexNumber, kind: 'short', cell: ({ indexNumber }) => indexNumber ?? '—' },
  { title: messages.publishedOn, kind: 'short', cell: ({ publishedOn }) => publishedOn },
];

/** What stands in one column of an organ now: as many as the number that leads here says. */
export function ContentsPage() {
  const address = useAddress();
  const columnKey = oneOf(contentColumnKeys, useParams().columnKey);
  const organId = address.get('organId');
  const back = (
    <Link to={organId ? `/catalogue/coverage/columns?organId=${organId}&alone=true` : '/catalogue/coverage/columns'}>
      {messages.backToColumns}
    </Link>
  );
  return columnKey && organId ? (
    <Contents organId={organId} columnKey={columnKey as ContentColumn} back={back} />
  ) : (
    <Page title={messages.tabs.columns} back={back}>
      <StateBox title={messages.noColumn} words={messages.noColumnWords} />
    </Page>
  );
}

interface ContentsProps {
  organId: string;
  columnKey: ContentColumn;
  back: ReactNode;
}

function Contents({ organId, columnKey, back }: ContentsProps) {
  const address = useAddress();
  const { data, ...asked } = useQuery(contentsQuery(organId, columnKey, address.page));
  return (
    <Page title={platformColumns[columnKey].name} words={data?.organ.shortName} back={back}>
      <List
        caption={messages.contents}
        columns={columns}
        rowKey={({ recordId }) => recordId}
        asked={{ ...asked, data: data?.contents }}
        empty={<StateBox title={messages.emptyColumn} words={messages.emptyColumnWords} />}
        setPage={address.setPage}
      />
    </Page>
  );
}
