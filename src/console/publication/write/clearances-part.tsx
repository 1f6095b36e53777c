import { Button, Checkbox, Form, Input } from 'antd';
import type { DraftForm } from './draft-form.ts';
import { messages } from './messages.ts';

interface ClearancesPartProps {
  /** Whom to ask is settled: only the answers are entered. */
  answersOnly?: boolean;
}

/** 条例 art. 11: what has to be agreed with other organs, or approved, before it may be published. */
export function ClearancesPart({ answersOnly = false }: ClearancesPartProps) {
  const form = Form.useFormInstance<DraftForm>();
  const isNeeded = Form.useWatch(['clearances', 'needsApproval'], { form, preserve: true }) ?? false;
  return (
    <>
      <Form.List name={['clearances', 'consultations']}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="form-row clearance">
                <Form.Item name={[name, 'organ']} label={messages.consulted} required>
                  <Input maxLength={100} readOnly={answersOnly} />
                </Form.Item>
                <Form.Item name={[name, 'agreedOn']} label={messages.agreedOn}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[name, 'proof']} label={messages.proof}>
                  <Input maxLength={200} />
                </Form.Item>
                {answersOnly ? null : (
                  <Button className="clearance-remove" onClick={() => remove(name)}>
                    {messages.removeConsultation}
                  </Button>
                )}
              </div>
            ))}
            {answersOnly ? null : <Button onClick={() => add({ organ: '' })}>{messages.addConsultation}</Button>}
          </>
        )}
      </Form.List>
      {answersOnly ? null : (
        <Form.Item name={['clearances', 'needsApproval']} valuePropName="checked">
          <Checkbox>{messages.needsApproval}</Checkbox>
        </Form.Item>
      )}
      {isNeeded ? (
        <div className="form-row">
          <Form.Item name={['clearances', 'approval', 'authority']} label={messages.approvedBy} required>
            <Input maxLength={100} readOnly={answersOnly} />
          </Form.Item>
          <Form.Item name={['clearances', 'approval', 'basis']} label={messages.approvalBasis} required>
            <Input maxLength={300} readOnly={answersOnly} />
          </Form.Item>
          <Form.Item name={['clearances', 'approval', 'grantedOn']} label={messages.grantedOn}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name={['clearances', 'approval', 'proof']} label={messages.proof}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
}
