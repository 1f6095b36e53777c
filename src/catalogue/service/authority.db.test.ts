import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf } from '../../../tests/support/county.ts';
import { granted, problemOf, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { may, type Role, roleKeys } from '../../organisation/index.ts';
import { on, sampleContent } from '../domain/fixtures/items.ts';
import type { Caller } from './caller.ts';
import { changeItem, endItem, nameResponsible } from './changing.ts';
import { listColumnsOf } from './columns.ts';
import { getCoverage } from './coverage.ts';
import { getDuty, listDutiesOf } from './duty-reading.ts';
import { addItem, adoptTemplates } from './entering.ts';
import { applyImport, getImport, previewImport } from './imports.ts';
import { registerFormation, waiveDuty } from './owing.ts';
import { getReminder, sendReminder } from './reminders.ts';
import { getShownItem, listShownItems } from './showing.ts';

const database = useDatabase();
/** Stands for what the area publication knows. */
const findForbidden = (text: string) => (text.includes('机密★') ? ['密级标志'] : []);
const page = { page: 1, pageSize: 50 };

/** Two counties, each with a 石桥镇, and one with a 柳河乡; a monthly item at each. */
async function buildNeighbours() {
  const county = await buildCounty(database.db);
  const elsewhere = await buildCounty(database.db, '临河县');
  const at = async (of: typeof county, name: string) => {
    const organId = await buildOrgan(database.db, of, name);
    const place = { organId, path: [of.governmentId, organId] };
    const clerk = callerWith(of.countyId, 'office-clerk', place);
    const item = granted(
      await addItem(database.db, clerk, {
        organId,
        content: sampleContent({ limit: { kind: 'monthly', day: 10 } }),
        since: on('2026-01-15'),
      }),
    );
    const [duty] = granted(await listDutiesOf(database.db, clerk, { organId, status: 'overdue' }, page)).items;
    return { organId, place, clerk, item, dutyId: duty?.id ?? '' };
  };
  return {
    county,
    elsewhere,
    own: await at(county, '石桥镇'),
    neighbour: await at(county, '柳河乡'),
    namesake: await at(elsewhere, '石桥镇'),
  };
}

type Place = Awaited<ReturnType<typeof buildNeighbours>>['own'];

const csv = { name: '目录.csv', bytes: new TextEncoder().encode('一级事项,二级事项,公开内容\r\n甲,乙,丙\r\n') };

/** Everything that changes something of an organ, done by somebody. */
const changes: Record<string, (caller: Caller, at: Place) => Promise<{ ok: boolean }>> = {
  add: (caller, { organId }) => addItem(database.db, caller, { organId, content: sampleContent({ name: '另一项' }) }),
  adopt: (caller, { organId }) => adoptTemplates(database.db, caller, { organId, templates: ['article-20/2'] }),
  change: (caller, { item }) => changeItem(database.db, caller, item.id, 1, { content: { content: '改' } }),
  responsible: (caller, { organId, item }) =>
    nameResponsible(database.db, caller, organId, [{ id: item.id, version: 1 }], null),
  import: (caller, { organId }) => previewImport({ db: database.db, findForbidden }, caller, organId, csv),
  waive: (caller, { dutyId }) => waiveDuty(database.db, caller, dutyId, '没有'),
  register: (caller, { item }) =>
    registerFormation(database.db, caller, item.id, { title: '一件', formedOn: on('2026-03-01') }),
  remind: (caller, { organId, dutyId }) =>
    sendReminder(database.db, caller, { organId, text: '请公开', dutyIds: [dutyId], columnKeys: [] }),
  end: (caller, { item }) => endItem(database.db, caller, item.id, { version: 1, because: '职能划转' }),
};

describe('the catalogue of an organ', () => {
  test.each(Object.keys(changes))('is not touched by the neighbour: %s', async (name) => {
    const { own, neighbour } = await buildNeighbours();
    const refused = await (changes[name] as (typeof changes)[string])(neighbour.clerk, own);
    expect(problemOf(refused as never).code).toBe('forbidden');
  });

  test.each(Object.keys(changes))('is unknown to one of the same name in another county: %s', async (name) => {
    const { own, namesake } = await buildNeighbours();
    for (const [caller, at] of [
      [namesake.clerk, own],
      [own.clerk, namesake],
    ] as const) {
      const refused = await (changes[name] as (typeof changes)[string])(caller, at);
      expect(problemOf(refused as never).code).toBe('not-found');
    }
  });

  test('is not even told of across counties', async () => {
    const { own, namesake, elsewhere } = await buildNeighbours();
    const stranger = supervisorOf(elsewhere);
    for (const refused of [
      await listShownItems(database.db, stranger, own.organId, {}),
      await getShownItem(database.db, stranger, own.item.id),
      await getDuty(database.db, stranger, own.dutyId),
      await getCoverage(database.db, stranger, { organId: own.organId, year: 2026 }),
      await listColumnsOf(database.db, stranger, { organId: own.organId }),
    ]) {
      expect(problemOf(refused as never).code).toBe('not-found');
    }
    const all = granted(await listDutiesOf(database.db, stranger, {}, page)).items;
    expect(new Set(all.map(({ organId }) => organId))).toEqual(new Set([namesake.organId]));
    const reminder = granted(
      await sendReminder(database.db, supervisorOf({ ...elsewhere }), {
        organId: namesake.organId,
        text: '请公开',
        dutyIds: [namesake.dutyId],
        columnKeys: [],
      }),
    );
    expect(problemOf(await getReminder(database.db, own.clerk, reminder.id)).code).toBe('not-found');
  });

  test('cannot be changed with the items of another organ slipped in', async () => {
    const { own, neighbour } = await buildNeighbours();
    const items = [{ id: neighbour.item.id, version: 1 }];
    expect(refusalOf(await nameResponsible(database.db, own.clerk, own.organId, items, null))).toContain(
      '没有这个公开事项',
    );
  });

  test('is not imported into by who may not, once somebody else has read the file', async () => {
    const { own, neighbour } = await buildNeighbours();
    const { id } = granted(await previewImport({ db: database.db, findForbidden }, own.clerk, own.organId, csv));
    expect(problemOf(await applyImport(database.db, neighbour.clerk, id)).code).toBe('forbidden');
    expect(granted(await getImport(database.db, own.clerk, id)).status).toBe('pending');
  });

  test.each(roleKeys)('is changed by %s at the organ as far as the table of rights says', async (role: Role) => {
    const { county, own } = await buildNeighbours();
    const caller = callerWith(county.countyId, role, own.place);
    const act = { register: 'draft-items', remind: 'send-reminders' } as Record<
      string,
      'draft-items' | 'send-reminders'
    >;
    for (const [name, change] of Object.entries(changes)) {
      const allowed = may(act[name] ?? 'manage-catalogue')(caller.authority).ok;
      const outcome = await change(caller, own);
      const forbidden = !outcome.ok && problemOf(outcome as never).code === 'forbidden';
      expect([name, forbidden]).toEqual([name, !allowed]);
    }
  });
});
