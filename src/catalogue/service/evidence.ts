import { loadCalendar } from '../../calendar/index.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { newId, type Trx } from '../../platform/db/index.ts';
import type { ColumnKey } from '../domain/columns.ts';
import type { CatalogueItem } from '../domain/item.ts';
import { refreshColumns } from '../store/columns.ts';
import { deleteKnownBy, reopenDuties } from '../store/duties.ts';
import {
  type Evidence,
  endEvidence,
  listEvidenceOf,
  listEvidenceOfMany,
  moveToColumn,
  saveEvidence,
} from '../store/evidence.ts';
import { lockItem } from '../store/items.ts';
import { refreshReminders } from '../store/reminders.ts';
import { match, matchLeft } from './duties.ts';

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
  /** 索引号, for the public form of the catalogue. */
  indexNumber?: string | undefined;
  /** 形成或变更 day of what is public now. */
  formedOn: PlainDate;
  /** The day on which this text became public: for a revision that of the revision. */
  publishedOn: PlainDate;
}

/**
 * Puts down that something became public: it fulfils the duty that waits for it and freshens its column. Called again
 * for a revision; the same call twice changes nothing.
 */
export async function recordEvidence(trx: Trx, published: PublishedEvidence): Promise<void> {
  const { countyId, catalogueItemId, ...fields } = published;
  const known = await listEvidenceOf(trx, countyId, published);
  const lines = await holdLines(trx, countyId, [...known.map(({ itemId }) => itemId), catalogueItemId]);
  const before = known.find(({ publishedOn }) => publishedOn === published.publishedOn);
  const evidence: Evidence = { id: before?.id ?? newId(), ...fields, itemId: catalogueItemId };
  evidence.id = await saveEvidence(trx, countyId, evidence);
  if (known.length > 0) await moveToColumn(trx, countyId, published);
  await refreshColumns(trx, countyId, [published, ...known]);
  if (before?.itemId !== undefined && before.itemId !== catalogueItemId) {
    await deleteKnownBy(trx, countyId, [before.id]);
    await reopen(trx, countyId, [before], lines);
  }
  const item = catalogueItemId === undefined ? undefined : lines.get(catalogueItemId);
  if (item) await match(trx, item, evidence, await loadCalendar(trx, countyId));
  await refreshReminders(trx, countyId, published.organId, published.publishedOn);
  if (item && item.organId !== published.organId) {
    await refreshReminders(trx, countyId, item.organId, published.publishedOn);
  }
}

/** What no longer is public. */
export interface WithdrawnEvidence {
  countyId: string;
  recordKind: 'publication-item';
  recordId: string;
  /** `expired`: a notice whose last day is over was public as long as it had to be, so that its duty stays fulfilled. */
  because: 'withdrawn' | 'expired';
}

/** Puts down that something is public no more; duties that nothing else fulfils are open again. */
export const withdrawEvidence = (trx: Trx, { countyId, recordId, ...withdrawn }: WithdrawnEvidence): Promise<void> =>
  withdrawManyEvidence(trx, { countyId, recordIds: [recordId], ...withdrawn });

/** The same of several at once. */
export async function withdrawManyEvidence(
  trx: Trx,
  { countyId, because, ...records }: Omit<WithdrawnEvidence, 'recordId'> & { recordIds: readonly string[] },
): Promise<void> {
  const known = await listEvidenceOfMany(trx, countyId, records);
  const lines = await holdLines(
    trx,
    countyId,
    known.map(({ itemId }) => itemId),
  );
  const live = known.filter(({ ended }) => ended === undefined);
  const ids = live.map(({ id }) => id);
  await endEvidence(trx, countyId, ids, because);
  await refreshColumns(trx, countyId, live);
  if (because === 'withdrawn') await reopen(trx, countyId, known, lines);
  const days = new Map<string, Evidence['publishedOn']>();
  for (const { organId, publishedOn } of live) {
    const latest = days.get(organId);
    if (latest === undefined || latest < publishedOn) days.set(organId, publishedOn);
  }
  for (const [organId, day] of days) await refreshReminders(trx, countyId, organId, day);
}

type Lines = ReadonlyMap<string, CatalogueItem>;

/**
 * Holds lines of the catalogue, always before anything else of the catalogue is written and always in one order: of those who
 * publish, withdraw and link at the same moment none waits for one that waits for him.
 */
async function holdLines(trx: Trx, countyId: string, ids: readonly (string | undefined)[]): Promise<Lines> {
  const lines = new Map<string, CatalogueItem>();
  for (const id of [...new Set(ids.flatMap((each) => each ?? []))].sort()) {
    const line = await lockItem(trx, countyId, id);
    if (line) lines.set(id, line);
  }
  return lines;
}

/** Opens what these publications fulfilled, and lets others fulfil it. */
async function reopen(trx: Trx, countyId: string, evidence: readonly Evidence[], items: Lines): Promise<void> {
  const opened = await reopenDuties(
    trx,
    countyId,
    evidence.map(({ id }) => id),
  );
  for (const itemId of new Set(opened.map((duty) => duty.itemId))) {
    const item = items.get(itemId);
    if (item) await matchLeft(trx, item, item.limit.kind === 'on-change' ? 'all' : 'spare');
  }
}
