import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';

/** Rows that were chosen for one act. */
export interface Choice<Row> {
  rows: readonly Row[];
  chosen: readonly Row[];
  has(row: Row): boolean;
  toggle(row: Row, isOn: boolean): void;
  all(isOn: boolean): void;
  clear(): void;
}

/**
 * Chooses some of the rows that are shown; what is no longer shown is no longer chosen.
 *
 * @param may which rows can be chosen; all when absent
 */
export function useChoice<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  may: (row: Row) => boolean = () => true,
): Choice<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const open = rows.filter(may);
  const has = (row: Row) => keys.has(keyOf(row));
  return {
    rows: open,
    chosen: open.filter(has),
    has,
    toggle: (row, isOn) => {
      const next = new Set(keys);
      if (isOn) next.add(keyOf(row));
      else next.delete(keyOf(row));
      setKeys(next);
    },
    all: (isOn) => setKeys(new Set(isOn ? open.map(keyOf) : [])),
    clear: () => setKeys(new Set()),
  };
}

/** The box before a row. */
export function ChoiceBox<Row>({ choice, row, name }: { choice: Choice<Row>; row: Row; name: string }) {
  if (!choice.rows.includes(row)) return null;
  return (
    <Checkbox
      className="choice-box"
      aria-label={`选择“${name}”`}
      checked={choice.has(row)}
      onChange={({ target }) => choice.toggle(row, target.checked)}
    />
  );
}

/** What can be done with the rows that are chosen; above the list. */
export function ChoiceBar<Row>({ choice, children }: { choice: Choice<Row>; children: ReactNode }) {
  const { rows, chosen, all } = choice;
  if (rows.length === 0) return null;
  return (
    <div className="choice-bar">
      <Checkbox
        checked={chosen.length === rows.length}
        indeterminate={chosen.length > 0 && chosen.length < rows.length}
        onChange={({ target }) => all(target.checked)}
      >
        全选本页
      </Checkbox>
      <span className="soft">已选 {chosen.length} 条</span>
      <div className="actions">{children}</div>
    </div>
  );
}
