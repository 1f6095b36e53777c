import { type Result, success } from '../../kernel/result.ts';
import { listPlaces } from '../../organisation/index.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import type { OwnerPolicy } from '../../platform/storage/index.ts';
import { type ListedReferral, listReferrals as listStored, type Referral } from '../store/referrals.ts';
import { type Authority, type Caller, dayOf } from './caller.ts';
import { referralAttachments } from './effects.ts';
import { openItem, readingScope } from './items.ts';

/** A question as a list shows it. */
export interface ReferralView extends ListedReferral {
  organ: string;
}

/** The questions about items somebody may see, with those that wait for an answer at the top. */
export async function listReferrals(
  db: Db,
  caller: Caller,
  filter: { state?: Referral['state'] | undefined; referee?: Referral['referee'] | undefined },
  page: PageRequest,
): Promise<Result<Page<ReferralView>>> {
  const { authority } = caller;
  const day = dayOf(caller);
  const listed = await listStored(db, await readingScope(db, caller), filter, page);
  const places = await listPlaces(
    db,
    authority.countyId,
    listed.items.map(({ organId }) => organId),
    day,
  );
  return success({
    ...listed,
    items: listed.items.map((each) => ({ ...each, organ: places.get(each.organId)?.shortName ?? '' })),
  });
}

/** Whoever may see an item may open the answer that came back about it. */
export const mayReadReferralPapers = (db: Db): Readonly<Record<string, OwnerPolicy<Authority>>> => ({
  [referralAttachments]: (owner, request) => openItem(db, request, owner.id),
});
