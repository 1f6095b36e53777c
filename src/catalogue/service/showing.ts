import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { mayAt } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { CatalogueItem, Level } from '../domain/item.ts';
import type { ItemFilter } from '../store/items.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { listPersonNames } from '../store/people.ts';
import { listLatestEvidence, listProgress } from '../store/progress.ts';
import { type Caller, dayOf, getOrgan } from './caller.ts';
import { evidenceHref } from './duty-reading.ts';
import { getItem, listItemsOf } from './items.ts';
import { mayReadDutiesOf, nameOrgans } from './reading.ts';

/** A line of a catalogue as a screen shows it. */
export interface ShownItem extends Omit<CatalogueItem, 'responsible' | 'levels' | 'countyId'> {
  levels: Level[];
  responsible?:
    | {
        role: string;
        organId: string;
        organName: string;
        personId?: string | undefined;
        personName?: string | undefined;
      }
    | undefined;
  /** Of its duties: overdue, open in all, done, and when the next one is due. */
  progress: { overdue: number; open: number; done: number; nextDueOn?: PlainDate | undefined };
  /** What is public last; `href` for who may read how it came about. */
  latest?: { href?: string | undefined; title: string; publishedOn: PlainDate } | undefined;
}

/** The catalogue of an organ, with how each line stands. */
export async function listShownItems(
  db: Db,
  caller: Caller,
  organId: string,
  filter: ItemFilter,
): Promise<Result<{ organ: NamedOrgan; mayManage: boolean; items: ShownItem[] }>> {
  const found = await listItemsOf(db, caller, organId, filter);
  if (!found.ok) return found;
  const { organ, items } = found.value;
  return success({
    organ,
    mayManage: mayAt(caller.authority, 'manage-catalogue', placeOf(caller, organ)).ok,
    items: await showItems(db, caller, organ, items),
  });
}

/** A line of a catalogue with how it stands, and what who asks may do about it; `opens`: whether he reads its duties. */
export async function getShownItem(
  db: Db,
  caller: Caller,
  id: string,
): Promise<Result<ShownItem & { organ: NamedOrgan; mayManage: boolean; mayRegister: boolean; opens: boolean }>> {
  const found = await getItem(db, caller, id);
  if (!found.ok) return found;
  const organ = await getOrgan(db, caller, found.value.organId);
  if (!organ.ok) return organ;
  const [shown] = await showItems(db, caller, organ.value, [found.value]);
  if (!shown) throw new Error('an item was lost while it was shown');
  const place = placeOf(caller, organ.value);
  return success({
    ...shown,
    organ: organ.value,
    mayManage: mayAt(caller.authority, 'manage-catalogue', place).ok,
    mayRegister: mayAt(caller.authority, 'draft-items', place).ok,
    opens: mayReadDutiesOf(caller, organ.value).ok,
  });
}

const placeOf = ({ authority }: Caller, organ: NamedOrgan) => ({
  countyId: authority.countyId,
  place: { organId: organ.id, path: organ.path },
});

async function showItems(
  db: Db,
  caller: Caller,
  organ: NamedOrgan,
  items: readonly CatalogueItem[],
): Promise<ShownItem[]> {
  const { countyId } = caller.authority;
  // That a post answers is part of the catalogue; who has it is for those who read the duties.
  const opens = mayReadDutiesOf(caller, organ).ok;
  const named = opens ? items.flatMap(({ responsible }) => responsible?.personId ?? []) : [];
  const [names, people, progress, latest] = await Promise.all([
    nameOrgans(db, caller),
    listPersonNames(db, countyId, named),
    listProgress(db, countyId, organ.id, dayOf(caller)),
    listLatestEvidence(
      db,
      countyId,
      items.map(({ id }) => id),
    ),
  ]);
  const progressOf = new Map(progress.map(({ itemId, ...counts }) => [itemId, counts]));
  return items.map(({ responsible, levels, countyId: _, ...item }) => {
    const evidence = latest.get(item.id);
    return {
      ...item,
      levels: [...levels],
      ...(responsible
        ? {
            responsible: {
              ...responsible,
              organName: names.get(responsible.organId) ?? '已撤并的单位',
              personName: responsible.personId === undefined ? undefined : people.get(responsible.personId),
            },
          }
        : {}),
      progress: progressOf.get(item.id) ?? { overdue: 0, open: 0, done: 0 },
      ...(evidence
        ? {
            latest: {
              ...(opens ? { href: evidenceHref(evidence.recordId) } : {}),
              title: evidence.title,
              publishedOn: evidence.publishedOn,
            },
          }
        : {}),
    };
  });
}
