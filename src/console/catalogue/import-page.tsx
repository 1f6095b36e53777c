import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client.ts';
import type { CatalogueImport } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { ImportActs } from '../table-import/acts.tsx';
import { Differences } from '../table-import/differences.tsx';
import { messages as importMessages } from '../table-import/messages.ts';
import { Summary } from '../table-import/summary.tsx';
import { messages } from './import-messages.ts';
import { importQuery, renewCatalogue } from './queries.ts';

const lineHref = (id: string) => `/catalogue/items/${id}`;

/** One import of a catalogue: its differences, to be looked through, done and undone. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(importQuery(id));
  return (
    <Page
      title={importMessages.difference}
      words={data?.fileName}
      back={
        <Link to={data ? `/catalogue/imports?organId=${data.organId}` : '/catalogue/imports'}>
          {messages.backToImports}
        </Link>
      }
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

function Found({ found }: { found: CatalogueImport }) {
  const { created, changed, unchanged, missing, problems, remarks } = found.differences;
  const { summary } = messages;
  return (
    <>
      <Summary
        found={found}
        counts={[
          { label: summary.created, count: created.length },
          { label: summary.changed, count: changed.length },
          { label: summary.unchanged, count: unchanged },
          { label: summary.missing, count: missing.length },
          { label: summary.problems, count: problems.length, bad: true },
        ]}
      />
      <Differences
        words={messages}
        problems={problems}
        created={created}
        changed={changed.map(({ itemId, ...row }) => ({ ...row, href: lineHref(itemId) }))}
        missing={missing.map(({ itemId, name }) => ({ id: itemId, name, href: lineHref(itemId) }))}
        remarks={remarks}
      />
    </>
  );
}

function Acts({ id, found }: { id: string; found: CatalogueImport }) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const { created, changed, problems } = found.differences;
  const countOf = ({ changed: count }: { changed: number }) => count;
  return (
    <ImportActs
      status={found.status}
      isEmpty={created.length + changed.length === 0}
      applyWords={messages.applyWords(created.length, changed.length, problems.length)}
      undoWords={messages.undoWords}
      appliedCount={messages.appliedCount}
      undoneCount={messages.undoneCount}
      apply={() => ask(api.POST('/api/catalogue/imports/{id}/apply', { params })).then(countOf)}
      undo={() => ask(api.POST('/api/catalogue/imports/{id}/undo', { params })).then(countOf)}
      renew={() => renewCatalogue(queries)}
    />
  );
}
