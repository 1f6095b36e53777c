import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Authority, authorityOn } from '../domain/authority.ts';
import { isAdministrator, type Role } from '../domain/role.ts';
import { findPersonPosts } from '../store/posts.ts';

/** What a person may do on a day; nothing at all for somebody who is not known or not there any more. */
export async function loadAuthority(db: Db, countyId: string, personId: string, day: PlainDate): Promise<Authority> {
  const posts = await findPersonPosts(db, countyId, personId, day);
  return posts ? authorityOn(posts, day) : { countyId, personId, posts: [] };
}

/** A person as signing in needs to know them. */
export interface PersonAtWork {
  name: string;
  /** One of the 三员, himself or by delegation. */
  isAdministrator: boolean;
  roles: readonly Role[];
  authority: Authority;
}

/** A person as signing in needs to know them; undefined for somebody who is not known or not there any more. */
export async function loadPersonAtWork(
  db: Db,
  { countyId, personId }: { countyId: string; personId: string },
  now: Date,
): Promise<PersonAtWork | undefined> {
  const day = dayInChina(now);
  const posts = await findPersonPosts(db, countyId, personId, day);
  if (!posts?.active) return undefined;
  const authority = authorityOn(posts, day);
  const held = [...new Set(authority.posts.map(({ role }) => role))];
  return { name: posts.name, isAdministrator: held.some(isAdministrator), roles: held, authority };
}
