import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { columns, contentColumnKeys } from '../../../catalogue/domain/columns.ts';
import { fieldKeys, fields } from '../../../catalogue/domain/fields.ts';
import { groundOf, groundsFor, isGround } from '../../../publication/domain/grounds.ts';
import { type Disclosure, disclosures } from '../../../publication/domain/item.ts';
import { kindOf } from '../../../publication/domain/kinds/index.ts';
import { OrganSelect } from '../../parts/organ-select.tsx';
import { expiryActs } from '../messages.ts';
import type { DraftForm } from './draft-form.ts';
import { messages } from './messages.ts';

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const columnOptions = contentColumnKeys.map((value) => ({ value, label: columns[value].name }));
const fieldOptions = fieldKeys.map((value) => ({ value, label: fields[value].name }));

/** 公开设置: whether and where it is disclosed, until when, and where it came from. */
export function SettingsPart() {
  const form = Form.useFormInstance<DraftForm>();
  const kind = Form.useWatch('kind', form);
  const disclosure = Form.useWatch('disclosure', form) ?? 'proactive';
  const expiry = kind === undefined ? undefined : kindOf(kind).expiry;
  return (
    <>
      <Form.Item name="disclosure" label={messages.disclosure}>
        <Radio.Group options={optionsOf(disclosures)} />
      </Form.Item>
      {disclosure === 'proactive' ? null : <ExemptionFields disclosure={disclosure} />}
      <div className="form-row">
        <Form.Item name="columnKey" label={messages.column}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={columnOptions} />
        </Form.Item>
        <Form.Item name="fieldKey" label={messages.field}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={messages.fieldNone}
            options={fieldOptions}
          />
        </Form.Item>
        {expiry ? (
          <>
            <Form.Item
              name="expiresOn"
              label={expiry === 'required' ? messages.expiresOn : messages.expiresOnOther}
              required={expiry === 'required'}
              extra={messages.expiresHint}
            >
              <Input type="date" />
            </Form.Item>
            <Form.Item name="expiryAct" label={messages.expiryAct}>
              <Select options={optionsOf(expiryActs)} />
            </Form.Item>
          </>
        ) : null}
      </div>
      <Form.Item name="important" valuePropName="checked">
        <Checkbox>{messages.important}</Checkbox>
      </Form.Item>
      <OriginFields />
    </>
  );
}

function ExemptionFields({ disclosure }: { disclosure: Disclosure }) {
  const form = Form.useFormInstance<DraftForm>();
  const ground = Form.useWatch(['exemption', 'ground'], form);
  const known = ground !== undefined && isGround(ground) ? groundOf(ground) : undefined;
  return (
    <>
      <Form.Item name={['exemption', 'ground']} label={messages.ground} required>
        <Select
          options={groundsFor(disclosure).map((value) => ({
            value,
            label: `${groundOf(value).name}（${groundOf(value).article}）`,
          }))}
        />
      </Form.Item>
      {known?.parts ? (
        <Form.Item name={['exemption', 'part']} label={messages.part} required>
          <Radio.Group options={optionsOf(known.parts)} />
        </Form.Item>
      ) : null}
      <Form.Item
        name={['exemption', 'reason']}
        label={messages.reason}
        required
        extra={known ? `请写明${known.asks}。` : undefined}
      >
        <Input.TextArea rows={3} maxLength={1_000} />
      </Form.Item>
    </>
  );
}

function OriginFields() {
  const form = Form.useFormInstance<DraftForm>();
  const origin = Form.useWatch(['origin', 'kind'], form) ?? 'made';
  return (
    <div className="form-row">
      <Form.Item name={['origin', 'kind']} label={messages.origin} extra={messages.article10}>
        <Select options={optionsOf(messages.origins)} />
      </Form.Item>
      {origin === 'joint' ? (
        <>
          <Form.Item name={['origin', 'leadOrganId']} label={messages.lead} required>
            <OrganSelect />
          </Form.Item>
          <Form.Item name={['origin', 'otherOrgans']} label={messages.others} required extra={messages.linesHint}>
            <Input.TextArea rows={3} />
          </Form.Item>
        </>
      ) : null}
      {origin === 'from-public' || origin === 'from-organ' ? (
        <Form.Item name={['origin', 'source']} label={messages.source} required>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      {origin === 'from-organ' ? (
        <Form.Item name={['origin', 'disclosedBy']} label={messages.disclosedBy}>
          <Select options={optionsOf(messages.disclosers)} />
        </Form.Item>
      ) : null}
    </div>
  );
}
