import { expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, testNow } from '../../../tests/support/county.ts';
import { buildPerson } from '../../../tests/support/people.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import type { Role } from '../domain/role.ts';
import { todayOfOrganisation } from './today.ts';

const database = useDatabase();

test('a county that was just set up is led to its first organs, step by step', async () => {
  const { db } = database;
  const county = await buildCounty(db);
  const { countyId, governmentId, officeId } = county;
  const idsFor = async (role: Role) => {
    const { authority } = callerWith(countyId, role, { organId: officeId, path: [governmentId, officeId] });
    return (await todayOfOrganisation(db)(authority, testNow)).map(({ id }) => id);
  };
  expect(await idsFor('system-administrator')).toEqual(['nobody-in-charge']);
  expect(await idsFor('security-administrator')).toEqual([]);

  await buildPerson(db, county, '李小云', officeId);
  expect(await idsFor('system-administrator')).toEqual(['nobody-in-charge']);
  expect(await idsFor('security-administrator')).toEqual(['people-without-post']);

  await buildPerson(db, county, '王小溪', officeId, 'county-supervisor');
  expect(await idsFor('system-administrator')).toEqual([]);
  expect(await idsFor('county-supervisor')).toEqual(['organs-missing']);

  await buildOrgan(db, county, '石桥镇');
  expect(await idsFor('county-supervisor')).toEqual([]);
  expect(await idsFor('office-clerk')).toEqual([]);
});
