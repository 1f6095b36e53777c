import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { PersonDetail } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { useMay } from '../session/rights.ts';
import { useWork } from '../session/session.ts';
import { DeskTable } from './desk-table.tsx';
import { messages } from './messages.ts';
import { deskQuery } from './queries.ts';

/** What waits on the desk of a person, for who may hand it over. */
export function DeskPart({ person }: { person: PersonDetail }) {
  const isOwn = useWork().person.id === person.id;
  const mayHandOver = useMay('hand-over') || isOwn;
  return mayHandOver && !person.closedOn ? <Desk id={person.id} /> : null;
}

function Desk({ id }: { id: string }) {
  const { data, error } = useQuery(deskQuery(id));
  return (
    <section className="sheet">
      <div className="sheet-head">
        <h2>{messages.desk}</h2>
        {data ? (
          <Link className="button-link" to={`/people/${id}/hand-over`}>
            {messages.handOver}
          </Link>
        ) : null}
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {data ? (
        data.items.length === 0 ? (
          <p className="soft">{messages.deskEmpty}</p>
        ) : (
          <DeskTable items={data.items} />
        )
      ) : error ? null : (
        <Waiting rows={2} />
      )}
    </section>
  );
}
