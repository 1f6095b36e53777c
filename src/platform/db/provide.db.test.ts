import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDataFolder, removeDataFolder } from '../../../tests/support/built-program.ts';
import { createLog } from '../log/index.ts';
import { type ProvidedDatabase, provideDatabase } from './provide.ts';

describe('the program on its own database', () => {
  const dataFolder = makeDataFolder();
  let database: ProvidedDatabase;

  beforeAll(async () => {
    const provided = await provideDatabase({ dataFolder, log: createLog('silent') });
    if (!provided.ok) throw new Error(provided.problem.message);
    database = provided.value;
  });
  afterAll(async () => {
    await database.close();
    removeDataFolder(dataFolder);
  });

  test('signs in as a role that owns nothing', async () => {
    const { rows } = await database.pool.query('SELECT session_user, current_user, current_setting($1) AS super', [
      'is_superuser',
    ]);
    expect(rows).toEqual([{ session_user: 'gongkai_app', current_user: 'gongkai_app', super: 'off' }]);
  });

  test.each([
    'SET ROLE gongkai',
    'SET SESSION AUTHORIZATION gongkai',
    'ALTER ROLE gongkai_app SUPERUSER',
    'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
    'UPDATE audit_entry SET action = $$nothing$$',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'UPDATE audit_head SET sequence = 0',
    'DROP TABLE audit_entry',
  ])('and cannot: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('up to date is opened a second time without another migration', async () => {
    const again = await provideDatabase({ dataFolder, log: createLog('silent') });
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.close();
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});
