import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { ImportDetail } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { Differences } from './differences.tsx';
import { ImportStatusMark, Standing } from './import-status.tsx';
import { messages } from './messages.ts';
import { importQuery } from './queries.ts';

/** One import: its differences, to be looked through, done and undone. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(importQuery(id));
  return (
    <Page
      title={messages.difference}
      words={data?.fileName}
      back={<Link to="/organs/import">{messages.backToImports}</Link>}
      actions={data ? <Acts id={id} found={data} /> : undefined}
    >
      {data ? (
        <>
          <Summary found={data} />
          <Differences differences={data.differences} />
        </>
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}

function Summary({ found }: { found: ImportDetail }) {
  const { created, changed, unchanged, missing, problems } = found.differences;
  const counts = {
    created: created.length,
    changed: changed.length,
    unchanged,
    missing: missing.length,
    problems: problems.length,
  };
  return (
    <section className="sheet">
      <dl className="figures">
        {(Object.keys(counts) as (keyof typeof counts)[]).map((key) => (
          <div key={key} className={key === 'problems' && counts.problems > 0 ? 'figure figure-bad' : 'figure'}>
            <dt>{messages.summary[key]}</dt>
            <dd>{counts[key]}</dd>
          </div>
        ))}
      </dl>
      <dl className="facts">
        <dt>{messages.status}</dt>
        <dd>
          <ImportStatusMark status={found.status} />
        </dd>
        <dt>{messages.day}</dt>
        <dd>{found.day}</dd>
        <dt>{messages.by}</dt>
        <dd>
          <Standing row={found} />
        </dd>
      </dl>
    </section>
  );
}

function Acts({ id, found }: { id: string; found: ImportDetail }) {
  const [doing, setDoing] = useState<'apply' | 'undo'>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const params = { path: { id } };
  const { created, changed, problems } = found.differences;
  const renew = () =>
    Promise.all(['organs', 'organ-imports'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const done = (words: string) => {
    setDoing(undefined);
    message.success(words);
    return renew();
  };
  /** Where organs have changed since, the server makes the list anew: it has to be seen before anything is done. */
  const act = async () => {
    try {
      return await ask(
        doing === 'undo'
          ? api.POST('/api/organs/imports/{id}/undo', { params })
          : api.POST('/api/organs/imports/{id}/apply', { params }),
      );
    } catch (error) {
      if (asProblem(error).status === 409) await renew();
      throw error;
    }
  };
  return (
    <>
      {found.status === 'pending' ? (
        <Button type="primary" disabled={created.length + changed.length === 0} onClick={() => setDoing('apply')}>
          {messages.apply}
        </Button>
      ) : null}
      {found.status === 'applied' ? (
        <Button danger onClick={() => setDoing('undo')}>
          {messages.undo}
        </Button>
      ) : null}
      {doing ? (
        <FormDialog<object, { changed: number }>
          title={messages[doing]}
          words={
            doing === 'apply'
              ? messages.applyWords(created.length, changed.length, problems.length)
              : messages.undoWords
          }
          confirm={messages[doing]}
          danger={doing === 'undo'}
          act={act}
          onDone={(answer) =>
            done(doing === 'apply' ? messages.appliedCount(answer.changed) : messages.undoneCount(answer.changed))
          }
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </>
  );
}
