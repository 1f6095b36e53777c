import type { Actor } from '../../kernel/actor.ts';
import type { FieldProblem } from '../../kernel/problem.ts';
import { conflict, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId } from '../../platform/db/index.ts';
import { daysBetween } from '../domain/calendar.ts';
import type { LocalRule } from '../domain/notice.ts';
import { writeDay } from '../domain/words.ts';
import {
  deleteLocalRule,
  findRuleWithin,
  insertLocalRule,
  lockLocalRules,
  type StoredLocalRule,
} from '../store/local-rules.ts';
import { forgetCalendars, loadCalendar } from './calendars.ts';
import { announceChange } from './changes.ts';

/** No local holiday is longer; a longer one is a slip of the pen. */
const longest = 31;

/** Adds a holiday, or a day that is worked, to the calendar of the county of who does it. */
export async function addLocalRule(db: Db, actor: Actor, now: Date, rule: LocalRule): Promise<Result<StoredLocalRule>> {
  const done = await write(db, actor, now, async (trx, record): Promise<Result<StoredLocalRule>> => {
    const { countyId } = actor;
    await lockLocalRules(trx, countyId);
    const days = rule.to < rule.from ? [] : daysBetween(rule.from, rule.to);
    if (days.length === 0) return invalid([at('to', '最后一天早于第一天，请核对。')]);
    if (days.length > longest) return invalid([at('to', `一次最多登记${longest}天，请核对起止日期。`)]);
    const other = await findRuleWithin(trx, countyId, rule.from, rule.to);
    if (other) {
      return conflict(
        `${writeDay(other.from)}至${writeDay(other.to)}已登记为“${other.name}”，不能重复登记。请先移除原来的一条。`,
      );
    }
    const calendar = await loadCalendar(trx, countyId);
    const isHoliday = rule.kind === 'holiday';
    if (!days.some((day) => calendar.isWorkingDay(day) === isHoliday)) {
      return invalid([at('from', isHoliday ? '这几天本来就不上班，不必登记。' : '这几天本来就上班，不必登记。')]);
    }
    const stored: StoredLocalRule = { ...rule, id: newId(), addedAt: now, addedBy: actor.name };
    await insertLocalRule(trx, countyId, stored);
    record({ action: 'calendar.add-local', record: recordOf(stored), after: auditedOf(stored) });
    await announceChange(trx, { countyId, from: rule.from, to: rule.to });
    return success(stored);
  });
  forgetCalendars(db);
  return done;
}

/** Takes a local rule away. */
export async function removeLocalRule(db: Db, actor: Actor, now: Date, id: string): Promise<Result<undefined>> {
  const done = await write(db, actor, now, async (trx, record): Promise<Result<undefined>> => {
    const { countyId } = actor;
    await lockLocalRules(trx, countyId);
    const removed = await deleteLocalRule(trx, countyId, id);
    if (!removed) return missing('没有找到这条本地放假，可能已被他人移除。请刷新页面查看。');
    record({ action: 'calendar.remove-local', record: recordOf(removed), before: auditedOf(removed) });
    await announceChange(trx, { countyId, from: removed.from, to: removed.to });
    return success(undefined);
  });
  forgetCalendars(db);
  return done;
}

const at = (field: string, message: string): FieldProblem => ({ field, message });

const recordOf = ({ id, name }: StoredLocalRule) => ({ kind: 'calendar-local-rule', id, label: name });

const auditedOf = ({ kind, name, from, to, basis }: StoredLocalRule) => ({ kind, name, from, to, basis });
