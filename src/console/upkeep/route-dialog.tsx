import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import { allowedUses, standardRoute, stepUses } from '../../publication/domain/review-route.ts';
import { reviewStepKeys, reviewSteps } from '../../publication/domain/states.ts';
import { api, ask } from '../api/client.ts';
import type { ReviewRoute, ReviewRouteSent } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { OrganSelect } from '../parts/organ-select.tsx';
import { routesQuery } from './queries.ts';
import { messages } from './route-messages.ts';

const kindOptions = kindKeys.map((value) => ({ value, label: kindOf(value).name }));

interface RouteValues {
  organId?: string;
  kind?: ReviewRouteSent['kind'];
  steps: ReviewRouteSent['steps'];
  alwaysImportant?: boolean;
  /** In 元, as an office writes amounts. */
  importantFrom?: number | null;
  note?: string;
}

/** Sets the reviews for an organ, for a kind, for both, or for the whole county. */
export function RouteDialog({ route, onClose }: { route?: ReviewRoute; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const send = ({ organId, kind, steps, alwaysImportant = false, importantFrom, note = '' }: RouteValues) => {
    const amount = importantFrom ? { importantFrom: Math.round(importantFrom * 100) } : {};
    const body = { steps, alwaysImportant, note, ...amount };
    if (route) {
      const params = { path: { id: route.id } };
      return ask(api.PUT('/api/publication/routes/{id}', { params, body: { ...body, version: route.version } }));
    }
    const scope = { ...(organId ? { organId } : {}), ...(kind ? { kind } : {}) };
    return ask(api.POST('/api/publication/routes', { body: { ...body, ...scope } }));
  };
  return (
    <FormDialog<RouteValues, unknown>
      title={route ? messages.edit : messages.add}
      confirm={messages.save}
      wide
      initialValues={{
        steps: route?.steps ?? { ...standardRoute.steps },
        alwaysImportant: route?.alwaysImportant ?? false,
        ...(route?.importantFrom ? { importantFrom: route.importantFrom / 100 } : {}),
        note: route?.note ?? '',
      }}
      act={send}
      onDone={() => {
        onClose();
        message.success(messages.saved);
        return queries.invalidateQueries({ queryKey: routesQuery.queryKey });
      }}
      onClose={onClose}
    >
      {route ? null : (
        <div className="form-row">
          <Form.Item name="organId" label={messages.organ} extra={messages.organHint}>
            <OrganSelect placeholder={messages.everyOrgan} />
          </Form.Item>
          <Form.Item name="kind" label={messages.kind} extra={messages.kindHint}>
            <Select
              allowClear
              placeholder={messages.everyKind}
              showSearch={{ optionFilterProp: 'label' }}
              options={kindOptions}
            />
          </Form.Item>
        </div>
      )}
      {reviewStepKeys.map((step) => (
        <Form.Item key={step} name={['steps', step]} label={reviewSteps[step].name} extra={allowedUses[step].because}>
          <Radio.Group options={allowedUses[step].uses.map((value) => ({ value, label: stepUses[value] }))} />
        </Form.Item>
      ))}
      <Form.Item name="alwaysImportant" valuePropName="checked">
        <Checkbox>{messages.alwaysImportant}</Checkbox>
      </Form.Item>
      <Form.Item name="importantFrom" label={messages.importantFrom}>
        <InputNumber min={0} precision={2} className="number-input" />
      </Form.Item>
      <Form.Item name="note" label={messages.note}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
