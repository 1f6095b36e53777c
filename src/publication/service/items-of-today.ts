import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { levelOf, type TodayItem, type TodaySource } from '../../kernel/today.ts';
import { listOrganIds, may, scopeOf } from '../../organisation/index.ts';
import { listCleanings } from '../store/cleanings.ts';
import { countAssessmentsDue, listOwedOutcomes, listOwnDrafts } from '../store/upkeep.ts';
import type { Authority } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { publicationSettings } from './settings.ts';

const area = 'publication';
/** More lines than this are put together in one. */
const mostLines = 5;

/** What lies on the desk of who drafts and of who keeps what is published in order. */
export const itemsOfToday =
  (deps: Pick<PublicationDeps, 'db' | 'settings'>): TodaySource<Authority> =>
  async (authority, now) => {
    const day = dayInChina(now);
    const lists = await Promise.all([
      ownDrafts(deps, authority, day),
      assessmentsDue(deps, authority, day),
      outcomesOwed(deps, authority, day),
      cleaningsOpen(deps, authority, day),
    ]);
    return lists.flat();
  };

type List = (
  deps: Pick<PublicationDeps, 'db' | 'settings'>,
  authority: Authority,
  day: PlainDate,
) => Promise<TodayItem[]>;

/** Drafts that are due within the week by a line each, the others by their number. */
const ownDrafts: List = async ({ db }, authority, day) => {
  if (!may('draft-items')(authority).ok) return [];
  const drafts = await listOwnDrafts(db, authority.countyId, authority.personId);
  const pressing = drafts.filter(({ dueOn }) => dueOn !== undefined && dueOn <= addDays(day, 7)).slice(0, mostLines);
  const rest = drafts.length - pressing.length;
  return [
    ...pressing.map(
      ({ id, title, dueOn }): TodayItem => ({
        id: `draft:${id}`,
        area,
        title: `《${title || '无标题'}》还没有提交审查`,
        detail:
          dueOn !== undefined && dueOn < day
            ? '已超过公开期限，请尽快提交审查（条例第二十六条）'
            : '公开期限快到了，请留出审查的时间（条例第二十六条）',
        ...(dueOn ? { due: dueOn } : {}),
        level: levelOf(dueOn, day),
        action: { label: '继续起草', href: `/publication/items/${id}` },
      }),
    ),
    ...(rest > 0
      ? [
          {
            id: 'drafts',
            area,
            title: pressing.length > 0 ? `另有${rest}份草稿` : `您有${rest}份草稿没有提交`,
            level: 'open' as const,
            action: { label: '查看草稿', href: '/publication/items?whose=mine&state=draft' },
          },
        ]
      : []),
  ];
};

const assessmentsDue: List = async ({ db }, authority, day) => {
  if (!may('review-items')(authority).ok) return [];
  const organIds = await listOrganIds(db, scopeOf(authority, 'review-items'), day);
  const total = await countAssessmentsDue(db, authority.countyId, organIds, day);
  if (total === 0) return [];
  return [
    {
      id: 'assessments',
      area,
      title: `有${total}件不公开的信息到了评估时间`,
      detail: '因情势变化可以公开的，应当公开（条例第十八条）',
      level: 'today',
      action: { label: '逐件评估', href: '/upkeep/assessments' },
    },
  ];
};

const outcomesOwed: List = async ({ db, settings }, authority, day) => {
  if (!may('draft-items')(authority).ok && !may('review-items')(authority).ok) return [];
  const { outcomeDays } = await settings.read(publicationSettings);
  const organIds = await listOrganIds(db, scopeOf(authority, 'review-items'), day);
  const owed = await listOwedOutcomes(db, authority.countyId, { authorId: authority.personId, organIds }, day);
  return owed.slice(0, mostLines).map(({ id, title, endedOn }): TodayItem => {
    const due = addDays(endedOn, outcomeDays);
    return {
      id: `outcome:${id}`,
      area,
      title: `《${title}》征集已结束，请公布意见采纳情况`,
      due,
      level: levelOf(due, day),
      action: { label: '查看征集', href: `/publication/items/${id}` },
    };
  });
};

const cleaningsOpen: List = async ({ db }, authority, day) => {
  if (!may('publish-items')(authority).ok) return [];
  const organIds = await listOrganIds(db, scopeOf(authority, 'publish-items'), day);
  const cleanings = await listCleanings(db, authority.countyId, organIds);
  return cleanings
    .filter(({ finishedOn }) => finishedOn === undefined)
    .slice(0, mostLines)
    .map(
      ({ id, year, entries, decided }): TodayItem => ({
        id: `cleaning:${id}`,
        area,
        title: `${year}年文件清理还没有公布结果`,
        detail: decided < entries ? `还有${entries - decided}件没有清理意见` : '各件均有意见，可以公布',
        level: 'open',
        action: { label: '继续清理', href: `/upkeep/cleanings/${id}` },
      }),
    );
};
