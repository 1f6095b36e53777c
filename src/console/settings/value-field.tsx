import { Form, Input, InputNumber, Select } from 'antd';
import { roleKeys } from '../../organisation/domain/role.ts';
import type { Setting } from '../api/shapes.ts';
import { messages } from './messages.ts';
import { readKind, showWord, type ValueKind } from './value.ts';

/** The one field of the dialog, as the setting needs it. */
export function ValueField({ setting }: { setting: Setting }) {
  const kind = readKind(setting.schema);
  return (
    <Form.Item
      name="value"
      label={setting.label}
      rules={
        kind.kind === 'number' || kind.kind === 'choice' ? [{ required: true, message: messages.valueMissing }] : []
      }
    >
      {control(kind, setting.unit)}
    </Form.Item>
  );
}

function control(kind: ValueKind, unit: string | undefined) {
  const word = (value: string) => ({ value, label: showWord(value) });
  switch (kind.kind) {
    case 'number':
      // The bounds are told by the server, with their reason.
      return <InputNumber className="number-input" precision={0} suffix={unit} controls={false} />;
    case 'choice':
      return <Select options={kind.options.map(word)} />;
    case 'list':
      return <Select mode="multiple" options={roleKeys.map(word)} showSearch={{ optionFilterProp: 'label' }} />;
    case 'switch':
      return (
        <Select
          options={[
            { value: true, label: messages.yes },
            { value: false, label: messages.no },
          ]}
        />
      );
    case 'text':
      return <Input />;
  }
}
