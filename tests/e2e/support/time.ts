import pg from 'pg';
import { inject } from 'vitest';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { joinDatabaseServer } from '../../../src/platform/db/server/index.ts';

/** Lets a public 公示 have its last day earlier, as if the days since had passed: nobody may enter it so. */
export async function setLastDay(itemId: string, day: PlainDate): Promise<void> {
  const joined = await joinDatabaseServer({ dataFolder: inject('dataFolder') });
  if (!joined.ok) throw new Error(joined.problem.message);
  const client = new pg.Client(joined.value.connection);
  try {
    await client.connect();
    await client.query('UPDATE publication_item SET expires_on = $2 WHERE id = $1', [itemId, day]);
    await client.query(
      `UPDATE publication_text SET head = jsonb_set(head, '{expiresOn}', to_jsonb($2::text)) WHERE item_id = $1 AND head IS NOT NULL`,
      [itemId, day],
    );
  } finally {
    await client.end();
    await joined.value.leave();
  }
}
