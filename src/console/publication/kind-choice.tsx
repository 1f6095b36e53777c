import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { isKind, type KindKey, kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import { kindGroups } from '../../publication/domain/kinds/kind.ts';
import { messages } from './messages.ts';
import { itemsQuery } from './queries.ts';
import './publication.css';

interface KindChoiceProps {
  // Given by the form item around it.
  id?: string;
  value?: KindKey;
  onChange?(value: KindKey): void;
}

/** Every kind of item in plain words, in groups; a few letters narrow the list. */
export function KindChoice({ id, value, onChange }: KindChoiceProps) {
  const [words, setWords] = useState('');
  const wanted = words.trim();
  const { data: own } = useQuery(itemsQuery({ mine: 'true', pageSize: 50 }));
  const often = oftenUsed((own?.items ?? []).map(({ kind }) => kind).filter(isKind));
  const shown = kindKeys.filter((key) => key === value || `${kindOf(key).name}${kindOf(key).help}`.includes(wanted));
  const groups: [string, string, KindKey[]][] = [
    ...(wanted === '' ? [['often', messages.newOften, often] as [string, string, KindKey[]]] : []),
    ...Object.entries(kindGroups).map(([group, name]): [string, string, KindKey[]] => [
      group,
      name,
      shown.filter((key) => kindOf(key).group === group && !(wanted === '' && often.includes(key))),
    ]),
  ];
  return (
    <div className="kind-choice" id={id} tabIndex={-1}>
      <Input
        allowClear
        className="kind-search"
        placeholder={messages.newKindSearch}
        aria-label={messages.newKindSearch}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        // The Enter key of a search must not begin an item.
        onPressEnter={(event) => event.preventDefault()}
      />
      {groups.map(([group, name, keys]) => {
        return keys.length === 0 ? null : (
          <fieldset key={group} className="part-inner">
            <legend>{name}</legend>
            <div className="kinds">
              {keys.map((key) => (
                <label key={key} className="kind">
                  <input type="radio" name="kind" checked={key === value} onChange={() => onChange?.(key)} />
                  <span>
                    <strong>{kindOf(key).name}</strong>
                    <span className="soft block">{kindOf(key).help}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

/** The kinds somebody has written most of late, at most four; nothing for who is new. */
function oftenUsed(kinds: readonly KindKey[]): KindKey[] {
  const counts = new Map<KindKey, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 4)
    .map(([kind]) => kind);
}
