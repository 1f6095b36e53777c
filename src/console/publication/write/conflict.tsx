import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../../api/problem.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import { formatInstant } from '../../parts/moment.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { itemQuery } from '../queries.ts';
import { RichText } from '../read/rich-text.tsx';
import { messages } from './messages.ts';

interface ConflictProps {
  id: string;
  /** What was refused, with who was faster and when. */
  error: unknown;
  mine: ConflictText;
  keepMine(theirs: ItemDetail): void;
  keepTheirs(theirs: ItemDetail): void;
  busy: boolean;
  failure: unknown;
}

/** Two have written the same draft: both texts side by side, and nothing of either is lost. */
export function Conflict({ id, error, mine, keepMine, keepTheirs, busy, failure }: ConflictProps) {
  const { data: theirs, error: notRead } = useQuery({
    ...itemQuery(id),
    queryKey: ['items', 'theirs', id],
    staleTime: 0,
  });
  const { text } = theirs ?? {};
  // It may not only have been changed, but submitted meanwhile.
  const isOver = theirs !== undefined && !theirs.writable.ok;
  return (
    <section className="sheet conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{messages.conflictTitle}</h2>
      {isOver ? <p>{asProblem(error).message}</p> : null}
      <p className="section-words">
        {isOver ? messages.conflictOver(theirs.writable.because ?? '') : messages.conflictWords}
      </p>
      <ErrorNote error={notRead ?? failure} />
      {theirs && text ? (
        <div className="two-texts">
          <Side title={messages.mine} text={mine}>
            {isOver ? null : (
              <Button type="primary" loading={busy} onClick={() => keepMine(theirs)}>
                {messages.keepMine}
              </Button>
            )}
          </Side>
          <Side
            title={messages.theirs(text.savedByName, formatInstant(text.savedAt))}
            text={{ title: text.title, summary: text.summary, html: text.bodyHtml }}
          >
            {isOver ? null : (
              <Button loading={busy} onClick={() => keepTheirs(theirs)}>
                {messages.keepTheirs}
              </Button>
            )}
          </Side>
        </div>
      ) : null}
    </section>
  );
}

interface ConflictText {
  title: string;
  summary: string;
  html: string;
}

function Side({ title, text, children }: { title: string; text: ConflictText; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      <div className="actions two-choice">{children}</div>
      <p className="two-title">{text.title}</p>
      {text.summary ? (
        <p className="soft">
          {messages.summary}：{text.summary}
        </p>
      ) : null}
      <RichText html={text.html} />
    </div>
  );
}
