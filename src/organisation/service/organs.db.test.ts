import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf, testNow } from '../../../tests/support/county.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { recordOrganEvent, withdrawOrganEvent } from './organ-events.ts';
import { getOrganDetail, listOrganTree, searchForOrgans } from './organ-reading.ts';
import { changeOrgan, createOrgan } from './organs.ts';

const database = useDatabase();
const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
const day = getPlainDate;

describe('the organs of a county', () => {
  test('begin with the county government and the office in charge below it', async () => {
    const county = await buildCounty(database.db);
    const tree = await listOrganTree(database.db, supervisorOf(county), {});
    expect(tree.map(({ fullName, parentId }) => [fullName, parentId])).toEqual([
      ['云溪县人民政府', null],
      ['云溪县人民政府办公室', county.governmentId],
    ]);
  });

  test('are listed from the top down, siblings in their order', async () => {
    const county = await buildCounty(database.db);
    const stone = await buildOrgan(database.db, county, '石桥镇', { sortOrder: 2 });
    await buildOrgan(database.db, county, '柳河乡', { sortOrder: 1 });
    await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: stone });
    const tree = await listOrganTree(database.db, supervisorOf(county), {});
    expect(tree.map(({ shortName }) => shortName)).toEqual(['云溪县', '政府办公室', '柳河乡', '石桥镇', '东桥村']);
  });

  test('of another county are never among them', async () => {
    const [one, other] = [await buildCounty(database.db), await buildCounty(database.db, '青岭县')];
    const id = await buildOrgan(database.db, other, '石桥镇');
    const caller = supervisorOf(one);
    expect((await listOrganTree(database.db, caller, {})).map((each) => each.id)).not.toContain(id);
    expect(refusalOf(await getOrganDetail(database.db, caller, id))).toContain('没有这个机构');
    expect(refusalOf(await changeOrgan(database.db, caller, id, { version: 1, sortOrder: 5 }))).toContain(
      '没有这个机构',
    );
  });

  test.each([
    ['石桥', ['石桥镇', '石桥村']],
    ['9901', ['云溪县', '政府办公室']],
    ['县政府办', ['政府办公室']],
    ['%', []],
    ['青岭', []],
  ])('are found by “%s”', async (words, names) => {
    const county = await buildCounty(database.db);
    const stone = await buildOrgan(database.db, county, '石桥镇');
    await buildOrgan(database.db, county, '石桥村', { kind: 'village', parentId: stone });
    const found = await searchForOrgans(database.db, supervisorOf(county), { words }, { page: 1, pageSize: 20 });
    expect(found.items.map(({ shortName }) => shortName)).toEqual(names);
    expect(found.total).toBe(names.length);
  });
});

