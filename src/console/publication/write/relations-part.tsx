import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { type RelationKind, relationKinds } from '../../../publication/domain/item.ts';
import { kindOf } from '../../../publication/domain/kinds/index.ts';
import { api, ask } from '../../api/client.ts';
import type { DraftForm, WrittenRelation } from './draft-form.ts';
import { messages } from './messages.ts';

interface RelationsPartProps {
  // Given by the form item around it.
  id?: string;
  value?: WrittenRelation[];
  onChange?(value: WrittenRelation[]): void;
}

/** What an item says of others: chosen among those in the system, or named where they are not. */
export function RelationsPart({ id, value = [], onChange }: RelationsPartProps) {
  const form = Form.useFormInstance<DraftForm>();
  const kind = Form.useWatch('kind', form);
  const declared = kind === undefined ? undefined : kindOf(kind);
  const allowed = [
    ...new Set([...(declared?.needs ?? []).map(({ relation }) => relation), ...(declared?.relations ?? [])]),
  ];
  const offered = allowed.length > 0 ? allowed : (['attached-to', 'clarifies'] as const);
  const put = (at: number, next: WrittenRelation) =>
    onChange?.(value.map((each, index) => (index === at ? next : each)));
  return (
    <div id={id} tabIndex={-1}>
      <ul className="written-relations">
        {value.map((relation, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a relation has nothing of its own before it is filled in
          <li key={at}>
            <Select
              aria-label={messages.relationKind}
              value={relation.kind}
              options={offered.map((key) => ({ value: key, label: relationKinds[key as RelationKind].name }))}
              onChange={(next) => put(at, { ...relation, kind: next })}
            />
            <OtherItem
              relation={relation}
              kinds={declared?.needs?.find(({ relation: needed }) => needed === relation.kind)?.toKinds}
              change={(next) => put(at, next)}
            />
            <Button onClick={() => onChange?.(value.filter((_, index) => index !== at))}>
              {messages.removeRelation}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => onChange?.([...value, { kind: offered[0] ?? 'attached-to' }])}>
        {messages.addRelation}
      </Button>
    </div>
  );
}

interface OtherItemProps {
  relation: WrittenRelation;
  kinds: readonly string[] | undefined;
  change(next: WrittenRelation): void;
}

function OtherItem({ relation, kinds, change }: OtherItemProps) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['items', 'linkable', search, kinds],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/publication/linkable', {
          params: { query: { words: search, ...(kinds ? { kinds: kinds as never } : {}) } },
          signal,
        }),
      ),
  });
  const { toItemId, toDocument, label } = relation;
  const found = (data?.items ?? []).map((item) => ({
    value: item.id,
    label: [item.title, item.documentNumber].filter(Boolean).join(' · '),
  }));
  const chosen = toItemId && !found.some(({ value }) => value === toItemId) ? [{ value: toItemId, label }] : [];
  return (
    <div className="written-other">
      <Select
        aria-label={messages.relationTo}
        allowClear
        showSearch={{ filterOption: false, onSearch: setWords }}
        loading={isFetching}
        placeholder={messages.relationFind}
        notFoundContent={messages.relationNone}
        value={toItemId ?? null}
        options={[...chosen, ...found]}
        onChange={(next, option) => {
          const { toItemId: _id, toDocument: _document, label: _label, ...rest } = relation;
          const name = Array.isArray(option) ? undefined : option?.label;
          change(next ? { ...rest, toItemId: next, label: name ?? '' } : rest);
        }}
      />
      {toItemId ? null : (
        <Input
          aria-label={messages.relationDocument}
          placeholder={messages.relationDocument}
          maxLength={300}
          value={toDocument ?? ''}
          onChange={({ target }) => change({ ...relation, toDocument: target.value })}
        />
      )}
    </div>
  );
}
