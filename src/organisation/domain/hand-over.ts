import { conflict, failure, forbidden, invalid, type Result, success } from '../../kernel/result.ts';
import type { Authority } from './authority.ts';
import type { DeskChange, DeskItem, SeenItem } from './desk.ts';
import type { CountyPlace } from './place.ts';
import { mayAt } from './policy.ts';
import { isAdministrator, isSuperior, type Role } from './role.ts';

/**
 * How it stands with a hand-over. `open` until the successor confirms or declines it, or who began
 * it takes it back; only `confirmed` moves anything.
 */
export type HandOverState = 'open' | 'confirmed' | 'declined' | 'cancelled';

/** What a state is called on screen. */
export const handOverStateNames: Readonly<Record<HandOverState, string>> = {
  open: '待接收人确认',
  confirmed: '已移交',
  declined: '接收人退回',
  cancelled: '已取消',
};

/** An item on the sheet. */
export type SheetItem = DeskItem & SeenItem & { label: string };

/** How the work of a person goes over to a successor (工作移交). */
export interface HandOver {
  id: string;
  fromPersonId: string;
  toPersonId: string;
  startedByPersonId: string;
  state: HandOverState;
  reason: string;
  /** The posts that go over too; none goes without a 安全管理员. */
  postIds: readonly string[];
  postsApprovedByPersonId?: string | undefined;
}

/** Who hands over to whom. */
export interface HandOverParties {
  from: { id: string; name: string; at: CountyPlace; roles: readonly Role[] };
  to: { id: string; name: string; active: boolean; roles: readonly Role[] };
}

/** Whose desk it is: where he works and what roles he holds. */
export interface DeskOwner {
  at: CountyPlace;
  roles: readonly Role[];
}

/**
 * Whether somebody may deal with the desk of another person: a 安全管理员, and the 公开办负责人 over him;
 * that one not where the owner is a leader or of the 县主管部门, whose notes are none of his business.
 */
export function mayHandleDesk(by: Authority, { at, roles }: DeskOwner): Result<unknown> {
  const grant = mayAt(by, 'hand-over', at);
  if (!grant.ok || !isSuperior(roles) || grant.value.role === 'security-administrator') return grant;
  return by.posts.some(({ role }) => role === 'security-administrator')
    ? grant
    : forbidden('领导和县主管部门人员的工作移交，应由本人或安全管理员办理，请与其联系。');
}

/**
 * Whether somebody may begin a hand-over: the person himself, the 公开办负责人 over him, or, for
 * somebody who is gone already, a 安全管理员. Nobody begins it for another and takes over himself: two
 * people know of every desk that changes hands. The 三员 take over nothing that lies on the desk of
 * somebody who works on content.
 */
export function mayStartHandOver(by: Authority, { from, to }: HandOverParties): Result<true> {
  const grant = by.personId === from.id ? success(undefined) : mayHandleDesk(by, from);
  if (!grant.ok) {
    const who = isSuperior(from.roles) ? '本人或安全管理员' : '本人、所在单位的公开办负责人或安全管理员';
    return forbidden(`${from.name}的工作移交应由${who}发起，请与其联系。`);
  }
  if (from.id === to.id) return invalid([{ field: 'toPersonId', message: '接收人与移交人是同一人，请改选接收人。' }]);
  if (to.id === by.personId) {
    const message = `不能自行接收他人的工作。由您接收的，请${from.name}本人或安全管理员发起移交。`;
    return invalid([{ field: 'toPersonId', message }]);
  }
  if (!to.active) return invalid([{ field: 'toPersonId', message: `${to.name}的账号已经注销，请改选接收人。` }]);
  if (to.roles.some(isAdministrator) && !from.roles.some(isAdministrator)) {
    return failure(
      'separation-of-duties',
      `${to.name}是系统的管理人员，不得接收业务工作（三员分立）。请改选业务岗位的同事为接收人。`,
    );
  }
  return success(true);
}

/** Whether somebody may see a hand-over and its sheet: the two, who began it, who may do it for others. */
export function mayReadHandOver(by: Authority, handOver: HandOver, owner: DeskOwner): boolean {
  const { fromPersonId, toPersonId, startedByPersonId } = handOver;
  return [fromPersonId, toPersonId, startedByPersonId].includes(by.personId) || mayHandleDesk(by, owner).ok;
}

