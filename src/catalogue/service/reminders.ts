import type { PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, missing, type Result, success } from '../../kernel/result.ts';
import { mayAt } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest } from '../../platform/db/index.ts';
import { columnStatusOf } from '../domain/column-state.ts';
import { type ColumnKey, columns } from '../domain/columns.ts';
import { statusOf } from '../domain/duty.ts';
import { type Reminder, type ReminderChoice, type ReminderState, reminderStateOf } from '../domain/reminder.ts';
import { listColumnContents } from '../store/columns.ts';
import { listDutiesByIds } from '../store/duties.ts';
import { findNamedOrgan } from '../store/organs.ts';
import { answerReminder, findReminder, insertReminder, listReminders } from '../store/reminders.ts';
import { type Caller, dayOf, getOrgan, getOwnOrgan } from './caller.ts';
import { chooseReadable, findReach, mayReadDutiesOf, nameOrgans, type OrganChoice } from './reading.ts';

/** What an organ is reminded of. */
export interface ReminderDraft {
  organId: string;
  text: string;
  answerBy?: PlainDate | undefined;
  /** Overdue duties of the organ. */
  dutyIds: readonly string[];
  /** Empty or stale columns of the organ. */
  columnKeys: readonly ColumnKey[];
}

/** Reminds an organ of duties that are overdue and columns that are empty or stale. */
export async function sendReminder(db: Db, caller: Caller, draft: ReminderDraft): Promise<Result<{ id: string }>> {
  const { organId, text, answerBy, dutyIds, columnKeys } = draft;
  const own = await getOwnOrgan(db, caller, 'send-reminders', organId);
  if (!own.ok) return own;
  const { organ, actor } = own.value;
  const { countyId, personId } = caller.authority;
  const day = dayOf(caller);
  if (answerBy !== undefined && answerBy < day) return failure('answer-by-past', '答复期限不能早于今天。');
  return write(db, actor, caller.now, async (trx, record) => {
    const ids = [...new Set(dutyIds)];
    const duties = await listDutiesByIds(trx, countyId, ids);
    if (duties.length < ids.length || duties.some((duty) => duty.organId !== organId)) {
      return missing(`所选公开任务中有的不属于“${organ.shortName}”，或者已经取消。请刷新后重新选择。`);
    }
    const settled = duties.find((duty) => statusOf(duty, day) !== 'overdue');
    if (settled) return conflict(`“${settled.title}”现在没有逾期，不需要催办。请刷新后重新选择。`);
    const contents = new Map(
      (await listColumnContents(trx, countyId, [organId])).map((content) => [content.columnKey, content]),
    );
    const keys = [...new Set(columnKeys)];
    const fine = keys.find(
      (columnKey) => columnStatusOf(contents.get(columnKey) ?? { columnKey, count: 0 }, day) === 'fresh',
    );
    if (fine) return conflict(`“${organ.shortName}”的“${columns[fine].name}”栏目现在正常，不需要催办。`);
    if (ids.length + keys.length === 0) return failure('nothing-to-remind', '请至少选择一项逾期任务或一个栏目。');
    const reminder: Reminder = {
      id: newId(),
      organId,
      text,
      answerBy,
      sentAt: caller.now,
      sentBy: personId,
      sentByName: actor.name,
      dutyIds: ids,
      columnKeys: keys,
    };
    await insertReminder(trx, countyId, reminder);
    record({
      action: 'catalogue-reminder.send',
      record: { kind: 'catalogue-reminder', id: reminder.id, label: organ.shortName },
      organId,
      after: {
        text,
        answerBy,
        duties: duties.map(({ title }) => title),
        columns: keys.map((key) => columns[key].name),
      },
    });
    return success({ id: reminder.id });
  });
}

/** A reminder as a screen shows it. */
export interface ShownReminder extends Reminder {
  organName: string;
  state: ReminderState;
  /** What it is about, and how that stands today. */
  targets: {
    kind: 'duty' | 'column';
    /** Of the duty, or the key of the column. */
    id: string;
    title: string;
    dueOn?: PlainDate | undefined;
    done: boolean;
  }[];
  /** Whether who asks may answer it. */
  mayAnswer: boolean;
}

