import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { cleaningDecisions } from '../../publication/domain/cleaning.ts';
import { validities } from '../../publication/domain/item.ts';
import type { Cleaning, CleaningEntry } from '../api/shapes.ts';
import { type Choice, ChoiceBar, ChoiceBox, useChoice } from '../parts/choice.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { DecideDialog, FinishDialog } from './cleaning-dialogs.tsx';
import { messages } from './cleaning-messages.ts';
import { cleaningQuery } from './queries.ts';

/** One yearly list: an opinion on each document, several at once, then all of it made public. */
export function CleaningPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(cleaningQuery(id));
  const mayClean = useMay('publish-items') && data?.finishedOn === undefined;
  const [finishing, setFinishing] = useState(false);
  const undecided = data?.entries.filter(({ decision }) => decision === undefined).length ?? 0;
  const hrefOf = (format: string) => `/api/publication/cleanings/${id}/file?format=${format}`;
  if (!data) {
    return (
      <Page key="waiting" title={messages.cleaning} back={<Link to="/upkeep/cleanings">{messages.back}</Link>}>
        {error ? (
          <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
        ) : (
          <Waiting rows={8} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={messages.nameOf(data.organ, data.year)}
      words={data.finishedOn ? messages.finishedOn(data.finishedOn) : messages.words}
      back={<Link to="/upkeep/cleanings">{messages.back}</Link>}
      actions={
        <>
          <a className="button-link" href={hrefOf('docx')} download>
            {messages.docx}
          </a>
          <a className="button-link" href={hrefOf('xlsx')} download>
            {messages.xlsx}
          </a>
          {mayClean ? (
            <Button type="primary" disabled={undecided > 0} onClick={() => setFinishing(true)}>
              {messages.finish}
            </Button>
          ) : null}
        </>
      }
    >
      {mayClean || data.finishedOn ? (
        <p className={undecided > 0 ? 'notice notice-warn' : 'notice'}>
          {data.finishedOn ? messages.afterwards : undecided > 0 ? messages.open(undecided) : messages.allDecided}
        </p>
      ) : null}
      <Entries cleaning={data} mayClean={mayClean} />
      {finishing ? <FinishDialog cleaning={data} onClose={() => setFinishing(false)} /> : null}
    </Page>
  );
}

function Entries({ cleaning, mayClean }: { cleaning: Cleaning; mayClean: boolean }) {
  const choice = useChoice(
    cleaning.entries,
    ({ itemId }) => itemId,
    () => mayClean,
  );
  const [deciding, setDeciding] = useState(false);
  return (
    <>
      <ChoiceBar choice={choice}>
        <Button disabled={choice.chosen.length === 0} onClick={() => setDeciding(true)}>
          {messages.decide}
        </Button>
      </ChoiceBar>
      <div className="list-sheet">
        <Table
          caption={messages.cleaning}
          columns={columnsFor(choice)}
          rows={cleaning.entries}
          rowKey={({ itemId }) => itemId}
        />
      </div>
      {deciding ? (
        <DecideDialog
          cleaning={cleaning}
          itemIds={choice.chosen.map(({ itemId }) => itemId)}
          onDone={choice.clear}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </>
  );
}

const columnsFor = (choice: Choice<CleaningEntry>): Column<CleaningEntry>[] => [
  {
    title: messages.document,
    cell: (entry) => (
      <>
        <ChoiceBox choice={choice} row={entry} name={entry.title} />
        <Link to={`/publication/items/${entry.itemId}`}>{entry.title}</Link>
        {entry.documentNumber ? <div className="soft">{entry.documentNumber}</div> : null}
      </>
    ),
  },
  { title: messages.formed, kind: 'short', cell: ({ formedOn }) => formedOn },
  { title: messages.validUntil, kind: 'short', cell: ({ validUntil }) => validUntil ?? '—' },
  { title: messages.validity, kind: 'short', cell: ({ validity }) => (validity ? validities[validity] : '—') },
  {
    title: messages.decision,
    cell: ({ decision, reason }) => (
      <>
        {decision ? cleaningDecisions[decision] : <span className="mark mark-today">{messages.undecided}</span>}
        {reason ? <div className="soft">{reason}</div> : null}
      </>
    ),
  },
];
