import { loadCalendar } from '../../calendar/index.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, missing, type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId } from '../../platform/db/index.ts';
import { dueDayFor, isPeriodic } from '../domain/time-limit.ts';
import { insertDuties, listDutiesByIds, lockDuty, type OrganDuty, setWaiver } from '../store/duties.ts';
import { lockItem } from '../store/items.ts';
import { refreshReminders } from '../store/reminders.ts';
import { type Caller, dayOf, getOwnOrgan } from './caller.ts';
import { getItem, noSuchItem } from './items.ts';

/** Something that was formed or changed and now has to be published. */
export interface Formation {
  title: string;
  formedOn: PlainDate;
}

/**
 * Registers that something was formed or changed: from that day its limit runs.
 *
 * @returns the duty, whose last day is absent where the item is published at any time
 */
export async function registerFormation(
  db: Db,
  caller: Caller,
  itemId: string,
  { title, formedOn }: Formation,
): Promise<Result<{ dutyId: string; dueOn?: PlainDate | undefined }>> {
  const found = await getItem(db, caller, itemId);
  if (!found.ok) return found;
  const own = await getOwnOrgan(db, caller, 'draft-items', found.value.organId);
  if (!own.ok) return own;
  return write(db, own.value.actor, caller.now, async (trx, record) => {
    const item = await lockItem(trx, caller.authority.countyId, itemId);
    if (!item) return noSuchItem();
    if (item.endedOn !== undefined) {
      return failure('item-ended', `“${item.name}”已于 ${item.endedOn} 停止公开，不再登记。`);
    }
    if (item.manner !== 'proactive') {
      return failure('item-on-request', `“${item.name}”的公开方式是依申请公开，没有主动公开的期限。`);
    }
    if (isPeriodic(item.limit)) {
      return failure('item-periodic', `“${item.name}”${item.limitWords}公开，到期自动提醒，不需要逐件登记。`);
    }
    if (formedOn > dayOf(caller)) return failure('formed-to-come', '形成或变更日期不能晚于今天。');
    const duty: OrganDuty = {
      id: newId(),
      organId: item.organId,
      itemId,
      fieldKey: item.fieldKey,
      kind: 'event',
      title,
      beginsOn: formedOn,
      dueOn: dueDayFor(item.limit, formedOn, await loadCalendar(trx, item.countyId)),
      registered: true,
      state: 'open',
    };
    await insertDuties(trx, item.countyId, [duty], caller.now);
    record({
      action: 'catalogue-duty.register',
      record: { kind: 'catalogue-duty', id: duty.id, label: title },
      organId: item.organId,
      after: { title, formedOn, dueOn: duty.dueOn },
    });
    return success({ dutyId: duty.id, dueOn: duty.dueOn });
  });
}

/** Says with a reason that a duty is not owed, such as a quarter in which there was nothing; or takes that back. */
export async function waiveDuty(
  db: Db,
  caller: Caller,
  dutyId: string,
  because: string | undefined,
): Promise<Result<undefined>> {
  const { countyId } = caller.authority;
  const [seen] = await listDutiesByIds(db, countyId, [dutyId]);
  if (!seen) return noSuchDuty();
  const own = await getOwnOrgan(db, caller, 'manage-catalogue', seen.organId);
  if (!own.ok) return own;
  const { actor } = own.value;
  return write(db, actor, caller.now, async (trx, record) => {
    const duty = await lockDuty(trx, countyId, dutyId);
    if (!duty) return noSuchDuty();
    if (duty.state === 'done') return conflict(`“${duty.title}”已经公开，不必再办理。`);
    const waiver = because === undefined ? undefined : { because, by: actor.name, at: caller.now };
    if (!(await setWaiver(trx, countyId, dutyId, waiver))) {
      return conflict(waiver ? `“${duty.title}”已经登记为不需公开。` : `“${duty.title}”没有登记为不需公开。`);
    }
    await refreshReminders(trx, countyId, duty.organId, dayOf(caller));
    record({
      action: waiver ? 'catalogue-duty.waive' : 'catalogue-duty.take-back-waiver',
      record: { kind: 'catalogue-duty', id: duty.id, label: duty.title },
      organId: duty.organId,
      ...(waiver ? { after: { because } } : {}),
    });
    return success(undefined);
  });
}

export const noSuchDuty = () => missing('没有这项公开任务，可能已随目录调整取消。请返回列表查看。');
