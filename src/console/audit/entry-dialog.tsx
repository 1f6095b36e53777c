import { Button, Modal } from 'antd';
import type { AuditEntry } from '../api/shapes.ts';
import { formatExactInstant } from '../parts/moment.ts';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';
import { showAudited } from './value.ts';

type Change = AuditEntry['changes'][number];

const columns: Column<Change>[] = [
  { title: messages.field, cell: ({ label }) => label },
  { title: messages.before, cell: (change) => ('before' in change ? <del>{showAudited(change.before)}</del> : '') },
  { title: messages.after, cell: (change) => ('after' in change ? <ins>{showAudited(change.after)}</ins> : '') },
];

interface EntryDialogProps {
  entry: AuditEntry;
  onClose(): void;
  showRecord(): void;
}

/** One entry of the audit with what changed. */
export function EntryDialog({ entry, onClose, showRecord }: EntryDialogProps) {
  return (
    <Modal
      open
      width={820}
      title={messages.detail(entry.sequence)}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={showRecord}>{messages.sameRecord}</Button>
          <Button type="primary" onClick={onClose}>
            {messages.close}
          </Button>
        </>
      }
    >
      <dl className="facts section-words">
        <dt>{messages.time}</dt>
        <dd>{formatExactInstant(entry.at)}</dd>
        <dt>{messages.who}</dt>
        <dd>
          {entry.personName}
          {entry.behalfName ? `（${messages.behalf(entry.behalfName)}）` : ''}
        </dd>
        <dt>{messages.action}</dt>
        <dd>{entry.actionLabel}</dd>
        <dt>{messages.record}</dt>
        <dd>
          {entry.recordLabel}（{entry.recordKindLabel}）
        </dd>
        <dt>{messages.origin}</dt>
        <dd>{entry.origin}</dd>
        <dt>{messages.hash}</dt>
        <dd>
          <code className="hash">{entry.hash}</code>
        </dd>
      </dl>
      {entry.changes.length === 0 ? (
        <p className="soft">{messages.noChanges}</p>
      ) : (
        <>
          <Table caption={messages.act} columns={columns} rows={entry.changes} rowKey={({ field }) => field} />
          <p className="hint section-actions">{messages.masked}</p>
        </>
      )}
    </Modal>
  );
}
