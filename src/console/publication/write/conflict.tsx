import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
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
  mine: { title: string; html: string };
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
  return (
    <section className="sheet conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{messages.conflictTitle}</h2>
      <p>{asProblem(error).message}</p>
      <p className="section-words">{messages.conflictWords}</p>
      <ErrorNote error={notRead ?? failure} />
      {theirs && text ? (
        <div className="two-texts">
          <div>
            <h3>{messages.mine}</h3>
            <div className="actions">
              <Button type="primary" loading={busy} onClick={() => keepMine(theirs)}>
                {messages.keepMine}
              </Button>
            </div>
            <p className="two-title">{mine.title}</p>
            <RichText html={mine.html} />
          </div>
          <div>
            <h3>{messages.theirs(text.savedByName, formatInstant(text.savedAt))}</h3>
            <div className="actions">
              <Button loading={busy} onClick={() => keepTheirs(theirs)}>
                {messages.keepTheirs}
              </Button>
            </div>
            <p className="two-title">{text.title}</p>
            <RichText html={text.bodyHtml} />
          </div>
        </div>
      ) : null}
    </section>
  );
}
