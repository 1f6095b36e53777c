import type { Selectable } from 'kysely';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import type { PublicationCheck, PublicationJudgement } from '../../platform/db/tables.ts';
import type { Place } from '../domain/check/finding.ts';
import type { CheckFinding, CheckRun, Judgement } from '../domain/check-result.ts';

/** What the checks found in a text when they ran last. */
export async function findRun(
  db: Db,
  countyId: string,
  itemId: string,
  textNumber: number,
): Promise<CheckRun | undefined> {
  const row = await db
    .selectFrom('publicationCheck')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('textNumber', '=', textNumber)
    .executeTakeFirst();
  return row && runOf(row);
}

/** Keeps what was found in a text, in the place of what was found before. */
export async function saveRun(db: Db, countyId: string, run: CheckRun): Promise<void> {
  const { itemId, textNumber, findings, ...rest } = run;
  const row = { ...rest, findings: JSON.stringify(findings) };
  await db
    .insertInto('publicationCheck')
    .values({ countyId, itemId, textNumber, ...row })
    .onConflict((conflict) => conflict.columns(['countyId', 'itemId', 'textNumber']).doUpdateSet(row))
    .execute();
}

/** Everything that was said of findings of an item. */
export const listJudgements = async (db: Db, countyId: string, itemId: string): Promise<Judgement[]> =>
  (await listJudgementsOf(db, countyId, [itemId])).get(itemId) ?? [];

/** The same of many items, by item. */
export async function listJudgementsOf(
  db: Db,
  countyId: string,
  itemIds: readonly string[],
): Promise<Map<string, Judgement[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('publicationJudgement')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', 'in', itemIds)
    .orderBy('givenAt')
    .execute();
  const grouped = Map.groupBy(rows, ({ itemId }) => itemId);
  return new Map([...grouped].map(([itemId, given]) => [itemId, given.map(judgementOf)]));
}

/** Puts down what somebody says of a finding, in the place of what was said before in the same capacity. */
export async function saveJudgement(trx: Trx, countyId: string, itemId: string, judgement: Judgement): Promise<void> {
  const { findingKey, givenAs, check, at, ...said } = judgement;
  const row = { ...said, checkKey: check, givenAt: at };
  await trx
    .insertInto('publicationJudgement')
    .values({ countyId, itemId, findingKey, givenAs, ...row })
    .onConflict((conflict) => conflict.columns(['countyId', 'itemId', 'findingKey', 'givenAs']).doUpdateSet(row))
    .execute();
}

/** Takes back what somebody said of a finding. @returns how many there were */
export async function deleteJudgement(
  trx: Trx,
  countyId: string,
  itemId: string,
  { findingKey, givenAs }: Pick<Judgement, 'findingKey' | 'givenAs'>,
): Promise<void> {
  await trx
    .deleteFrom('publicationJudgement')
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .where('findingKey', '=', findingKey)
    .where('givenAs', '=', givenAs)
    .execute();
}

/** Something that was masked or corrected by one click. */
export interface Masking {
  textNumber: number;
  check: string;
  place: Place;
  excerpt: string;
  replacement: string;
  personId: string;
  personName: string;
  at: Date;
}

/** Puts down what was masked. */
export async function addMaskings(
  trx: Trx,
  countyId: string,
  itemId: string,
  maskings: readonly Masking[],
): Promise<void> {
  if (maskings.length === 0) return;
  await trx
    .insertInto('publicationMasking')
    .values(
      maskings.map(({ check, at, place, ...rest }) => ({
        countyId,
        id: newId(),
        itemId,
        ...rest,
        checkKey: check,
        place: JSON.stringify(place),
        maskedAt: at,
      })),
    )
    .execute();
}

/** What was masked in an item, the latest first. */
export async function listMaskings(db: Db, countyId: string, itemId: string): Promise<Masking[]> {
  const rows = await db
    .selectFrom('publicationMasking')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('maskedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.map(({ textNumber, checkKey, place, excerpt, replacement, personId, personName, maskedAt }) => ({
    textNumber,
    check: checkKey,
    place: place as unknown as Place,
    excerpt,
    replacement,
    personId,
    personName,
    at: maskedAt,
  }));
}

/** An item about which somebody has to be told. */
export interface ConcernedItem {
  itemId: string;
  title: string;
  organId: string;
  at: Date;
}

/** Public items in which a secrecy mark was found. */
export async function listLeaks(db: Db, countyId: string): Promise<ConcernedItem[]> {
  return db
    .selectFrom('publicationCheck as run')
    .innerJoin('publicationItem as item', (join) =>
      join.onRef('item.countyId', '=', 'run.countyId').onRef('item.id', '=', 'run.itemId'),
    )
    .select(['run.itemId', 'item.title', 'item.organId', 'run.checkedAt as at'])
    .where('run.countyId', '=', countyId)
    .where('run.leak', '=', true)
    .where('item.liveTextNumber', 'is not', null)
    .orderBy('run.checkedAt')
    .limit(50)
    .execute();
}

/** Drafts whose author asked the 保密审查员 to let a finding stand, and who has not said anything yet. */
export async function listAsked(db: Db, countyId: string): Promise<ConcernedItem[]> {
  return db
    .selectFrom('publicationJudgement as asked')
    .innerJoin('publicationItem as item', (join) =>
      join.onRef('item.countyId', '=', 'asked.countyId').onRef('item.id', '=', 'asked.itemId'),
    )
    .leftJoin('publicationJudgement as answer', (join) =>
      join
        .onRef('answer.countyId', '=', 'asked.countyId')
        .onRef('answer.itemId', '=', 'asked.itemId')
        .onRef('answer.findingKey', '=', 'asked.findingKey')
        .on('answer.givenAs', '=', 'secrecy-reviewer'),
    )
    .select(({ fn }) => ['asked.itemId', 'item.title', 'item.organId', fn.min('asked.givenAt').as('at')])
    .where('asked.countyId', '=', countyId)
    .where('asked.givenAs', '=', 'author')
    .where('asked.checkKey', 'in', ['id-18', 'bank-card', 'internal-mark'])
    .where('item.state', '=', 'draft')
    .where('answer.findingKey', 'is', null)
    .groupBy(['asked.itemId', 'item.title', 'item.organId'])
    .orderBy('asked.itemId')
    .limit(50)
    .execute();
}

const runOf = ({ countyId: _, findings, ...row }: Selectable<PublicationCheck>): CheckRun => ({
  ...row,
  findings: findings as unknown as CheckFinding[],
});

const judgementOf = (row: Selectable<PublicationJudgement>): Judgement => ({
  findingKey: row.findingKey,
  givenAs: row.givenAs as Judgement['givenAs'],
  check: row.checkKey,
  excerpt: row.excerpt,
  reason: row.reason,
  personId: row.personId,
  personName: row.personName,
  at: row.givenAt,
});
