import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { ColumnKey } from '../domain/columns.ts';

/** Something that became public and may fulfil a duty. */
export interface PublishedEvidence {
  countyId: string;
  /** The line of the catalogue it is published for; without one it only freshens its column. */
  catalogueItemId?: string | undefined;
  /** 公开责任主体. */
  organId: string;
  columnKey: ColumnKey;
  recordKind: 'publication-item';
  recordId: string;
  title: string;
  /** 形成或变更 day of what is public now. */
  formedOn: PlainDate;
  /** The day on which this text became public: for a revision that of the revision. */
  publishedOn: PlainDate;
}

/**
 * Puts down that something became public: it fulfils the duty that waits for it and freshens its column. Called again
 * for a revision; the same call twice changes nothing.
 */
export async function recordEvidence(_trx: Trx, _evidence: PublishedEvidence): Promise<void> {}

/** What no longer is public. */
export interface WithdrawnEvidence {
  countyId: string;
  recordKind: 'publication-item';
  recordId: string;
  /** `expired`: a notice whose last day is over was public as long as it had to be, so that its duty stays fulfilled. */
  because: 'withdrawn' | 'expired';
}

/** Puts down that something is public no more; duties that nothing else fulfils are open again. */
export async function withdrawEvidence(_trx: Trx, _withdrawn: WithdrawnEvidence): Promise<void> {}
