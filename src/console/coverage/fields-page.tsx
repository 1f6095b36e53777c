import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { fields, isField } from '../../catalogue/domain/fields.ts';
import type { Coverage, CoverageSum } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import './coverage.css';
import { Count, CoverageTabs, dutiesHref, ScopeFilters, scopeIn } from './coverage-parts.tsx';
import { messages } from './messages.ts';
import { coverageQuery } from './queries.ts';

const nameOf = (key: string): string => (isField(key) ? fields[key].name : messages.noField);

/** Organs and fields crossed: how much of what was due is public. */
export function FieldsPage() {
  const address = useAddress();
  const scope = scopeIn(address);
  const { data, error, refetch } = useQuery(coverageQuery(scope));
  const year = String(scope.year);
  return (
    <Page title={messages.title} words={messages.fieldsWords}>
      <CoverageTabs />
      <ScopeFilters address={address} />
      {data ? (
        data.byField.length === 0 ? (
          <StateBox title={messages.emptyTitle} words={messages.emptyWords} />
        ) : (
          <>
            <section className="sheet wide-only">
              <Matrix coverage={data} year={year} />
            </section>
            <h2 className="list-title">{messages.field}</h2>
            <div className="list-sheet">
              <Table
                caption={messages.field}
                columns={fieldColumns(data.opens, scope.organId, year)}
                rows={data.byField}
                rowKey={({ fieldKey }) => fieldKey}
              />
            </div>
          </>
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={12} />
      )}
    </Page>
  );
}

type FieldRow = Coverage['byField'][number];

const fieldColumns = (opens: boolean, organId: string | undefined, year: string): Column<FieldRow>[] => [
  {
    title: messages.field,
    cell: ({ fieldKey }) =>
      opens ? (
        <Link to={dutiesHref({ organId, year, fieldKey, status: 'all' })}>{nameOf(fieldKey)}</Link>
      ) : (
        nameOf(fieldKey)
      ),
  },
  countColumn('due', opens, organId, year),
  countColumn('done', opens, organId, year),
  {
    title: messages.rate,
    kind: 'number',
    cell: ({ sum }) => (sum.rate === undefined ? messages.noRate : messages.percent(sum.rate)),
  },
  ...(['overdue', 'due-soon', 'late'] as const).map((status) => countColumn(status, opens, organId, year)),
];

function countColumn(
  status: keyof typeof messages.sums,
  opens: boolean,
  organId: string | undefined,
  year: string,
): Column<FieldRow> {
  return {
    title: messages.sums[status],
    kind: 'number',
    cell: ({ fieldKey, sum }) => (
      <Count
        count={sum[status]}
        of={{ organId, year, fieldKey, status }}
        label={`${nameOf(fieldKey)}，${messages.sums[status]}`}
        bad={status === 'overdue'}
        opens={opens}
      />
    ),
  };
}

function Matrix({ coverage: { byOrgan, byField, cells = [] }, year }: { coverage: Coverage; year: string }) {
  const keys = byField.map(({ fieldKey }) => fieldKey);
  const found = new Map(cells.map((cell) => [`${cell.organId} ${cell.fieldKey}`, cell]));
  return (
    <table className="matrix">
      <caption className="visually-hidden">{messages.fieldsWords}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.organ}</th>
          {keys.map((key) => (
            <th key={key} scope="col">
              <span>{nameOf(key)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byOrgan.map(({ organ, opens }) => (
          <tr key={organ.id}>
            <th scope="row">{organ.shortName}</th>
            {keys.map((key) => (
              <Cell
                key={key}
                organ={organ}
                fieldKey={key}
                year={year}
                sum={found.get(`${organ.id} ${key}`)?.sum}
                opens={opens}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  organ: Coverage['byOrgan'][number]['organ'];
  fieldKey: string;
  year: string;
  sum: CoverageSum | undefined;
  opens: boolean;
}

function Cell({ organ, fieldKey, year, sum, opens }: CellProps) {
  if (!sum || sum.owed === 0) return <td />;
  const { done, due, overdue } = sum;
  const isBad = overdue > 0;
  const numbers = (
    <>
      <span className="visually-hidden">{messages.cellFor(organ.shortName, nameOf(fieldKey))}</span>
      {messages.cell(done, due)}
      {isBad ? <strong className="block">{messages.cellOverdue(overdue)}</strong> : null}
    </>
  );
  const of = { organId: organ.id, alone: 'true', year, fieldKey, status: isBad ? 'overdue' : 'due' };
  return (
    <td className={isBad ? 'is-overdue' : done > 0 ? 'is-done' : undefined}>
      {opens ? <Link to={dutiesHref(of)}>{numbers}</Link> : numbers}
    </td>
  );
}
