import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Act, reachOf, rolesFor } from '../domain/acts.ts';
import type { Authority } from '../domain/authority.ts';
import type { CountyPlace } from '../domain/place.ts';
import { covers, scopeOf } from '../domain/policy.ts';
import { listPostHolders, type PostHolder } from '../store/holders.ts';

export { findPlace, listPlaces } from '../store/holders.ts';

/** Who may do some acts in a county on a day; asked once, then looked up for each organ. */
export interface Holders {
  /** Everybody who may do an act to what belongs to an organ, once each. */
  at(act: Act, at: CountyPlace): { personId: string; name: string }[];
  /** The organs at which somebody has a post for an act. */
  seatsOf(act: Act): string[];
}

/** Everybody of a county who may do one of these acts somewhere on a day, himself or filling in. */
export async function listHolders(db: Db, countyId: string, acts: readonly Act[], day: PlainDate): Promise<Holders> {
  const roles = [...new Set(acts.flatMap(rolesFor))];
  const holders = await listPostHolders(db, countyId, roles, day);
  const scopes = new Map(
    acts.map((act) => [
      act,
      holders.map((holder) => ({ ...holder, scope: scopeOf(authorityWith(countyId, holder), act) })),
    ]),
  );
  const known = new Map<string, { personId: string; name: string }[]>();
  return {
    at: (act, at) => {
      const key = `${act} ${at.countyId} ${at.place.organId}`;
      const found =
        known.get(key) ??
        (scopes.get(act) ?? [])
          .filter(({ scope }) => covers(scope, at))
          .filter(({ personId }, index, all) => all.findIndex((other) => other.personId === personId) === index)
          .map(({ personId, name }) => ({ personId, name }));
      known.set(key, found);
      return found;
    },
    seatsOf: (act) => [
      ...new Set(holders.filter(({ role }) => reachOf(act, role) !== undefined).map(({ place }) => place.organId)),
    ],
  };
}

/** Somebody as he would be with this post alone. */
const authorityWith = (countyId: string, { personId, role, place }: PostHolder): Authority => ({
  countyId,
  personId,
  posts: [{ role, place, source: { kind: 'own' } }],
});
