import type { Actor } from '../../kernel/actor.ts';
import { forbidden, type Result, success } from '../../kernel/result.ts';
import { type Act, acts, type Reach, reachOf, rolesFor } from './acts.ts';
import type { Authority, HeldPost } from './authority.ts';
import { type CountyPlace, standsIn } from './place.ts';
import { nameRoles, type roles } from './role.ts';

/** The post by which something is allowed; a person's own one where there is one. */
export type Grant = HeldPost;

/**
 * Whether somebody may do something anywhere at all: the policy of a route. Where it is a matter of
 * one organ or one person, `mayAt` decides once more when that is known.
 */
export const may =
  (act: Act) =>
  (authority: Authority): Result<Grant> => {
    const post = authority.posts.find(({ role }) => reachOf(act, role) !== undefined);
    return post ? success(post) : forbidden(explain(authority, act));
  };

/** Allows what one of these policies allows; refuses with the words of the first. */
export const mayOneOf =
  (first: Act, ...others: readonly Act[]) =>
  (authority: Authority): Result<Grant> => {
    const decisions = [first, ...others].map((act) => may(act)(authority));
    return decisions.find(({ ok }) => ok) ?? (decisions[0] as Result<Grant>);
  };

/**
 * Whether somebody may do something to what belongs to an organ.
 *
 * @example the 公开办经办人 of 石桥镇 and the telephone of a village of 石桥镇: allowed
 * @example the same and the telephone of 柳河乡, or of another county's 石桥镇: refused
 */
export function mayAt(authority: Authority, act: Act, at: CountyPlace): Result<Grant> {
  const anywhere = may(act)(authority);
  if (!anywhere.ok) return anywhere;
  const post = authority.posts.find((held) => reaches(authority, held, act, at));
  if (post) return success(post);
  const held = authority.posts.filter(({ role }) => reachOf(act, role) !== undefined).map(({ role }) => role);
  return forbidden(
    `您的岗位（${nameRoles(held)}）${acts[act].name}的范围${reachWords[widest(act, held)]}，不包括这个单位。请与该单位或上级单位的${nameRoles(rolesFor(act))}联系。`,
  );
}

function reaches(authority: Authority, { role, place }: HeldPost, act: Act, at: CountyPlace): boolean {
  // No post reaches into another county, whatever the trees look like.
  if (at.countyId !== authority.countyId) return false;
  switch (reachOf(act, role)) {
    case 'own':
      return at.place.organId === place.organId;
    case 'subtree':
      return standsIn(at.place, place);
    case 'county':
      return true;
    default:
      return false;
  }
}

/**
 * The organs somebody reaches with an act, for a query to filter by: the same decision as `mayAt`,
 * asked of all rows at once. Nothing when all three are empty.
 */
export interface Scope {
  countyId: string;
  /** Every organ of the county. */
  county: boolean;
  /** These organs themselves. */
  organIds: readonly string[];
  /** These organs and all below them. */
  subtreeIds: readonly string[];
}

/** How far somebody reaches with an act. */
export function scopeOf(authority: Authority, act: Act): Scope {
  const at = (reach: Reach) => [
    ...new Set(authority.posts.filter(({ role }) => reachOf(act, role) === reach).map(({ place }) => place.organId)),
  ];
  return {
    countyId: authority.countyId,
    county: at('county').length > 0,
    organIds: at('own'),
    subtreeIds: at('subtree'),
  };
}

/** Whether an organ lies within a scope. */
export const covers = (scope: Scope, { countyId, place }: CountyPlace): boolean =>
  countyId === scope.countyId &&
  (scope.county ||
    scope.organIds.includes(place.organId) ||
    scope.subtreeIds.some((organId) => place.path.includes(organId)));

/**
 * Who acts, with the person on whose behalf when it is only a delegated post that allows it; for the
 * audit of what is done by that grant.
 */
export function actorBy(actor: Actor, { source }: Grant): Actor {
  if (source.kind === 'own') return actor;
  return { ...actor, onBehalfOf: { personId: source.personId, name: source.name } };
}

/** 您现有的岗位（信息员）不能任免岗位。此事由安全管理员办理，请与其联系。 */
function explain({ posts }: Authority, act: Act): string {
  const held = nameRoles(posts.map(({ role }) => role));
  const who = `此事由${nameRoles(rolesFor(act))}办理，请与其联系。`;
  return held === ''
    ? `您目前没有岗位，不能${acts[act].name}。请联系安全管理员办理任职。`
    : `您现有的岗位（${held}）不能${acts[act].name}。${who}`;
}

const reachWords: Record<Reach, string> = {
  own: '限于本单位',
  subtree: '限于本单位及所属单位',
  county: '限于本县',
};

function widest(act: Act, held: readonly (keyof typeof roles)[]): Reach {
  const reached = held.map((role) => reachOf(act, role));
  return reached.includes('county') ? 'county' : reached.includes('subtree') ? 'subtree' : 'own';
}
