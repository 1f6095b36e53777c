/**
 * The roles somebody can have at an organ.
 *
 * `administration` are the 三员 of GB/T 22239-2019, 8.1.5 (安全管理中心): system, security and audit
 * management, each by somebody else, none of them with a hand in the content.
 */
export const roles = {
  'information-officer': { name: '信息员', group: 'content' },
  'department-head': { name: '部门负责人', group: 'content' },
  // 保密法实施条例 art. 42: who reviews before disclosure is to be named.
  'secrecy-reviewer': { name: '保密审查员', group: 'content' },
  'office-clerk': { name: '公开办经办人', group: 'content' },
  'office-head': { name: '公开办负责人', group: 'content' },
  'deputy-leader': { name: '分管领导', group: 'content' },
  'chief-leader': { name: '主要领导', group: 'content' },
  'village-officer': { name: '村级信息员', group: 'content' },
  'county-supervisor': { name: '县主管部门', group: 'content' },
  'system-administrator': { name: '系统管理员', group: 'administration' },
  'security-administrator': { name: '安全管理员', group: 'administration' },
  'audit-administrator': { name: '审计管理员', group: 'administration' },
} as const satisfies Record<string, { name: string; group: 'content' | 'administration' }>;

/** The key of a role, as the database keeps it. */
export type Role = keyof typeof roles;

/** One of the 三员. */
export type Administrator = { [R in Role]: (typeof roles)[R]['group'] extends 'administration' ? R : never }[Role];

/** Roles whose holder stands above a 公开办负责人; who works under them does not look into their desks. */
const superiors: readonly Role[] = ['deputy-leader', 'chief-leader', 'county-supervisor'];

/** Whether one of the roles stands above a 公开办负责人. */
export const isSuperior = (held: readonly Role[]): boolean => held.some((role) => superiors.includes(role));

/** Every role, the content ones first. */
export const roleKeys = Object.keys(roles) as [Role, ...Role[]];

/** Whether a role is one of the 三员. */
export const isAdministrator = (role: Role): role is Administrator => roles[role].group === 'administration';

/** The 三员. */
export const administratorKeys = roleKeys.filter(isAdministrator);

/** Whether a text is the key of a role. */
export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);

/** The role of this key; throws when there is none, so only for what a program wrote. */
export function getRole(text: string): Role {
  if (!isRole(text)) throw new Error(`not a role: ${text}`);
  return text;
}

/** 系统管理员、安全管理员, in the order of the table. */
export const nameRoles = (keys: readonly Role[]): string =>
  roleKeys
    .filter((key) => keys.includes(key))
    .map((key) => roles[key].name)
    .join('、');
