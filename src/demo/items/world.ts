import type { Random } from '../../kernel/random.ts';
import type { Role } from '../../organisation/domain/role.ts';
import { type DemoPlan, officeKey, type PlannedPerson } from '../plan.ts';
import { drawCreditCode } from './names.ts';
import type { ItemSeeds } from './seeds.ts';

/** An organ of the county as the records see it. */
export interface WorldOrgan {
  key: string;
  kind: 'department' | 'township';
  fullName: string;
  shortName: string;
  /** 石桥镇, or 云溪县 for who acts for all of it. */
  place: string;
  /** 机关代字. */
  code: string;
  office: string;
  phone: string;
  fax: string;
  address: string;
  head: string;
  headTitle: string;
  creditCode: string;
  villages: readonly string[];
  /** Keys of the villages, in the same order. */
  villageKeys: readonly string[];
  maskStyle: 'somebody' | 'star';
  /** The later the slower: extra working days, and how likely something goes wrong. */
  diligence: 'good' | 'usual' | 'poor';
  /** Who has a role here. */
  holders(role: Role): readonly PlannedPerson[];
}

/** The county as the records see it. */
export interface World {
  organs: readonly WorldOrgan[];
  townships: readonly string[];
  departments: readonly string[];
  villages: readonly string[];
  names: ItemSeeds['names'];
  person(loginName: string): PlannedPerson;
  creditCode(random: Random): string;
}

const poor = ['fenglin', 'zhuling', 'ziran'];
const good = ['shiqiao', 'qingquan', 'office', 'caizheng', 'renshe'];

/** The county of the plan, with what texts say of its organs. */
export function makeWorld(plan: DemoPlan, names: ItemSeeds['names']): World {
  const people = new Map(plan.people.map((person) => [person.loginName, person]));
  const atOrgan = Map.groupBy(plan.people, ({ organ }) => organ);
  const holdersAt = (organ: string) => (role: Role) =>
    (atOrgan.get(organ) ?? []).filter(({ roles }) => roles.includes(role));
  const office: WorldOrgan = describe(
    { key: officeKey, kind: 'department', fullName: `${plan.county.name}人民政府办公室`, shortName: '县政府办公室' },
    plan.county.officeProfile,
  );
  const others = plan.organs.flatMap(({ key, kind, fullName, shortName, profile }) =>
    kind === 'village' ? [] : [describe({ key, kind: kind as WorldOrgan['kind'], fullName, shortName }, profile)],
  );
  function describe(
    { key, kind, fullName, shortName }: Pick<WorldOrgan, 'key' | 'kind' | 'fullName' | 'shortName'>,
    profile: DemoPlan['county']['profile'],
  ): WorldOrgan {
    const villages = plan.organs.filter(({ parent }) => parent === key);
    const [head] = holdersAt(key)('chief-leader');
    return {
      key,
      kind,
      fullName,
      shortName,
      place: kind === 'township' ? shortName : plan.county.name,
      code: names.codes[key] ?? key,
      office: `${kind === 'township' ? shortName : shortName.replace(/^县政府办公室$/, '县政府')}${kind === 'township' ? '党政办公室' : '办公室'}`,
      phone: profile.phone ?? '',
      fax: profile.fax ?? '',
      address: profile.address ?? '',
      head: head?.name ?? '',
      headTitle: head?.jobTitle ?? '',
      creditCode: profile.creditCode ?? '',
      villages: villages.map((village) => village.shortName),
      villageKeys: villages.map((village) => village.key),
      maskStyle: key.length % 2 === 0 ? 'star' : 'somebody',
      diligence: poor.includes(key) ? 'poor' : good.includes(key) ? 'good' : 'usual',
      holders: holdersAt(key),
    };
  }
  const organs = [office, ...others];
  return {
    organs,
    townships: others.filter(({ kind }) => kind === 'township').map(({ shortName }) => shortName),
    departments: others.filter(({ kind }) => kind === 'department').map(({ shortName }) => shortName),
    villages: others.flatMap(({ shortName, villages }) => villages.map((village) => shortName + village)),
    names,
    person: (loginName) => {
      const found = people.get(loginName);
      if (!found) throw new Error(`the demonstration has nobody called ${loginName}`);
      return found;
    },
    creditCode: (random) => drawCreditCode(random),
  };
}
