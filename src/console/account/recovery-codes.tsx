import { App, Button } from 'antd';
import { messages } from './messages.ts';

/** Shows new recovery codes, this one time. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone(): unknown }) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    message.success(messages.copied);
  };
  return (
    <div className="recovery">
      <h2>{messages.recoveryTitle}</h2>
      <p className="page-words">{messages.recoveryWords}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button type="primary" onClick={onDone}>
          {messages.recoverySaved}
        </Button>
        <Button onClick={() => window.print()}>{messages.print}</Button>
        {/* Browsers give the clipboard only to pages over TLS or on this machine. */}
        {window.isSecureContext ? <Button onClick={copy}>{messages.copy}</Button> : null}
      </div>
    </div>
  );
}
