import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { creditCheckCharacter, organisationCheckCharacter } from '../organisation/domain/credit-code.ts';
import type { OrganKind } from '../organisation/domain/organ.ts';
import type { OrganProfile } from '../organisation/domain/organ-profile.ts';
import { type Role, roles } from '../organisation/domain/role.ts';
import { resourceFolder } from '../platform/config/resources.ts';

/** What seeds/demo/yunxi.json says; everything else follows from it, the same every time. */
interface Seed {
  county: { name: string; divisionCode: string };
  departments: { key: string; name: string; shortName: string }[];
  townships: { key: string; name: string; villages: string[] }[];
  surnames: string;
  givenNames: string[];
  password: string;
  secondFactorSecret: string;
}

/** An organ of the fictional county. */
export interface PlannedOrgan {
  /** What the people of the plan name it by. */
  key: string;
  /** Key of the organ above. */
  parent: string;
  kind: OrganKind;
  fullName: string;
  shortName: string;
  profile: Partial<OrganProfile>;
}

/** Somebody of the fictional county. */
export interface PlannedPerson {
  name: string;
  loginName: string;
  /** Key of the organ. */
  organ: string;
  jobTitle: string;
  roles: readonly Role[];
  /** Stands on the page for signing in. */
  shown: boolean;
}

/** The whole fictional county. */
export interface DemoPlan {
  county: { name: string; divisionCode: string; profile: Partial<OrganProfile>; officeProfile: Partial<OrganProfile> };
  organs: PlannedOrgan[];
  people: PlannedPerson[];
  memos: readonly PlannedMemo[];
  password: string;
  /** Of the administrators' second factor, in base32. */
  secondFactorSecret: string;
}

/** What lies on somebody's desk. */
export interface PlannedMemo {
  loginName: string;
  title: string;
  text: string;
  /** Days from the day the demonstration is loaded. */
  dueIn?: number;
}

const memos: readonly PlannedMemo[] = [
  {
    loginName: 'shiqiao.jingban',
    title: '核对本镇公开指南中的办公地址和电话',
    text: '党政办公室已搬到二楼，电话未变。改好后告知县政府办公室政务公开科。',
    dueIn: 0,
  },
  {
    loginName: 'shiqiao.jingban',
    title: '公开栏更新情况说明（初稿）',
    text: '本季度各村公开栏共更新两次。第一次为低保名单公示，第二次为……（待补充各村数字）',
    dueIn: 5,
  },
  { loginName: 'shiqiao.jingban', title: '整理信息员通讯录', text: '五个村（社区）的文书有变动的，请其确认。' },
  {
    loginName: 'shiqiao.fuzeren',
    title: '向分管领导汇报年度报告准备情况',
    text: '重点说明台账是否齐全。',
    dueIn: -1,
  },
  {
    loginName: 'xian.zhuguan',
    title: '通知各乡镇核对机构信息',
    text: '附导出的机构表，有误的于月底前反馈。',
    dueIn: 3,
  },
];

/** Keys of the two organs that a county is set up with. */
export const governmentKey = 'county';
export const officeKey = 'office';

/** The plan of the fictional county: 12 departments, 8 townships, 40 villages, people for every role. */
export function planDemo(): DemoPlan {
  const seed: Seed = JSON.parse(readFileSync(join(resourceFolder('seeds'), 'demo', 'yunxi.json'), 'utf8'));
  const { county, departments, townships } = seed;
  const write = profileWriter(county.divisionCode.slice(0, 6));
  const government = write('yunxi', county.divisionCode, `${county.name}政府大院`);
  const office = write('office', county.divisionCode, `${county.name}政府大院2号楼`);
  const organs = [
    ...departments.map(
      ({ key, name, shortName }): PlannedOrgan => ({
        key,
        parent: governmentKey,
        kind: 'department',
        fullName: county.name + name,
        shortName,
        profile: { ...write(key, county.divisionCode, `${county.name}政务中心`), disclosureOffice: '局办公室' },
      }),
    ),
    ...townships.flatMap((township, index) => townshipOrgans(county, township, index, write)),
  ];
  return {
    county: {
      ...county,
      profile: government,
      officeProfile: { ...office, disclosureOffice: '县政府办公室政务公开科' },
    },
    organs,
    people: nameAll(seed, [
      ...countyPeople(),
      ...departments.flatMap(departmentPeople),
      ...townships.flatMap(townshipPeople),
      ...laterPeople(seed),
    ]),
    memos,
    password: seed.password,
    secondFactorSecret: seed.secondFactorSecret,
  };
}

function townshipOrgans(
  county: Seed['county'],
  { key, name, villages }: Seed['townships'][number],
  index: number,
  write: ReturnType<typeof profileWriter>,
): PlannedOrgan[] {
  const isStreet = name.endsWith('街道');
  const code = county.divisionCode.slice(0, 6) + String((isStreet ? 1 : 100) + index).padStart(3, '0');
  return [
    {
      key,
      parent: governmentKey,
      kind: 'township',
      fullName: `${county.name}${name}${isStreet ? '办事处' : '人民政府'}`,
      shortName: name,
      profile: { ...write(key, `${code}000`, `${county.name}${name}兴业路1号`), disclosureOffice: '党政办公室' },
    },
    ...villages.map(
      (village, at): PlannedOrgan => ({
        key: villageKey(key, at),
        parent: key,
        kind: 'village',
        fullName: `${name}${village}${village.endsWith('社区') ? '居民委员会' : '村民委员会'}`,
        shortName: village,
        profile: {
          ...write(
            villageKey(key, at),
            `${code}${String((village.endsWith('社区') ? 1 : 201) + at).padStart(3, '0')}`,
            `${county.name}${name}${village}`,
          ),
          disclosureOffice: '村（居）务公开栏',
        },
      }),
    ),
  ];
}

