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
const writers = ['information-officer', 'village-officer', 'department-head'] as const;
const content = roleKeys.filter((role) => !isAdministrator(role));
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
  'maintain-calendar': { name: '维护工作日历', content: true, reach: { 'county-supervisor': 'county' } },
  'read-catalogue': { name: '查看公开事项目录', content: false, reach: each(content, 'county') },
  // What stands in the list of duties is not public yet, and reminders and reasons are between an organ and who is above it.
  'read-duties': {
    name: '查看公开任务和催办',
    content: false,
    reach: {
      ...each(writers, 'own'),
      ...each([...office, ...leaders, 'secrecy-reviewer'], 'subtree'),
      'county-supervisor': 'county',
    },
  },
  'manage-catalogue': {
    name: '维护公开事项目录',
    content: true,
    reach: { ...each(office, 'subtree'), 'county-supervisor': 'county' },
  },
  'send-reminders': {
    name: '发出催办',
    content: true,
    reach: { 'office-head': 'subtree', 'county-supervisor': 'county' },
  },
  'read-items': {
    name: '查看公开信息的办理情况',
    content: false,
    reach: {
      ...each(writers, 'own'),
      ...each([...office, ...leaders, 'secrecy-reviewer'], 'subtree'),
      'county-supervisor': 'county',
    },
  },
  'draft-items': {
    name: '起草公开信息',
    content: true,
    reach: { ...each(writers, 'own'), ...each(office, 'subtree') },
  },
  'check-items': { name: '部门检查', content: true, reach: { 'department-head': 'subtree' } },
  'review-secrecy': { name: '保密审查', content: true, reach: { 'secrecy-reviewer': 'subtree' } },
  'review-items': { name: '公开办复审', content: true, reach: { 'office-head': 'subtree' } },
  'approve-items': { name: '分管领导审核', content: true, reach: { 'deputy-leader': 'subtree' } },
  'approve-important-items': { name: '主要领导审核', content: true, reach: { 'chief-leader': 'subtree' } },
  'publish-items': { name: '发布公开信息', content: true, reach: each(office, 'subtree') },
  'publish-urgently': { name: '紧急发布', content: true, reach: each(leaders, 'subtree') },
  'withdraw-items': {
    name: '撤回已发布信息',
    content: true,
    reach: { ...each(['office-head', ...leaders], 'subtree'), 'county-supervisor': 'county' },
  },
  // For organs where one person holds several posts: the second pair of eyes 条例 art. 17 needs.
  'give-second-eyes': { name: '代行第二人审查', content: true, reach: { 'county-supervisor': 'county' } },
  'answer-referrals': { name: '答复报请确定的事项', content: true, reach: { 'county-supervisor': 'county' } },
  'manage-channels': {
    name: '办理各渠道发布',
    content: true,
    reach: { 'information-officer': 'own', 'village-officer': 'own', ...each(office, 'subtree') },
  },
  'connect-channels': {
    name: '接入微信公众号',
    content: true,
    reach: { 'office-head': 'subtree', 'county-supervisor': 'county' },
  },
  'configure-publication': { name: '设置公开审查流程', content: true, reach: { 'county-supervisor': 'county' } },
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
