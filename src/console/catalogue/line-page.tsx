import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { article20 } from '../../catalogue/domain/article20.ts';
import { columnOf } from '../../catalogue/domain/columns.ts';
import { fields } from '../../catalogue/domain/fields.ts';
import { audiences, levels, manners } from '../../catalogue/domain/item.ts';
import type { CatalogueLineDetail } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Facts } from '../parts/facts.tsx';
import { List, Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import './catalogue.css';
import { dutyColumns } from './duty-parts.tsx';
import { EndDialog, FormationDialog } from './line-dialogs.tsx';
import { CarrierBoxes, ResponsiblePost } from './line-parts.tsx';
import { messages } from './messages.ts';
import { dutiesQuery, lineQuery } from './queries.ts';

/** One line of a catalogue: its official columns, what is owed by it, and what can be done. */
export function LinePage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(lineQuery(id));
  return (
    <Page
      title={data?.name ?? messages.title}
      words={data ? `${data.organ.shortName} · ${data.topic}` : undefined}
      back={<Link to={data ? `/catalogue?organId=${data.organId}` : '/catalogue'}>{messages.back}</Link>}
      actions={data ? <Acts line={data} /> : undefined}
    >
      {data ? (
        <>
          <Content line={data} />
          {data.opens ? <Duties id={id} /> : null}
        </>
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}

function Acts({ line }: { line: CatalogueLineDetail }) {
  const [doing, setDoing] = useState<'assign' | 'end' | 'register'>();
  const close = () => setDoing(undefined);
  const isLive = line.endedOn === undefined;
  return (
    <>
      {line.mayManage && isLive ? (
        <>
          <Button danger onClick={() => setDoing('end')}>
            {messages.end}
          </Button>
          <Button onClick={() => setDoing('assign')}>{messages.assign}</Button>
          <Link className="button-link" to={`/catalogue/items/${line.id}/edit`}>
            {messages.edit}
          </Link>
        </>
      ) : null}
      {line.mayRegister && isLive ? (
        <>
          <Button onClick={() => setDoing('register')}>{messages.register}</Button>
          <Link className="button-link button-link-primary" to={`/publication/items/new?catalogueItemId=${line.id}`}>
            {messages.draft}
          </Link>
        </>
      ) : null}
      {doing === 'assign' ? <AssignDialog organId={line.organId} lines={[line]} onClose={close} /> : null}
      {doing === 'end' ? <EndDialog line={line} onClose={close} /> : null}
      {doing === 'register' ? <FormationDialog line={line} onClose={close} /> : null}
    </>
  );
}

function Content({ line }: { line: CatalogueLineDetail }) {
  const number = line.article20;
  const statutory = (article20 as Readonly<Record<number, { name: string }>>)[number ?? 0];
  return (
    <section className="sheet">
      {line.endedOn ? (
        <p className="notice notice-warn">{messages.endedOn(line.endedOn, line.endedBecause ?? '')}</p>
      ) : null}
      <Facts
        facts={{
          [messages.field]: line.fieldKey ? fields[line.fieldKey].name : messages.noField,
          [messages.topic]: line.topic,
          [messages.name]: line.name,
          [messages.content]: <span className="lines">{line.content}</span>,
          [messages.basis]: <span className="lines">{line.basis}</span>,
          [messages.limit]: line.limitWords,
          [messages.publisher]: line.publisher,
          [messages.carriers]: <CarrierBoxes uses={line.carriers} />,
          [messages.audience]:
            line.audience === 'group' ? `${audiences.group}（${line.audienceWords}）` : audiences.everyone,
          [messages.manner]: manners[line.manner],
          [messages.levels]: line.levels.map((level) => levels[level]).join('、'),
          [messages.column]: columnOf(line.columnKey).name,
          [messages.article20]: statutory && number ? messages.article20Of(number, statutory.name) : undefined,
          [messages.responsible]: <ResponsiblePost post={line.responsible} />,
          [messages.latest]: line.latest ? (
            <>
              {line.latest.href ? <Link to={line.latest.href}>{line.latest.title}</Link> : line.latest.title}{' '}
              <span className="soft">{line.latest.publishedOn}</span>
            </>
          ) : (
            messages.never
          ),
          [messages.history]: (
            <>
              {messages.sinceDay} {line.since}，{messages.origins[line.origin.kind]}
              <span className="soft block">{messages.changedBy(line.changedBy, formatInstant(line.changedAt))}</span>
            </>
          ),
        }}
      />
    </section>
  );
}

function Duties({ id }: { id: string }) {
  const address = useAddress();
  const asked = useQuery(dutiesQuery({ itemId: id, page: address.page }));
  return (
    <>
      <h2 className="list-title">{messages.duties}</h2>
      <List
        caption={messages.duties}
        columns={dutyColumns({ withLine: false })}
        rowKey={(duty) => duty.id}
        asked={asked}
        empty={<p className="soft">{messages.dutiesEmpty}</p>}
        setPage={address.setPage}
      />
    </>
  );
}
