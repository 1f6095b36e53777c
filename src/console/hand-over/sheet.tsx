import type { HandOverDetail } from '../api/shapes.ts';
import { formatInstant, formatTerm } from '../parts/moment.ts';
import { type Column, Table } from '../parts/table.tsx';
import { DeskTable } from '../people/desk-table.tsx';
import { messages } from './messages.ts';
import { HandOverStateMark } from './state-mark.tsx';

type Post = HandOverDetail['posts'][number];
type Delegation = HandOverDetail['delegations'][number];

const postColumns: Column<Post>[] = [
  { title: messages.sheetPosts, cell: ({ organ, roleName }) => `${organ} ${roleName}` },
  { title: messages.term, kind: 'short', cell: ({ from, to }) => formatTerm(from, to) },
  { title: messages.handling, kind: 'short', cell: ({ passed }) => (passed ? messages.passed : messages.stays) },
];

const delegationColumns: Column<Delegation>[] = [
  {
    title: messages.delegations,
    cell: (each) => (each.direction === 'given' ? messages.given(each.with) : messages.taken(each.with)),
  },
  { title: messages.sheetPosts, cell: ({ organ, roleName }) => `${organ} ${roleName}` },
  { title: messages.term, kind: 'short', cell: ({ from, to }) => formatTerm(from, to) },
];

/** The hand-over sheet on screen and on paper. */
export function Sheet({ handOver }: { handOver: HandOverDetail }) {
  const { from, to, items, posts, delegations } = handOver;
  const texts = items.filter(({ text }) => text !== undefined);
  return (
    <>
      <section className="sheet">
        <dl className="facts">
          <dt>{messages.from}</dt>
          <dd>
            {from.name}（{from.organ}）
          </dd>
          <dt>{messages.to}</dt>
          <dd>
            {to.name}（{to.organ}）
          </dd>
          <dt>{messages.reason}</dt>
          <dd>{handOver.reason}</dd>
          <dt>{messages.state}</dt>
          <dd>
            <HandOverStateMark state={handOver.state} />
            {handOver.endReason}
          </dd>
          <dt>{messages.started}</dt>
          <dd>{formatInstant(handOver.startedAt)}</dd>
          {handOver.endedAt ? (
            <>
              <dt>{messages.ended}</dt>
              <dd>{formatInstant(handOver.endedAt)}</dd>
            </>
          ) : null}
        </dl>
      </section>
      <section className="sheet">
        <h2>{messages.itemsCount(items.length)}</h2>
        {items.length === 0 ? (
          <p className="soft">{messages.noItems}</p>
        ) : (
          <DeskTable
            items={items}
            markOf={({ addedSince }) =>
              addedSince ? <span className="mark mark-today">{messages.addedSince}</span> : null
            }
          />
        )}
      </section>
      {texts.length > 0 ? (
        <section className="sheet">
          <h2>{messages.texts(texts.length)}</h2>
          {texts.map(({ kind, id, title, text }) => (
            <details key={`${kind} ${id}`} className="draft" open>
              <summary>{title}</summary>
              <p className="draft-text">{text}</p>
            </details>
          ))}
        </section>
      ) : null}
      {posts.length > 0 ? (
        <section className="sheet">
          <h2>{messages.sheetPosts}</h2>
          <Table
            caption={messages.sheetPosts}
            columns={postColumns}
            rows={posts}
            rowKey={({ role, organ, from: day }) => `${role} ${organ} ${day}`}
          />
        </section>
      ) : null}
      {delegations.length > 0 ? (
        <section className="sheet">
          <h2>{messages.delegations}</h2>
          <Table
            caption={messages.delegations}
            columns={delegationColumns}
            rows={delegations}
            rowKey={(each) => `${each.direction} ${each.role} ${each.organ} ${each.with} ${each.from}`}
          />
        </section>
      ) : null}
      <section className="signatures">
        {messages.sign.map((who) => (
          <p key={who}>
            {who}
            <span>{messages.signDay}</span>
          </p>
        ))}
      </section>
    </>
  );
}
