import { Link } from 'react-router';
import type { ImportDetail } from '../api/shapes.ts';
import { StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';

type All = ImportDetail['differences'];
type Problem = All['problems'][number];
type Changed = All['changed'][number];
type Created = All['created'][number];
type Field = Created['fields'][number];

const row = { title: messages.row, kind: 'short' as const };

const problemColumns: Column<Problem>[] = [
  { title: messages.name, cell: ({ name }) => name || messages.blank },
  { ...row, cell: ({ row: number }) => number },
  { title: messages.reason, cell: ({ reason }) => reason },
];

const createdColumns: Column<Created>[] = [
  { title: messages.name, cell: ({ fullName }) => fullName },
  { ...row, cell: ({ row: number }) => number },
  { title: messages.content, cell: ({ fields }) => <Filled fields={fields} /> },
];

const changedColumns: Column<Changed>[] = [
  { title: messages.name, cell: ({ organId, fullName }) => <Link to={`/organs/${organId}`}>{fullName}</Link> },
  { ...row, cell: ({ row: number }) => number },
  { title: messages.content, cell: ({ fields }) => <Altered fields={fields} /> },
];

/** What an import would do, what it cannot do first. */
export function Differences({ differences }: { differences: All }) {
  const { created, changed, missing, problems } = differences;
  return (
    <>
      {problems.length > 0 ? (
        <section className="sheet">
          <h2>{messages.problems(problems.length)}</h2>
          <p className="page-words section-words">{messages.problemsWords}</p>
          <Table
            caption={messages.summary.problems}
            columns={problemColumns}
            rows={problems}
            rowKey={(each) => `${each.row} ${each.reason}`}
          />
        </section>
      ) : null}
      {created.length > 0 ? (
        <section className="sheet">
          <h2>{messages.created(created.length)}</h2>
          <Table
            caption={messages.summary.created}
            columns={createdColumns}
            rows={created}
            rowKey={(each) => String(each.row)}
          />
        </section>
      ) : null}
      {changed.length > 0 ? (
        <section className="sheet">
          <h2>{messages.changed(changed.length)}</h2>
          <Table
            caption={messages.summary.changed}
            columns={changedColumns}
            rows={changed}
            rowKey={(each) => String(each.row)}
          />
        </section>
      ) : null}
      {missing.length > 0 ? (
        <section className="sheet">
          <h2>{messages.missing(missing.length)}</h2>
          <p className="page-words section-words">{messages.missingWords}</p>
          <ul className="names">
            {missing.map(({ organId, fullName }) => (
              <li key={organId}>
                <Link to={`/organs/${organId}`}>{fullName}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {created.length + changed.length + problems.length === 0 ? (
        <StateBox kind="good" title={messages.nothing} />
      ) : null}
    </>
  );
}

function Filled({ fields }: { fields: readonly Field[] }) {
  return <span className="soft">{fields.map(({ label, after }) => `${label}：${after}`).join('；')}</span>;
}

function Altered({ fields }: { fields: readonly Field[] }) {
  return (
    <ul className="plain">
      {fields.map(({ key, label, before, after }) => (
        <li key={key}>
          <span className="soft">{label}：</span>
          <del>{before || messages.blank}</del> → <ins>{after || messages.blank}</ins>
        </li>
      ))}
    </ul>
  );
}
