import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import { levelOf, type TodayItem, type TodaySource } from '../../kernel/today.ts';
import { type Authority, listOrganIds, mayOneOf, scopeOf } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { type ConcernedItem, listAsked, listLeaks } from '../store/checks.ts';

const area = 'publication';

/**
 * What the checks have for somebody's list of today: a secrecy mark in something public, to be reported within 24 hours
 * (保密法实施条例 art. 61); and what an author asked the 保密审查员 to let pass.
 */
export const checksOfToday =
  (db: Db): TodaySource<Authority> =>
  async (authority, now) => {
    if (!mayOneOf('review-secrecy', 'withdraw-items')(authority).ok) return [];
    const today = dayInChina(now);
    const { countyId } = authority;
    const reach = async (act: 'review-secrecy' | 'withdraw-items') => {
      const ids = await listOrganIds(db, scopeOf(authority, act), today);
      return ({ organId }: ConcernedItem) => ids === 'all' || ids.includes(organId);
    };
    const [leaks, asked, mayReview, mayWithdraw] = await Promise.all([
      listLeaks(db, countyId),
      listAsked(db, countyId),
      reach('review-secrecy'),
      reach('withdraw-items'),
    ]);
    return [
      ...leaks
        .filter((leak) => mayReview(leak) || mayWithdraw(leak))
        .map(({ itemId, title, at }): TodayItem => {
          const due = addDays(dayInChina(at), 1);
          return {
            id: `leak:${itemId}`,
            area,
            title: `《${title}》已经公开，其中有密级标志，可能泄密`,
            detail: '请立即撤回，保留记录，24小时内报告保密行政管理部门（《保密法实施条例》第六十一条）',
            due,
            level: levelOf(due, today) === 'overdue' ? 'overdue' : 'today',
            action: { label: '马上处理', href: `/publication/items/${itemId}` },
          };
        }),
      ...asked.filter(mayReview).map(
        ({ itemId, title }): TodayItem => ({
          id: `asked:${itemId}`,
          area,
          title: `《${title}》的起草人请您确认检查结果`,
          detail: '文中有完整证件号码或内部标志，起草人写了理由，须由保密审查员放行或者退回改正',
          level: 'open',
          action: { label: '查看', href: `/publication/items/${itemId}` },
        }),
      ),
    ];
  };
