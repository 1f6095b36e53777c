import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';

interface StateBoxProps {
  kind?: 'empty' | 'error' | 'good';
  title: string;
  /** It is the title of the whole page. */
  isPage?: boolean;
  words?: ReactNode;
  action?: ReactNode;
}

/** Stands where content would: what is the case, and what to do. */
export function StateBox({ kind = 'empty', title, isPage = false, words, action }: StateBoxProps) {
  return (
    <section className={`state state-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {words === undefined ? null : <p>{words}</p>}
      {action === undefined ? null : <div className="actions">{action}</div>}
    </section>
  );
}

/** What the server or the network refused, in the place of what was asked for. */
export function ErrorState({
  error,
  action,
  isPage = false,
}: {
  error: unknown;
  action?: ReactNode;
  isPage?: boolean;
}) {
  const problem = asProblem(error);
  return (
    <StateBox
      kind="error"
      isPage={isPage}
      title={problem.title}
      words={
        <>
          {problem.message}
          <Reference id={problem.reference} />
        </>
      }
      action={action}
    />
  );
}

/** A refusal above a form or a list that stays usable; nothing without an error. */
export function ErrorNote({ error, rest = [] }: { error: unknown; rest?: readonly string[] }) {
  if (!error) return null;
  const problem = asProblem(error);
  return (
    <Alert
      className="error-note"
      type="error"
      showIcon
      role="alert"
      title={
        <>
          {problem.message}
          <Reference id={problem.reference} />
        </>
      }
      description={
        rest.length > 0 ? (
          <ul>
            {rest.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        ) : undefined
      }
    />
  );
}

function Reference({ id }: { id: string | undefined }) {
  return id === undefined ? null : (
    <span className="reference">
      {' '}
      编号 <code>{id}</code>
    </span>
  );
}
