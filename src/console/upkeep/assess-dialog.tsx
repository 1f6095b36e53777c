import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Radio } from 'antd';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client.ts';
import type { ListedItem } from '../api/shapes.ts';
import { optionsOf } from '../parts/asked.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { renewItems } from '../publication/queries.ts';
import { messages } from './messages.ts';
import { assessmentsQuery } from './queries.ts';

interface AssessValues {
  decision: keyof typeof messages.decisions;
  opinion: string;
}

/** Looks at something again that is not disclosed: it stays so, or it becomes public. */
export function AssessDialog({ item: { id, title, version }, onClose }: { item: ListedItem; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(assessmentsQuery(id));
  return (
    <FormDialog<AssessValues, unknown>
      title={messages.assessFor(title)}
      words={
        data && data.items.length > 0 ? (
          <>
            {messages.past}
            {data.items.map((each) => (
              <span key={each.id} className="block">
                {messages.pastOne(each.assessedOn, messages.decisions[each.decision], each.opinion, each.personName)}
              </span>
            ))}
          </>
        ) : undefined
      }
      confirm={messages.assess}
      act={(values) =>
        ask(
          api.POST('/api/publication/items/{id}/assessments', {
            params: { path: { id } },
            body: { ...values, version },
          }),
        )
      }
      onDone={(_, { decision }) => {
        onClose();
        message.success(decision === 'stays' ? messages.assessed : messages.disclosed);
        // It is a draft now, and goes on there.
        if (decision === 'disclose') navigate(`/publication/items/${id}`);
        return renewItems(queries);
      }}
      onClose={onClose}
    >
      <Form.Item
        name="decision"
        label={messages.decision}
        rules={[{ required: true, message: messages.decisionMissing }]}
      >
        <Radio.Group options={optionsOf(messages.decisions)} />
      </Form.Item>
      <Form.Item name="opinion" label={messages.opinion} rules={[required(messages.opinionMissing)]}>
        <Input.TextArea rows={4} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
}
