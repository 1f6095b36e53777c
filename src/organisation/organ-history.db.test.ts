import { expect, test } from 'vitest';
import { buildCounty, buildOrgan, supervisorOf } from '../../tests/support/county.ts';
import { granted } from '../../tests/support/result.ts';
import { useDatabase } from '../../tests/support/test-database.ts';
import { getPlainDate } from '../kernel/plain-date.ts';
import { findSuccessor, getRegister, listOrgansOfYear } from './index.ts';
import { recordOrganEvent } from './service/organ-events.ts';

const database = useDatabase();

test('a report knows which organs there were, and an old record finds who stands for its organ today', async () => {
  const { db } = database;
  const county = await buildCounty(db);
  const [stone, willow] = [await buildOrgan(db, county, '石桥镇'), await buildOrgan(db, county, '柳河乡')];
  granted(
    await recordOrganEvent(db, supervisorOf(county), stone, {
      version: 2,
      day: getPlainDate('2025-06-01'),
      change: { kind: 'merged', successorId: willow },
    }),
  );
  const names = (organs: { shortName: string }[]) => organs.map(({ shortName }) => shortName).sort();
  const { duringYear, atYearEnd } = await listOrgansOfYear(db, county.countyId, 2025);
  expect(names(duringYear)).toEqual(['云溪县', '政府办公室', '柳河乡', '石桥镇'].sort());
  expect(names(atYearEnd)).toEqual(['云溪县', '政府办公室', '柳河乡'].sort());
  expect(names((await listOrgansOfYear(db, county.countyId, 2026)).duringYear)).not.toContain('石桥镇');
  expect(await findSuccessor(db, county.countyId, stone, getPlainDate('2025-05-31'))).toBe(stone);
  expect(await findSuccessor(db, county.countyId, stone, getPlainDate('2026-01-01'))).toBe(willow);
  expect((await getRegister(db, county.countyId)).histories.get(stone)?.map(({ status }) => status)).toEqual([
    'living',
    'merged',
  ]);
});
