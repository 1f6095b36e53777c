import { dayInChina } from '../../kernel/plain-date.ts';
import type { TodaySource } from '../../kernel/today.ts';
import { listOrganIds, listPlaces, may, mayOneOf, scopeOf } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { judgeEntering } from '../domain/import/deciding.ts';
import { shortMoment } from '../domain/review-words.ts';
import { listPendingLedgers } from '../store/imports.ts';
import type { Authority } from './caller.ts';
import { handsOf, loadEnterers } from './import-hands.ts';

/** More lines than this are put together in one. */
const mostLines = 5;

/** The ledgers of what was published elsewhere that wait for somebody to enter them: those that he may enter today. */
export const ledgersOfToday =
  (db: Db): TodaySource<Authority> =>
  async (authority, now) => {
    if (!mayOneOf('publish-items', 'give-second-eyes')(authority).ok) return [];
    const { countyId, personId } = authority;
    const day = dayInChina(now);
    const act = may('give-second-eyes')(authority).ok ? 'give-second-eyes' : 'publish-items';
    const organIds = await listOrganIds(db, scopeOf(authority, act), day);
    const pending = await listPendingLedgers(db, { countyId, organIds });
    if (pending.length === 0) return [];
    const [holders, places] = await Promise.all([
      loadEnterers(db, countyId, { now }),
      listPlaces(
        db,
        countyId,
        pending.map(({ organId }) => organId),
        day,
      ),
    ]);
    const mine = pending.flatMap((ledger) => {
      const place = places.get(ledger.organId);
      const judged = place && judgeEntering(personId, handsOf(holders, { countyId, place }, ledger));
      return place && judged?.ok ? [{ ...ledger, organ: place.shortName, ...judged.value }] : [];
    });
    const rest = mine.length - mostLines;
    return [
      ...mine.slice(0, mostLines).map(({ id, fileName, organ, createdBy, createdAt, counts, secondEyes }) => ({
        id: `ledger:${id}`,
        area: 'publication',
        title: `发布台账“${fileName}”等您核对、导入`,
        detail: [
          organ,
          `${createdBy}${shortMoment(createdAt)}上传`,
          `新增${counts.created}条、补充${counts.changed}条`,
          ...(secondEyes ? ['该单位无第二人可办，由县主管部门代行'] : []),
        ].join('，'),
        level: 'today' as const,
        action: { label: '核对台账', href: `/publication/imports/${id}` },
      })),
      ...(rest > 0
        ? [
            {
              id: 'ledgers-rest',
              area: 'publication',
              title: `另有${rest}份发布台账等您核对、导入`,
              level: 'today' as const,
              action: { label: '查看台账', href: '/publication/imports' },
            },
          ]
        : []),
    ];
  };
