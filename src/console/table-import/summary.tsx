import type { ReactNode } from 'react';
import { messages } from './messages.ts';
import { type ImportStanding, ImportStatusMark, Standing } from './standing.tsx';

interface SummaryProps {
  /** What was counted, in the order of the page; what must be looked at is `bad` when it is not 0. */
  counts: readonly { label: string; count: number; bad?: true }[];
  found: ImportStanding;
  /** Pairs of dt and dd besides state and who did what. */
  children?: ReactNode;
}

/** How many rows of a file do what, and how it stands with the import. */
export function Summary({ counts, found, children }: SummaryProps) {
  return (
    <section className="sheet">
      <dl className="figures">
        {counts.map(({ label, count, bad }) => (
          <div key={label} className={bad && count > 0 ? 'figure figure-bad' : 'figure'}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <dl className="facts">
        <dt>{messages.status}</dt>
        <dd>
          <ImportStatusMark status={found.status} />
        </dd>
        {children}
        <dt>{messages.by}</dt>
        <dd>
          <Standing row={found} />
        </dd>
      </dl>
    </section>
  );
}
