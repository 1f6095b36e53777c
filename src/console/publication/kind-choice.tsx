import { Input } from 'antd';
import { useState } from 'react';
import { type KindKey, kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import { kindGroups } from '../../publication/domain/kinds/kind.ts';
import { messages } from './messages.ts';
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
  const shown = kindKeys.filter((key) => key === value || `${kindOf(key).name}${kindOf(key).help}`.includes(wanted));
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
      {Object.entries(kindGroups).map(([group, name]) => {
        const keys = shown.filter((key) => kindOf(key).group === group);
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
