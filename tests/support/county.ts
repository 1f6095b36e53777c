import { systemActor } from '../../src/kernel/actor.ts';
import type { Authority } from '../../src/organisation/domain/authority.ts';
import type { OrganPlace } from '../../src/organisation/domain/organ.ts';
import type { Role } from '../../src/organisation/domain/role.ts';
import { setUpCounty } from '../../src/organisation/service/counties.ts';
import { addOrgan, type OrganDraft } from '../../src/organisation/service/organ-draft.ts';
import { write } from '../../src/platform/audit/index.ts';
import { type Db, newId } from '../../src/platform/db/index.ts';

/** The day and hour of the tests. */
export const testNow = new Date('2026-03-02T01:30:00Z');

/** A county of a test, with its government and the 政府办公室. */
export interface TestCounty {
  countyId: string;
  governmentId: string;
  officeId: string;
}

let counties = 0;

/** Sets up a county by the way the program has; each gets a code of its own. */
export async function buildCounty(db: Db, name = '云溪县'): Promise<TestCounty> {
  const countyId = newId();
  counties += 1;
  const divisionCode = `9901${String(counties).padStart(2, '0')}000000`;
  const built = await write(db, systemActor('测试', countyId), testNow, (trx, record) =>
    setUpCounty(trx, record, { by: '测试', now: testNow }, { id: countyId, name, divisionCode }),
  );
  if (!built.ok) throw new Error(built.problem.message);
  return built.value;
}

/** Registers an organ below the county government, or where the draft says. */
export async function buildOrgan(
  db: Db,
  county: TestCounty,
  shortName: string,
  draft: Partial<OrganDraft> = {},
): Promise<string> {
  const built = await write(db, systemActor('测试', county.countyId), testNow, (trx, record) =>
    addOrgan(
      trx,
      record,
      { countyId: county.countyId, by: '测试', now: testNow },
      { kind: 'township', fullName: `${shortName}人民政府`, shortName, parentId: county.governmentId, ...draft },
    ),
  );
  if (!built.ok) throw new Error(built.problem.message);
  return built.value.id;
}

/** Somebody with one post, as a route or a service meets them. */
export function callerWith(countyId: string, role: Role, place: OrganPlace, { name = '李小云', now = testNow } = {}) {
  const personId = newId();
  const authority: Authority = { countyId, personId, posts: [{ role, place, source: { kind: 'own' } }] };
  return { actor: { countyId, personId, name, from: '192.0.2.7' }, authority, now };
}

/** The 县主管部门 of a county. */
export const supervisorOf = (
  { countyId, governmentId, officeId }: TestCounty,
  options?: { name?: string; now?: Date },
) => callerWith(countyId, 'county-supervisor', { organId: officeId, path: [governmentId, officeId] }, options);
