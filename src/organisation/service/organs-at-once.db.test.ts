import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf, type TestCounty } from '../../../tests/support/county.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { placeAll } from '../domain/organ-register.ts';
import { recordOrganEvent } from './organ-events.ts';
import { getOrganDetail, getRegister } from './organ-reading.ts';
import { changeOrgan, createOrgan } from './organs.ts';

const database = useDatabase();
const rounds = [1, 2, 3, 4, 5, 6];

const township = (county: TestCounty, shortName: string) =>
  ({ kind: 'township', fullName: `${shortName}人民政府`, shortName, parentId: county.governmentId }) as const;

/** What is stored of names, places and days is what follows from the events. */
async function expectStoredAsComputed({ countyId }: TestCounty): Promise<void> {
  const computed = [...placeAll(await getRegister(database.db, countyId)).values()].flat();
  const stored = await database.db
    .selectFrom('organisationOrganVersion')
    .select(['organId', 'validFrom', 'validUntil', 'status', 'kind', 'fullName', 'shortName', 'parentId', 'path'])
    .where('countyId', '=', countyId)
    .execute();
  const line = (each: object) => JSON.stringify(each);
  expect(stored.map(line).sort()).toEqual(
    computed
      .map(({ organId, from, until = null, status, kind, fullName, shortName, parentId = null, path }) =>
        line({ organId, validFrom: from, validUntil: until, status, kind, fullName, shortName, parentId, path }),
      )
      .sort(),
  );
}

describe('two people at once', () => {
  test('who change the same organ: one is told who was first, and when', async () => {
    const county = await buildCounty(database.db);
    const id = await buildOrgan(database.db, county, '石桥镇');
    const change = (name: string, phone: string) =>
      changeOrgan(database.db, supervisorOf(county, { name }), id, { version: 2, profile: { phone } });
    const both = await Promise.all([change('王明', '0999-1111111'), change('李芳', '0999-2222222')]);
    const first = both[0]?.ok ? '王明' : '李芳';
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.map(refusalOf).join('')).toBe(
      `“石桥镇”已由${first}于 2026-03-02 09:30 修改，您看到的不是最新内容。请刷新后核对，再办理您的修改。`,
    );
    const detail = granted(await getOrganDetail(database.db, supervisorOf(county), id));
    expect(detail.profile.phone).toBe(first === '王明' ? '0999-1111111' : '0999-2222222');
    expect(detail.changedBy).toBe(first);
  });

  test('who register the same organ: it is there once', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const tried = await Promise.all(rounds.map(() => createOrgan(database.db, caller, township(county, '石桥镇'))));
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tried.map(refusalOf)).toContain('同一上级之下已有“石桥镇人民政府”，请核对是否重复登记。');
  });

  test('who give two organs one credit code: one of them is refused', async () => {
    const county = await buildCounty(database.db);
    const ids = [await buildOrgan(database.db, county, '石桥镇'), await buildOrgan(database.db, county, '柳河乡')];
    const profile = { creditCode: '11990123000000019R' };
    const tried = await Promise.all(
      ids.map((id) => changeOrgan(database.db, supervisorOf(county), id, { version: 2, profile })),
    );
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tried.map(refusalOf).join('')).toContain('已由其他机构使用');
  });

  test.each(rounds)('one abolishing a township, one adding a village to it: never both (%i)', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const id = await buildOrgan(database.db, county, '石桥镇');
    const [abolished, added] = await Promise.all([
      recordOrganEvent(database.db, caller, id, {
        version: 2,
        day: getPlainDate('2026-03-02'),
        change: { kind: 'abolished' },
      }),
      createOrgan(database.db, caller, {
        kind: 'village',
        fullName: '东桥村村民委员会',
        shortName: '东桥村',
        parentId: id,
        setUpOn: getPlainDate('2026-03-02'),
      }),
    ]);
    expect([abolished.ok, added.ok].filter(Boolean)).toHaveLength(1);
    await expectStoredAsComputed(county);
  });

  test.each(rounds)(
    'one moving an organ, one adding another below it: the new one stands in the new place (%i)',
    async () => {
      const county = await buildCounty(database.db);
      const caller = supervisorOf(county);
      const [stone, willow] = [
        await buildOrgan(database.db, county, '石桥镇'),
        await buildOrgan(database.db, county, '市场监管局', { kind: 'department' }),
      ];
      const station = await buildOrgan(database.db, county, '监管所', { kind: 'station', parentId: stone });
      const [moved, added] = await Promise.all([
        recordOrganEvent(database.db, caller, station, {
          version: 2,
          day: getPlainDate('2026-03-02'),
          change: { kind: 'moved', parentId: willow },
        }),
        createOrgan(database.db, caller, { ...township(county, '桃园乡'), profile: { phone: '0999-1234567' } }),
      ]);
      granted(moved);
      granted(added);
      const detail = granted(await getOrganDetail(database.db, caller, station));
      expect(detail.path.map(({ id }) => id)).toEqual([county.governmentId, willow, station]);
      await expectStoredAsComputed(county);
    },
  );
});

describe('contact data', () => {
  test('is kept by the office of the organ or one above, within its own part of the tree', async () => {
    const county = await buildCounty(database.db);
    const [stone, willow] = [
      await buildOrgan(database.db, county, '石桥镇'),
      await buildOrgan(database.db, county, '柳河乡'),
    ];
    const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: stone });
    const caller = callerWith(county.countyId, 'office-clerk', { organId: stone, path: [county.governmentId, stone] });
    const edit = { version: 2, profile: { phone: '0999-1234567' } };
    granted(await changeOrgan(database.db, caller, stone, edit));
    granted(await changeOrgan(database.db, caller, village, edit));
    expect(refusalOf(await changeOrgan(database.db, caller, willow, edit))).toContain('不包括这个单位');
    const codes = { version: 3, profile: { divisionCode: '990123101000' } };
    expect(refusalOf(await changeOrgan(database.db, caller, stone, codes))).toContain('不能维护机构设置');
  });

  test('is no longer kept by the old office once the organ has been moved', async () => {
    const county = await buildCounty(database.db);
    const [stone, willow] = [
      await buildOrgan(database.db, county, '石桥镇'),
      await buildOrgan(database.db, county, '柳河乡'),
    ];
    const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: stone });
    granted(
      await recordOrganEvent(database.db, supervisorOf(county), village, {
        version: 2,
        day: getPlainDate('2026-03-02'),
        change: { kind: 'moved', parentId: willow },
      }),
    );
    const caller = callerWith(county.countyId, 'office-clerk', { organId: stone, path: [county.governmentId, stone] });
    const refused = await changeOrgan(database.db, caller, village, { version: 3, profile: { phone: '0999-1234567' } });
    expect(refusalOf(refused)).toContain('不包括这个单位');
  });
});
