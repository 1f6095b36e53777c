import { isAdministrator, type Role, roleKeys } from './role.ts';

/**
 * How far a role reaches with an act, from the organ of the post.
 *
 * - `own`: that organ only.
 * - `subtree`: that organ and all below it.
 * - `county`: every organ of the county.
 */
export type Reach = 'own' | 'subtree' | 'county';

/** Something that can be done, and by whom. */
interface ActRow {
  /** A phrase with a verb that fits after 不能 and 可以: 维护机构设置. */
  name: string;
  /** Whether it touches what is published or answered; the 三员 never do. */
  content: boolean;
  reach: Partial<Record<Role, Reach>>;
}

const each = (keys: readonly Role[], reach: Reach): Partial<Record<Role, Reach>> =>
  Object.fromEntries(keys.map((key) => [key, reach]));

const everyone = roleKeys;
const office = ['office-clerk', 'office-head'] as const;
const leaders = ['deputy-leader', 'chief-leader'] as const;
const administrators = roleKeys.filter(isAdministrator);

/** Who may do what, and how far it reaches: one line for one act, for all areas. What is not here nobody may do. */
export const acts = {
  'read-organs': { name: '查看机构信息', content: false, reach: each(everyone, 'county') },
  'maintain-organs': { name: '维护机构设置', content: true, reach: { 'county-supervisor': 'county' } },
  'maintain-contacts': {
    name: '维护机构联系信息',
    content: true,
    reach: { ...each(office, 'subtree'), 'county-supervisor': 'county' },
  },
  'read-people': {
    name: '查看人员信息',
    content: false,
    reach: {
      ...each(everyone, 'own'),
      ...each([...office, ...leaders], 'subtree'),
      ...each(['county-supervisor', ...administrators], 'county'),
    },
  },
  'manage-accounts': {
    name: '管理人员账号',
    content: false,
    reach: { 'system-administrator': 'county' },
  },
  // Not for who gives new passwords: the two together would open any account.
  'remove-second-factors': {
    name: '解除他人的动态验证码',
    content: false,
    reach: { 'security-administrator': 'county' },
  },
  'assign-posts': { name: '任免岗位', content: false, reach: { 'security-administrator': 'county' } },
  'delegate-posts': {
    name: '办理他人岗位的委托',
    content: false,
    reach: { 'security-administrator': 'county' },
  },
  'hand-over': {
    name: '办理他人的工作移交',
    content: false,
    reach: { 'office-head': 'subtree', 'security-administrator': 'county' },
  },
  'read-audit': { name: '查阅审计记录', content: false, reach: { 'audit-administrator': 'county' } },
  'manage-jobs': { name: '管理后台任务', content: false, reach: { 'system-administrator': 'county' } },
  'manage-settings': { name: '修改系统参数', content: false, reach: { 'system-administrator': 'county' } },
  'manage-security': { name: '修改安全参数', content: false, reach: { 'security-administrator': 'county' } },
} as const satisfies Record<string, ActRow>;

/** The key of an act. */
export type Act = keyof typeof acts;

/** Every act, in the order of the table. */
export const actKeys = Object.keys(acts) as Act[];

/** How far a role reaches with an act; undefined when it may not do it at all. */
export const reachOf = (act: Act, role: Role): Reach | undefined => (acts[act].reach as ActRow['reach'])[role];

/** The roles that may do something somewhere. */
export const rolesFor = (act: Act): Role[] => roleKeys.filter((role) => reachOf(act, role) !== undefined);
