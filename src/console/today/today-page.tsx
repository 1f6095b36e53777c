import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import type { TodayItem } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { formatDay } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { useWork } from '../session/session.ts';
import { messages } from './messages.ts';

const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => ask(api.GET('/api/today', { signal })),
  placeholderData: keepPreviousData,
  refetchOnWindowFocus: 'always',
});

/** 今天要办: what waits for this person, most urgent first, each with what to do about it. */
export function TodayPage() {
  const { data, error, refetch } = useQuery(todayQuery);
  const today = formatDay(dayInChina(new Date()));
  return (
    <Page
      title={messages.title}
      words={messages.words(today, data?.items.length ?? 0)}
      actions={
        <Link className="button-link" to="/today/memos/new">
          {messages.addMemo}
        </Link>
      }
    >
      {data ? (
        <Items items={data.items} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={4} />
      )}
    </Page>
  );
}

function Items({ items }: { items: readonly TodayItem[] }) {
  const { person } = useWork();
  if (items.length === 0 && person.posts.length === 0)
    return <StateBox title={messages.noPostTitle} words={messages.noPostWords} />;
  if (items.length === 0) return <StateBox kind="good" title={messages.emptyTitle} words={messages.emptyWords} />;
  return (
    <ul className="today">
      {items.map(({ id, title, detail, due, level, action }) => (
        <li key={id} className={`today-item today-${level}`}>
          <div className="today-what">
            <span className={`mark mark-${level}`}>{messages.levels[level]}</span>
            <h2>{title}</h2>
            {detail ? <p className="soft">{detail}</p> : null}
            {due ? (
              <p className="soft">
                {messages.dueBy}：{formatDay(due)}
              </p>
            ) : null}
          </div>
          <Action {...action} title={title} />
        </li>
      ))}
    </ul>
  );
}

function Action({ label, href, title }: { label: string; href: string; title: string }) {
  // The areas name pages of the console; the router stands below that path.
  const to = href.replace(/^\/console(?=\/|$)/, '') || '/';
  return (
    <Link className="button-link" to={to} aria-label={`${label}：${title}`}>
      {label}
    </Link>
  );
}
