import { type Result, success } from '../../kernel/result.ts';
import { listOrganIds, listPlaces, scopeOf } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { listOverdueOrgans, type OverdueOrgan } from '../store/reviews.ts';
import { type Caller, dayOf } from './caller.ts';

/** The organs somebody may see whose items are past their last day of publication or nearly so (条例 art. 26). */
export async function listOverdue(db: Db, caller: Caller): Promise<Result<(OverdueOrgan & { organ: string })[]>> {
  const { authority } = caller;
  const day = dayOf(caller);
  const organIds = await listOrganIds(db, scopeOf(authority, 'read-items'), day);
  const found = await listOverdueOrgans(db, authority.countyId, organIds, day);
  const places = await listPlaces(
    db,
    authority.countyId,
    found.map(({ organId }) => organId),
    day,
  );
  return success(found.map((each) => ({ ...each, organ: places.get(each.organId)?.shortName ?? '' })));
}
