import { Form, Input, Radio, Select } from 'antd';
import { article20, article20Numbers } from '../../catalogue/domain/article20.ts';
import { columnOf, contentColumnKeys } from '../../catalogue/domain/columns.ts';
import { fieldKeys, fields } from '../../catalogue/domain/fields.ts';
import { audiences, carrierKeys, carriers, levels, manners } from '../../catalogue/domain/item.ts';
import { findTimeLimit, limitWords } from '../../catalogue/domain/time-limit-words.ts';
import { optionsOf } from '../parts/asked.ts';
import { ChecksInput } from '../parts/checks-input.tsx';
import { required } from '../parts/form.tsx';
import { messages } from './messages.ts';

const fieldOptions = fieldKeys.map((value) => ({ value, label: fields[value].name }));
const columnOptions = contentColumnKeys.map((value) => ({ value, label: columnOf(value).name }));
const articleOptions = article20Numbers.map((value) => ({
  value,
  label: messages.article20Of(value, article20[value].name),
}));
const useOptions = [
  { value: 'unused', label: messages.unused },
  { value: 'optional', label: '□ 可以' },
  { value: 'required', label: '■ 必须' },
];

/** The official columns of a line as fields. */
export function ContentFields() {
  return (
    <>
      <fieldset className="sheet part-sheet">
        <legend>{messages.what}</legend>
        <div className="form-row">
          <Form.Item name="topic" label={messages.topic} rules={[required(messages.topicMissing)]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="name" label={messages.name} rules={[required(messages.nameMissing)]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="columnKey"
            label={messages.column}
            rules={[{ required: true, message: messages.columnMissing }]}
          >
            <Select showSearch={{ optionFilterProp: 'label' }} placeholder="请选择" options={columnOptions} />
          </Form.Item>
          <Form.Item name="fieldKey" label={messages.field}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={messages.noField}
              options={fieldOptions}
            />
          </Form.Item>
          <Form.Item name="article20" label={messages.article20} className="form-wide">
            <Select allowClear placeholder="不属于" options={articleOptions} />
          </Form.Item>
        </div>
        <Form.Item name="content" label={messages.content} rules={[required(messages.contentMissing)]}>
          <Input.TextArea rows={5} maxLength={4_000} />
        </Form.Item>
        <Form.Item name="basis" label={messages.basis}>
          <Input.TextArea rows={3} maxLength={4_000} />
        </Form.Item>
      </fieldset>
      <fieldset className="sheet part-sheet">
        <legend>{messages.when}</legend>
        <div className="form-row">
          <LimitField />
          <Form.Item name="publisher" label={messages.publisher} rules={[required(messages.publisherMissing)]}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      </fieldset>
      <fieldset className="sheet part-sheet">
        <legend>{messages.how}</legend>
        <p className="hint section-words">{messages.carriersHint}</p>
        <div className="carrier-choices">
          {carrierKeys.map((key) => (
            <div key={key} className="carrier-choice">
              <span id={`carrier-${key}`}>{carriers[key]}</span>
              <Form.Item name={['carriers', key]} noStyle>
                <Radio.Group aria-labelledby={`carrier-${key}`} options={useOptions} optionType="button" size="small" />
              </Form.Item>
            </div>
          ))}
        </div>
        <div className="form-row">
          <Form.Item name="audience" label={messages.audience}>
            <Radio.Group options={optionsOf(audiences)} />
          </Form.Item>
          <Form.Item noStyle dependencies={['audience']}>
            {({ getFieldValue }) =>
              getFieldValue('audience') === 'group' ? (
                <Form.Item name="audienceWords" label={messages.audienceWords}>
                  <Input maxLength={200} />
                </Form.Item>
              ) : null
            }
          </Form.Item>
          <Form.Item name="manner" label={messages.manner}>
            <Radio.Group options={optionsOf(manners)} />
          </Form.Item>
          <Form.Item name="levels" label={messages.levels}>
            <ChecksInput label={messages.levels} options={optionsOf(levels)} />
          </Form.Item>
        </div>
      </fieldset>
    </>
  );
}

/** 公开时限 in words, with what the system makes of them while they are typed. */
function LimitField() {
  const words: string = Form.useWatch('limitWords') ?? '';
  const limit = findTimeLimit(words);
  return (
    <Form.Item
      name="limitWords"
      label={messages.limit}
      className="form-wide"
      extra={limit ? messages.understood(limitWords(limit)) : messages.limitHint}
      validateTrigger="onBlur"
      rules={[
        required(messages.limitMissing),
        {
          validator: async (_rule, written: string) => {
            if (written && !findTimeLimit(written)) throw new Error(messages.limitUnclear);
          },
        },
      ]}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}
