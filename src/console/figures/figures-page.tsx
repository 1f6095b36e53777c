import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { type ChannelKey, channelKeys, channelOf } from '../../publication/domain/channels.ts';
import { breakdowns } from '../../publication/domain/figures.ts';
import type { FigureSearch, Figures } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/filters.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import './figures.css';
import { messages } from './messages.ts';
import { figuresQuery } from './queries.ts';
import { figureFilters, scopeAddress, scopeIn } from './scope.ts';

/** 发布统计: what was made public and by which channels; each number opens exactly what it counts. */
export function FiguresPage() {
  const address = useAddress();
  const scope = scopeIn(address);
  const { data, error, refetch } = useQuery(figuresQuery(scope));
  return (
    <Page
      title={messages.title}
      words={messages.words}
      actions={
        <a className="button-link" href={`/api/publication/figures/export?${exportAddress(scope)}`} download>
          {messages.export}
        </a>
      }
    >
      <Filters address={address} filters={figureFilters} />
      {data ? (
        data.lines.length === 0 ? (
          <StateBox title={messages.emptyTitle} words={messages.emptyWords} />
        ) : (
          <>
            <p className="soft section-words">{messages.periodOf(scope.from, scope.to)}</p>
            <Lines figures={data} scope={scope} />
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

/** The API knows an empty field where the address of a page says `none`. */
const exportAddress = (scope: FigureSearch): string => scopeAddress(scope).replace('fieldKey=none', 'fieldKey=');

type Line = Omit<Figures['lines'][number], 'key'> & { key: string | undefined };

function Lines({ figures, scope }: { figures: Figures; scope: ReturnType<typeof scopeIn> }) {
  const used = channelKeys.filter((key) => figures.total.channels[key]);
  const rows: Line[] = [...figures.lines, { ...figures.total, key: undefined, name: messages.total }];
  const most = Math.max(...figures.lines.map(({ information }) => information));
  const number = ({ key, name }: Line, count: number, label: string, more: Readonly<Record<string, string>>) =>
    count === 0 ? (
      <span className="soft">0</span>
    ) : (
      <Link
        to={`/publication/figures/items?${scopeAddress(scope, { ...(key === undefined ? {} : { key }), ...more })}`}
        aria-label={messages.openFor(name, label, count)}
      >
        {count}
      </Link>
    );
  const columns: Column<Line>[] = [
    {
      title: breakdowns[figures.by],
      cell: (line) => (
        <>
          {line.key === undefined ? <strong>{line.name}</strong> : line.name}
          {line.key === undefined ? null : (
            <span className="figure-bar" aria-hidden="true">
              <span style={{ width: `${(line.information * 100) / most}%` }} />
            </span>
          )}
        </>
      ),
    },
    {
      title: messages.information,
      kind: 'number',
      cell: (line) => number(line, line.information, messages.information, { what: 'information' }),
    },
    {
      title: messages.withdrawn,
      kind: 'number',
      cell: (line) => number(line, line.withdrawn, messages.withdrawn, { what: 'withdrawn' }),
    },
    {
      title: messages.deliveries,
      kind: 'number',
      cell: (line) => number(line, line.deliveries, messages.deliveries, { what: 'deliveries' }),
    },
  ];
  const channelCell = (line: Line, channel: ChannelKey) =>
    number(line, line.channels[channel] ?? 0, channelOf(channel).name, { what: 'deliveries', channel });
  return (
    <>
      <div className="list-sheet">
        <Table caption={messages.title} columns={columns} rows={rows} rowKey={({ key }) => key ?? 'total'} />
      </div>
      <h2 className="list-title">{messages.deliveries}</h2>
      <div className="list-sheet channel-figures">
        <Table
          caption={messages.deliveries}
          columns={[
            { title: breakdowns[figures.by], cell: ({ name }: Line) => name },
            ...used.map(
              (channel): Column<Line> => ({
                title: channelOf(channel).name,
                kind: 'number',
                cell: (line) => channelCell(line, channel),
              }),
            ),
          ]}
          rows={rows}
          rowKey={({ key }) => key ?? 'total'}
        />
      </div>
    </>
  );
}
