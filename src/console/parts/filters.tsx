import { Button, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import type { useAddress } from './address.ts';
import { OrganSelect } from './organ-select.tsx';

/** One filter above a list. */
export interface Filter {
  name: string;
  label: string;
  kind: 'text' | 'day' | 'choice' | 'organ';
  /** Of a choice. */
  options?: readonly { value: string; label: string }[];
  placeholder?: string;
  /** What the list goes by while nothing else is chosen; shown as if it were. */
  preset?: string;
}

interface FiltersProps {
  address: ReturnType<typeof useAddress>;
  filters: readonly Filter[];
}

/** The filters of a list; they take effect together, with the button or the Enter key. */
export function Filters({ address, filters }: FiltersProps) {
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const values = Object.fromEntries(filters.map(({ name, preset }) => [name, address.get(name) ?? preset]));
  const written = JSON.stringify(values);
  // The address may change by going back.
  useEffect(() => form.setFieldsValue(JSON.parse(written)), [form, written]);
  const none = Object.fromEntries(filters.map(({ name }) => [name, undefined]));
  const presets = Object.fromEntries(filters.map(({ name, preset }) => [name, preset]));

  return (
    <search className="filters">
      <Form form={form} layout="vertical" requiredMark={false} initialValues={values} onFinish={address.set}>
        {filters.map((filter) => (
          <Form.Item
            key={filter.name}
            name={filter.name}
            label={filter.label}
            className={filter.kind === 'text' || filter.kind === 'organ' ? 'filter-wide' : ''}
          >
            {control(filter)}
          </Form.Item>
        ))}
        <div className="actions">
          <Button type="primary" htmlType="submit">
            查询
          </Button>
          <Button
            onClick={() => {
              form.setFieldsValue(presets);
              address.set(none);
            }}
          >
            清空
          </Button>
        </div>
      </Form>
    </search>
  );
}

function control({ kind, options = [], placeholder = '', preset }: Filter) {
  if (kind === 'choice')
    return <Select allowClear={preset === undefined} placeholder={placeholder || '全部'} options={[...options]} />;
  if (kind === 'organ') return <OrganSelect placeholder={placeholder || '全部'} />;
  if (kind === 'day') return <Input type="date" />;
  return <Input allowClear placeholder={placeholder} />;
}
