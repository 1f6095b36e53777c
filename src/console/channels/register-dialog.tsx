import { Form, Input, InputNumber } from 'antd';
import { dayInChina } from '../../kernel/plain-date.ts';
import { type ChannelKey, channelOf, evidenceKinds } from '../../publication/domain/channels.ts';
import type { ChannelOutcome } from '../api/shapes.ts';
import { ChecksInput } from '../parts/checks-input.tsx';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { type RegisterValues, register } from './evidence.ts';
import { messages } from './messages.ts';
import { PhotosInput } from './photos-input.tsx';

interface RegisterDialogProps {
  itemIds: string[];
  /** What may be chosen; one channel is chosen already. */
  offered: readonly ChannelKey[];
  tell(outcome: ChannelOutcome, done: string): unknown;
  onClose(): void;
}

/** Registers that something stands on channels: one channel for many items, or several channels of one item. */
export function RegisterDialog({ itemIds, offered, tell, onClose }: RegisterDialogProps) {
  const today = dayInChina(new Date());
  const [only] = offered;
  const isOne = offered.length === 1;
  return (
    <FormDialog<RegisterValues, ChannelOutcome>
      title={isOne && only ? `${messages.register}：${channelOf(only).name}` : messages.register}
      words={itemIds.length > 1 ? messages.registerWords(itemIds.length) : isOne ? undefined : messages.registerOne}
      confirm={messages.register}
      wide
      initialValues={{
        channels: isOne && only ? [only] : [],
        entry: Object.fromEntries(offered.map((channel) => [channel, { doneOn: today }])),
      }}
      act={(values) => register(itemIds, values)}
      onDone={async (outcome) => {
        onClose();
        await tell(outcome, messages.registered(outcome.done));
      }}
      onClose={onClose}
    >
      <Form.Item
        name="channels"
        label={messages.channels}
        hidden={isOne}
        rules={[{ required: true, message: messages.channelsMissing }]}
      >
        <ChecksInput
          label={messages.channels}
          options={offered.map((value) => ({ value, label: channelOf(value).name }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['channels']}>
        {({ getFieldValue }) =>
          ((getFieldValue('channels') as ChannelKey[] | undefined) ?? []).map((channel) => (
            <EvidenceFields key={channel} channel={channel} isNamed={!isOne} />
          ))
        }
      </Form.Item>
    </FormDialog>
  );
}

/** What is asked for of one channel: its day, and what shows that it was done. */
function EvidenceFields({ channel, isNamed }: { channel: ChannelKey; isNamed: boolean }) {
  const { name, evidence, noteLabel } = channelOf(channel);
  const at = (field: string) => ['entry', channel, field];
  return (
    <fieldset className="part">
      <legend className={isNamed ? undefined : 'visually-hidden'}>{name}</legend>
      <div className="form-row">
        <Form.Item name={at('doneOn')} label={messages.doneOn} rules={[required(messages.dayMissing)]}>
          <Input type="date" max={dayInChina(new Date())} />
        </Form.Item>
        {evidence.includes('receiver') ? (
          <Form.Item name={at('receiver')} label={messages.receiver}>
            <Input maxLength={100} />
          </Form.Item>
        ) : null}
        {evidence.includes('copies') ? (
          <Form.Item name={at('copies')} label={messages.copies}>
            <InputNumber min={1} precision={0} className="number-input" />
          </Form.Item>
        ) : null}
        {evidence.includes('link') ? (
          <Form.Item name={at('link')} label={messages.link} className="form-wide">
            <Input type="url" maxLength={1_000} placeholder="https://" />
          </Form.Item>
        ) : null}
        {evidence.includes('photo') ? (
          <Form.Item name={at('photos')} label={evidenceKinds.photo} extra={messages.photosHint}>
            <PhotosInput />
          </Form.Item>
        ) : null}
        <Form.Item name={at('note')} label={noteLabel}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
