import { type Calendar, type CalendarListener, loadCalendar } from '../../calendar/index.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import { planDuties } from '../domain/duty.ts';
import { fulfilmentOf } from '../domain/fulfilment.ts';
import type { CatalogueItem } from '../domain/item.ts';
import { dueDayFor } from '../domain/time-limit.ts';
import { listCounties } from '../store/counties.ts';
import {
  deleteOpen,
  fulfilDuties,
  insertDuties,
  listMatchable,
  listOpenAcross,
  listOpenOwn,
  moveDueDay,
  type OrganDuty,
} from '../store/duties.ts';
import { type Evidence, listLiveEvidence } from '../store/evidence.ts';
import { listItemsByIds, listOwedItems } from '../store/items.ts';

/** How many items are taken at once. */
const batch = 500;

/**
 * Puts down the duties a county has by itself, up to some three months ahead. Doing it twice changes nothing.
 *
 * @returns how many duties were new
 */
export async function putDownDuties(db: Db, countyId: string, now: Date): Promise<number> {
  const calendar = await loadCalendar(db, countyId);
  let made = 0;
  let after: string | undefined;
  do {
    const items = await listOwedItems(db, countyId, after, batch);
    made += await db.transaction().execute((trx) => putDown(trx, items, calendar, now));
    after = items.length === batch ? items.at(-1)?.id : undefined;
  } while (after !== undefined);
  return made;
}

/** Puts down what items owe by themselves; what is there already stays. */
export async function putDown(
  trx: Trx,
  items: readonly CatalogueItem[],
  calendar: Calendar,
  now: Date,
): Promise<number> {
  const day = dayInChina(now);
  const planned = items.flatMap((item) => planDuties(item, day, calendar).map((plan) => asDuty(item, plan)));
  const [first] = items;
  if (!first) return 0;
  let made = 0;
  // Each duty has a dozen columns, and a statement at most 65535 values.
  for (let at = 0; at < planned.length; at += 2_000) {
    made += await insertDuties(trx, first.countyId, planned.slice(at, at + 2_000), now);
  }
  return made;
}

const asDuty = (item: CatalogueItem, plan: ReturnType<typeof planDuties>[number]): OrganDuty => ({
  ...plan,
  id: newId(),
  organId: item.organId,
  fieldKey: item.fieldKey,
  registered: true,
  state: 'open',
});

/**
 * Brings the open duties of an item in line with what it says now: takes away what is not due yet and no longer owed,
 * moves what is due on another day, puts down what is new. What is overdue stays owed.
 */
export async function reconcileDuties(trx: Trx, item: CatalogueItem, calendar: Calendar, now: Date): Promise<void> {
  const { countyId } = item;
  const day = dayInChina(now);
  const planned = planDuties(item, day, calendar);
  const open = (await listOpenOwn(trx, countyId, item.id)).filter(({ dueOn }) => dueOn === undefined || dueOn > day);
  const gone: string[] = [];
  for (const duty of open) {
    const dueOn = dueDayNow(item, duty, planned, calendar);
    if (dueOn === 'not owed') gone.push(duty.id);
    else if (dueOn !== duty.dueOn) await moveDueDay(trx, countyId, duty.id, dueOn);
  }
  await deleteOpen(trx, countyId, gone);
  await putDown(trx, [item], calendar, now);
  await matchLeft(trx, item, item.limit.kind === 'on-change' ? 'all' : 'spare');
}

/** The last day of an open duty as the item says it now. */
function dueDayNow(
  item: CatalogueItem,
  duty: OrganDuty,
  planned: ReturnType<typeof planDuties>,
  calendar: Calendar,
): PlainDate | undefined | 'not owed' {
  if (duty.kind !== 'event') {
    const plan = planned.find(({ kind, period }) => kind === duty.kind && period === duty.period);
    return plan ? plan.dueOn : 'not owed';
  }
  if (item.endedOn !== undefined || item.manner !== 'proactive') return 'not owed';
  // What was formed under another limit keeps the day it had.
  return duty.beginsOn < item.limitSince ? duty.dueOn : dueDayFor(item.limit, duty.beginsOn, calendar);
}

/**
 * Lets what is public for an item fulfil duties that are open.
 *
 * @param which `spare`: only what fulfils nothing yet, one turn needing one publication; `all` for what stands for good
 */
export async function matchLeft(trx: Trx, item: CatalogueItem, which: 'spare' | 'all'): Promise<void> {
  if ((await listOpenOwn(trx, item.countyId, item.id)).length === 0) return;
  for (const evidence of await listLiveEvidence(trx, item.countyId, item.id, which)) {
    await match(trx, item, evidence, undefined);
  }
}

/** Lets a publication fulfil what waits for it; with a calendar a duty that became known by it is put down too. */
export async function match(
  trx: Trx,
  item: CatalogueItem,
  evidence: Evidence,
  calendar: Calendar | undefined,
): Promise<void> {
  const { countyId, id: itemId, organId, fieldKey, limit } = item;
  const { formedOn, publishedOn, recordId, title } = evidence;
  const duties = await listMatchable(trx, countyId, itemId, recordId);
  const fulfilment = fulfilmentOf(limit, duties, { recordId, title, formedOn, publishedOn });
  if (fulfilment.kind === 'duties') await fulfilDuties(trx, countyId, fulfilment.ids, evidence);
  if (fulfilment.kind !== 'new' || !calendar) return;
  const dueOn = dueDayFor(limit, formedOn, calendar);
  const duty: OrganDuty = {
    id: newId(),
    organId,
    itemId,
    fieldKey,
    kind: 'event',
    title,
    beginsOn: formedOn,
    dueOn,
    registered: false,
    state: 'done',
    doneOn: publishedOn,
    evidenceId: evidence.id,
  };
  await insertDuties(trx, countyId, [duty], new Date(`${publishedOn}T00:00:00Z`));
}

/** Reckons the last days of open duties anew where days within a span have become worked or free. */
export const reckonDutiesAnew =
  (db: Db): CalendarListener =>
  async ({ countyId, from, to }) => {
    for (const county of countyId === undefined ? await listCounties(db) : [countyId]) {
      const calendar = await loadCalendar(db, county);
      await db.transaction().execute(async (trx) => {
        const duties = await listOpenAcross(trx, county, from, to);
        const items = new Map(
          (await listItemsByIds(trx, county, [...new Set(duties.map(({ itemId }) => itemId))])).map((item) => [
            item.id,
            item,
          ]),
        );
        for (const duty of duties) {
          const item = items.get(duty.itemId);
          if (!item || duty.beginsOn < item.limitSince) continue;
          const dueOn = dueDayFor(item.limit, duty.beginsOn, calendar);
          if (dueOn !== duty.dueOn) await moveDueDay(trx, county, duty.id, dueOn);
        }
      });
    }
  };
