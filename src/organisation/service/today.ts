import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import { levelOf, type TodayItem, type TodaySource } from '../../kernel/today.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Authority } from '../domain/authority.ts';
import { todayItemOf } from '../domain/memo.ts';
import { may, scopeOf } from '../domain/policy.ts';
import { roles } from '../domain/role.ts';
import { listDelegationsOf } from '../store/delegations.ts';
import { countUnapproved, listOpenHandOversOf } from '../store/hand-overs.ts';
import { listMemos } from '../store/memos.ts';
import { searchOrgans } from '../store/organs.ts';
import { listPeople } from '../store/people.ts';

const area = 'organisation';

/** What this area has for somebody's list of today. */
export const todayOfOrganisation =
  (db: Db): TodaySource<Authority> =>
  async (authority, now) => {
    const lists = await Promise.all(
      [
        memosDue,
        delegationsEnding,
        handOversWaiting,
        postsWaiting,
        peopleWithoutPost,
        nobodyInCharge,
        organsMissing,
      ].map((list) => list(db, authority, now)),
    );
    return lists.flat();
  };

async function memosDue(db: Db, { countyId, personId }: Authority, now: Date): Promise<TodayItem[]> {
  const day = dayInChina(now);
  return (await listMemos(db, countyId, personId)).map((memo) => todayItemOf(memo, day));
}

/** Within a week, so that there is time to arrange what comes after. */
async function delegationsEnding(db: Db, { countyId, personId }: Authority, now: Date): Promise<TodayItem[]> {
  const day = dayInChina(now);
  const ending = (await listDelegationsOf(db, countyId, personId, day)).filter(
    ({ term }) => term.from <= day && term.to <= addDays(day, 7),
  );
  return ending.map(({ id, role, organ, fromPersonId, fromName, toName, term }) => ({
    id: `delegation:${id}`,
    area,
    title: `${organ}${roles[role].name}的委托即将到期`,
    detail: fromPersonId === personId ? `受托人${toName}，到期后由您本人办理` : `委托人${fromName}，到期后交还本人办理`,
    due: term.to,
    level: levelOf(term.to, day),
    action: { label: '查看委托', href: `/people/${personId}` },
  }));
}

async function handOversWaiting(db: Db, { countyId, personId }: Authority): Promise<TodayItem[]> {
  const open = await listOpenHandOversOf(db, countyId, personId);
  return open
    .filter(({ toPersonId }) => toPersonId === personId)
    .map(({ id, reason }) => ({
      id: `hand-over:${id}`,
      area,
      title: '有一份工作移交等您确认',
      detail: `移交原因：${reason}`,
      level: 'today',
      action: { label: '核对并确认', href: `/people/hand-overs/${id}` },
    }));
}

async function postsWaiting(db: Db, authority: Authority): Promise<TodayItem[]> {
  if (!may('assign-posts')(authority).ok) return [];
  const total = await countUnapproved(db, authority.countyId);
  if (total === 0) return [];
  return [
    {
      id: 'hand-over-posts',
      area,
      title: `有${total}份工作移交的岗位转任等您同意`,
      level: 'today',
      action: { label: '查看移交', href: '/people/hand-overs?state=open' },
    },
  ];
}

async function peopleWithoutPost(db: Db, authority: Authority, now: Date): Promise<TodayItem[]> {
  if (!may('assign-posts')(authority).ok) return [];
  const { total } = await listPeople(
    db,
    scopeOf(authority, 'assign-posts'),
    { state: 'active', role: 'none' },
    { page: 1, pageSize: 1 },
    dayInChina(now),
  );
  if (total === 0) return [];
  return [
    {
      id: 'people-without-post',
      area,
      title: `有${total}个账号没有岗位`,
      detail: '没有岗位的人员登录后不能办理任何业务，请任命岗位，或请系统管理员注销账号',
      level: 'open',
      action: { label: '查看人员', href: '/people?state=active&role=none' },
    },
  ];
}

/** A county that has just been set up: without somebody who may register organs nothing else can begin. */
async function nobodyInCharge(db: Db, authority: Authority, now: Date): Promise<TodayItem[]> {
  if (!may('manage-accounts')(authority).ok) return [];
  const { total } = await listPeople(
    db,
    scopeOf(authority, 'manage-accounts'),
    { state: 'active', role: 'county-supervisor' },
    { page: 1, pageSize: 1 },
    dayInChina(now),
  );
  if (total > 0) return [];
  return [
    {
      id: 'nobody-in-charge',
      area,
      title: '本县还没有县主管部门人员',
      detail: '部门、乡镇和村由县主管部门登记。请先登记其人员、开通账号，再请安全管理员任命“县主管部门”岗位',
      level: 'open',
      action: { label: '登记人员', href: '/people/new' },
    },
  ];
}

/** What a county is set up with: its government and the 政府办公室. */
const organsFromTheBeginning = 2;

async function organsMissing(db: Db, authority: Authority, now: Date): Promise<TodayItem[]> {
  if (!may('maintain-organs')(authority).ok) return [];
  const query = { countyId: authority.countyId, day: dayInChina(now) };
  const { total } = await searchOrgans(db, query, { page: 1, pageSize: 1 });
  if (total > organsFromTheBeginning) return [];
  return [
    {
      id: 'organs-missing',
      area,
      title: '还没有登记本县的部门、乡镇和村',
      detail: '可以逐个新增，也可以下载表格填写后一次导入',
      level: 'open',
      action: { label: '从表格导入', href: '/organs/import' },
    },
  ];
}
