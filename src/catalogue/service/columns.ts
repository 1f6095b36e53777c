import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { mayAt } from '../../organisation/index.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { type ColumnContent, type ColumnStatus, columnStatusOf, freshUntil } from '../domain/column-state.ts';
import { type ColumnKey, columnOf, columnsOf } from '../domain/columns.ts';
import { type ColumnRecord, listCatalogueColumns, listColumnContents, listColumnRecords } from '../store/columns.ts';
import type { NamedOrgan } from '../store/organs.ts';
import { type Caller, dayOf, getOrgan } from './caller.ts';
import { evidenceHref } from './duty-reading.ts';
import { type ChosenOrgans, chooseOrgans, type OrganChoice } from './reading.ts';

/** A column of the platform of an organ. */
export interface ShownColumn {
  columnKey: ColumnKey;
  name: string;
  parentName?: string | undefined;
  status: ColumnStatus;
  count: number;
  latestOn?: PlainDate | undefined;
  /** Within how many days something new has to stand there. */
  freshnessDays?: number | undefined;
  freshUntil?: PlainDate | undefined;
}

/** The columns of an organ, or of one and all below it, with how they stand. */
export async function listColumnsOf(
  db: Db,
  caller: Caller,
  choice: OrganChoice,
): Promise<Result<{ organ: NamedOrgan; columns: ShownColumn[] }[]>> {
  const chosen = await chooseOrgans(db, caller, choice);
  return chosen.ok ? success(await listColumnsAt(db, caller, chosen.value)) : chosen;
}

/** The same for organs that are chosen already. */
export async function listColumnsAt(
  db: Db,
  caller: Caller,
  { organs, organIds }: ChosenOrgans,
): Promise<{ organ: NamedOrgan; columns: ShownColumn[] }[]> {
  const { countyId } = caller.authority;
  const [contents, catalogue] = await Promise.all([
    listColumnContents(db, countyId, organIds),
    listCatalogueColumns(db, countyId, organIds),
  ]);
  const contentsOf = Map.groupBy(contents, (content) => content.organId);
  const day = dayOf(caller);
  return organs.map((organ) => ({
    organ,
    columns: showColumns(catalogue.get(organ.id) ?? [], contentsOf.get(organ.id) ?? [], day),
  }));
}

function showColumns(
  catalogue: readonly ColumnKey[],
  contents: readonly ColumnContent[],
  day: PlainDate,
): ShownColumn[] {
  const known = new Map(contents.map((content) => [content.columnKey, content]));
  return columnsOf(catalogue, [...known.keys()]).map((columnKey) => {
    const content: ColumnContent = known.get(columnKey) ?? { columnKey, count: 0 };
    const { name, parent, freshnessDays } = columnOf(columnKey);
    return {
      columnKey,
      name,
      parentName: parent === undefined ? undefined : columnOf(parent as ColumnKey).name,
      status: columnStatusOf(content, day),
      count: content.count,
      latestOn: content.latestOn,
      freshnessDays,
      freshUntil: freshUntil(content),
    };
  });
}

/** Something that stands in a column of an organ. */
export interface ShownContent extends ColumnRecord {
  /** Where it is opened; absent for who may not read how it came about. */
  href?: string | undefined;
}

/** One page of what stands in a column of an organ, the latest first: as many in all as the count of the column says. */
export async function listContentsOf(
  db: Db,
  caller: Caller,
  { organId, columnKey }: { organId: string; columnKey: ColumnKey },
  page: PageRequest,
): Promise<Result<{ organ: NamedOrgan; contents: Page<ShownContent> }>> {
  const organ = await getOrgan(db, caller, organId);
  if (!organ.ok) return organ;
  const { countyId } = caller.authority;
  const opens = mayAt(caller.authority, 'read-items', { countyId, place: { organId, path: organ.value.path } }).ok;
  const found = await listColumnRecords(db, countyId, { organId, columnKey }, page);
  return success({
    organ: organ.value,
    contents: {
      ...found,
      items: found.items.map((record) => (opens ? { ...record, href: evidenceHref(record.recordId) } : record)),
    },
  });
}
