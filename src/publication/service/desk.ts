import { dayInChina, getPlainDate } from '../../kernel/plain-date.ts';
import { type DeskSource, loadAuthority } from '../../organisation/index.ts';
import { type State, states } from '../domain/states.ts';
import { listDesk, moveAuthor } from '../store/reviews.ts';
import { listWaiting } from './reviews.ts';

/** The unfinished items of an author as a source of the desk that is handed over; what waits for a post goes with the post. */
export const itemDesk: DeskSource = {
  kind: 'publication-item',
  label: '公开信息',
  list: async (db, countyId, personId) =>
    (await listDesk(db, countyId, personId)).map(({ id, title, state, dueOn, bodyText }) => ({
      kind: 'publication-item',
      id,
      title: title === '' ? '（无标题）' : title,
      ...(dueOn === null ? {} : { nextDate: getPlainDate(dueOn) }),
      detail: states[state as State],
      ...(state === 'draft' && bodyText !== '' ? { text: bodyText } : {}),
      href: `/publication/items/${id}`,
    })),
  move: async (trx, countyId, fromPersonId, toPersonId, items, now) => {
    const ids = items.map(({ id }) => id);
    if ((await moveAuthor(trx, countyId, fromPersonId, toPersonId, ids, now)) !== ids.length) {
      throw new Error('an item left the desk while it was handed over');
    }
  },
};

/** What waits for the reviews, answers and publications of somebody's posts: named on the sheet, it goes with the posts. */
export const reviewDesk: DeskSource = {
  kind: 'publication-review',
  label: '待审信息',
  list: async (db, countyId, personId, now) => {
    const authority = await loadAuthority(db, countyId, personId, dayInChina(now));
    return (await listWaiting(db, { authority, now })).map(({ item, organ, label, step, act }) => ({
      kind: 'publication-review',
      id: [item.id, step ?? act].join(':'),
      title: item.title,
      ...((item.secondLookDueOn ?? item.dueOn) ? { nextDate: item.secondLookDueOn ?? item.dueOn } : {}),
      detail: `等待${label}（${organ}），随岗位移交`,
      href: `/publication/items/${item.id}`,
    }));
  },
};
