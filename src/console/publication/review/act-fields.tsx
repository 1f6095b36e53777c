import { Checkbox, Form, Input, Radio } from 'antd';
import { type Referee, referees } from '../../../publication/domain/event.ts';
import { answers } from '../../../publication/domain/review-words.ts';
import { reviewSteps, type WorkflowAct } from '../../../publication/domain/states.ts';
import type { ItemReviews, OfferedAct } from '../../api/shapes.ts';
import { FileInput } from '../../parts/file-input.tsx';
import { required } from '../../parts/form.tsx';
import { DutySelect } from '../duty-select.tsx';
import { messages as itemMessages } from '../messages.ts';
import { messages } from './messages.ts';
import './phrases.css';
import { phrasesFor } from './phrases.ts';

/** What is entered with an act. */
export interface ActValues {
  opinion?: string;
  to?: ItemReviews['returnTo'][number]['state'];
  step?: ItemReviews['owed'][number];
  escalate?: boolean;
  referee?: Referee;
  answer?: keyof typeof answers;
  documentNumber?: string;
  documentDay?: string;
  /** The paper that came back. */
  file?: File;
  publishAt?: string;
  catalogueItemId?: string;
}

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What an act asks for beside the opinion. */
export function ActFields({ act, reviews }: { act: WorkflowAct; reviews: ItemReviews }) {
  switch (act) {
    case 'return':
      return (
        <Form.Item name="to" label={messages.returnTo} rules={[{ required: true, message: messages.returnMissing }]}>
          <Radio.Group options={reviews.returnTo.map(({ state, name }) => ({ value: state, label: name }))} />
        </Form.Item>
      );
    case 'pass':
      return reviews.state === 'deputy-approval' || reviews.state === 'office-review' ? (
        <Form.Item name="escalate" valuePropName="checked">
          <Checkbox>{messages.escalate}</Checkbox>
        </Form.Item>
      ) : null;
    case 'second-look':
    case 'reject-second-look':
      return (
        <Form.Item name="step" label={messages.step} rules={[{ required: true }]}>
          <Radio.Group options={reviews.owed.map((step) => ({ value: step, label: reviewSteps[step].name }))} />
        </Form.Item>
      );
    case 'refer':
      return (
        <Form.Item
          name="referee"
          label={messages.referee}
          rules={[{ required: true, message: messages.refereeMissing }]}
        >
          <Radio.Group options={optionsOf(referees)} />
        </Form.Item>
      );
    case 'answer-referral':
      return <AnswerField />;
    case 'register-answer':
      return (
        <>
          <AnswerField />
          <div className="form-row">
            <Form.Item name="documentNumber" label={messages.documentNumber} required>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="documentDay" label={messages.documentDay} required>
              <Input type="date" />
            </Form.Item>
          </div>
          <Form.Item name="file" label={messages.attachment}>
            <FileInput accept=".pdf,.jpg,.jpeg,.png,.docx" />
          </Form.Item>
        </>
      );
    case 'link-duty':
      return (
        <Form.Item
          name="catalogueItemId"
          label={itemMessages.catalogueLine}
          rules={[{ required: true, message: messages.lineMissing }]}
        >
          <DutySelect organId={reviews.organId} />
        </Form.Item>
      );
    case 'schedule':
      return (
        <Form.Item
          name="publishAt"
          label={messages.publishAt}
          rules={[{ required: true, message: messages.publishAtMissing }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      );
    default:
      return null;
  }
}

function AnswerField() {
  return (
    <Form.Item name="answer" label={messages.answer} rules={[{ required: true, message: messages.answerMissing }]}>
      <Radio.Group options={optionsOf(answers)} />
    </Form.Item>
  );
}

interface OpinionFieldProps {
  offered: Pick<OfferedAct, 'act' | 'needs'>;
  state: ItemReviews['state'];
  /** Called by Ctrl+Enter. */
  send?(): void;
}

/** The opinion or the reason, with phrases that are often used. */
export function OpinionField({ offered: { act, needs }, state, send }: OpinionFieldProps) {
  const form = Form.useFormInstance<ActValues>();
  if (needs === 'nothing') return null;
  const label = needs === 'opinion' ? messages.opinion : messages.reason;
  const add = (phrase: string) => {
    const written: string = form.getFieldValue('opinion') ?? '';
    form.setFieldValue('opinion', written.includes(phrase) ? written : `${written}${phrase}`);
    form.getFieldInstance('opinion')?.focus();
  };
  return (
    <>
      <Form.Item name="opinion" label={label} rules={[required(`请写明${label}。`)]}>
        <Input.TextArea
          rows={3}
          maxLength={1_000}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send?.();
          }}
        />
      </Form.Item>
      <fieldset className="phrases" aria-label={messages.phrases}>
        {phrasesFor(state, act).map((phrase) => (
          <button key={phrase} type="button" className="phrase" onClick={() => add(phrase)}>
            {phrase}
          </button>
        ))}
      </fieldset>
    </>
  );
}
