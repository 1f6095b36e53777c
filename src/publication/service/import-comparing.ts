import type { PlainDate } from '../../kernel/plain-date.ts';
import { listOrganIds } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { findLedgerHead, guessLedgerHead, matchLedgerColumns } from '../domain/import/columns.ts';
import { opensSomething } from '../domain/import/deciding.ts';
import { type LedgerMatching, readLedger } from '../domain/import/entry.ts';
import { planLedger } from '../domain/import/plan.ts';
import { findYear } from '../domain/import/written-day.ts';
import { type LedgerImport, listKnownItems } from '../store/imports.ts';
import { listOrganNames } from '../store/organ-names.ts';

/** What the columns of a table seem to mean, and of which year its days are. */
export function guessMatching(rows: readonly (readonly string[])[], names: readonly string[]): LedgerMatching {
  const headRow = findLedgerHead(rows) ?? guessLedgerHead(rows);
  const year = findYear([rows.slice(0, headRow).flat().join(' '), ...names]);
  return {
    headRow,
    columns: matchLedgerColumns(rows[headRow] ?? []),
    kind: 'announcement',
    channels: [],
    ...(year === undefined ? {} : { year }),
  };
}

/**
 * Compares a ledger with what is here. It may speak of its organ and those below: the list is the same whoever looks, and
 * who enters it answers for all of them.
 */
export async function compareLedger(
  db: Db,
  countyId: string,
  day: PlainDate,
  { sheets, sheet, matching, organId, differences }: LedgerImport,
): Promise<Pick<LedgerImport, 'differences' | 'counts'>> {
  const table = sheets[sheet] ?? { name: '', rows: [], forbidden: [] };
  const below = { countyId, county: false, organIds: [], subtreeIds: [organId] };
  const reach = await listOrganIds(db, below, day);
  if (reach === 'all') throw new Error('a ledger of one organ speaks of the whole county');
  const { entries, problems, left } = readLedger(table, matching, {
    today: day,
    organId,
    findOrgan: await organFinder(db, countyId, reach),
  });
  const plan = planLedger(entries, problems, await listKnownItems(db, countyId, entries, reach));
  const isMatched = (['title', 'publishedOn'] as const).every((field) => matching.columns.includes(field));
  const remarks = differences.remarks.filter((each) => each !== notMatched);
  const opening =
    plan.created.length + plan.changed.filter((each) => opensSomething({ created: [], changed: [each] })).length;
  return {
    differences: { ...plan, left, remarks: isMatched ? remarks : [...remarks, notMatched] },
    counts: {
      created: plan.created.length,
      same: plan.same.length,
      changed: plan.changed.length,
      problems: plan.problems.length,
      opening,
    },
  };
}

const notMatched = '没有认出标题列或发布日期列，请在“各列对应”中指定各列的含义。';

/** The organs a ledger may speak of, by their names. */
async function organFinder(
  db: Db,
  countyId: string,
  reach: readonly string[],
): Promise<(name: string) => string | 'several' | undefined> {
  const names = [...(await listOrganNames(db, countyId, reach)).values()];
  return (name) => {
    const plain = name.replace(/\s/g, '');
    const full = names.filter(({ fullName }) => fullName === plain);
    const found = full.length > 0 ? full : names.filter(({ shortName }) => shortName === plain);
    return found.length > 1 ? 'several' : found[0]?.id;
  };
}
