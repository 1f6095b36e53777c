import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { dayInChina } from '../../kernel/plain-date.ts';
import { type Role, roleKeys, roles } from '../../organisation/domain/role.ts';
import { api, ask } from '../api/client.ts';
import type { PersonDetail, PostRow } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { formatTerm } from '../parts/moment.ts';
import { OrganSelect } from '../parts/organ-select.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';

const namePost = ({ organ, roleName }: PostRow): string => `${organ.name} ${roleName}`;

/** Every post of a person, with what a 安全管理员 does about them. */
export function PostsPart({ person }: { person: PersonDetail }) {
  const mayAssign = useMay('assign-posts');
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<PostRow>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const done = (words: string) => {
    setAppointing(false);
    setEnding(undefined);
    message.success(words);
    return queries.invalidateQueries({ queryKey: ['people'] });
  };
  const columns: Column<PostRow>[] = [
    {
      title: messages.post,
      cell: (post) => (
        <>
          {post.roleName} <Standing post={post} />
        </>
      ),
    },
    { title: messages.scope, cell: ({ organ }) => organ.name },
    { title: messages.term, kind: 'short', cell: ({ from, to }) => formatTerm(from, to) },
    {
      title: messages.act,
      kind: 'act',
      cell: (post) =>
        mayAssign && isOpen(post) ? (
          <Button size="small" aria-label={messages.withdrawFor(namePost(post))} onClick={() => setEnding(post)}>
            {messages.withdraw}
          </Button>
        ) : null,
    },
  ];
  return (
    <section className="sheet">
      <div className="sheet-head">
        <h2>{messages.posts}</h2>
        {mayAssign && !person.closedOn ? <Button onClick={() => setAppointing(true)}>{messages.appoint}</Button> : null}
      </div>
      {person.posts.length === 0 ? (
        <p className="soft">{messages.noPosts}</p>
      ) : (
        <div className="list-sheet">
          <Table caption={messages.posts} columns={columns} rows={person.posts} rowKey={({ id }) => id} />
        </div>
      )}
      {appointing ? (
        <AppointDialog person={person} onDone={() => done(messages.appointed)} onClose={() => setAppointing(false)} />
      ) : null}
      {ending ? (
        <FormDialog<object, unknown>
          title={messages.withdrawFor(namePost(ending))}
          words={messages.withdrawWords(namePost(ending))}
          confirm={messages.withdraw}
          danger
          act={() =>
            ask(
              api.DELETE('/api/people/{id}/posts/{postId}', {
                params: { path: { id: person.id, postId: ending.id } },
              }),
            )
          }
          onDone={() => done(messages.withdrawn)}
          onClose={() => setEnding(undefined)}
        />
      ) : null}
    </section>
  );
}

const isOpen = ({ withdrawn, to }: PostRow): boolean =>
  !withdrawn && (to === undefined || to >= dayInChina(new Date()));

function Standing({ post }: { post: PostRow }) {
  if (post.withdrawn) return <span className="mark">{messages.withdrawn}</span>;
  if (!isOpen(post)) return <span className="mark">{messages.over}</span>;
  return post.from > dayInChina(new Date()) ? <span className="mark mark-info">{messages.toCome}</span> : null;
}

interface Appointment {
  role: Role;
  organId: string;
  from: string;
  to?: string;
}

function AppointDialog({ person, onDone, onClose }: { person: PersonDetail; onDone(): unknown; onClose(): void }) {
  return (
    <FormDialog<Appointment, unknown>
      title={`${messages.appoint}：${person.name}`}
      confirm={messages.appoint}
      wide
      initialValues={{ organId: person.organ.id, from: dayInChina(new Date()) }}
      act={({ to, ...given }) =>
        ask(
          api.POST('/api/people/{id}/posts', {
            params: { path: { id: person.id } },
            body: { ...given, ...(to ? { to } : {}) },
          }),
        )
      }
      onDone={onDone}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item name="role" label={messages.role} rules={[{ required: true, message: messages.roleMissing }]}>
          <Select options={roleKeys.map((value) => ({ value, label: roles[value].name }))} />
        </Form.Item>
        <Form.Item name="organId" label={messages.scope} rules={[{ required: true, message: messages.organMissing }]}>
          <OrganSelect />
        </Form.Item>
        <Form.Item name="from" label={messages.from} rules={[{ required: true, message: messages.fromMissing }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={messages.to} extra={messages.toHint}>
          <Input type="date" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
