import { addWorkingDays, loadCalendar } from '../../calendar/index.ts';
import { conflict, failure, invalid, type Result, success } from '../../kernel/result.ts';
import { actorBy, mayAt } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId } from '../../platform/db/index.ts';
import { nextAssessment } from '../domain/assessment.ts';
import type { Item } from '../domain/item.ts';
import { states } from '../domain/states.ts';
import { type Assessment, insertAssessment, listAssessments as listStoredAssessments } from '../store/assessments.ts';
import { addEvent } from '../store/events.ts';
import { lockItem, updateItem } from '../store/items.ts';
import { auditedOf, recordOf } from './audited.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { noSuchItem, openItem } from './items.ts';
import { publicationSettings } from './settings.ts';

/** Working days for publication from the day on which it is found that something can be disclosed. */
const daysToDisclose = 20;

/**
 * Assesses anew what is not disclosed (条例 art. 18: 对不予公开的政府信息进行定期评估审查，对因情势变化可以公开的政府信息应当公开).
 * Either it stays so and is looked at again later, or it becomes a draft for publication, whose 20 working days begin
 * that day.
 */
export async function assessItem(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  { version, decision, opinion }: { version: number; decision: Assessment['decision']; opinion: string },
): Promise<Result<{ version: number; reassessOn?: string }>> {
  const opened = await openItem(deps.db, caller, id);
  if (!opened.ok) return opened;
  const grant = mayAt(caller.authority, 'review-items', opened.value.places.organ);
  if (!grant.ok) return grant;
  if (opinion.trim() === '') {
    return invalid([{ field: 'opinion', message: '请写明评估意见：情势有没有变化，为什么仍不公开或者可以公开。' }]);
  }
  const { assessmentMonths } = await deps.settings.read(publicationSettings);
  const { actor, authority, now } = caller;
  const today = dayOf(caller);
  return write(deps.db, actorBy(actor, grant.value), now, async (trx, record) => {
    const before = await lockItem(trx, authority.countyId, id);
    if (!before) return noSuchItem();
    if (before.version !== version) return conflict('这份信息刚刚有过变动，请刷新后再评估。');
    if (before.state !== 'filed') {
      return failure(
        'not-filed',
        `只评估已登记为不公开的信息，这份信息现在是“${states[before.state]}”（条例第十八条）。`,
      );
    }
    const nextOn = decision === 'stays' ? nextAssessment(before.disclosure, today, assessmentMonths) : undefined;
    await insertAssessment(trx, before.countyId, id, {
      id: newId(),
      assessedOn: today,
      decision,
      opinion: opinion.trim(),
      ...(nextOn === undefined ? {} : { nextOn }),
      personId: authority.personId,
      personName: actor.name,
      at: now,
    });
    const after =
      decision === 'stays'
        ? { ...before, ...(nextOn === undefined ? {} : { reassessOn: nextOn }), updatedAt: now }
        : disclosed(before, addWorkingDays(await loadCalendar(trx, before.countyId), today, daysToDisclose).due, now);
    if (decision === 'disclose') {
      await addEvent(
        trx,
        { countyId: before.countyId, itemId: id },
        {
          act: 'revise',
          fromState: 'filed',
          toState: 'draft',
          textNumber: before.textNumber,
          opinion: opinion.trim(),
          detail: { assessment: 'disclose' },
          personId: authority.personId,
          personName: actor.name,
          role: grant.value.role,
          ...(grant.value.source.kind === 'delegated' ? { behalfName: grant.value.source.name } : {}),
          at: now,
        },
      );
    }
    await updateItem(trx, after);
    record({
      action: 'item.assess',
      record: recordOf(before),
      organId: before.organId,
      before: auditedOf(before),
      after: { ...auditedOf(after), assessment: decision, opinion: opinion.trim() },
    });
    return success({ version: before.version + 1, ...(nextOn === undefined ? {} : { reassessOn: nextOn }) });
  });
}

/** It stands as a draft with 公开属性 主动公开 again, due from the day of the assessment. */
function disclosed(item: Item, dueOn: Item['dueOn'], now: Date): Item {
  const { exemption: _, reassessOn: _day, ...rest } = item;
  return {
    ...rest,
    disclosure: 'proactive',
    state: 'draft',
    stateSince: now,
    updatedAt: now,
    ...(dueOn === undefined ? {} : { dueOn }),
  };
}

/** The assessments of an item somebody may see, the latest first. */
export async function listAssessments(db: Db, caller: Caller, id: string): Promise<Result<Assessment[]>> {
  const opened = await openItem(db, caller, id);
  return opened.ok ? success(await listStoredAssessments(db, caller.authority.countyId, id)) : opened;
}
