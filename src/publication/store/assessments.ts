import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';

/** That what is not disclosed was looked at again (条例 art. 18). */
export interface Assessment {
  id: string;
  assessedOn: PlainDate;
  decision: 'stays' | 'disclose';
  opinion: string;
  nextOn?: PlainDate;
  personId: string;
  personName: string;
  at: Date;
}

/** Puts an assessment down. */
export async function insertAssessment(
  trx: Trx,
  countyId: string,
  itemId: string,
  assessment: Assessment,
): Promise<void> {
  const { nextOn, ...row } = assessment;
  await trx
    .insertInto('publicationAssessment')
    .values({ countyId, itemId, ...row, nextOn: nextOn ?? null })
    .execute();
}

/** The assessments of an item, the latest first. */
export async function listAssessments(db: Db, countyId: string, itemId: string): Promise<Assessment[]> {
  const rows = await db
    .selectFrom('publicationAssessment')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, assessedOn, decision, opinion, nextOn, personId, personName, at }) => ({
    id,
    assessedOn: getPlainDate(assessedOn),
    decision: decision as Assessment['decision'],
    opinion,
    ...(nextOn === null ? {} : { nextOn: getPlainDate(nextOn) }),
    personId,
    personName,
    at,
  }));
}
