import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Duty } from './duty.ts';
import { isPeriodic, type TimeLimit } from './time-limit.ts';

/** Something that was published for an item, as far as it matters here. */
export interface Publication {
  recordId: string;
  title: string;
  /** 形成或变更. */
  formedOn: PlainDate;
  publishedOn: PlainDate;
}

/** A duty with the record that fulfilled it. */
export interface KnownDuty extends Duty {
  doneBy?: { recordId: string; formedOn: PlainDate } | undefined;
}

/** What a publication does: it fulfils these duties, or one that is put down with it, or nothing that was owed. */
export type Fulfilment = { kind: 'duties'; ids: readonly string[] } | { kind: 'new' } | { kind: 'none' };

const none: Fulfilment = { kind: 'none' };
const some = (duties: readonly Duty[]): Fulfilment =>
  duties.length > 0 ? { kind: 'duties', ids: duties.map(({ id }) => id) } : none;

/**
 * Which duties of an item a publication fulfils.
 *
 * - In periods: the oldest turn that is open and has begun. One publication fulfils one turn, so that somebody who is two
 *   months late owes two.
 * - What stands for good: being there at all, and every change up to the day its content is from.
 * - Events: the one that was registered with the same title or for the same day; where none was, one is put down with
 *   the publication, so that it is known whether it was in time.
 *
 * A record that is published again with the content of the same day, such as a slip mended, fulfils nothing further.
 *
 * @param duties those of the item that are open, and those the record fulfilled before
 * @example monthly, open 2026-02 and 2026-03, published on 2026-03-05: fulfils 2026-02
 */
export function fulfilmentOf(limit: TimeLimit, duties: readonly KnownDuty[], publication: Publication): Fulfilment {
  const { recordId, formedOn, publishedOn } = publication;
  const repeated = duties.some(({ doneBy }) => doneBy?.recordId === recordId && doneBy.formedOn === formedOn);
  const open = duties.filter(({ state }) => state === 'open').sort(byAge);
  if (limit.kind === 'on-change') {
    const reached = open.filter(
      (duty) => duty.kind === 'standing' || (duty.kind === 'event' && duty.beginsOn <= formedOn),
    );
    if (reached.length > 0) return some(reached);
    return repeated ? none : { kind: 'new' };
  }
  if (repeated) return none;
  const event = matchEvent(open, publication);
  if (event) return some([event]);
  if (isPeriodic(limit)) {
    return some(open.filter(({ kind, beginsOn }) => kind === 'period' && beginsOn <= publishedOn).slice(0, 1));
  }
  // A limit may have been another one before: what is still open from then counts.
  const left = open.find(({ kind, beginsOn }) => kind !== 'event' && beginsOn <= publishedOn);
  return left ? some([left]) : { kind: 'new' };
}

/** Of the events that are open the one that is meant: by title and day, by title, by day. */
function matchEvent(open: readonly KnownDuty[], { title, formedOn, publishedOn }: Publication): KnownDuty | undefined {
  const events = open.filter(({ kind, beginsOn }) => kind === 'event' && beginsOn <= publishedOn);
  const named = events.filter((duty) => plain(duty.title) === plain(title));
  return (
    named.find(({ beginsOn }) => beginsOn === formedOn) ??
    named[0] ??
    events.find(({ beginsOn }) => beginsOn === formedOn)
  );
}

const plain = (title: string): string => title.normalize('NFKC').replace(/\s/g, '');

const byAge = (one: Duty, other: Duty): number =>
  compare(one.dueOn ?? '9999', other.dueOn ?? '9999') ||
  compare(one.beginsOn, other.beginsOn) ||
  compare(one.id, other.id);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
