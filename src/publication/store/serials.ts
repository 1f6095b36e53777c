import { sql } from 'kysely';
import type { Trx } from '../../platform/db/index.ts';

/**
 * The next number of a series of 索引号. Whoever asks for one of the same series waits until this transaction is over,
 * so that no two get the same; what is rolled back is given to the next one.
 */
export async function nextSerial(trx: Trx, countyId: string, series: string): Promise<number> {
  const { last } = await trx
    .insertInto('publicationSerial')
    .values({ countyId, series, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['countyId', 'series']).doUpdateSet({ last: sql`publication_serial.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** Whether a 索引号 has been given in the county, be it to what is withdrawn by now. */
export async function isIndexNumberTaken(trx: Trx, countyId: string, indexNumber: string): Promise<boolean> {
  const row = await trx
    .selectFrom('publicationItem')
    .select('id')
    .where('countyId', '=', countyId)
    .where('indexNumber', '=', indexNumber)
    .executeTakeFirst();
  return row !== undefined;
}
