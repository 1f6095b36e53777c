import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, failure, forbidden, invalid, type Result, success } from '../../kernel/result.ts';
import type { Authority } from './authority.ts';
import type { CountyPlace } from './place.ts';
import { mayAt } from './policy.ts';
import { isWithin, overlap, type Post } from './post.ts';
import { type HeldRole, mayHold } from './separation.ts';

/** A term with a last day: what is lent comes back. */
export interface DelegationTerm {
  from: PlainDate;
  to: PlainDate;
}

/** A post of one person that another fills in for (委托代办). */
export interface Delegation {
  id: string;
  postId: string;
  fromPersonId: string;
  toPersonId: string;
  term: DelegationTerm;
  reason: string;
  revoked: boolean;
}

/** How many days a post may be lent at a time; whoever stays away longer is replaced. */
const longestDelegation = 366;

/** Who lends which post to whom. */
export interface Loan {
  post: Post;
  from: { id: string; active: boolean; organId: string; at: CountyPlace };
  to: { id: string; active: boolean; organId: string };
  term: DelegationTerm;
}

/**
 * Whether somebody may have a post lent: his own to a colleague of the same organ, or as
 * 安全管理员 anybody's to anybody, but never to himself. What is lent is always the post of its
 * holder, so that who fills in has nothing to lend on.
 *
 * @param held all roles of the one who is to fill in, his own and those he fills in for already
 * @param loans the delegations of this post so far
 */
export function mayDelegate(
  by: Authority,
  { post, from, to, term }: Loan,
  held: readonly HeldRole[],
  loans: readonly Delegation[],
  today: PlainDate,
): Result<true> {
  const own = post.personId === by.personId;
  const grant = own ? success(undefined) : mayAt(by, 'delegate-posts', from.at);
  if (!grant.ok) return forbidden('只有岗位本人和安全管理员可以办理委托，请由岗位本人办理或与安全管理员联系。');
  if (to.id === from.id) return invalid([{ field: 'toPersonId', message: '受托人与委托人是同一人，请改选受托人。' }]);
  if (to.id === by.personId) return forbidden('任何人不得把他人的岗位委托给自己，请由另一名安全管理员办理。');
  if (!from.active || !to.active) return failure('person-closed', '委托人或受托人的账号已经注销，不能办理委托。');
  if (own && to.organId !== from.organId && !mayAt(by, 'delegate-posts', from.at).ok) {
    return forbidden('本人只能委托给同一单位的同事。委托给外单位的人员，请由安全管理员办理。');
  }
  const dates = checkTerm(post, term, today);
  if (!dates.ok) return dates;
  if (loans.some((loan) => !loan.revoked && overlap(loan.term, term))) {
    return conflict('这个岗位在所选期间已经委托他人，请先撤回原来的委托，或改选期间。');
  }
  return mayHold(held, { role: post.role, term });
}

function checkTerm(post: Post, { from, to }: DelegationTerm, today: PlainDate): Result<true> {
  if (to < from || to < today) {
    return invalid([{ field: 'to', message: '委托的截止日期不能早于起始日期，也不能早于今天。' }]);
  }
  if (to > addDays(from, longestDelegation - 1)) {
    return invalid([
      { field: 'to', message: '一次委托最长一年；离岗时间更长的，请由安全管理员办理任免，或办理工作移交。' },
    ]);
  }
  if (post.withdrawn || !isWithin(post.term, from) || !isWithin(post.term, to)) {
    return invalid([{ field: 'from', message: '委托的期间超出了岗位的任期，请改选期间。' }]);
  }
  return success(true);
}

/** Whether somebody may take a delegation back: whose post it is, who fills in (he gives it back), a 安全管理员. */
export function mayRevoke(by: Authority, delegation: Delegation, at: CountyPlace): Result<true> {
  if (delegation.revoked) return conflict('这项委托已经撤回。');
  if ([delegation.fromPersonId, delegation.toPersonId].includes(by.personId)) return success(true);
  const grant = mayAt(by, 'delegate-posts', at);
  return grant.ok ? success(true) : forbidden('只有委托人、受托人和安全管理员可以撤回委托。');
}
