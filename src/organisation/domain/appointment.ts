import type { PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, forbidden, invalid, type Result, success } from '../../kernel/result.ts';
import type { Authority } from './authority.ts';
import { type OrganKind, organKindNames } from './organ.ts';
import type { CountyPlace } from './place.ts';
import { type Grant, mayAt } from './policy.ts';
import { isOpen, overlap, type Post, type Term } from './post.ts';
import { isAdministrator, type Role, roles } from './role.ts';
import { type HeldRole, mayHold } from './separation.ts';

/** Where a role makes sense; the roles that are not here may be had at an organ of any kind. */
const kindsOf: Partial<Record<Role, readonly OrganKind[]>> = {
  'village-officer': ['village'],
  'county-supervisor': ['county', 'department'],
  // They serve the whole county; a small township has none of its own.
  'system-administrator': ['county', 'department'],
  'security-administrator': ['county', 'department'],
  'audit-administrator': ['county', 'department'],
};

/** Who is to be given which post. */
export interface Appointment {
  person: { id: string; name: string; active: boolean };
  role: Role;
  at: CountyPlace & { kind: OrganKind };
  term: Term;
}

/**
 * Whether a post may be given by somebody to somebody.
 *
 * @param held all roles of the person, his own and those he fills in for, that are not over
 * @param posts the person's own posts
 */
export function mayAppoint(
  by: Authority,
  { person, role, at, term }: Appointment,
  held: readonly HeldRole[],
  posts: readonly Post[],
  today: PlainDate,
): Result<Grant> {
  const grant = mayAt(by, 'assign-posts', at);
  if (!grant.ok) return grant;
  if (person.id === by.personId) return forbidden('任何人不得给自己任命岗位，请由另一名安全管理员办理。');
  const fits = mayBeAppointed({ person, role, at, term }, held, posts, today);
  return fits.ok ? grant : fits;
}

/** Whether somebody can have a post, whoever gives it. */
export function mayBeAppointed(
  { person, role, at, term }: Appointment,
  held: readonly HeldRole[],
  posts: readonly Post[],
  today: PlainDate,
): Result<true> {
  if (!person.active) return failure('person-closed', `${person.name}的账号已经注销，不能再任命岗位。`);
  if (term.to !== undefined && (term.to < term.from || term.to < today)) {
    return invalid([{ field: 'to', message: '任期的截止日期不能早于起始日期，也不能早于今天。' }]);
  }
  const kinds = kindsOf[role];
  if (kinds && !kinds.includes(at.kind)) {
    const names = kinds.map((kind) => organKindNames[kind]).join('、');
    return invalid([{ field: 'role', message: `${roles[role].name}只能设在${names}，请改选单位或岗位。` }]);
  }
  const same = posts.find(
    (post) =>
      post.role === role && post.organId === at.place.organId && isOpen(post, today) && overlap(post.term, term),
  );
  if (same) return conflict(`${person.name}在该单位已任${roles[role].name}，任期有重叠，不必重复任命。`);
  return mayHold(held, { role, term });
}

/**
 * Whether a post of one of the 三员 may end: not while nobody else holds the role, for then nobody
 * could give it back.
 *
 * @param others how many others have the role without end, with an open account
 */
export function mayVacate(role: Role, others: number): Result<true> {
  if (!isAdministrator(role) || others > 0) return success(true);
  return failure(
    'last-administrator',
    `这是本县最后一名${roles[role].name}，免去后将无人履行该职责。请先任命另一名${roles[role].name}。`,
  );
}
