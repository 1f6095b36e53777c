import { sql } from 'kysely';
import {
  type CatalogueItem,
  enterTemplates,
  listCatalogueItemsOf,
  listCatalogueOrgans,
  takeOverReminders,
} from '../catalogue/index.ts';
import { systemActor } from '../kernel/actor.ts';
import { addDays, dayInChina, getPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import type { RecordChange } from '../platform/audit/index.ts';
import { newId, type Trx } from '../platform/db/index.ts';
import { planCatalogues } from './items/plan-catalogues.ts';
import type { PlannedItem } from './items/planned-item.ts';
import type { Places } from './places.ts';

interface Loading {
  countyId: string;
  now: Date;
  place: Places;
}

/** What takes over so much at once is told of in one entry for each organ. */
const quietly: RecordChange = () => undefined;

/**
 * Every organ takes over the templates it publishes for since the first day of the records, and some it has neglected.
 *
 * @returns the lines by organ
 */
export async function adoptCatalogues(
  trx: Trx,
  record: RecordChange,
  { countyId, now, place }: Loading,
): Promise<Map<string, CatalogueItem[]>> {
  const day = dayInChina(now);
  const by = { actor: systemActor('装入演示数据', countyId), now };
  const keys = new Map(place.organs.map(({ id, key }) => [id, key]));
  const planned = planCatalogues(now);
  const adopted = new Map<string, CatalogueItem[]>();
  for (const organ of await listCatalogueOrgans(trx, countyId, day)) {
    const own = planned.filter((each) => each.organ === keys.get(organ.id));
    if (own.length === 0) continue;
    for (const [since, lines] of Map.groupBy(own, (each) => each.since)) {
      const templates = lines.map(({ line }) => line);
      const entered = await enterTemplates(trx, quietly, by, organ, { templates, since });
      if (!entered.ok) throw new Error(entered.problem.message);
    }
    const items = await listCatalogueItemsOf(trx, countyId, organ.id);
    adopted.set(organ.id, items);
    record({
      action: 'catalogue-item.bring-in',
      record: { kind: 'organ', id: organ.id, label: organ.shortName },
      organId: organ.id,
      after: { items: items.length },
    });
  }
  return adopted;
}

/** The line of a catalogue that a record is published for. */
export const chooseLine = (
  lines: readonly CatalogueItem[],
  { line, disclosure }: PlannedItem,
): CatalogueItem | undefined =>
  disclosure === 'proactive' && line !== undefined
    ? lines.find(({ origin }) => origin.kind === 'template' && origin.template === line)
    : undefined;

interface LateDuty {
  id: string;
  organId: string;
  dueOn: string;
  doneOn: string | null;
}

/** Reminders of the county: one that waits for its answer, one that was answered, some that are settled. */
export async function remindOrgans(trx: Trx, { countyId, now, place }: Loading): Promise<void> {
  const today = dayInChina(now);
  const sender = place.person('xian.zhuguan');
  const { rows: duties } = await sql<LateDuty>`SELECT id, organ_id, due_on::text, done_on::text FROM catalogue_duty
    WHERE county_id = ${countyId} AND due_on BETWEEN ${addDays(today, -500)} AND ${addDays(today, -12)}
      AND (state = 'open' OR state = 'done' AND done_on > due_on + 6) ORDER BY due_on, id`.execute(trx);
  const of = (key: string, which: (duty: LateDuty) => boolean) =>
    duties.filter((duty) => duty.organId === place.organ(key) && which(duty)).slice(0, 4);
  const at = (day: PlainDate) => new Date(`${day}T10:20:00+08:00`);
  const sent = { sentBy: sender.id, sentByName: sender.name, columnKeys: [] };
  const open = (duty: LateDuty) => duty.doneOn === null;
  const reminders: Parameters<typeof takeOverReminders>[2][number][] = [];
  for (const [key, days, answer] of [
    ['fenglin', 4, ''],
    ['shiqiao', 3, ''],
    ['zhuling', 11, '人员变动，正在补录，本月底前完成。'],
  ] as const) {
    const owed = of(key, open);
    if (owed.length === 0) continue;
    const day = addDays(today, -days);
    reminders.push({
      id: newId(),
      organId: place.organ(key),
      text: '以下公开事项已超过规定期限，请于期限内补充公开，并书面说明原因。',
      answerBy: addDays(today, 7 - days),
      sentAt: at(day),
      ...sent,
      dutyIds: owed.map(({ id }) => id),
      ...(answer ? { answer: { text: answer, at: at(addDays(day, 2)), by: place.person(`${key}.fuzeren`).name } } : {}),
    });
  }
  const late = duties.filter((duty) => duty.doneOn !== null);
  for (const duty of late.filter((_, index) => index % 3 === 0).slice(0, 8)) {
    const key = place.organs.find(({ id }) => id === duty.organId)?.key ?? '';
    const day = addDays(getPlainDate(duty.dueOn), 3);
    const doneOn = getPlainDate(duty.doneOn ?? duty.dueOn);
    reminders.push({
      id: newId(),
      organId: duty.organId,
      text: '该公开事项已逾期，请尽快公开。',
      answerBy: addDays(day, 5),
      sentAt: at(day),
      ...sent,
      dutyIds: [duty.id],
      answer: { text: '已补充公开。', at: at(doneOn), by: place.leader(key).name },
      settledOn: doneOn,
    });
  }
  await takeOverReminders(trx, countyId, reminders);
}
