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
      words={asOf ? messages.asOfWords(asOf) : messages.words}
      actions={<Actions narrow={id === undefined} />}
    >
      {data ? (
        data.organs.length === 0 ? (
          <StateBox title={messages.emptyTitle} words={messages.emptyWords} />
        ) : (
          <div className={id ? 'with-tree with-tree-open' : 'with-tree'}>
            <TreeSheet rows={data.organs} address={address} current={id} />
            <div>
              <Outlet />
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

function Actions({ narrow }: { narrow: boolean }) {
  const mayMaintain = useMay('maintain-organs');
  return (
    <div className={narrow ? 'actions' : 'actions wide-only'}>
      {mayMaintain ? (
        <Link className="button-link" to="/organs/import">
          {messages.import}
        </Link>
      ) : null}{' '}
      <a className="button-link" href="/api/organs/export?format=xlsx" download>
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
      <div className="tree-day">
        <label htmlFor="tree-day">{messages.asOf}</label>
        <Input
          id="tree-day"
          type="date"
          value={asOf ?? ''}
          onChange={({ target }) => address.set({ asOf: target.value })}
        />
      </div>
      <div className="tree-scroll">
        {nodes.length === 0 ? (
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
