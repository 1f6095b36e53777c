import { Form, Input } from 'antd';
import { messages } from './messages.ts';

/** How a person is reached, in a form. */
export function ContactFields() {
  return (
    <div className="form-row">
      <Form.Item name="jobTitle" label={messages.jobTitle}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="mobilePhone" label={messages.mobilePhone}>
        <Input inputMode="tel" maxLength={20} />
      </Form.Item>
      <Form.Item name="officePhone" label={messages.officePhone}>
        <Input inputMode="tel" maxLength={30} />
      </Form.Item>
      <Form.Item name="email" label={messages.email}>
        <Input inputMode="email" maxLength={100} />
      </Form.Item>
    </div>
  );
}
