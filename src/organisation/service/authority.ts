import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Authority, authorityOn } from '../domain/authority.ts';
import { findPersonPosts } from '../store/posts.ts';

/** What a person may do on a day; nothing at all for somebody who is not known or not there any more. */
export async function loadAuthority(db: Db, countyId: string, personId: string, day: PlainDate): Promise<Authority> {
  const posts = await findPersonPosts(db, countyId, personId, day);
  return posts ? authorityOn(posts, day) : { countyId, personId, posts: [] };
}
