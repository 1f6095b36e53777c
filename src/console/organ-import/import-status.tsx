import type { ImportRow } from '../api/shapes.ts';
import { formatInstant } from '../parts/moment.ts';
import { messages } from './messages.ts';

const kinds: Record<ImportRow['status'], string> = { pending: 'mark-today', applied: 'mark-good', undone: '' };

/** How it stands with an import, in a word. */
export function ImportStatusMark({ status }: { status: ImportRow['status'] }) {
  return <span className={`mark ${kinds[status]}`}>{messages.statuses[status]}</span>;
}

/** Who did what with an import, and when. */
export function Standing({ row }: { row: Omit<ImportRow, 'id'> }) {
  return (
    <>
      <span className="block">{messages.read(row.createdBy, formatInstant(row.createdAt))}</span>
      {row.appliedAt ? (
        <span className="block soft">{messages.applied(row.appliedBy ?? '', formatInstant(row.appliedAt))}</span>
      ) : null}
      {row.undoneAt ? (
        <span className="block soft">{messages.undone(row.undoneBy ?? '', formatInstant(row.undoneAt))}</span>
      ) : null}
    </>
  );
}