describe('registering an organ', () => {
  test('is for who keeps the tree only', async () => {
    const county = await buildCounty(database.db);
    const place = { organId: county.governmentId, path: [county.governmentId] };
    for (const role of ['office-clerk', 'office-head', 'chief-leader', 'system-administrator'] as const) {
      const caller = callerWith(county.countyId, role, place);
      const refused = await createOrgan(database.db, caller, {
        kind: 'township',
        fullName: '石桥镇人民政府',
        shortName: '石桥镇',
        parentId: county.governmentId,
      });
      expect(refused).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    }
  });

  test('tells every wrong field at its place', async () => {
    const county = await buildCounty(database.db);
    const refused = await createOrgan(database.db, supervisorOf(county), {
      kind: 'township',
      fullName: ' ',
      shortName: '石桥镇',
      parentId: county.governmentId,
      profile: { divisionCode: '990199101000', creditCode: '119901230000000190', email: 'nobody', postcode: '12345' },
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    if (refused.ok) return;
    expect(refused.problem.fields?.map(({ field }) => field)).toEqual([
      'fullName',
      'divisionCode',
      'creditCode',
      'postcode',
      'email',
    ]);
  });

  test('takes a code as it was copied, and keeps it as it is written', async () => {
    const county = await buildCounty(database.db);
    const id = await buildOrgan(database.db, county, '石桥镇', {
      profile: { creditCode: ' １１９９０１２３００ ０００００１９ｒ ' },
    });
    const detail = granted(await getOrganDetail(database.db, supervisorOf(county), id));
    expect(detail.profile.creditCode).toBe('11990123000000019R');
  });

  test('refuses the credit code of another living organ, and lets a successor have that of one that ended', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const profile = { creditCode: '11990123000000019R' };
    const first = await buildOrgan(database.db, county, '石桥镇', { profile });
    const draft = { kind: 'township', parentId: county.governmentId, profile } as const;
    const again = { ...draft, fullName: '柳河乡人民政府', shortName: '柳河乡' };
    expect(await createOrgan(database.db, caller, again)).toMatchObject({
      ok: false,
      problem: { code: 'credit-code-taken', fields: [{ field: 'creditCode' }] },
    });
    granted(
      await recordOrganEvent(database.db, caller, first, {
        version: 2,
        day: day('2026-01-01'),
        change: { kind: 'abolished' },
      }),
    );
    granted(await createOrgan(database.db, caller, again));
  });
});

describe('what happens to an organ', () => {
  test('moves everything below it along', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const bureau = await buildOrgan(database.db, county, '市场监管局', { kind: 'department' });
    const township = await buildOrgan(database.db, county, '石桥镇');
    const station = await buildOrgan(database.db, county, '石桥监管所', { kind: 'station', parentId: bureau });
    granted(
      await recordOrganEvent(database.db, caller, station, {
        version: 2,
        day: day('2026-03-01'),
        change: { kind: 'moved', parentId: township },
      }),
    );
    const on = async (text: string) =>
      granted(await getOrganDetail(database.db, caller, station, day(text))).path.map(({ id }) => id);
    expect(await on('2026-02-28')).toEqual([county.governmentId, bureau, station]);
    expect(await on('2026-03-01')).toEqual([county.governmentId, township, station]);
  });

  test('on a day to come changes nothing until then', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const id = await buildOrgan(database.db, county, '石桥乡');
    const change = { kind: 'renamed', fullName: '石桥镇人民政府', shortName: '石桥镇' } as const;
    granted(await recordOrganEvent(database.db, caller, id, { version: 2, day: day('2026-07-01'), change }));
    const nameOn = async (text: string) =>
      granted(await getOrganDetail(database.db, caller, id, day(text))).current.shortName;
    expect(await nameOn('2026-06-30')).toBe('石桥乡');
    expect(await nameOn('2026-07-01')).toBe('石桥镇');
  });

  test('takes the organs below along when it ends, if the clerk says where to', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const [stone, willow] = [
      await buildOrgan(database.db, county, '石桥镇'),
      await buildOrgan(database.db, county, '柳河乡'),
    ];
    const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: stone });
    const merger = { version: 2, day: day('2026-03-01'), change: { kind: 'merged', successorId: willow } } as const;
    expect(refusalOf(await recordOrganEvent(database.db, caller, stone, merger))).toContain(
      '其下还有 1 个机构（东桥村）',
    );
    granted(await recordOrganEvent(database.db, caller, stone, { ...merger, childrenTo: willow }));
    const detail = granted(await getOrganDetail(database.db, caller, village));
    expect(detail.path.map(({ shortName }) => shortName)).toEqual(['云溪县', '柳河乡', '东桥村']);
    const ended = granted(await getOrganDetail(database.db, caller, stone));
    expect(ended.current.status).toBe('merged');
    expect(ended.successors).toEqual([{ id: willow, shortName: '柳河乡' }]);
  });

  test('is told in the audit as what happened, with what it changed of the organ and nothing else', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const [stone, willow] = [
      await buildOrgan(database.db, county, '石桥镇'),
      await buildOrgan(database.db, county, '柳河乡'),
    ];
    const merger = { version: 2, day: day('2026-03-01'), change: { kind: 'merged', successorId: willow } } as const;
    granted(await recordOrganEvent(database.db, caller, stone, merger));
    const { before, after } = await database.db
      .selectFrom('auditEntry')
      .select(['before', 'after'])
      .where('action', '=', 'organ.merged')
      .where('recordId', '=', stone)
      .executeTakeFirstOrThrow();
    expect(parsed(before)).toEqual({ status: 'living' });
    const eventId = granted(await getOrganDetail(database.db, caller, stone)).events.at(-1)?.id;
    expect(parsed(after)).toEqual({ status: 'merged', day: '2026-03-01', change: '并入柳河乡', eventId });
  });

  test('that did not end after all has again below it what was moved away with its end', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const [stone, willow] = [
      await buildOrgan(database.db, county, '石桥镇'),
      await buildOrgan(database.db, county, '柳河乡'),
    ];
    const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: stone });
    const merger = { version: 2, day: day('2026-03-01'), change: { kind: 'merged', successorId: willow } } as const;
    granted(await recordOrganEvent(database.db, caller, stone, { ...merger, childrenTo: willow }));
    const eventId = granted(await getOrganDetail(database.db, caller, stone)).events.at(-1)?.id ?? '';
    granted(await withdrawOrganEvent(database.db, caller, stone, { version: 3, eventId, because: '文件看错' }));
    const detail = granted(await getOrganDetail(database.db, caller, village));
    expect(detail.path.map(({ shortName }) => shortName)).toEqual(['云溪县', '石桥镇', '东桥村']);
    expect(detail.events.at(-1)?.withdrawn?.because).toBe('文件看错');
  });

  test('that ended is in lists only when asked for', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const id = await buildOrgan(database.db, county, '石桥镇');
    granted(
      await recordOrganEvent(database.db, caller, id, {
        version: 2,
        day: day('2026-03-01'),
        change: { kind: 'abolished' },
      }),
    );
    const names = async (filter: object) =>
      (await listOrganTree(database.db, caller, filter)).map(({ shortName }) => shortName);
    expect(await names({})).toEqual(['云溪县', '政府办公室']);
    expect(await names({ ended: true })).toEqual(['云溪县', '政府办公室', '石桥镇']);
    expect(await names({ day: day('2026-02-28') })).toEqual(['云溪县', '政府办公室', '石桥镇']);
    expect(await names({ day: day('1900-01-01'), ended: true })).toEqual([]);
    expect(await names({ kind: 'department' })).toEqual(['政府办公室']);
    expect(await names({ withinId: county.officeId })).toEqual(['政府办公室']);
  });

  test('recorded wrongly is withdrawn, and stays in sight as withdrawn', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const id = await buildOrgan(database.db, county, '石桥镇');
    granted(
      await recordOrganEvent(database.db, caller, id, {
        version: 2,
        day: day('2026-03-01'),
        change: { kind: 'abolished' },
      }),
    );
    const abolished = granted(await getOrganDetail(database.db, caller, id));
    expect(abolished.current.status).toBe('abolished');
    const eventId = abolished.events.at(-1)?.id ?? '';
    granted(await withdrawOrganEvent(database.db, caller, id, { version: 3, eventId, because: '文件看错' }));
    const restored = granted(await getOrganDetail(database.db, caller, id));
    expect(restored.current.status).toBe('living');
    expect(restored.events.at(-1)?.withdrawn).toEqual({ at: testNow, by: '李小云', because: '文件看错' });
  });
});
