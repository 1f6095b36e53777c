import { Checkbox } from 'antd';

interface ChecksInputProps<Key extends string> {
  // Given by the form item around it.
  id?: string;
  value?: Key[];
  onChange?(value: Key[]): void;
  'aria-describedby'?: string;
  /** What is chosen from; its label is not tied to a group by the browser. */
  label: string;
  options: readonly { value: Key; label: string }[];
}

/** Boxes of which several may be ticked. What the form item would say of a single field does not fit a group. */
export function ChecksInput<Key extends string>({
  id,
  value,
  onChange,
  'aria-describedby': describedBy,
  label,
  options,
}: ChecksInputProps<Key>) {
  return (
    <fieldset id={id} className="plain-group" aria-label={label} aria-describedby={describedBy}>
      <Checkbox.Group {...(value ? { value } : {})} {...(onChange ? { onChange } : {})} options={[...options]} />
    </fieldset>
  );
}
