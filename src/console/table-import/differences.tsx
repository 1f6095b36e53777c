import { Button } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';

/** One cell of a row, before and after. */
export interface Cell {
  key: string;
  label: string;
  before: string;
  after: string;
  /** Where it leads, out of this system. */
  href?: string;
}

/** A row of the file with what it would do. */
export interface DifferentRow {
  row: number;
  name: string;
  /** The page of what is changed. */
  href?: string;
  cells?: readonly Cell[];
  /** Why it cannot be taken. */
  reason?: string;
}

/** What the parts of a list of differences are called for what is imported. */
export interface DifferenceWords {
  /** The heading of the first column, e.g. 机构. */
  name: string;
  created(count: number): string;
  changed(count: number): string;
  /** Where things the file does not name are told. */
  missing?(count: number): string;
  missingWords?: string;
}

interface DifferencesProps {
  words: DifferenceWords;
  problems: readonly DifferentRow[];
  created: readonly DifferentRow[];
  changed: readonly DifferentRow[];
  missing?: readonly { id: string; name: string; href: string }[];
  remarks?: readonly string[];
  /** Nothing could be read yet, so that no rows does not mean that there is nothing to do. */
  isUnread?: boolean;
}

/** What an import would do, what it cannot do first. */
export function Differences(props: DifferencesProps) {
  const { words, problems, created, changed, missing = [], remarks = [], isUnread = false } = props;
  const columns = (title: string, cell: (row: DifferentRow) => ReactNode): Column<DifferentRow>[] => [
    { title: words.name, cell: ({ name, href }) => (href ? <Link to={href}>{name}</Link> : name || messages.blank) },
    { title: messages.row, kind: 'short', cell: ({ row }) => row },
    { title, cell },
  ];
  const part = (title: string, rows: readonly DifferentRow[], told: Column<DifferentRow>[], soft?: string) =>
    rows.length === 0 ? null : (
      <section className="sheet">
        <h2>{title}</h2>
        {soft ? <p className="page-words section-words">{soft}</p> : null}
        <LongTable caption={title} columns={told} rows={rows} />
      </section>
    );
  return (
    <>
      {remarks.length > 0 ? (
        <section className="sheet">
          <h2>{messages.remarks}</h2>
          <ul className="duties">
            {remarks.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {part(
        messages.problems(problems.length),
        problems,
        columns(messages.reason, ({ reason }) => reason),
        messages.problemsWords,
      )}
      {part(words.created(created.length), created, columns(messages.content, Filled))}
      {part(words.changed(changed.length), changed, columns(messages.content, Altered))}
      {missing.length > 0 && words.missing ? (
        <section className="sheet">
          <h2>{words.missing(missing.length)}</h2>
          <p className="page-words section-words">{words.missingWords}</p>
          <ul className="names">
            {missing.map(({ id, name, href }) => (
              <li key={id}>
                <Link to={href}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {created.length + changed.length + problems.length === 0 && !isUnread ? (
        <StateBox kind="good" title={messages.nothing} />
      ) : null}
    </>
  );
}

/** So many rows stand there at once; an old machine takes long over thousands. */
const step = 200;

const keyOf = ({ row, reason = '' }: DifferentRow) => `${row} ${reason}`;

function LongTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly Column<DifferentRow>[];
  rows: readonly DifferentRow[];
}) {
  const [shown, setShown] = useState(step);
  return (
    <>
      <Table caption={caption} columns={columns} rows={rows.slice(0, shown)} rowKey={keyOf} />
      {rows.length > shown ? (
        <p className="list-more">
          <Button onClick={() => setShown(shown + step)}>{messages.more(rows.length - shown)}</Button>
        </p>
      ) : null}
    </>
  );
}

function Filled({ cells = [] }: DifferentRow) {
  const filled = cells.filter(({ after }) => after !== '');
  return (
    <span className="soft">
      {filled.map(({ key, label, after, href }, at) => (
        <Fragment key={key}>
          {at > 0 ? '；' : null}
          {label}：
          {href ? (
            <a href={href} target="_blank" rel="noreferrer">
              {after}
            </a>
          ) : (
            after
          )}
        </Fragment>
      ))}
    </span>
  );
}

function Altered({ cells = [] }: DifferentRow) {
  return (
    <ul className="plain">
      {cells.map(({ key, label, before, after }) => (
        <li key={key}>
          <span className="soft">{label}：</span>
          <del>{before || messages.blank}</del> → <ins>{after || messages.blank}</ins>
        </li>
      ))}
    </ul>
  );
}
