import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { CheckFinding } from '../domain/check-result.ts';
import type { ConcernedItem } from './checks.ts';

/** A public text that was not read with the rules of today. */
export interface StalePublicText {
  itemId: string;
  textNumber: number;
}

/** Public texts that were not read with these rules, some at a time in the order of their items. */
export async function listStaleTexts(
  db: Db,
  countyId: string,
  rules: string,
  { after, most }: { after: string | undefined; most: number },
): Promise<StalePublicText[]> {
  return db
    .selectFrom('publicationItem as item')
    .leftJoin('publicationRecheck as read', (join) =>
      join
        .onRef('read.countyId', '=', 'item.countyId')
        .onRef('read.itemId', '=', 'item.id')
        .onRef('read.textNumber', '=', 'item.liveTextNumber')
        .on('read.rules', '=', rules),
    )
    .select(['item.id as itemId', 'item.liveTextNumber as textNumber'])
    .where('item.countyId', '=', countyId)
    .where('item.liveTextNumber', 'is not', null)
    .where('read.itemId', 'is', null)
    .$if(after !== undefined, (query) => query.where('item.id', '>', after as string))
    .orderBy('item.id')
    .limit(most)
    .$narrowType<{ textNumber: number }>()
    .execute();
}

/** How a public text was read. */
export interface Recheck extends StalePublicText {
  rules: string;
  findings: readonly CheckFinding[];
  checkedAt: Date;
}

/** Keeps how texts were read, in the place of what was kept before. */
export async function saveRechecks(db: Db, countyId: string, rechecks: readonly Recheck[]): Promise<void> {
  if (rechecks.length === 0) return;
  await db
    .insertInto('publicationRecheck')
    .values(
      rechecks.map(({ findings, checkedAt, ...rest }) => ({
        countyId,
        ...rest,
        findings: JSON.stringify(findings),
        foundAt: findings.length > 0 ? checkedAt : null,
        checkedAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['countyId', 'itemId']).doUpdateSet((eb) => ({
        textNumber: eb.ref('excluded.textNumber'),
        rules: eb.ref('excluded.rules'),
        findings: eb.ref('excluded.findings'),
        checkedAt: eb.ref('excluded.checkedAt'),
        // Of the same text it was found when it was found first.
        foundAt: sql<Date | null>`case when excluded.found_at is null then null
          when publication_recheck.text_number = excluded.text_number then coalesce(publication_recheck.found_at, excluded.found_at)
          else excluded.found_at end`,
      })),
    )
    .execute();
}

/** A public item in whose text something was found that may not be public. */
export interface FoundInPublic extends ConcernedItem {
  findings: readonly CheckFinding[];
}

/** Items in whose public text something was found when it was read again, the longest known first. */
export async function listFoundInPublic(db: Db, countyId: string, most: number): Promise<FoundInPublic[]> {
  const rows = await db
    .selectFrom('publicationRecheck as read')
    .innerJoin('publicationItem as item', (join) =>
      join
        .onRef('item.countyId', '=', 'read.countyId')
        .onRef('item.id', '=', 'read.itemId')
        .onRef('item.liveTextNumber', '=', 'read.textNumber'),
    )
    .select(['read.itemId', 'item.title', 'item.organId', 'read.foundAt as at', 'read.findings'])
    .where('read.countyId', '=', countyId)
    .where('read.foundAt', 'is not', null)
    .orderBy('read.foundAt')
    .orderBy('read.itemId')
    .limit(most)
    .$narrowType<{ at: Date }>()
    .execute();
  return rows.map((row) => ({ ...row, findings: row.findings as unknown as CheckFinding[] }));
}
