import type { Actor } from '../../kernel/actor.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { Authority } from '../../organisation/index.ts';

export { may, mayOneOf } from '../../organisation/index.ts';
export type { Authority };

/** Who asks for something, with what right, and when. A call of a route is one. */
export interface Caller {
  actor: Actor;
  authority: Authority;
  now: Date;
}

/** The day on which somebody asks. */
export const dayOf = ({ now }: Pick<Caller, 'now'>): PlainDate => dayInChina(now);
