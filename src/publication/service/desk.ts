import { getPlainDate } from '../../kernel/plain-date.ts';
import type { DeskSource } from '../../organisation/index.ts';
import { type State, states } from '../domain/states.ts';
import { listDesk, moveAuthor } from '../store/reviews.ts';

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
