import { Form, Input, InputNumber, Select } from 'antd';
import { isAdministrator, roleKeys } from '../../organisation/domain/role.ts';
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
      {control(kind, setting)}
    </Form.Item>
  );
}

/** Lists whose words the platform does not know: which roles there are, the area organisation says. */
const knownOptions: Readonly<Record<string, readonly string[]>> = {
  'sign-in.secondFactorRoles': roleKeys.filter((role) => !isAdministrator(role)),
};

function control(kind: ValueKind, { key, unit }: Setting) {
  const word = (value: string) => ({ value, label: showWord(value) });
  switch (kind.kind) {
    case 'number':
      // The bounds are told by the server, with their reason.
      return <InputNumber className="number-input" precision={0} suffix={unit} controls={false} />;
    case 'choice':
      return <Select options={kind.options.map(word)} />;
    case 'list':
      return (
        <Select
          mode={(kind.options ?? knownOptions[key]) ? 'multiple' : 'tags'}
          options={(kind.options ?? knownOptions[key] ?? []).map(word)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      );
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
