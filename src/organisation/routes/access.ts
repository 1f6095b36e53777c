import type { Route } from '../../platform/http/api/index.ts';
import type { Authority } from '../domain/authority.ts';
import { type Role, roleKeys, roles } from '../domain/role.ts';

/** What decides about a route of any area. */
export type AccessibleRoute = Pick<Route<Authority>, 'method' | 'path' | 'summary' | 'access'>;

const countyId = '00000000-0000-4000-8000-000000000001';
const organId = '00000000-0000-4000-8000-000000000002';

/** Somebody who has one role, and nothing else. */
const holderOf = (role: Role): Authority => ({
  countyId,
  personId: '00000000-0000-4000-8000-000000000003',
  posts: [{ role, place: { organId, path: [organId] }, source: { kind: 'own' } }],
});

/** Whether who has this role, or is signed in without any, may call a route at all. */
export function mayCall({ access }: Pick<AccessibleRoute, 'access'>, role: Role | undefined): boolean {
  if (typeof access !== 'function') return true;
  return access(role ? holderOf(role) : { ...holderOf('information-officer'), posts: [] }).ok;
}

/** Who may call which address, as a page: made from the policies that the gate asks. */
export function accessMarkdown(routes: readonly AccessibleRoute[]): string {
  // By code unit: the same on every machine, whatever its language.
  const sorted = [...routes].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const names = roleKeys.map((role) => roles[role].name);
  return [
    '# Who may call what',
    '',
    'Generated from the policies of the routes by `npm run generate`. A dot: the role may call the address. How far it',
    'reaches there (own organ, subtree, county) is decided record by record from the table in',
    '`src/organisation/domain/acts.ts`. 所有人员: everybody who is signed in, each for what is their own.',
    '',
    `| 地址 | 事项 | 所有人员 | ${names.join(' | ')} |`,
    `| --- | --- | ${['', ...names].map(() => ':-:').join(' | ')} |`,
    ...sorted.map(
      (route) =>
        `| \`${route.method} ${route.path}\` | ${route.summary} | ${everybodyWord(route)} | ${roleKeys
          .map((role) => (mayCall(route, role) ? '●' : ''))
          .join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

const keyOf = ({ path, method }: AccessibleRoute): string => `${path} ${method}`;

function everybodyWord({ access }: AccessibleRoute): string {
  if (access === 'anyone') return '不需登录';
  if (access === 'session') return '登录中';
  return access === 'signed-in' ? '●' : '';
}
