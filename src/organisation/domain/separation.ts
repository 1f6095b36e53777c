import { failure, type Result, success } from '../../kernel/result.ts';
import { overlap, type Term } from './post.ts';
import { isAdministrator, type Role, roles } from './role.ts';

/** A role somebody has or fills in for, and when. */
export interface HeldRole {
  role: Role;
  term: Term;
}

/**
 * Whether somebody who has these roles may be given one more (三员分立, GB/T 22239-2019): who is one
 * of the 三员 is nothing else at the same time, neither another of them nor anybody who works on
 * content. The same role at a second organ is none of that.
 *
 * @param held all roles of the person, his own and those he fills in for by delegation
 * @example 系统管理员 from 2026-01-01 without end, and 信息员 from 2026-03-01: refused
 * @example 系统管理员 until 2026-02-28, and 审计管理员 from 2026-03-01: allowed
 */
export function mayHold(held: readonly HeldRole[], added: HeldRole): Result<true> {
  const atTheSameTime = held.filter(({ role, term }) => role !== added.role && overlap(term, added.term));
  const breach = atTheSameTime.find(({ role }) => isAdministrator(role) || isAdministrator(added.role));
  if (!breach) return success(true);
  const [one, other] = [roles[breach.role].name, roles[added.role].name];
  return failure(
    'separation-of-duties',
    isAdministrator(breach.role) && isAdministrator(added.role)
      ? `按照等级保护“三员分立”的要求，${one}与${other}不得由同一人担任。请另行安排人员，或先免去其${one}岗位。`
      : `系统管理员、安全管理员、审计管理员不得兼任业务岗位，同一人不能同时担任${one}和${other}。请另行安排人员，或先免去其${one}岗位。`,
  );
}
