import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import type { OrganRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';
import { OrganTree } from './organ-tree.tsx';
import { organsQuery } from './queries.ts';
import { StatusMark } from './status-mark.tsx';
import { growTree, pruneTree } from './tree.ts';

/** 机构: the tree, and beside it the organ that is open. */
export function OrgansPage() {
  const { id } = useParams();
  const address = useAddress();
  const asOf = address.get('asOf');
  const { data, error, refetch } = useQuery(organsQuery(asOf));
  return (
    <Page
      title={messages.title}
      words={
        asOf ? (
          <>
            {messages.asOfWords(asOf)} <Link to={id ? `/organs/${id}` : '/organs'}>{messages.now}</Link>
          </>
        ) : (
          messages.words
        )
      }
      actions={<Actions narrow={id === undefined} asOf={asOf} />}
    >
      {data ? (
        data.organs.length === 0 && !asOf ? (
          <StateBox title={messages.emptyTitle} words={messages.emptyWords} />
        ) : (
          <div className={id ? 'with-tree with-tree-open' : 'with-tree'}>
            <TreeSheet rows={data.organs} address={address} current={id} />
            <div>
              {asOf && data.organs.length === 0 ? (
                <StateBox title={messages.emptyThenTitle(asOf)} words={messages.emptyThenWords} />
              ) : (
                <Outlet />
              )}
            </div>
          </div>
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={12} />
      )}
    </Page>
  );
}

/** What stands beside the tree while no organ is open. */
export function NoOrganOpen() {
  return (
    <div className="wide-only">
      <StateBox title={messages.choose} words={messages.chooseWords} />
    </div>
  );
}

function Actions({ narrow, asOf }: { narrow: boolean; asOf: string | undefined }) {
  const mayMaintain = useMay('maintain-organs');
  return (
    <div className={narrow ? 'actions' : 'actions wide-only'}>
      {mayMaintain ? (
        <Link className="button-link" to="/organs/import">
          {messages.import}
        </Link>
      ) : null}{' '}
      <a className="button-link" href={`/api/organs/export?format=xlsx${asOf ? `&asOf=${asOf}` : ''}`} download>
        {messages.exportXlsx}
      </a>
      {mayMaintain ? (
        <Link className="button-link button-link-primary" to="/organs/new">
          {messages.add}
        </Link>
      ) : null}{' '}
    </div>
  );
}

interface TreeSheetProps {
  rows: readonly OrganRow[];
  address: ReturnType<typeof useAddress>;
  current: string | undefined;
}

function TreeSheet({ rows, address, current }: TreeSheetProps) {
  const [words, setWords] = useState('');
  const asOf = address.get('asOf');
  const nodes = pruneTree(growTree(rows), words);
  return (
    <section className="sheet tree-sheet" aria-label={messages.title}>
      <Input
        type="search"
        allowClear
        aria-label={messages.search}
        placeholder={messages.search}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <DayChoice day={asOf} onChoose={(day) => address.set({ asOf: day })} />
      <div className="tree-scroll">
        {nodes.length === 0 && rows.length > 0 ? (
          <p className="soft">{messages.noneFound}</p>
        ) : (
          <OrganTree
            nodes={nodes}
            rows={rows}
            current={current}
            unfolded={words.trim() !== ''}
            hrefOf={(row) => `/organs/${row.id}${asOf ? `?asOf=${asOf}` : ''}`}
            markOf={({ status }) => <StatusMark status={status} />}
          />
        )}
      </div>
    </section>
  );
}

/** No organ of today is older; and a year that is being typed passes through 0002, 0020 and 0202. */
const earliestDay = '1900-01-01';

/** The day whose organs are shown; today when it is blank. */
function DayChoice({ day, onChoose }: { day: string | undefined; onChoose(day: string): void }) {
  const [halfTyped, setHalfTyped] = useState<string>();
  return (
    <div className="tree-day">
      <label htmlFor="tree-day">{messages.asOf}</label>
      <Input
        id="tree-day"
        type="date"
        min={earliestDay}
        value={halfTyped ?? day ?? ''}
        onChange={({ target: { value } }) => {
          const isWhole = value === '' || value >= earliestDay;
          setHalfTyped(isWhole ? undefined : value);
          if (isWhole) onChoose(value);
        }}
      />
    </div>
  );
}