/** One page of the reminders somebody reads. */
export async function listRemindersOf(
  db: Db,
  caller: Caller,
  { state, ...choice }: OrganChoice & { state?: ReminderChoice | undefined },
  page: PageRequest,
): Promise<Result<Page<ShownReminder>>> {
  const chosen = await chooseReadable(db, caller, choice);
  if (!chosen.ok) return chosen;
  const found = await listReminders(db, caller.authority.countyId, { ...chosen.value, state }, page);
  return success({ ...found, items: await showReminders(db, caller, found.items) });
}

/** A reminder with what has become of it. */
export async function getReminder(db: Db, caller: Caller, id: string): Promise<Result<ShownReminder>> {
  const { countyId } = caller.authority;
  const found = await findReminder(db, countyId, id);
  if (!found) return noSuchReminder();
  if (!(await findReminder(db, countyId, id, await findReach(db, caller)))) {
    const organ = await getOrgan(db, caller, found.organId);
    const may = organ.ok ? mayReadDutiesOf(caller, organ.value) : organ;
    if (!may.ok) return may;
  }
  const [shown] = await showReminders(db, caller, [found]);
  return shown ? success(shown) : noSuchReminder();
}

/** Answers a reminder in words, such as by when what is missing will be there. */
export async function answerTo(db: Db, caller: Caller, id: string, answer: string): Promise<Result<undefined>> {
  const { countyId } = caller.authority;
  const seen = await findReminder(db, countyId, id);
  if (!seen) return noSuchReminder();
  const own = await getOwnOrgan(db, caller, 'draft-items', seen.organId);
  if (!own.ok) return own;
  const { organ, actor } = own.value;
  return write(db, actor, caller.now, async (trx, record) => {
    const before = await findReminder(trx, countyId, id);
    if (!before) return noSuchReminder();
    if (before.settledOn !== undefined) return conflict('这次催办的事项都已办结，不需要再答复。');
    if (!(await answerReminder(trx, countyId, id, { answer, at: caller.now, by: actor.name }))) {
      return conflict(`这次催办已由${before.answer?.by ?? '他人'}答复，请刷新后查看。`);
    }
    record({
      action: 'catalogue-reminder.answer',
      record: { kind: 'catalogue-reminder', id, label: organ.shortName },
      organId: organ.id,
      after: { answer },
    });
    return success(undefined);
  });
}

async function showReminders(db: Db, caller: Caller, reminders: readonly Reminder[]): Promise<ShownReminder[]> {
  const { countyId } = caller.authority;
  const day = dayOf(caller);
  const [names, duties] = await Promise.all([
    nameOrgans(db, caller),
    listDutiesByIds(
      db,
      countyId,
      reminders.flatMap(({ dutyIds }) => dutyIds),
    ),
  ]);
  const dutyOf = new Map(duties.map((duty) => [duty.id, duty]));
  return Promise.all(
    reminders.map(async (reminder) => {
      const organ = await findNamedOrgan(db, countyId, reminder.organId, day);
      const place = { organId: reminder.organId, path: organ?.path ?? [reminder.organId] };
      const contents = await listColumnContents(db, countyId, [reminder.organId]);
      return {
        ...reminder,
        organName: names.get(reminder.organId) ?? '已撤并的单位',
        state: reminderStateOf(reminder),
        targets: [
          ...reminder.dutyIds.flatMap((id) => {
            const duty = dutyOf.get(id);
            return duty
              ? [{ kind: 'duty' as const, id, title: duty.title, dueOn: duty.dueOn, done: duty.state !== 'open' }]
              : [];
          }),
          ...reminder.columnKeys.map((id) => {
            const content = contents.find(({ columnKey }) => columnKey === id) ?? { columnKey: id, count: 0 };
            const done = columnStatusOf(content, day) === 'fresh';
            return { kind: 'column' as const, id, title: columns[id].name, done };
          }),
        ],
        mayAnswer:
          reminderStateOf(reminder) === 'open' && mayAt(caller.authority, 'draft-items', { countyId, place }).ok,
      };
    }),
  );
}

const noSuchReminder = () => missing('没有这次催办，请从列表中重新进入。');