const villageKey = (township: string, at: number): string => `${township}-${at + 1}`;

/** Writes codes and contact data that fit together and belong to nobody: telephone numbers here have seven digits from 8000001 on. */
function profileWriter(division: string) {
  let serial = 0;
  return (key: string, divisionCode: string, address: string): Partial<OrganProfile> => {
    serial += 1;
    const organisation = `0000${String(serial).padStart(4, '0')}`;
    const first17 = `11${division}${organisation}${organisationCheckCharacter(organisation)}`;
    const phone = String(8_000_000 + serial * 2 - 1);
    const fax = String(8_000_000 + serial * 2);
    const hours = '工作日 8:30—12:00，14:30—18:00';
    const email = `${key}@yunxi.example`;
    return {
      divisionCode,
      creditCode: first17 + creditCheckCharacter(first17),
      address,
      postcode: '999128',
      officeHours: hours,
      phone,
      fax,
      email,
      disclosureAddress: address,
      disclosureHours: hours,
      disclosurePhone: phone,
      disclosureFax: fax,
      disclosureEmail: email,
    };
  };
}

/** The township where one person has to hold several posts. */
const smallest = 'zhuling';

type Unnamed = Omit<PlannedPerson, 'name'>;

const person = (organ: string, login: string, jobTitle: string, held: readonly Role[], shown = false): Unnamed => ({
  organ,
  loginName: login,
  jobTitle,
  roles: held,
  shown,
});

const countyPeople = (): Unnamed[] => [
  person(officeKey, 'xian.zhuguan', '政务公开科科长', ['county-supervisor'], true),
  person(officeKey, 'xian.jingban', '政务公开科科员', ['county-supervisor', 'office-clerk']),
  person(officeKey, 'xian.fuzeren', '办公室副主任', ['office-head']),
  person(officeKey, 'xian.fenguan', '副县长', ['deputy-leader']),
  person(officeKey, 'xian.zhuyao', '县长', ['chief-leader']),
  person(officeKey, 'xitong', '信息中心工程师', ['system-administrator'], true),
  person(officeKey, 'anquan', '信息中心安全岗', ['security-administrator'], true),
  person(officeKey, 'shenji', '办公室督查岗', ['audit-administrator'], true),
];

const departmentPeople = ({ key }: { key: string }, index: number): Unnamed[] => [
  person(key, `${key}.jingban`, '办公室科员', ['office-clerk', 'information-officer'], index === 3),
  person(key, `${key}.fuzeren`, '办公室主任', ['office-head', 'department-head']),
  person(key, `${key}.fenguan`, '副局长', ['deputy-leader']),
  person(key, `${key}.zhuyao`, '局长', ['chief-leader']),
];

function townshipPeople({ key, name, villages }: Seed['townships'][number], index: number): Unnamed[] {
  const shown = index === 0;
  const head = name.endsWith('街道') ? '主任' : `${name.slice(-1)}长`;
  // The smallest township has one clerk for both, and one head for two reviews.
  const clerks =
    key === smallest
      ? [person(key, `${key}.jingban`, '党政办干事', ['office-clerk', 'information-officer'])]
      : [
          person(key, `${key}.xinxi`, '民政办干事', ['information-officer'], shown),
          person(key, `${key}.jingban`, '党政办干事', ['office-clerk'], shown),
        ];
  return [
    ...clerks,
    person(key, `${key}.bumen`, '民政办主任', ['department-head'], shown),
    person(
      key,
      `${key}.fuzeren`,
      '党政办主任',
      key === smallest ? ['office-head', 'secrecy-reviewer'] : ['office-head'],
      shown,
    ),
    person(key, `${key}.fenguan`, `副${head}`, ['deputy-leader'], shown),
    person(key, `${key}.zhuyao`, head, ['chief-leader'], shown),
    ...villages.map((_, at) =>
      person(villageKey(key, at), `${key}.cun${at + 1}`, '村（社区）文书', ['village-officer'], shown && at === 0),
    ),
  ];
}

/** Who came after the others were named. The smallest township has nobody else for the secrecy review. */
const laterPeople = ({ departments, townships }: Seed): Unnamed[] => [
  person(officeKey, 'xian.mishu', '秘书科科长', ['department-head']),
  person(officeKey, 'xian.baomi', '机要科科长', ['secrecy-reviewer']),
  ...departments.map(({ key }) => person(key, `${key}.baomi`, '机要员', ['secrecy-reviewer'])),
  ...townships
    .filter(({ key }) => key !== smallest)
    .map(({ key }) => person(key, `${key}.baomi`, '党政办机要员', ['secrecy-reviewer'], key === 'shiqiao')),
];

/** Gives everybody a name put together from two lists, so that nobody real is meant. */
function nameAll({ surnames, givenNames }: Seed, people: readonly Unnamed[]): PlannedPerson[] {
  const family = [...surnames];
  return people.map((each, at) => ({
    ...each,
    name: `${family[at % family.length]}${givenNames[(at * 3 + Math.floor(at / family.length)) % givenNames.length]}`,
  }));
}

/** The posts of somebody in words: 公开办经办人、信息员. */
export const postWords = ({ roles: held }: PlannedPerson): string => held.map((role) => roles[role].name).join('、');
