import { beforeAll, describe, expect, test } from 'vitest';
import { granted } from '../../tests/support/result.ts';
import { useSystem } from '../../tests/support/test-system.ts';
import type { DutyChoice } from '../catalogue/domain/duty.ts';
import type { Caller } from '../catalogue/service/caller.ts';
import { listColumnsOf, listContentsOf } from '../catalogue/service/columns.ts';
import { compareOrgans } from '../catalogue/service/comparison.ts';
import { type CoverageSum, getCoverage } from '../catalogue/service/coverage.ts';
import { type DutyQuery, listDutiesOf } from '../catalogue/service/duty-reading.ts';
import { listRemindersOf } from '../catalogue/service/reminders.ts';
import { dayInChina } from '../kernel/plain-date.ts';
import { loadAuthority } from '../organisation/index.ts';
import type { Db } from '../platform/db/index.ts';
import { loadDemo, loadDemoRecords } from './index.ts';

const now = new Date('2026-03-02T01:00:00Z');
const page = { page: 1, pageSize: 1 };
const [year, before] = [2026, 2025];

/** The numbers of a row, as the screens name the list each of them opens; all of them together by its name. */
const numbersOf = (sum: CoverageSum): [choice: DutyChoice | undefined, count: number][] => [
  ['due', sum.due],
  ['done', sum.done],
  ['overdue', sum.overdue],
  ['due-soon', sum['due-soon']],
  ['late', sum.late],
  [undefined, sum.owed + sum.waived],
];

describe('every number of the county opens a list of as many', () => {
  const system = useSystem();
  let db: Db;
  let county: Caller;
  let clerk: Caller;

  beforeAll(async () => {
    db = system.database.db;
    await loadDemo(db, system.ring, now);
    expect(await loadDemoRecords({ ...system, db }, now)).toEqual({ ok: true, value: true });
    const { id: countyId } = await db.selectFrom('organisationCounty').select('id').executeTakeFirstOrThrow();
    const callerOf = async (loginName: string): Promise<Caller> => {
      const { personId } = await db
        .selectFrom('authAccount')
        .select('personId')
        .where('loginName', '=', loginName)
        .executeTakeFirstOrThrow();
      const authority = await loadAuthority(db, countyId, personId, dayInChina(now));
      return { actor: { countyId, personId, name: loginName, from: '192.0.2.7' }, authority, now };
    };
    county = await callerOf('xian.zhuguan');
    clerk = await callerOf('shiqiao.jingban');
  });

  /** What the lists say where the screens say `numbers`. */
  const opened = async (caller: Caller, of: DutyQuery, sum: CoverageSum) => {
    const lists: [DutyChoice | undefined, number | string][] = [];
    for (const [status, count] of numbersOf(sum)) {
      // What is nothing leads nowhere.
      const list = count === 0 ? undefined : await listDutiesOf(db, caller, { ...of, status }, page);
      lists.push([status, list ? (list.ok ? list.value.total : list.problem.code) : 0]);
    }
    return lists;
  };

  test('of every organ, the county itself among them, year by year', async () => {
    for (const each of [before, year]) {
      const { organs } = granted(await compareOrgans(db, county, { year: each }));
      expect(organs.length).toBeGreaterThan(15);
      expect(organs[0]?.organ.kind).toBe('county');
      for (const { organ, sum, opens } of organs) {
        expect(opens).toBe(true);
        const of = { organId: organ.id, alone: true, year: each };
        expect([organ.shortName, await opened(county, of, sum)]).toEqual([organ.shortName, numbersOf(sum)]);
      }
    }
  });

  test('of every field, and of every organ in it', async () => {
    const { byField, cells } = granted(await getCoverage(db, county, { year: before, cells: true }));
    expect(cells.length).toBeGreaterThan(50);
    for (const { fieldKey, sum } of byField) {
      expect([fieldKey, await opened(county, { year: before, fieldKey }, sum)]).toEqual([fieldKey, numbersOf(sum)]);
    }
    for (const { organId, fieldKey, sum } of cells) {
      const status = sum.overdue > 0 ? 'overdue' : 'due';
      const list = await listDutiesOf(db, county, { organId, alone: true, year: before, fieldKey, status }, page);
      expect(granted(list).total).toBe(sum[status]);
    }
  });

  test('of every column, of what is empty and stale, and of the reminders of every organ', async () => {
    const { organs } = granted(await compareOrgans(db, county, { year }));
    let counted = 0;
    for (const { organ, empty, stale, reminders } of organs) {
      const of = { organId: organ.id, alone: true };
      const columns = granted(await listColumnsOf(db, county, of)).flatMap((each) => each.columns);
      expect(columns.filter(({ status }) => status !== 'fresh')).toHaveLength(empty + stale);
      for (const { columnKey, count } of columns) {
        const { contents } = granted(await listContentsOf(db, county, { organId: organ.id, columnKey }, page));
        expect([organ.shortName, columnKey, contents.total]).toEqual([organ.shortName, columnKey, count]);
        counted += count;
      }
      const unsettled = granted(await listRemindersOf(db, county, { ...of, state: 'unsettled' }, page));
      expect(unsettled.total).toBe(reminders);
    }
    expect(counted).toBeGreaterThan(1_000);
  });

  test('for a township, too, where it is a link; and where it is none the list is refused', async () => {
    const { organs } = granted(await compareOrgans(db, clerk, { year }));
    expect(organs.filter(({ opens }) => opens).map(({ organ }) => organ.shortName)).toEqual(['石桥镇']);
    for (const { organ, sum, opens } of organs) {
      // Who works below the county may look at its list, and finds his own there.
      if (organ.kind === 'county') continue;
      const lists = await opened(clerk, { organId: organ.id, alone: true, year }, sum);
      const refused = numbersOf(sum).map(([status, count]) => [status, count === 0 ? 0 : 'forbidden']);
      expect([organ.shortName, lists]).toEqual([organ.shortName, opens ? numbersOf(sum) : refused]);
    }
  });
});
