import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf } from '../../../tests/support/county.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import type { Role } from '../../organisation/index.ts';
import { on, sampleContent } from '../domain/fixtures/items.ts';
import type { Caller } from './caller.ts';
import { nameResponsible } from './changing.ts';
import { listColumnsOf } from './columns.ts';
import { compareOrgans } from './comparison.ts';
import { getCoverage } from './coverage.ts';
import { getDuty, listDutiesOf } from './duty-reading.ts';
import { addItem } from './entering.ts';
import { registerFormation, waiveDuty } from './owing.ts';
import { getReminder, listRemindersOf, sendReminder } from './reminders.ts';
import { listShownItems } from './showing.ts';

const database = useDatabase();
const page = { page: 1, pageSize: 50 };

/** 石桥镇 with 东桥村, 柳河乡 and the county government, each reminded of what it owes since February. */
async function buildReminded() {
  const county = await buildCounty(database.db);
  const supervisor = supervisorOf(county);
  const town = await buildOrgan(database.db, county, '石桥镇');
  const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: town });
  const neighbour = await buildOrgan(database.db, county, '柳河乡');
  const paths = {
    county: [county.governmentId],
    office: [county.governmentId, county.officeId],
    town: [county.governmentId, town],
    village: [county.governmentId, town, village],
    neighbour: [county.governmentId, neighbour],
  };
  type Place = keyof typeof paths;
  const placeOf = (name: Place) => ({ organId: paths[name].at(-1) ?? '', path: paths[name] });
  const person = (role: Role, at: Place) => callerWith(county.countyId, role, placeOf(at));
  const owed = async (at: Place) => {
    const { organId } = placeOf(at);
    const content = sampleContent({ limit: { kind: 'monthly', day: 10 } });
    const item = granted(await addItem(database.db, supervisor, { organId, content, since: on('2026-01-15') }));
    const choice = { organId, alone: true, status: 'overdue' } as const;
    const [duty] = granted(await listDutiesOf(database.db, supervisor, choice, page)).items;
    const dutyIds = [duty?.id ?? ''];
    const { id } = granted(
      await sendReminder(database.db, supervisor, { organId, text: `请${at}尽快办理`, dutyIds, columnKeys: [] }),
    );
    return { organId, item, dutyId: duty?.id ?? '', reminderId: id };
  };
  const of = { town: await owed('town'), neighbour: await owed('neighbour'), county: await owed('county') };
  return { county, supervisor, person, of, village };
}

type Reminded = Awaited<ReturnType<typeof buildReminded>>;

/** Every way to a duty and to a reminder of an organ, and whether each of them shows it. */
async function waysTo(caller: Caller, { organId, dutyId, reminderId }: Reminded['of']['town']) {
  const duties = async (choice: object) => {
    const listed = await listDutiesOf(database.db, caller, choice, page);
    return listed.ok && listed.value.items.some(({ id }) => id === dutyId);
  };
  const reminders = async (choice: object) => {
    const listed = await listRemindersOf(database.db, caller, choice, page);
    return listed.ok && listed.value.items.some(({ id }) => id === reminderId);
  };
  return {
    duty: (await getDuty(database.db, caller, dutyId)).ok,
    'duty in the list of all': await duties({}),
    'duty in the list of the organ': await duties({ organId, alone: true }),
    reminder: (await getReminder(database.db, caller, reminderId)).ok,
    'reminder in the list of all': await reminders({}),
    'reminder in the list of the organ': await reminders({ organId, alone: true }),
  };
}

const at = (town: boolean, neighbour = false, county = false) => ({ town, neighbour, county });

/** Who stands where, and whose duties and reminders he reads. */
const table: [role: Role, place: 'county' | 'office' | 'town' | 'village', reads: ReturnType<typeof at>][] = [
  ['information-officer', 'town', at(true)],
  ['department-head', 'town', at(true)],
  ['office-clerk', 'town', at(true)],
  ['office-head', 'town', at(true)],
  ['secrecy-reviewer', 'town', at(true)],
  ['deputy-leader', 'town', at(true)],
  ['chief-leader', 'town', at(true)],
  ['village-officer', 'village', at(false)],
  ['information-officer', 'office', at(false)],
  ['office-clerk', 'office', at(false)],
  ['office-clerk', 'county', at(true, true, true)],
  ['chief-leader', 'county', at(true, true, true)],
  ['information-officer', 'county', at(false, false, true)],
  ['county-supervisor', 'office', at(true, true, true)],
  ['system-administrator', 'town', at(false)],
  ['security-administrator', 'town', at(false)],
  ['audit-administrator', 'town', at(false)],
];

