import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { levelOf, type TodayItem, type TodaySource } from '../../kernel/today.ts';
import { type Authority, listOrganIds, may, scopeOf } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { shortMoment } from '../domain/review-words.ts';
import { listReferrals } from '../store/referrals.ts';
import { listOverdueOrgans, listReturned, listScheduled } from '../store/reviews.ts';
import { listWaiting, type WaitingItem } from './reviews.ts';

const area = 'publication';
/** More lines than this are put together in one: who has forty things to do needs a list and not forty lines. */
const mostLines = 5;
const hrefOf = (id: string) => `/publication/items/${id}`;

/** What publication has for somebody's list of today. */
export const todayOfPublication =
  (db: Db): TodaySource<Authority> =>
  async (authority, now) => {
    if (!may('read-items')(authority).ok) return [];
    const day = dayInChina(now);
    const lists = await Promise.all([
      waitingForMe(db, authority, now, day),
      returnedToMe(db, authority, day),
      overdue(db, authority, day),
      referralsOverdue(db, authority, day),
      scheduledToday(db, authority, now, day),
    ]);
    return lists.flat();
  };

async function waitingForMe(db: Db, authority: Authority, now: Date, day: PlainDate): Promise<TodayItem[]> {
  const waiting = await listWaiting(db, { authority, now });
  const shown = waiting.slice(0, mostLines);
  const rest = waiting.length - shown.length;
  return [
    ...shown.map((each) => waitingLine(each, day)),
    ...(rest > 0
      ? [
          {
            id: 'reviews-rest',
            area,
            title: `还有${rest}件公开信息等您办理`,
            level: 'today' as const,
            action: { label: '全部办理', href: '/publication/reviews' },
          },
        ]
      : []),
  ];
}

/** What waits for a person is to be done today, even where the last day is later: others wait behind it. */
function waitingLine(
  { item, organ, authorName, label, act, step, secondEyes, urgency }: WaitingItem,
  day: PlainDate,
): TodayItem {
  if (urgency && act === 'publish-urgently') {
    return {
      id: `urgent:${item.id}`,
      area,
      title: `《${item.title}》申请紧急发布，请您决定`,
      detail: `${organ}，${urgency.personName}：${urgency.reason}`,
      level: 'urgent',
      action: { label, href: `${hrefOf(item.id)}?act=${act}` },
    };
  }
  const due = act === 'second-look' ? item.secondLookDueOn : item.dueOn;
  const level = levelOf(due, day);
  return {
    id: `review:${item.id}:${step ?? act}`,
    area,
    title: `《${item.title}》等您办理：${label}`,
    detail: [
      organ,
      `起草人${authorName}`,
      ...(urgency ? ['已申请紧急发布'] : []),
      ...(act === 'second-look' ? ['紧急发布后欠补的审查'] : []),
      ...(secondEyes ? ['该单位无第二人可审，由县主管部门代行'] : []),
    ].join('，'),
    ...(due ? { due } : {}),
    level: level === 'overdue' ? 'overdue' : 'today',
    action: { label, href: hrefOf(item.id) },
  };
}

async function returnedToMe(db: Db, { countyId, personId }: Authority, day: PlainDate): Promise<TodayItem[]> {
  const returned = await listReturned(db, countyId, personId);
  return returned.slice(0, mostLines).map(({ id, title, dueOn, by, reason, act }) => ({
    id: `returned:${id}`,
    area,
    title: act === 'decline-urgent' ? `《${title}》没有同意紧急发布，请提交审查` : `《${title}》被退回，请修改后再提交`,
    detail: `${by}：${reason}`,
    ...(dueOn ? { due: dueOn } : {}),
    level: levelOf(dueOn ?? undefined, day) === 'overdue' ? ('overdue' as const) : ('today' as const),
    action: { label: act === 'decline-urgent' ? '提交审查' : '修改', href: hrefOf(id) },
  }));
}

/** For the 公开办 its own organs, for the county those of all (条例 art. 26, 47). */
async function overdue(db: Db, authority: Authority, day: PlainDate): Promise<TodayItem[]> {
  if (!may('send-reminders')(authority).ok && !may('publish-items')(authority).ok) return [];
  const scope = scopeOf(authority, may('send-reminders')(authority).ok ? 'send-reminders' : 'publish-items');
  const organs = await listOverdueOrgans(db, authority.countyId, await listOrganIds(db, scope, day), day);
  const late = organs.reduce((sum, each) => sum + each.overdue, 0);
  const owed = organs.reduce((sum, each) => sum + each.owed, 0);
  const many = organs.filter((each) => each.overdue > 0).length;
  return [
    ...(late > 0
      ? [
          {
            id: 'overdue',
            area,
            title: `有${late}件信息超过公开期限还没有公开`,
            detail: `${many > 1 ? `涉及${many}个单位；` : ''}期限为形成或者变更之日起20个工作日，法律法规另有规定的从其规定（《条例》第二十六条）`,
            level: 'overdue' as const,
            action: { label: '查看逾期信息', href: '/publication/items?whose=overdue' },
          },
        ]
      : []),
    ...(owed > 0
      ? [
          {
            id: 'owed',
            area,
            title: `有${owed}件紧急发布的信息逾期未补审`,
            level: 'overdue' as const,
            action: { label: '查看欠补审信息', href: '/publication/items?whose=owed' },
          },
        ]
      : []),
  ];
}

/** Questions that nobody answered in time, for those who asked the 保密行政管理部门 and have to remind it. */
async function referralsOverdue(db: Db, authority: Authority, day: PlainDate): Promise<TodayItem[]> {
  if (!may('review-items')(authority).ok && !may('review-secrecy')(authority).ok) return [];
  const scope = scopeOf(authority, may('review-items')(authority).ok ? 'review-items' : 'review-secrecy');
  const { items } = await listReferrals(
    db,
    { countyId: authority.countyId, organIds: await listOrganIds(db, scope, day) },
    { state: 'open' },
    { page: 1, pageSize: 20 },
  );
  return items
    .filter(({ dueOn }) => dueOn < day)
    .map(({ id, itemId, title, dueOn, referee }) => ({
      id: `referral:${id}`,
      area,
      title: `《${title}》报请确定逾期未答复`,
      detail: referee === 'county' ? '请催县主管部门答复' : '请催保密行政管理部门答复，收到后登记',
      due: dueOn,
      level: 'overdue' as const,
      action: { label: '查看', href: hrefOf(itemId) },
    }));
}

async function scheduledToday(db: Db, authority: Authority, now: Date, day: PlainDate): Promise<TodayItem[]> {
  if (!may('publish-items')(authority).ok) return [];
  const organIds = await listOrganIds(db, scopeOf(authority, 'publish-items'), day);
  const scheduled = await listScheduled(db, authority.countyId, organIds, now);
  return scheduled
    .filter(({ publishAt }) => dayInChina(publishAt) === day)
    .map(({ id, title, publishAt }) => ({
      id: `scheduled:${id}`,
      area,
      title: `《${title}》今天自动发布`,
      detail: `${shortMoment(publishAt)}发布，不需要办理；要改时间的，先取消定时`,
      level: 'open' as const,
      action: { label: '查看', href: hrefOf(id) },
    }));
}
