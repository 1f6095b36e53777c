import type { Actor } from '../../kernel/actor.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { Authority } from '../domain/authority.ts';

/** Who asks for something, with what right, and when. A call of a route is one. */
export interface Caller {
  actor: Actor;
  authority: Authority;
  now: Date;
}

/** The day on which somebody asks. */
export const dayOf = ({ now }: Pick<Caller, 'now'>): PlainDate => dayInChina(now);
