import { sql } from 'kysely';
import type { Trx } from '../platform/db/index.ts';
import type { Identifiers } from './items/standing.ts';
import { governmentKey, officeKey, planDemo } from './plan.ts';

/** What the plan names by keys, as the database has it. */
export interface Places extends Identifiers {
  organs: readonly { key: string; id: string; name: string }[];
  codes(organId: string): { creditCode: string; divisionCode: string };
  organName(organId: string): string;
  /** Who heads the office that is in charge of disclosure. */
  leader(key: string): { id: string; name: string };
}

interface OrganRow {
  id: string;
  fullName: string;
  shortName: string;
  creditCode: string;
  divisionCode: string;
}

/** Finds the organs and people of the plan in the database it was loaded into. */
export async function findPlaces(trx: Trx, countyId: string): Promise<Places> {
  const plan = planDemo();
  const { rows: organs } = await sql<OrganRow>`
    SELECT organ.id, version.full_name, version.short_name, organ.credit_code, organ.division_code
    FROM organisation_organ organ JOIN organisation_organ_version version
      ON version.county_id = organ.county_id AND version.organ_id = organ.id
    WHERE organ.county_id = ${countyId} AND version.valid_until IS NULL`.execute(trx);
  const { rows: people } = await sql<{ id: string; name: string; loginName: string }>`
    SELECT person.id, person.name, account.login_name
    FROM organisation_person person JOIN auth_account account
      ON account.county_id = person.county_id AND account.person_id = person.id
    WHERE person.county_id = ${countyId}`.execute(trx);
  const names: readonly [string, string][] = [
    [governmentKey, `${plan.county.name}人民政府`],
    [officeKey, `${plan.county.name}人民政府办公室`],
    ...plan.organs.map(({ key, fullName }): [string, string] => [key, fullName]),
  ];
  const byName = new Map(organs.map((organ) => [organ.fullName, organ]));
  const byKey = new Map(names.map(([key, name]) => [key, byName.get(name)]));
  const byId = new Map(organs.map((organ) => [organ.id, organ]));
  const byLogin = new Map(people.map((person) => [person.loginName, person]));
  const person = (loginName: string) => must(byLogin.get(loginName), `person ${loginName}`);
  return {
    countyId,
    organ: (key) => must(byKey.get(key), `organ ${key}`).id,
    person,
    codes: (id) => must(byId.get(id), `organ ${id}`),
    organName: (id) => must(byId.get(id), `organ ${id}`).shortName,
    leader: (key) => person(key === officeKey ? 'xian.fuzeren' : `${key}.fuzeren`),
    organs: names.flatMap(([key]) => {
      const organ = byKey.get(key);
      return organ ? [{ key, id: organ.id, name: organ.shortName }] : [];
    }),
  };
}

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the demonstration has no ${what}`);
  return found;
}
