import { Button, Checkbox } from 'antd';
import { messages } from './messages.ts';
import type { Reminded } from './remind.ts';
import { keyOf } from './targets.ts';

interface TargetsInputProps {
  reminded: Reminded;
  /** Whether it stands alone: among several each is folded up. */
  alone: boolean;
  // Given by the form item around it.
  id?: string;
  value?: string[];
  onChange?(value: string[]): void;
}

/** What one organ is reminded of: each duty and each column with a box that may be unticked. */
export function TargetsInput({ reminded, alone, id, value = [], onChange }: TargetsInputProps) {
  const { organ, targets, beyond } = reminded;
  const all = targets.map(keyOf);
  const usual = targets.filter(({ isUsual }) => isUsual).map(keyOf);
  return (
    <details id={id} className="targets" open={alone}>
      <summary>{messages.ticked(organ.shortName, value.length, targets.length)}</summary>
      {targets.length === 0 ? (
        <p className="soft">{messages.nothing}</p>
      ) : (
        <fieldset className="plain-group" aria-label={messages.targetsOf(organ.shortName)}>
          <p className="targets-acts">
            <Button size="small" onClick={() => onChange?.(usual)}>
              {messages.tickUsual}
            </Button>
            <Button size="small" onClick={() => onChange?.(all)}>
              {messages.tickAll}
            </Button>
            <Button size="small" onClick={() => onChange?.([])}>
              {messages.tickNone}
            </Button>
          </p>
          <ul className="targets-list">
            {targets.map((target) => {
              const key = keyOf(target);
              return (
                <li key={key}>
                  <Checkbox
                    checked={value.includes(key)}
                    onChange={({ target: { checked } }) =>
                      onChange?.(all.filter((each) => (each === key ? checked : value.includes(each))))
                    }
                  >
                    {target.title} <span className="soft">{target.detail}</span>
                  </Checkbox>
                </li>
              );
            })}
          </ul>
          {beyond > 0 ? <p className="soft">{messages.beyond(beyond)}</p> : null}
        </fieldset>
      )}
    </details>
  );
}
