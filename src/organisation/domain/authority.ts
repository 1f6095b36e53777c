import type { PlainDate } from '../../kernel/plain-date.ts';
import type { OrganPlace } from './organ.ts';
import { isInForce, isWithin, type Post, type Term } from './post.ts';
import type { Role } from './role.ts';

/** Whether a post is one's own, or whose it is that one fills in for. */
export type PostSource = { kind: 'own' } | { kind: 'delegated'; personId: string; name: string };

/** A post that gives rights now. */
export interface HeldPost {
  role: Role;
  place: OrganPlace;
  source: PostSource;
}

/** All that decides what somebody may do today. Made by `authorityOn`, read by the policies. */
export interface Authority {
  countyId: string;
  personId: string;
  /** Only posts in force, his own first. */
  posts: readonly HeldPost[];
}

/** A post and the place of its organ. */
export interface PlacedPost extends Post {
  place: OrganPlace;
}

/** A post of somebody else that a person fills in for. */
export interface LentPost {
  post: PlacedPost;
  /** Who lent it. */
  from: { personId: string; name: string; active: boolean };
  term: Term;
  revoked: boolean;
}

/** What is known of a person's posts, past, present and to come. */
export interface PersonPosts {
  countyId: string;
  personId: string;
  /** Somebody whose account is closed may do nothing. */
  active: boolean;
  own: readonly PlacedPost[];
  lent: readonly LentPost[];
}

/**
 * What a person may do on a day: the posts in force, and the posts lent for a term that is running,
 * as long as the post itself is in force and the lender is still there.
 */
export function authorityOn({ countyId, personId, active, own, lent }: PersonPosts, day: PlainDate): Authority {
  if (!active) return { countyId, personId, posts: [] };
  const posts: HeldPost[] = [
    ...own
      .filter((post) => isInForce(post, day))
      .map(({ role, place }): HeldPost => ({ role, place, source: { kind: 'own' } })),
    ...lent
      .filter(({ post, from, term, revoked }) => !revoked && from.active && isWithin(term, day) && isInForce(post, day))
      .map(
        ({ post: { role, place }, from: { personId: lender, name } }): HeldPost => ({
          role,
          place,
          source: { kind: 'delegated', personId: lender, name },
        }),
      ),
  ];
  return { countyId, personId, posts };
}
