import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { systemActor } from '../../kernel/actor.ts';
import { success } from '../../kernel/result.ts';
import { newId } from '../db/index.ts';
import { write } from './write.ts';

const now = new Date('2026-11-20T02:00:00.123Z');

describe('x', () => {
  const database = useDatabase();
  test('works', async () => {
    const actor = systemActor('x', newId());
    for (let i = 0; i < 3; i++)
      await write(database.db, actor, now, async (_, record) => {
        record({
          action: 'a.b',
          record: { kind: 'a', id: '1', label: '一' },
          before: { a: 1 },
          after: { a: i, 'é\n"': 'x' },
        });
        return success(1);
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        write(database.db, actor, now, async (_, record) => {
          record({ action: 'a.b', record: { kind: 'a', id: '1', label: '一' }, before: { a: 1 }, after: { a: i } });
          return success(1);
        }),
      ),
    );
    console.log((await database.pool.query('select * from audit_entry order by sequence')).rows.slice(0, 3));
    console.log((await database.pool.query('select * from audit_head')).rows);
    expect(1).toBe(1);
  });
});
