import type { Result } from '../../kernel/result.ts';
import type { Authority } from '../../organisation/domain/authority.ts';
import type { CountyPlace } from '../../organisation/domain/place.ts';
import { type Grant, mayAt } from '../../organisation/domain/policy.ts';
import type { Item } from './item.ts';

/** Whose items a list shows: those of these organs, and one's own wherever they are. */
export interface ItemScope {
  countyId: string;
  /** `all`: every organ of the county. */
  organIds: readonly string[] | 'all';
  /** What this person drafted is shown in any case. */
  authorId?: string;
}

/**
 * Whether somebody may see an item that is not public yet: its author, and who may read the items of the organ that
 * discloses it or of the one that drafts it.
 *
 * @param places where the disclosing and the drafting organ stand
 * @example the 公开办经办人 of 石桥镇 and a draft of a village of 石桥镇: yes; the same of 柳河乡: no
 */
export const mayRead = (
  authority: Authority,
  { countyId, authorId }: Pick<Item, 'countyId' | 'authorId'>,
  places: readonly CountyPlace[],
): boolean =>
  countyId === authority.countyId &&
  (authorId === authority.personId || places.some((place) => mayAt(authority, 'read-items', place).ok));

/**
 * Whether somebody may write on an item as far as his post goes: who drafts for the organ that drafts it, or for the one
 * that discloses it. Whether it can be written on at all is a matter of its state.
 */
export function mayWrite(
  authority: Authority,
  { organ, draftingOrgan }: { organ: CountyPlace; draftingOrgan: CountyPlace },
): Result<Grant> {
  const own = mayAt(authority, 'draft-items', draftingOrgan);
  return own.ok ? own : mayAt(authority, 'draft-items', organ);
}
