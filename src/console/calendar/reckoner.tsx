import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useRef } from 'react';
import type { Calendar } from '../../calendar/domain/calendar.ts';
import { dayInChina, findPlainDate } from '../../kernel/plain-date.ts';
import { DeadlineDays, type Period, reckon } from '../parts/deadline.tsx';
import { messages } from './messages.ts';

/** Counts a period out; the result explains itself, prints, and can be kept in a file. */
export function Reckoner({ calendar }: { calendar: Calendar }) {
  const [form] = Form.useForm<Period>();
  const part = useRef<HTMLElement>(null);
  const initial: Period = { from: dayInChina(new Date()), count: 20, unit: 'working-days' };
  const asked = Form.useWatch([], form) ?? initial;
  const deadline = isWhole(asked) ? reckon(calendar, asked) : undefined;
  return (
    <section className="sheet reckoner" ref={part}>
      <div className="sheet-head">
        <h2>{messages.reckon}</h2>
        {deadline ? (
          <div className="actions">
            <Button onClick={() => printAlone(part.current)}>{messages.printReckoned}</Button>
            <a className="button-link" href={documentAddress(asked)} download>
              {messages.download}
            </a>
          </div>
        ) : null}
      </div>
      <p className="soft section-words no-print">{messages.reckonWords}</p>
      <Form form={form} layout="vertical" name="reckoner" initialValues={initial} className="no-print">
        <div className="form-row">
          <Form.Item name="from" label={messages.from} rules={[{ required: true, message: messages.fromMissing }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="count" label={messages.count} rules={[{ required: true, message: messages.countMissing }]}>
            <InputNumber min={0} max={1000} precision={0} />
          </Form.Item>
          <Form.Item name="unit" label={messages.unit}>
            <Radio.Group
              options={(['working-days', 'calendar-days'] as const).map((value) => ({
                value,
                label: messages.units[value],
              }))}
            />
          </Form.Item>
        </div>
        <div className="actions">
          <span className="soft">{messages.common}</span>
          {messages.commonCounts.map((count) => (
            <Button key={count} size="small" onClick={() => form.setFieldsValue({ count, unit: 'working-days' })}>
              {messages.commonOf(count)}
            </Button>
          ))}
        </div>
      </Form>
      <div className="reckoned" aria-live="polite">
        {deadline ? <DeadlineDays deadline={deadline} folded={messages.showDays} /> : null}
      </div>
    </section>
  );
}

/** Puts one part of the page on paper, with every day of it. */
function printAlone(part: HTMLElement | null): void {
  const days = part?.querySelector('details');
  if (days) days.open = true;
  part?.classList.add('printed-part');
  document.body.classList.add('prints-part');
  window.print();
  document.body.classList.remove('prints-part');
  part?.classList.remove('printed-part');
}

function isWhole({ from, count, unit }: Partial<Period>): boolean {
  const isCount = Number.isInteger(count) && (count ?? -1) >= 0 && (count ?? 0) <= 1000;
  return findPlainDate(from ?? '') !== undefined && isCount && unit !== undefined;
}

const documentAddress = ({ from, count, unit }: Period): string =>
  `/api/calendar/deadline/document?${new URLSearchParams({ from, days: String(count), kind: unit })}`;
