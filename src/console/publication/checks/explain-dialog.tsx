import { Form, Input } from 'antd';
import { api, ask } from '../../api/client.ts';
import type { CheckResult, Finding } from '../../api/shapes.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import { required } from '../../parts/form.tsx';
import { messages } from '../write/messages.ts';

interface ExplainDialogProps {
  itemId: string;
  finding: Finding;
  onDone(result: CheckResult): void;
  onClose(): void;
}

/** Says by name why what was found is right as it stands. */
export function ExplainDialog({ itemId, finding, onDone, onClose }: ExplainDialogProps) {
  return (
    <FormDialog<{ reason: string }, { result: CheckResult }>
      title={`${messages.explainTitle}：${finding.name}`}
      words={messages.explainWords}
      confirm={messages.explainTitle}
      act={({ reason }) =>
        ask(
          api.POST('/api/publication/items/{id}/checks/judgements', {
            params: { path: { id: itemId } },
            body: { key: finding.key, reason },
          }),
        )
      }
      onDone={({ result }) => onDone(result)}
      onClose={onClose}
    >
      {finding.excerpt ? <p className="finding-excerpt">{finding.excerpt}</p> : null}
      <Form.Item name="reason" label={messages.explainReason} rules={[required(messages.explainMissing)]}>
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
