import { Button, Form } from 'antd';
import type { ItemReviews, OfferedAct } from '../../api/shapes.ts';
import { SentForm, useSubmit } from '../../parts/form.tsx';
import { ErrorNote } from '../../parts/states.tsx';
import { ActFields, type ActValues, OpinionField } from './act-fields.tsx';
import { messages } from './messages.ts';
import { sendAct } from './send-act.ts';

interface OpinionFormProps {
  reviews: ItemReviews;
  /** To pass the review. */
  offered: OfferedAct;
  /** What else may be done; an opinion that is typed already goes along. */
  others: readonly OfferedAct[];
  begin(offered: OfferedAct, opinion?: string): void;
  onDone(words: string): unknown;
  onRefused(): unknown;
}

/** The opinion of a review, written on the page itself: the reviewer reads, writes and goes on. */
export function OpinionForm({ reviews, offered, others, begin, onDone, onRefused }: OpinionFormProps) {
  const [form] = Form.useForm<ActValues>();
  const { submit, busy, error, rest } = useSubmit(
    form,
    async (values) => {
      try {
        return await sendAct({ id: reviews.id, version: reviews.version, act: offered.act }, values);
      } catch (refusal) {
        onRefused();
        throw refusal;
      }
    },
    ({ message }) => onDone(message),
  );
  return (
    <SentForm form={form} name="review" initialValues={{ opinion: '' }} onFinish={submit}>
      <ErrorNote error={error} rest={rest} />
      <OpinionField offered={offered} state={reviews.state} send={form.submit} />
      <ActFields act={offered.act} reviews={reviews} />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={busy} title={messages.opinionHint}>
          {offered.name}
        </Button>
        {others.map((other) => (
          <Button
            key={other.act}
            onClick={() => begin(other, other.needs === 'nothing' ? undefined : form.getFieldValue('opinion'))}
          >
            {other.name}
          </Button>
        ))}
      </div>
    </SentForm>
  );
}
