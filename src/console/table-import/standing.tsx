import { formatInstant } from '../parts/moment.ts';
import { messages } from './messages.ts';

/** An import of a table as every list of them comes. */
export interface ImportStanding {
  status: keyof typeof messages.statuses;
  createdAt: string;
  createdBy: string;
  appliedAt?: string | null | undefined;
  appliedBy?: string | null | undefined;
  undoneAt?: string | null | undefined;
  undoneBy?: string | null | undefined;
  droppedAt?: string | null | undefined;
  droppedBy?: string | null | undefined;
  droppedBecause?: string | null | undefined;
}

const kinds: Record<ImportStanding['status'], string> = {
  pending: 'mark-today',
  applied: 'mark-good',
  undone: '',
  dropped: '',
};

/** How it stands with an import, in a word. */
export function ImportStatusMark({ status }: Pick<ImportStanding, 'status'>) {
  return <span className={`mark ${kinds[status]}`}>{messages.statuses[status]}</span>;
}

/** Who did what with an import, and when. */
export function Standing({ row }: { row: ImportStanding }) {
  return (
    <>
      <span className="block">{messages.read(row.createdBy, formatInstant(row.createdAt))}</span>
      {row.appliedAt ? (
        <span className="block soft">{messages.applied(row.appliedBy ?? '', formatInstant(row.appliedAt))}</span>
      ) : null}
      {row.undoneAt ? (
        <span className="block soft">{messages.undone(row.undoneBy ?? '', formatInstant(row.undoneAt))}</span>
      ) : null}
      {row.droppedAt ? (
        <span className="block soft">
          {messages.dropped(row.droppedBy ?? '', formatInstant(row.droppedAt), row.droppedBecause ?? '')}
        </span>
      ) : null}
    </>
  );
}
