import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { columnOf, isColumn } from '../../catalogue/domain/columns.ts';
import { channelOf } from '../../publication/domain/channels.ts';
import { isKind, kindOf } from '../../publication/domain/kinds/index.ts';
import { api, ask } from '../api/client.ts';
import type { Ledger } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { ImportActs } from '../table-import/acts.tsx';
import { type Cell, Differences } from '../table-import/differences.tsx';
import { messages as importMessages } from '../table-import/messages.ts';
import { Summary } from '../table-import/summary.tsx';
import { DropButton } from './drop-button.tsx';
import { isMatched, MatchingForm } from './matching-form.tsx';
import { messages } from './messages.ts';
import { ledgerQuery, renewLedgers } from './queries.ts';

/** One ledger: what its columns mean, what it would do, and that done and undone. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ledgerQuery(id));
  return (
    <Page
      title={importMessages.difference}
      words={data?.fileName}
      back={<Link to="/publication/imports">{messages.backToImports}</Link>}
      actions={data ? <Acts id={id} found={data} /> : undefined}
    >
      {data ? (
        <Found found={data} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}

type Entry = Ledger['differences']['created'][number];

/** A row of the ledger as cells: all that would be public by it, with where the original stands. */
function cellsOf(entry: Entry, { organId, organs }: Ledger): Cell[] {
  const { publishedOn, deliveries, kind, columnKey, summary, indexNumber = '', documentNumber = '' } = entry;
  const organ = entry.organId === organId ? '' : (organs.find(({ id }) => id === entry.organId)?.name ?? '');
  const link = deliveries.find((each) => each.link)?.link;
  const told: [key: keyof typeof messages.cells, after: string][] = [
    ['publishedOn', publishedOn],
    ['channel', deliveries.map(({ channel }) => channelOf(channel).name).join('、')],
    ['organ', organ],
    ['kind', isKind(kind) ? kindOf(kind).name : ''],
    ['column', isColumn(columnKey) ? columnOf(columnKey).name : ''],
    ['indexNumber', indexNumber],
    ['documentNumber', documentNumber],
    ['summary', summary],
  ];
  return [
    ...told.map(([key, after]) => ({ key, label: messages.cells[key], before: '', after })),
    ...(link ? [{ key: 'link', label: messages.cells.link, before: '', after: link, href: link }] : []),
  ];
}

function Found({ found }: { found: Ledger }) {
  const { created, changed, same, problems, remarks, left } = found.differences;
  const { summary } = messages;
  const isWaiting = found.status === 'pending' && created.length + changed.length > 0;
  const { enterers, because } = found.decision;
  return (
    <>
      {isWaiting && because ? (
        <p className="notice">
          <strong>{messages.waiting}</strong>
          {because}
        </p>
      ) : null}
      <Summary
        found={found}
        counts={[
          { label: summary.created, count: created.length },
          { label: summary.changed, count: changed.length },
          { label: summary.same, count: same.length },
          { label: summary.problems, count: problems.length, bad: true },
        ]}
      >
        {isWaiting ? (
          <>
            <dt>{messages.enterers}</dt>
            <dd>{enterers.length > 0 ? messages.whose(enterers) : messages.enterersNobody}</dd>
          </>
        ) : null}
      </Summary>
      {found.status === 'pending' ? (
        <MatchingForm key={`${found.sheet} ${found.matching.headRow} ${found.version}`} ledger={found} />
      ) : null}
      <Differences
        words={messages}
        problems={problems.map(({ title, ...rest }) => ({ ...rest, name: title }))}
        created={created.map((entry) => ({ row: entry.row, name: entry.title, cells: cellsOf(entry, found) }))}
        changed={changed.map(({ itemId, entry, fields }) => ({
          row: entry.row,
          name: entry.title,
          href: `/publication/items/${itemId}`,
          cells: fields,
        }))}
        isUnread={!isMatched(found)}
        remarks={left.length > 0 ? [...remarks, messages.left(left)] : remarks}
      />
    </>
  );
}

function Acts({ id, found }: { id: string; found: Ledger }) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const { version, decision } = found;
  const { created, changed, problems } = found.differences;
  return (
    <>
      {decision.mayDrop ? <DropButton id={id} version={version} isOwn={decision.isOwn} /> : null}
      <ImportActs
        status={found.status}
        isEmpty={created.length + changed.length === 0}
        mayApply={decision.mayEnter}
        mayUndo={decision.mayUndo}
        applyWords={messages.applyWords(created.length, changed.length, problems.length)}
        undoWords={messages.undoWords}
        appliedCount={messages.appliedCount}
        undoneCount={messages.undoneCount}
        apply={async () => {
          const done = await ask(api.POST('/api/publication/imports/{id}/apply', { params, body: { version } }));
          return done.created + done.changed;
        }}
        undo={async () => (await ask(api.POST('/api/publication/imports/{id}/undo', { params }))).undone}
        renew={() => renewLedgers(queries)}
      />
    </>
  );
}
