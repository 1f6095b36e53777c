import { useQueries, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { addWorkingDays } from '../../calendar/domain/deadline.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import type { ComparedOrgan } from '../api/shapes.ts';
import { useCalendar } from '../calendar/queries.ts';
import { renewCatalogue } from '../catalogue/queries.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { Waiting } from '../parts/list.tsx';
import { ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { targetsQuery } from './queries.ts';
import { type NotSent, type Reminded, type RemindValues, remindAll } from './remind.ts';
import { keyOf } from './targets.ts';
import { TargetsInput } from './targets-input.tsx';

interface RemindDialogProps {
  organs: readonly Pick<ComparedOrgan, 'organ'>[];
  onDone(): void;
  onClose(): void;
}

/** Days an organ is given to answer, unless somebody says otherwise. */
const answerWithin = 5;

/** Reminds one or several organs, each of what it owes itself and of nothing that was unticked. */
export function RemindDialog({ organs, onDone, onClose }: RemindDialogProps) {
  const [refused, setRefused] = useState<readonly NotSent[]>();
  const asked = useQueries({ queries: organs.map(({ organ }) => targetsQuery(organ)) });
  const error = asked.find((each) => each.error)?.error;
  const found = asked.flatMap(({ data }) => data ?? []);
  if (refused) return <Refused refused={refused} onClose={onClose} />;
  if (found.length === organs.length) {
    return <Choosing reminded={found} setRefused={setRefused} onDone={onDone} onClose={onClose} />;
  }
  return (
    <Modal open title={messages.remindTitle} width={640} footer={null} onCancel={onClose}>
      {error ? <ErrorState error={error} /> : <Waiting rows={6} />}
    </Modal>
  );
}

interface ChoosingProps extends Omit<RemindDialogProps, 'organs'> {
  reminded: readonly Reminded[];
  setRefused(refused: readonly NotSent[]): void;
}

function Choosing({ reminded, setRefused, onDone, onClose }: ChoosingProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const calendar = useCalendar();
  const today = dayInChina(new Date());
  const usual = ({ targets }: Reminded) => targets.filter(({ isUsual }) => isUsual).map(keyOf);
  return (
    <FormDialog<RemindValues, Awaited<ReturnType<typeof remindAll>>>
      title={messages.remindTitle}
      words={messages.remindWords(reminded.map(({ organ }) => organ.shortName).join('、'))}
      confirm={messages.send}
      wide
      initialValues={{
        text: messages.prefilled,
        targets: Object.fromEntries(reminded.map((each) => [each.organ.id, usual(each)])),
        ...(calendar ? { answerBy: addWorkingDays(calendar, today, answerWithin).due } : {}),
      }}
      act={(values) => remindAll(reminded, values)}
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
      <Form.Item label={messages.what} extra={messages.whatHint} required className="targets-of-all">
        {reminded.map((each, index) => (
          <Form.Item
            key={each.organ.id}
            name={['targets', each.organ.id]}
            noStyle={index < reminded.length - 1}
            rules={index < reminded.length - 1 ? [] : [somethingTicked]}
          >
            <TargetsInput reminded={each} alone={reminded.length === 1} />
          </Form.Item>
        ))}
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

/** Said once, below the last organ: that one of them has nothing ticked leaves it out. */
const somethingTicked = ({ getFieldValue }: { getFieldValue(name: string): RemindValues['targets'] | undefined }) => ({
  validator: () =>
    Object.values(getFieldValue('targets') ?? {}).some((keys) => keys.length > 0)
      ? Promise.resolve()
      : Promise.reject(new Error(messages.whatMissing)),
});

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
