import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { addWorkingDays } from '../../calendar/domain/deadline.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import type { ComparedOrgan } from '../api/shapes.ts';
import { useCalendar } from '../calendar/queries.ts';
import { renewCatalogue } from '../catalogue/queries.ts';
import { optionsOf } from '../parts/asked.ts';
import { ChecksInput } from '../parts/checks-input.tsx';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { messages } from './messages.ts';
import { type NotSent, type RemindValues, remindAll } from './remind.ts';

interface RemindDialogProps {
  organs: readonly Pick<ComparedOrgan, 'organ'>[];
  onDone(): void;
  onClose(): void;
}

/** Days an organ is given to answer, unless somebody says otherwise. */
const answerWithin = 5;

/** Reminds one or several organs, each of what it owes itself. */
export function RemindDialog({ organs: chosen, onDone, onClose }: RemindDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const calendar = useCalendar();
  const [refused, setRefused] = useState<readonly NotSent[]>();
  const organs = chosen.map(({ organ }) => organ);
  const today = dayInChina(new Date());
  if (refused) return <Refused refused={refused} onClose={onClose} />;
  return (
    <FormDialog<RemindValues, Awaited<ReturnType<typeof remindAll>>>
      title={messages.remindTitle}
      words={messages.remindWords(organs.map(({ shortName }) => shortName).join('、'))}
      confirm={messages.send}
      wide
      initialValues={{
        text: messages.prefilled,
        what: ['duties', 'empty', 'stale'],
        ...(calendar ? { answerBy: addWorkingDays(calendar, today, answerWithin).due } : {}),
      }}
      act={(values) => remindAll(organs, values)}
      onDone={async (outcome) => {
        if (outcome.sent > 0) {
          message.success(messages.sent(outcome.sent));
          await renewCatalogue(queries);
        }
        if (outcome.refused.length > 0) return setRefused(outcome.refused);
        onDone();
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="what" label={messages.what} rules={[{ required: true, message: messages.whatMissing }]}>
        <ChecksInput label={messages.what} options={optionsOf(messages.whats)} />
      </Form.Item>
      <Form.Item name="text" label={messages.text} rules={[required(messages.textMissing)]}>
        <Input.TextArea rows={5} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="answerBy" label={messages.answerBy}>
        <Input type="date" min={today} />
      </Form.Item>
    </FormDialog>
  );
}

function Refused({ refused, onClose }: { refused: readonly NotSent[]; onClose(): void }) {
  return (
    <Modal
      open
      title={messages.partly}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          知道了
        </Button>
      }
    >
      <ul>
        {refused.map(({ organ, because }) => (
          <li key={organ}>{messages.notSent(organ, because)}</li>
        ))}
      </ul>
    </Modal>
  );
}
