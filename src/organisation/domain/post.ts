import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Role } from './role.ts';

/** The first and the last day of something; without a last day it goes on until it is ended. */
export interface Term {
  from: PlainDate;
  to?: PlainDate | undefined;
}

/** A role somebody has at an organ for a term. */
export interface Post {
  id: string;
  personId: string;
  organId: string;
  role: Role;
  term: Term;
  /** Taken away before its term was over: from that moment it gives nothing. */
  withdrawn: boolean;
}

/** Whether a day lies within a term; first and last day count. */
export const isWithin = ({ from, to }: Term, day: PlainDate): boolean => from <= day && (to === undefined || day <= to);

/** Whether two terms have a day in common. */
export const overlap = (one: Term, other: Term): boolean =>
  (other.to === undefined || one.from <= other.to) && (one.to === undefined || other.from <= one.to);

/** Whether a post gives its rights on a day. */
export const isInForce = (post: Pick<Post, 'term' | 'withdrawn'>, day: PlainDate): boolean =>
  !post.withdrawn && isWithin(post.term, day);

/** Whether a post gives rights on a day or will do so later. */
export const isOpen = (post: Pick<Post, 'term' | 'withdrawn'>, day: PlainDate): boolean =>
  !post.withdrawn && (post.term.to === undefined || post.term.to >= day);
