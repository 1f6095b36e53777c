import { sql } from 'kysely';
import {
  type CatalogueItem,
  enterTemplates,
  listCatalogueItemsOf,
  listCatalogueOrgans,
  listLibraries,
  takeOverReminders,
} from '../catalogue/index.ts';
import { systemActor } from '../kernel/actor.ts';
import { addDays, dayInChina, getPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import type { RecordChange } from '../platform/audit/index.ts';
import { newId, type Trx } from '../platform/db/index.ts';
import type { Item } from '../publication/domain/item.ts';
import { firstDay } from './items/plan-items.ts';
import type { Places } from './places.ts';
import { governmentKey } from './plan.ts';

interface Loading {
  countyId: string;
  now: Date;
  place: Places;
}

/** The fields organs publish in beside 条例 art. 20 and 21; townships have those of `township`. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  fagai: ['major-projects'],
  jiaoyu: ['compulsory-education'],
  gongan: ['household-registration'],
  minzheng: ['social-assistance', 'elderly-care'],
  sifa: ['public-legal-services'],
  caizheng: ['budgets-and-accounts'],
  renshe: ['employment', 'social-insurance'],
  ziran: ['rural-land-acquisition'],
  zhujian: ['affordable-housing', 'rural-housing-renovation'],
  nongye: ['agricultural-subsidies'],
  weijian: ['health'],
  yingji: ['work-safety', 'disaster-relief'],
  township: ['social-assistance', 'agricultural-subsidies', 'rural-housing-renovation'],
};

/** What takes over so much at once is told of in one entry for each organ. */
const quietly: RecordChange = () => undefined;

/**
 * Every organ takes over the templates it owes, since the first day of the records: 条例 art. 20 and 21 for its kind, and
 * those of its fields, as far as it publishes in their columns.
 *
 * @param columns the columns each organ has something to publish in, by its key
 * @returns the lines by organ
 */
export async function adoptCatalogues(
  trx: Trx,
  record: RecordChange,
  { countyId, now, place }: Loading,
  columns: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Map<string, CatalogueItem[]>> {
  const day = dayInChina(now);
  const by = { actor: systemActor('装入演示数据', countyId), now };
  const keys = new Map(place.organs.map(({ id, key }) => [id, key]));
  const adopted = new Map<string, CatalogueItem[]>();
  for (const organ of await listCatalogueOrgans(trx, countyId, day)) {
    const key = keys.get(organ.id) ?? '';
    if (key === governmentKey) continue;
    const fields = fieldsOf[key] ?? fieldsOf[organ.kind] ?? [];
    const own = columns.get(key) ?? new Set();
    const templates = listLibraries()
      .filter(({ suits }) => (suits as readonly string[]).includes(organ.kind))
      .flatMap(({ key: library, items }) =>
        items.filter(({ fieldKey, columnKey }) =>
          library.startsWith('article-') ? own.has(columnKey) : fields.includes(fieldKey ?? '') && own.has(columnKey),
        ),
      )
      .map((template) => template.key);
    if (templates.length === 0) continue;
    const entered = await enterTemplates(trx, quietly, by, organ, { templates, since: firstDay(now) });
    if (!entered.ok) throw new Error(entered.problem.message);
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

/** The line of a catalogue that a record is published for: of its field and column, or of its column. */
export function chooseLine(lines: readonly CatalogueItem[], item: Item): CatalogueItem | undefined {
  if (item.disclosure !== 'proactive') return undefined;
  const inColumn = lines.filter(({ columnKey, manner }) => columnKey === item.columnKey && manner === 'proactive');
  const inField = inColumn.filter(({ fieldKey }) => fieldKey !== undefined && fieldKey === item.fieldKey);
  const [best] = inField.length > 0 ? inField : inColumn.filter(({ fieldKey }) => fieldKey === undefined);
  return best;
}

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
