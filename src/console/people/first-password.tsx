import { Button } from 'antd';
import { messages } from './messages.ts';

/** Shows a first password, this one time. */
export function FirstPassword({
  name,
  loginName,
  password,
  onDone,
}: {
  name: string;
  loginName: string | undefined;
  password: string;
  onDone(): void;
}) {
  return (
    <section className="sheet form-page">
      <h2>{messages.firstPasswordTitle}</h2>
      <dl className="facts">
        <dt>{messages.name}</dt>
        <dd>{name}</dd>
        {loginName === undefined ? null : (
          <>
            <dt>{messages.loginName}</dt>
            <dd>
              <code>{loginName}</code>
            </dd>
          </>
        )}
        <dt>{messages.firstPassword}</dt>
        <dd>
          <code className="secret">{password}</code>
        </dd>
      </dl>
      <p className="page-words section-actions">{messages.firstPasswordWords}</p>
      <div className="actions section-actions">
        <Button type="primary" onClick={onDone}>
          {messages.written}
        </Button>
        <Button onClick={() => window.print()}>打印</Button>
      </div>
    </section>
  );
}