describe('duties and reminders of an organ', () => {
  test('are read by it, by who stands above it and by the county department, whatever the way to them', async () => {
    const { person, of } = await buildReminded();
    for (const [role, place, reads] of table) {
      for (const name of ['town', 'neighbour', 'county'] as const) {
        const ways = await waysTo(person(role, place), of[name]);
        const expected = Object.fromEntries(Object.keys(ways).map((way) => [way, reads[name]]));
        expect({ role, place, of: name, ...ways }).toEqual({ role, place, of: name, ...expected });
      }
    }
  });

  test('are refused with who can help', async () => {
    const { person, of } = await buildReminded();
    const clerk = person('office-clerk', 'town');
    const { organId, dutyId, reminderId } = of.neighbour;
    for (const refused of [
      await getDuty(database.db, clerk, dutyId),
      await getReminder(database.db, clerk, reminderId),
      await listDutiesOf(database.db, clerk, { organId }, page),
      await listRemindersOf(database.db, clerk, { organId }, page),
    ]) {
      expect(refusalOf(refused as never)).toMatch(/查看公开任务和催办的范围.*不包括这个单位。请与/);
    }
  });

  test('are read by the village whose post answers for the item, those and no others', async () => {
    const { person, of, supervisor, village } = await buildReminded();
    const { organId, item } = of.town;
    const other = granted(
      await addItem(database.db, supervisor, {
        organId,
        content: sampleContent({ name: '另一项', limit: { kind: 'monthly', day: 10 } }),
        since: on('2026-01-15'),
      }),
    );
    granted(
      await nameResponsible(database.db, supervisor, organId, [{ id: item.id, version: 1 }], {
        role: 'village-officer',
        organId: village,
      }),
    );
    const villager = person('village-officer', 'village');
    expect(new Set(Object.values(await waysTo(villager, of.town)))).toEqual(new Set([true]));
    const listed = granted(await listDutiesOf(database.db, villager, {}, page)).items;
    expect(new Set(listed.map(({ itemId }) => itemId))).toEqual(new Set([item.id]));
    expect(granted(await listDutiesOf(database.db, villager, { itemId: other.id }, page)).total).toBe(0);
  });
});

test('of other organs a township sees the catalogue and counts, and no words, reasons or names', async () => {
  const { person, of, supervisor, county } = await buildReminded();
  const { organId, dutyId } = of.neighbour;
  const own = person('office-clerk', 'neighbour');
  const eventual = granted(
    await addItem(database.db, own, { organId, content: sampleContent({ name: '另一项' }), since: on('2026-01-15') }),
  );
  granted(
    await registerFormation(database.db, own, eventual.id, { title: '尚未公开的一件', formedOn: on('2026-02-27') }),
  );
  granted(await waiveDuty(database.db, own, dutyId, '二月没有支出'));
  const clerk = person('office-clerk', 'town');
  const compared = granted(await compareOrgans(database.db, clerk, { year: 2026 }));
  const covered = granted(await getCoverage(database.db, clerk, { year: 2026, cells: true }));
  const everything = JSON.stringify([
    compared,
    covered,
    granted(await listColumnsOf(database.db, clerk, { organId })),
    granted(await listShownItems(database.db, clerk, organId, {})),
  ]);
  for (const word of ['请neighbour尽快办理', '二月没有支出', '尚未公开的一件']) expect(everything).not.toContain(word);
  expect(compared.organs.find(({ organ }) => organ.id === organId)).toMatchObject({
    sum: { waived: 1 },
    reminders: 0,
    opens: false,
  });
  expect(covered.opens).toBe(false);
  const opens = (found: { organ: { id: string }; opens: boolean }[]) =>
    found
      .filter((each) => each.opens)
      .map(({ organ }) => organ.id)
      .sort();
  expect(opens(compared.organs)).toEqual([of.town.organId]);
  expect(opens(covered.byOrgan)).toEqual([of.town.organId]);
  const { organs } = granted(await compareOrgans(database.db, supervisor, { year: 2026 }));
  expect(opens(organs)).toEqual([county.governmentId, county.officeId, of.town.organId, organId].sort());
});
