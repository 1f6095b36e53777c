import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { columnKeys, columns as platformColumns } from '../../catalogue/domain/columns.ts';
import { fieldKeys, fields } from '../../catalogue/domain/fields.ts';
import type { CatalogueLine } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf } from '../parts/asked.ts';
import { type Choice, ChoiceBar, ChoiceBox, useChoice } from '../parts/choice.tsx';
import { Clip } from '../parts/clip.tsx';
import { Filters } from '../parts/filters.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { useWork } from '../session/session.ts';
import { AssignDialog } from './assign-dialog.tsx';
import './catalogue.css';
import { CarrierBoxes, Progress, ResponsiblePost } from './line-parts.tsx';
import { messages } from './messages.ts';
import { catalogueQuery } from './queries.ts';

const fieldOptions = fieldKeys.map((value) => ({ value, label: fields[value].name }));
const columnOptions = columnKeys.map((value) => ({ value, label: platformColumns[value].name }));
const scopeOptions = [{ value: 'ended', label: messages.ended }];

/** 公开目录: what an organ has to make public, with the columns of the official catalogues. */
export function CataloguePage() {
  const { person } = useWork();
  // Until the server has said of this organ: nothing is to move when it does.
  const mayManageSome = useMay('manage-catalogue');
  const address = useAddress();
  const organId = address.get('organId') ?? person.organ.id;
  const { data, error, refetch } = useQuery(
    catalogueQuery({
      organId,
      words: address.get('words'),
      fieldKey: oneOf(fieldKeys, address.get('fieldKey')),
      columnKey: oneOf(columnKeys, address.get('columnKey')),
      ended: address.get('scope') === 'ended' ? 'true' : undefined,
    }),
  );
  return (
    <Page
      title={messages.title}
      words={messages.words}
      actions={<Actions organId={organId} mayManage={data?.mayManage ?? mayManageSome} />}
    >
      <Filters
        address={address}
        filters={[
          { name: 'organId', label: messages.organ, kind: 'organ', placeholder: person.organ.name },
          { name: 'words', label: messages.search, kind: 'text' },
          { name: 'fieldKey', label: messages.field, kind: 'choice', options: fieldOptions },
          { name: 'columnKey', label: messages.column, kind: 'choice', options: columnOptions },
          { name: 'scope', label: messages.scope, kind: 'choice', options: scopeOptions },
        ]}
      />
      {data ? (
        <Lines organId={organId} lines={data.items} mayManage={data.mayManage} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={12} />
      )}
    </Page>
  );
}

function Actions({ organId, mayManage }: { organId: string; mayManage: boolean }) {
  const exportOf = (form: string) => `/api/catalogue/export?organId=${organId}&format=xlsx&form=${form}`;
  return (
    <>
      <a className="button-link" href={exportOf('official')} download>
        {messages.exportOfficial}
      </a>
      <a className="button-link" href={exportOf('public')} download>
        {messages.exportPublic}
      </a>
      {mayManage ? (
        <>
          <Link className="button-link" to={`/catalogue/imports?organId=${organId}`}>
            {messages.import}
          </Link>
          <Link className="button-link" to={`/catalogue/items/new?organId=${organId}`}>
            {messages.add}
          </Link>
          <Link className="button-link button-link-primary" to={`/catalogue/adopt?organId=${organId}`}>
            {messages.adopt}
          </Link>
        </>
      ) : null}
    </>
  );
}

interface LinesProps {
  organId: string;
  lines: readonly CatalogueLine[];
  mayManage: boolean;
}

function Lines({ organId, lines, mayManage }: LinesProps) {
  const choice = useChoice(
    lines,
    ({ id }) => id,
    ({ endedOn }) => mayManage && endedOn === undefined,
  );
  const [assigning, setAssigning] = useState(false);
  if (lines.length === 0) return <StateBox title={messages.emptyTitle} words={messages.emptyWords} />;
  return (
    <>
      <ChoiceBar choice={choice}>
        <Button disabled={choice.chosen.length === 0} onClick={() => setAssigning(true)}>
          {messages.assign}
        </Button>
      </ChoiceBar>
      <div className="list-sheet">
        <Table
          caption={messages.title}
          columns={columnsFor(choice)}
          rows={lines}
          rowKey={({ id }) => id}
          groupOf={({ topic }) => topic}
        />
        <div className="list-foot">
          <span className="soft">共 {lines.length} 项</span>
        </div>
      </div>
      {assigning ? (
        <AssignDialog
          organId={organId}
          lines={choice.chosen}
          onDone={choice.clear}
          onClose={() => setAssigning(false)}
        />
      ) : null}
    </>
  );
}

const columnsFor = (choice: Choice<CatalogueLine>): Column<CatalogueLine>[] => [
  {
    title: messages.name,
    cell: (line) => (
      <>
        <ChoiceBox choice={choice} row={line} name={line.name} />
        <Link to={`/catalogue/items/${line.id}`}>{line.name}</Link>{' '}
        {line.endedOn ? <span className="mark mark-warn">{messages.endedMark}</span> : null}
        <Clip text={line.content} />
      </>
    ),
  },
  { title: messages.limit, cell: ({ limitWords }) => limitWords },
  { title: messages.carriers, cell: ({ carriers }) => <CarrierBoxes uses={carriers} /> },
  { title: messages.responsible, cell: ({ responsible }) => <ResponsiblePost post={responsible} /> },
  { title: messages.progress, kind: 'short', cell: (line) => <Progress line={line} /> },
];
