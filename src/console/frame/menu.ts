/** A screen that stands in the menu. */
export interface MenuEntry {
  /** The word by which the server says that a person may open it. */
  key: string;
  /** For everybody who is signed in: what is there is their own. */
  own?: true;
  path: string;
  /** Other addresses whose pages belong to it. */
  also?: readonly string[];
  label: string;
}

/** Entries that belong together, below their heading where they have one. */
export interface MenuGroup {
  heading?: string;
  entries: readonly MenuEntry[];
}

/** Every screen of the menu, in its order, in groups as they are set apart on the page. */
const groups: readonly MenuGroup[] = [
  { entries: [{ key: 'today', path: '/today', label: '今天要办' }] },
  {
    heading: '主动公开',
    entries: [
      {
        key: 'items',
        path: '/publication/items',
        also: ['/publication/batches', '/publication/imports'],
        label: '公开信息',
      },
      { key: 'reviews', path: '/publication/reviews', label: '待办审查' },
      { key: 'channels', path: '/publication/channels', label: '渠道发布' },
      { key: 'catalogue', path: '/catalogue', label: '公开目录' },
      {
        key: 'coverage',
        path: '/catalogue/coverage',
        also: ['/catalogue/duties', '/catalogue/reminders'],
        label: '公开进度',
      },
      { key: 'figures', path: '/publication/figures', label: '发布统计' },
      { key: 'upkeep', path: '/upkeep', label: '日常维护' },
    ],
  },
  {
    heading: '单位和人员',
    entries: [
      { key: 'organs', path: '/organs', label: '机构' },
      { key: 'people', path: '/people', label: '人员与岗位' },
      { key: 'hand-overs', own: true, path: '/people/hand-overs', label: '工作移交' },
      { key: 'calendar', own: true, path: '/calendar', label: '工作日历' },
    ],
  },
  {
    heading: '系统管理',
    entries: [
      { key: 'audit', path: '/audit', label: '审计' },
      { key: 'jobs', path: '/jobs', label: '后台任务' },
      { key: 'settings', path: '/settings', label: '系统设置' },
    ],
  },
  { entries: [{ key: 'account', own: true, path: '/account', label: '我的账号' }] },
];

/**
 * The menu of a person: what the server lets them open, in groups, without empty ones.
 *
 * @param allowed keys from the session; words this console does not know are passed over
 */
export function menuFor(allowed: readonly string[]): MenuGroup[] {
  return groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => mayOpen(entry, allowed)) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Whether a person may open a screen of the menu. */
export const mayOpen = ({ key, own }: MenuEntry, allowed: readonly string[]): boolean =>
  own === true || allowed.includes(key);

/**
 * The entry a page belongs to: the longest path the address begins with.
 *
 * @example `/people/123/hand-over` belongs to `/people`, `/people/hand-overs/4` to `/people/hand-overs`.
 */
export function entryAt(address: string): MenuEntry | undefined {
  const found = groups.flatMap(({ entries }) =>
    entries.flatMap((entry) => [entry.path, ...(entry.also ?? [])].map((path) => ({ entry, path }))),
  );
  return found
    .filter(({ path }) => `${address}/`.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]?.entry;
}
