import type { Actor } from '../../kernel/actor.ts';
import type { Visitor } from './identify.ts';

/** The person of a session as actor. */
export const actorOf = (
  { session, person }: Pick<Visitor<unknown>, 'session' | 'person'>,
  from: string,
): Actor & { personId: string; sessionId: string } => ({
  countyId: session.countyId,
  personId: session.personId,
  sessionId: session.id,
  name: person.name,
  from,
});
