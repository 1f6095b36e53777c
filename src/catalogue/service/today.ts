import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { levelOf, type TodayItem, type TodaySource } from '../../kernel/today.ts';
import { type Authority, may, type Role } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { soonDays } from '../domain/duty.ts';
import {
  countOverdueOrgans,
  listPressingDuties,
  listWaitingReminders,
  type PressingDuty,
  type Worker,
} from '../store/today.ts';

const area = 'catalogue';

/** Whoever has one of these posts is asked for all that the organ owes. */
const offices: readonly Role[] = ['office-clerk', 'office-head'];

/** Beyond so many lines the rest of an organ is one line that opens the list. */
const mostLines = 8;

/** What this area has for somebody's list of today. */
export const todayOfCatalogue =
  (db: Db): TodaySource<Authority> =>
  async (authority, now) => {
    const day = dayInChina(now);
    const { countyId, personId } = authority;
    const posts = authority.posts.map(({ role, place }) => ({ role, organId: place.organId }));
    const worker = { countyId, personId, posts, officeOrganIds: officesOf(authority) };
    const lists = await Promise.all([
      dutiesDue(db, worker, day),
      remindersToAnswer(db, worker, day),
      organsBehind(db, authority, day),
    ]);
    return lists.flat();
  };

/** What the organ owes within a week or since long, for its office, and for the post that answers for the item. */
async function dutiesDue(db: Db, worker: Worker, day: PlainDate): Promise<TodayItem[]> {
  if (worker.posts.length === 0) return [];
  const { duties, total } = await listPressingDuties(db, worker, addDays(day, soonDays), mostLines);
  const lines = duties.map((duty) => lineOf(duty, day));
  if (total <= duties.length) return lines;
  return [
    ...lines,
    {
      id: 'duties-more',
      area,
      title: `另有${total - duties.length}项公开任务逾期或即将到期`,
      level: 'soon',
      action: { label: '查看全部', href: '/catalogue/duties?status=pressing' },
    },
  ];
}

/** The county government has no office of its own below its name: the 县主管部门 does its work. */
const officesOf = ({ posts }: Authority): string[] => [
  ...new Set(
    posts.flatMap(({ role, place }) => {
      if (role === 'county-supervisor') return place.path;
      return offices.includes(role) ? [place.organId] : [];
    }),
  ),
];

const lineOf = (duty: PressingDuty, day: PlainDate): TodayItem => ({
  id: `duty:${duty.id}`,
  area,
  title: `${duty.dueOn < day ? '逾期未公开' : '应当公开'}：${duty.title}`,
  detail: `${duty.organName}，${duty.limitWords}`,
  due: duty.dueOn,
  level: levelOf(duty.dueOn, day),
  action: { label: '去办理', href: `/catalogue/duties/${duty.id}` },
});

async function remindersToAnswer(db: Db, worker: Worker, day: PlainDate): Promise<TodayItem[]> {
  if (worker.posts.length === 0) return [];
  return (await listWaitingReminders(db, worker)).map(({ id, organName, text, answerBy, sentByName }) => ({
    id: `reminder:${id}`,
    area,
    title: `县主管部门催办：${shorten(text)}`,
    detail: `${organName}，${sentByName}发出`,
    ...(answerBy === undefined ? {} : { due: answerBy }),
    level: answerBy === undefined ? 'today' : levelOf(answerBy, day),
    action: { label: '查看并答复', href: `/catalogue/reminders/${id}` },
  }));
}

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** For the county: how many organs have something overdue. */
async function organsBehind(db: Db, authority: Authority, day: PlainDate): Promise<TodayItem[]> {
  const supervises = authority.posts.some(({ role }) => role === 'county-supervisor');
  if (!supervises || !may('send-reminders')(authority).ok) return [];
  const { organs, duties } = await countOverdueOrgans(db, authority.countyId, day);
  if (duties === 0) return [];
  return [
    {
      id: 'organs-behind',
      area,
      title: `有${organs}个单位共${duties}项公开任务逾期`,
      level: 'open',
      action: { label: '查看并催办', href: '/catalogue/coverage?status=overdue' },
    },
  ];
}
