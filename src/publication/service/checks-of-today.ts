import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { levelOf, type TodayItem, type TodaySource } from '../../kernel/today.ts';
import { type Authority, listOrganIds, mayOneOf, scopeOf } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { isOpen, nameFindings } from '../domain/check-result.ts';
import { type ConcernedItem, listAsked, listJudgementsOf, listLeaks } from '../store/checks.ts';
import { type FoundInPublic, listFoundInPublic } from '../store/rechecks.ts';

const area = 'publication';
/** More lines than this are told of by their number: when they are done with, the next ones come up. */
const mostLines = 10;

/**
 * What the checks have for somebody's list of today: a secrecy mark in something public, to be reported within 24 hours
 * (保密法实施条例 art. 61); what was found when public texts were read again with new rules or words, for the 公开办 and
 * the 保密审查员; and what an author asked the 保密审查员 to let pass.
 */
export const checksOfToday =
  (db: Db): TodaySource<Authority> =>
  async (authority, now) => {
    if (!mayOneOf('review-secrecy', 'withdraw-items', 'publish-items')(authority).ok) return [];
    const today = dayInChina(now);
    const { countyId } = authority;
    const reach = async (act: 'review-secrecy' | 'withdraw-items' | 'publish-items') => {
      const ids = await listOrganIds(db, scopeOf(authority, act), today);
      return ({ organId }: ConcernedItem) => ids === 'all' || ids.includes(organId);
    };
    const [leaks, asked, found, mayReview, mayWithdraw, mayPublish] = await Promise.all([
      listLeaks(db, countyId),
      listAsked(db, countyId),
      listFoundInPublic(db, countyId, 500),
      reach('review-secrecy'),
      reach('withdraw-items'),
      reach('publish-items'),
    ]);
    const told = new Set(leaks.map(({ itemId }) => itemId));
    const open = await unsettled(
      db,
      countyId,
      found.filter((each) => !told.has(each.itemId) && (mayReview(each) || mayPublish(each))),
    );
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
      ...open.slice(0, mostLines).map((each) => foundLine(each, today)),
      ...(open.length > mostLines ? [restLine(open.length - mostLines)] : []),
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

/** Only those with something that nobody has let stand yet. */
async function unsettled(db: Db, countyId: string, found: readonly FoundInPublic[]): Promise<FoundInPublic[]> {
  const ids = found.map(({ itemId }) => itemId);
  const judgements = await listJudgementsOf(db, countyId, ids);
  return found.flatMap((each) => {
    const findings = each.findings.filter((finding) => isOpen(finding, judgements.get(each.itemId) ?? []));
    return findings.length > 0 ? [{ ...each, findings }] : [];
  });
}

function foundLine({ itemId, title, at, findings }: FoundInPublic, today: PlainDate): TodayItem {
  const isSecret = findings.some(({ check }) => check === 'secrecy-mark');
  const due = addDays(dayInChina(at), 1);
  return {
    id: `found:${itemId}`,
    area,
    title: `《${title}》已经公开，按现行规则复查发现${nameFindings(findings)}`,
    detail: isSecret
      ? '可能泄密：请立即撤回，保留记录，24小时内报告保密行政管理部门（《保密法实施条例》第六十一条）'
      : '请核对后撤回或者修改发布；可以保留的，由保密审查员检查后写明依据。系统不会自动撤回（《条例》第十五条）',
    ...(isSecret ? { due } : {}),
    level: isSecret && levelOf(due, today) === 'overdue' ? 'overdue' : 'today',
    action: { label: '查看', href: `/publication/items/${itemId}` },
  };
}

const restLine = (rest: number): TodayItem => ({
  id: 'found-rest',
  area,
  title: `还有${rest}件已经公开的信息，复查发现不得公开的内容`,
  detail: '处理完上面的，其余的会依次列出',
  level: 'today',
  action: { label: '查看已公开信息', href: '/publication/items' },
});
