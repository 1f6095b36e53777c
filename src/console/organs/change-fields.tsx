import { Checkbox, Form, Input, Select } from 'antd';
import { type OrganKind, organKindNames, organKinds, parentKinds } from '../../organisation/domain/organ.ts';
import type { OrganChangeKind } from '../../organisation/domain/organ-event.ts';
import { required } from '../parts/form.tsx';
import { OrganSelect, OrgansSelect } from '../parts/organ-select.tsx';
import { messages } from './messages.ts';

const choose = (label: string) => ({ required: true, message: `请选择${label}。` });

/** Names and kind of an organ. */
export function NameFields({ kinds = organKinds }: { kinds?: readonly OrganKind[] }) {
  return (
    <>
      <div className="form-row">
        <Form.Item
          name="fullName"
          label={messages.fullName}
          extra={messages.fullNameHint}
          rules={[required(messages.required.fullName)]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="shortName"
          label={messages.shortName}
          extra={messages.shortNameHint}
          rules={[required(messages.required.shortName)]}
        >
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="organKind" label={messages.kind} rules={[{ required: true, message: messages.required.kind }]}>
        <Select options={kinds.map((kind) => ({ value: kind, label: organKindNames[kind] }))} />
      </Form.Item>
    </>
  );
}

/** The organ above; which kinds may stand there depends on the kind that is chosen. */
export function ParentField({ kind, needed }: { kind: OrganKind | undefined; needed: boolean }) {
  return (
    <Form.Item name="parentId" label={messages.parent} rules={needed ? [choose(messages.parent)] : []}>
      <OrganSelect
        placeholder={needed ? '输入名称查找' : messages.noParent}
        {...(kind ? { only: (organ) => (parentKinds[kind] as readonly string[]).includes(organ.kind) } : {})}
      />
    </Form.Item>
  );
}

/** What has to be told of each kind of event. */
export function ChangeDetails({
  kind,
  organKind,
}: {
  kind: OrganChangeKind | undefined;
  organKind: OrganKind | undefined;
}) {
  switch (kind) {
    case 'renamed':
      return <NameFields />;
    case 're-established':
      return (
        <>
          <NameFields />
          <ParentField kind={organKind} needed={false} />
        </>
      );
    case 'moved':
      return <ParentField kind={organKind} needed />;
    case 'merged':
      return (
        <Form.Item name="successorId" label={messages.successor} rules={[choose(messages.successor)]}>
          <OrganSelect />
        </Form.Item>
      );
    case 'split':
      return (
        <>
          <Form.Item name="successorIds" label={messages.successors} rules={[choose(messages.successors)]}>
            <OrgansSelect />
          </Form.Item>
          <Form.Item name="continues" valuePropName="checked">
            <Checkbox>{messages.continues}</Checkbox>
          </Form.Item>
        </>
      );
    case 'abolished':
      return (
        <Form.Item name="successorIds" label={`${messages.successors}（没有的可不填）`}>
          <OrgansSelect />
        </Form.Item>
      );
    case 'transferred':
      return (
        <>
          <Form.Item name="what" label={messages.transferred} rules={[required(`请填写${messages.transferred}。`)]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="toId" label={messages.transferredTo} rules={[choose(messages.transferredTo)]}>
            <OrganSelect />
          </Form.Item>
        </>
      );
    default:
      return null;
  }
}

/** What every event has: its day, the document that decided it, a remark. */
export function EventFields({ day = 'day' }: { day?: 'day' | 'setUpOn' }) {
  return (
    <>
      <div className="form-row">
        <Form.Item
          name={day}
          label={messages.eventDay}
          extra={messages.eventDayHint}
          rules={[{ required: true, message: messages.required.day }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="documentNumber" label={messages.documentNumber}>
          <Input maxLength={100} placeholder="云政发〔2026〕3号" />
        </Form.Item>
      </div>
      <Form.Item name="note" label={messages.note}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </>
  );
}
