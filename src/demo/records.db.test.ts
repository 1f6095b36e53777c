import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../tests/support/test-database.ts';
import { openKeyRing } from '../platform/crypto/index.ts';
import { loadDemo, loadDemoRecords } from './index.ts';

const now = new Date('2026-03-02T01:00:00Z');

function keyRing() {
  const ring = openKeyRing({ folder: '/nowhere', environmentKeys: '11'.repeat(32), now });
  if (!ring.ok) throw new Error(ring.problem.message);
  return ring.value;
}

describe('the records of the demonstration', () => {
  const database = useDatabase();
  beforeAll(async () => {
    await loadDemo(database.db, keyRing(), now);
  });

  test('are brought in', async () => {
    const t = performance.now();
    expect(await loadDemoRecords(database.db, keyRing(), now)).toEqual({ ok: true, value: true });
    console.log('loaded in', performance.now() - t);
    for (const table of [
      'publication_item',
      'publication_text',
      'publication_event',
      'publication_channel',
      'publication_receipt',
      'publication_fingerprint_key',
      'catalogue_item',
      'catalogue_duty',
      'catalogue_evidence',
      'catalogue_reminder',
      'publication_referral',
      'audit_entry',
    ]) {
      const { rows } = await sql<{ n: string }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(database.db);
      console.log(table, rows[0]?.n);
    }
  });
});
