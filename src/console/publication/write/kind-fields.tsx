import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { isAsked } from '../../../publication/domain/kinds/check.ts';
import { kindOf } from '../../../publication/domain/kinds/index.ts';
import type { FieldDeclaration } from '../../../publication/domain/kinds/kind.ts';
import { type DraftForm, readValue } from './draft-form.ts';
import { messages } from './messages.ts';

/** What the kind of an item asks for, each field as it is declared; some are asked only after an answer to another. */
export function KindFields() {
  const form = Form.useFormInstance<DraftForm>();
  const key = Form.useWatch('kind', form);
  const written = Form.useWatch('fields', form) ?? {};
  if (key === undefined) return null;
  const { fields } = kindOf(key);
  const values = Object.fromEntries(
    fields.flatMap((field) => {
      const value = readValue(field, written[field.key]);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );
  return (
    <div className="form-row">
      {fields
        .filter((field) => isAsked(field, values))
        .map((field) => (
          <Form.Item
            key={field.key}
            name={['fields', field.key]}
            label={field.type === 'money' ? `${field.label}（${messages.yuan}）` : field.label}
            required={field.required === true}
            extra={field.help ?? (field.type === 'lines' ? messages.linesHint : undefined)}
            className={field.type === 'long-text' || field.type === 'lines' ? 'form-wide' : ''}
          >
            {controlFor(field)}
          </Form.Item>
        ))}
    </div>
  );
}

function controlFor({ type, choices = {}, maximum }: FieldDeclaration): ReactNode {
  switch (type) {
    case 'long-text':
      return <Input.TextArea rows={4} maxLength={maximum ?? 5_000} />;
    case 'lines':
      return <Input.TextArea rows={3} />;
    case 'day':
      return <Input type="date" />;
    case 'choice':
      return <Select allowClear options={Object.entries(choices).map(([value, label]) => ({ value, label }))} />;
    case 'yes-no':
      return (
        <Radio.Group
          options={[
            { value: true, label: messages.yes },
            { value: false, label: messages.no },
          ]}
        />
      );
    case 'money':
    case 'number':
      return <Input inputMode="decimal" maxLength={20} />;
    default:
      return <Input maxLength={maximum ?? 200} />;
  }
}
