import { type Act, reachOf } from '../../organisation/domain/acts.ts';
import { isRole } from '../../organisation/domain/role.ts';
import { useWork } from './session.ts';

/**
 * Whether one of the person's posts allows an act somewhere: for showing or leaving out a button.
 * Whether it may be done to one record the server decides, and says why not.
 */
export function useMay(act: Act): boolean {
  const { posts } = useWork().person;
  return posts.some(({ role }) => isRole(role) && reachOf(act, role) !== undefined);
}

/** Whether the person looks after the whole county; everybody else begins with the own organ. */
export const useSeesCounty = (): boolean => useWork().person.posts.some(({ role }) => role === 'county-supervisor');
