import { conflict, failure, invalid, type Result, success } from '../../kernel/result.ts';
import { actorBy } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import type { Clearances } from '../domain/item.ts';
import { checkClearances } from '../domain/origin.ts';
import { mayWrite } from '../domain/reading.ts';
import { restingStates, states } from '../domain/states.ts';
import { lockItem, updateItem } from '../store/items.ts';
import { recordOf } from './audited.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { noSuchItem, openItem } from './items.ts';

/**
 * Puts down what others answered (条例 art. 11) while an item is under review: who was to be asked stays as it was
 * reviewed, only the day and the proof of the answer are entered. The text is not touched, so no review is void.
 */
export async function registerClearances(
  { db }: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  id: string,
  version: number,
  answered: Clearances,
): Promise<Result<{ version: number }>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const grant = mayWrite(caller.authority, opened.value.places);
  if (!grant.ok) return grant;
  return write(db, actorBy(caller.actor, grant.value), caller.now, async (trx, record) => {
    const item = await lockItem(trx, caller.authority.countyId, id);
    if (!item) return noSuchItem();
    if (item.version !== version) return conflict('这份信息刚刚有过变动，请刷新后再登记。');
    if (item.state === 'discarded' || restingStates.some((state) => state === item.state)) {
      return failure('not-pending', `这份信息${states[item.state]}，不需要再登记协商和批准。`);
    }
    if (item.state !== 'draft' && asked(item.clearances) !== asked(answered)) {
      return failure(
        'clearances-reviewed',
        '审查期间只登记对方的答复，不能增减需要协商、批准的机关。需要增减的，请退回起草后修改。',
      );
    }
    const faults = checkClearances(answered);
    if (faults.length > 0) return invalid(faults);
    if (!(await updateItem(trx, { ...item, clearances: answered, updatedAt: caller.now }))) {
      throw new Error('a held item was changed by somebody else');
    }
    record({
      action: 'item.clear',
      record: recordOf(item),
      organId: item.organId,
      before: { clearances: item.clearances },
      after: { clearances: answered },
    });
    return success({ version: item.version + 1 });
  });
}

/** Whom it says have to be asked, whatever they answered. */
const asked = ({ consultations = [], approval }: Clearances): string =>
  JSON.stringify([consultations.map(({ organ }) => organ), approval?.authority, approval?.basis]);