/**
 * What somebody sees of the items on a desk. The 三员 touch no content: they see how much there is and
 * by when, not what it says, unless it is their own.
 */
export function showItems(by: Authority, parties: readonly string[], items: readonly SheetItem[]): SheetItem[] {
  if (parties.includes(by.personId) || !by.posts.some(({ role }) => isAdministrator(role))) return [...items];
  return items.map(({ text: _text, detail: _detail, ...item }) => ({ ...item, title: '（业务内容，不予显示）' }));
}

/**
 * Whether a 安全管理员 may allow the posts of a hand-over to go over, which is an appointment; not
 * to himself.
 */
export function mayApprovePosts(by: Authority, handOver: HandOver, at: CountyPlace): Result<true> {
  const open = mustBeOpen(handOver);
  if (!open.ok) return open;
  const grant = mayAt(by, 'assign-posts', at);
  if (!grant.ok) return grant;
  if (handOver.postIds.length === 0) return conflict('这次移交没有岗位随同转任，不需要同意。');
  if (handOver.postsApprovedByPersonId !== undefined) return conflict('岗位转任已经同意，请等接收人确认。');
  if (by.personId === handOver.toPersonId) {
    return forbidden('任何人不得给自己任命岗位，随移交转任的岗位请由另一名安全管理员同意。');
  }
  return success(true);
}

/** Whether somebody may take over: the successor alone, when nothing waits for a 安全管理员. */
export function mayConfirm(by: Authority, handOver: HandOver): Result<true> {
  const open = mustBeOpen(handOver);
  if (!open.ok) return open;
  if (by.personId !== handOver.toPersonId) return forbidden('移交只能由接收人本人确认。');
  if (handOver.postIds.length > 0 && handOver.postsApprovedByPersonId === undefined) {
    return failure('posts-not-approved', '移交单上有岗位随同转任，须先由安全管理员同意。请与安全管理员联系。');
  }
  return success(true);
}

/** How a hand-over ends without anything moved: declined by the successor, or cancelled by who may begin it. */
export function endWithout(by: Authority, handOver: HandOver, at: CountyPlace): Result<'declined' | 'cancelled'> {
  const open = mustBeOpen(handOver);
  if (!open.ok) return open;
  if (by.personId === handOver.toPersonId) return success('declined');
  const mine = [handOver.fromPersonId, handOver.startedByPersonId].includes(by.personId);
  return mine || mayAt(by, 'hand-over', at).ok
    ? success('cancelled')
    : forbidden('只有移交人、接收人、发起人和安全管理员可以终止移交。');
}

function mustBeOpen({ state }: HandOver): Result<true> {
  if (state === 'open') return success(true);
  return conflict(`这次移交${state === 'confirmed' ? '已经办结' : '已经终止'}，不能再办理。`);
}

/**
 * Refuses to take over a desk that is not what the successor saw: nobody signs for what he has not
 * seen. Says what is different; with the desk as it is now he may confirm again.
 */
export function refuseChangedDesk({ added, changed, gone }: DeskChange<SheetItem>): Result<never> {
  const parts = [
    added.length > 0 ? `新增${added.length}项（${nameSome(added)}）` : '',
    changed.length > 0 ? `有改动${changed.length}项（${nameSome(changed)}）` : '',
    gone.length > 0 ? `减少${gone.length}项` : '',
  ].filter(Boolean);
  return failure('desk-changed', `您查看移交单之后，清单有了变化：${parts.join('，')}。请核对最新的移交单后再确认。`);
}

/** 备忘2项、公开申请1项: how much of which kind. */
export function countByKind(items: readonly SheetItem[]): string {
  return [...Map.groupBy(items, ({ label }) => label)].map(([label, own]) => `${label}${own.length}项`).join('、');
}

/** 《…》、《…》等: the first three titles. */
function nameSome(items: readonly { title: string }[]): string {
  const first = items
    .slice(0, 3)
    .map(({ title }) => `《${title}》`)
    .join('、');
  return items.length > 3 ? `${first}等` : first;
}
