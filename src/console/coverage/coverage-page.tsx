import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ComparedOrgan } from '../api/shapes.ts';
import { useCalendar } from '../calendar/queries.ts';
import { useAddress } from '../parts/address.ts';
import { type Choice, ChoiceBar, ChoiceBox, useChoice } from '../parts/choice.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay, useSeesCounty } from '../session/rights.ts';
import { useWork } from '../session/session.ts';
import './coverage.css';
import { Count, CoverageTabs, dutiesHref, ScopeFilters, scopeIn } from './coverage-parts.tsx';
import { messages } from './messages.ts';
import { comparisonQuery } from './queries.ts';
import { RemindDialog } from './remind-dialog.tsx';

/** 公开进度: who owes what, organ by organ, each number leading to what it counts. */
export function CoveragePage() {
  const address = useAddress();
  const scope = scopeIn(address);
  const { data, error, refetch } = useQuery(comparisonQuery(scope));
  return (
    <Page title={messages.title} words={messages.words}>
      <CoverageTabs />
      <ScopeFilters address={address} />
      {data ? (
        <Comparison organs={data.organs} asOf={data.asOf} year={scope.year} address={address} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={12} />
      )}
    </Page>
  );
}

interface ComparisonProps {
  organs: readonly ComparedOrgan[];
  asOf: string;
  year: number;
  address: ReturnType<typeof useAddress>;
}

function Comparison({ organs, asOf, year, address }: ComparisonProps) {
  const mayRemind = useMay('send-reminders');
  const seesCounty = useSeesCounty();
  const home = useWork().person.organ.id;
  // The dialog offers a day to answer by: the calendar is there before it opens.
  useCalendar();
  const onlyOverdue = address.get('status') === 'overdue';
  const shown = [...organs]
    .filter(({ sum }) => !onlyOverdue || sum.overdue > 0)
    .sort((one, other) => other.sum.overdue - one.sum.overdue);
  const choice = useChoice(
    shown,
    ({ organ }) => organ.id,
    ({ organ, sum, empty, stale }) => mayRemind && (seesCounty || organ.id === home) && sum.overdue + empty + stale > 0,
  );
  const [reminding, setReminding] = useState(false);
  if (organs.length === 0) return <StateBox title={messages.emptyTitle} words={messages.emptyWords} />;
  return (
    <>
      <p className="section-words soft">
        {messages.asOf(asOf)}{' '}
        <Button size="small" onClick={() => address.set({ status: onlyOverdue ? undefined : 'overdue' })}>
          {onlyOverdue ? messages.showAll : messages.onlyOverdue}
        </Button>
      </p>
      <ChoiceBar choice={choice}>
        <Button type="primary" disabled={choice.chosen.length === 0} onClick={() => setReminding(true)}>
          {messages.remindTo(choice.chosen.length)}
        </Button>
      </ChoiceBar>
      {shown.length === 0 ? (
        <StateBox kind="good" title={messages.noneOverdue} />
      ) : (
        <div className="list-sheet">
          <Table
            caption={messages.title}
            columns={columnsFor(choice, String(year))}
            rows={shown}
            rowKey={({ organ }) => organ.id}
          />
        </div>
      )}
      {reminding ? (
        <RemindDialog organs={choice.chosen} onDone={choice.clear} onClose={() => setReminding(false)} />
      ) : null}
    </>
  );
}

function columnsFor(choice: Choice<ComparedOrgan>, year: string): Column<ComparedOrgan>[] {
  const count = (status: keyof typeof messages.sums): Column<ComparedOrgan> => ({
    title: messages.sums[status],
    kind: 'number',
    cell: ({ organ, sum, opens }) => (
      <Count
        count={sum[status]}
        of={{ organId: organ.id, alone: 'true', year, status }}
        opens={opens}
        label={`${organ.shortName}，${messages.sums[status]}`}
        bad={status === 'overdue'}
      />
    ),
  });
  return [
    {
      title: messages.organ,
      cell: (row) => (
        <>
          <ChoiceBox choice={choice} row={row} name={row.organ.shortName} />
          {row.opens ? (
            <Link to={dutiesHref({ organId: row.organ.id, alone: 'true', year, status: 'all' })}>
              {row.organ.shortName}
            </Link>
          ) : (
            row.organ.shortName
          )}
        </>
      ),
    },
    count('due'),
    count('done'),
    {
      title: messages.rate,
      kind: 'number',
      cell: ({ sum }) => (sum.rate === undefined ? messages.noRate : <Rate rate={sum.rate} />),
    },
    count('overdue'),
    count('due-soon'),
    count('late'),
    {
      title: `${messages.emptyColumns}／${messages.staleColumns}`,
      kind: 'number',
      cell: ({ organ, empty, stale }) =>
        empty + stale === 0 ? (
          <span className="soft">0</span>
        ) : (
          <Link to={`/catalogue/coverage/columns?organId=${organ.id}&alone=true`}>{`${empty}／${stale}`}</Link>
        ),
    },
    {
      title: messages.reminders,
      kind: 'number',
      cell: ({ organ, reminders, opens }) =>
        reminders === 0 ? (
          <span className="soft">0</span>
        ) : opens ? (
          <Link to={`/catalogue/reminders?organId=${organ.id}&alone=true&state=unsettled`}>{reminders}</Link>
        ) : (
          reminders
        ),
    },
  ];
}

/** How much of what was due is public, as a number and a bar of that length. */
function Rate({ rate }: { rate: number }) {
  return (
    <span className="rate">
      {messages.percent(rate)}
      <span className="rate-bar" aria-hidden="true">
        <span className={rate < 60 ? 'rate-fill rate-low' : 'rate-fill'} style={{ width: `${rate}%` }} />
      </span>
    </span>
  );
}
