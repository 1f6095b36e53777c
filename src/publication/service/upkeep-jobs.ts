import type { CalendarListener } from '../../calendar/index.ts';
import { systemActor } from '../../kernel/actor.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import { conflict, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { defineJob, type HandledJob, handledBy } from '../../platform/jobs/index.ts';
import { lockItem } from '../store/items.ts';
import { listReckoned, setDueDay } from '../store/upkeep.ts';
import { listAffectedBy } from '../store/validity.ts';
import type { PublicationDeps } from './deps.ts';
import { dueDayOf } from './due-days.ts';
import { settleValidity } from './validity.ts';

const settle = defineJob({ name: 'publication-validity', label: '文件有效性每日核对', schedule: '5 0 * * *' });

/** What is done about items by itself, day by day. */
export const upkeepJobs = ({ db }: Pick<PublicationDeps, 'db'>): HandledJob[] => [
  handledBy(settle, async (_, { now, signal }) => {
    await settleDocuments(db, now, signal);
  }),
];

/**
 * Marks what a new day changes of 有效性: documents whose 有效期 is over are 失效, those that a newer one repeals from
 * this day on are 废止. @returns how many were marked
 */
export async function settleDocuments(db: Db, now: Date, signal?: AbortSignal): Promise<number> {
  const day = dayInChina(now);
  let marked = 0;
  for (const { countyId, id } of await listAffectedBy(db, day)) {
    if (signal?.aborted) return marked;
    const done = await write(db, systemActor('系统（有效性核对）', countyId), now, async (trx, record) => {
      await lockItem(trx, countyId, id);
      return (await settleValidity(trx, record, countyId, id, day)) ? success(true) : conflict('没有变动');
    });
    if (done.ok) marked += 1;
  }
  return marked;
}

/**
 * Reckons anew when items have to be public, after a notice or a local holiday changed the days of a period: for those
 * that are not public yet.
 */
export const reckonItemsAnew =
  (db: Db): CalendarListener =>
  async (change, now) => {
    const touched = Map.groupBy(await listReckoned(db, change), ({ countyId }) => countyId);
    for (const [countyId, items] of touched) {
      await write(db, systemActor('系统（工作日调整）', countyId), now, async (trx, record) => {
        let changed = 0;
        for (const item of items) {
          const dueOn = await dueDayOf(trx, item);
          if (dueOn === item.dueOn) continue;
          await setDueDay(trx, countyId, item.id, dueOn);
          changed += 1;
        }
        if (changed === 0) return conflict('没有变动');
        const label = `${change.from}至${change.to}`;
        record({
          action: 'item.reckon',
          record: { kind: 'publication-item', id: countyId, label },
          after: { rows: changed },
        });
        return success(true);
      });
    }
  };
