import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { systemCounty } from '../../kernel/actor.ts';
import { createSettings, defineSettings, wholeNumber, yesOrNo } from './index.ts';

const database = useDatabase();
const now = new Date('2026-11-20T02:00:00Z');
const administrator = { countyId: systemCounty, name: '周岭', from: '10.0.0.8' };

const archive = defineSettings(
  { name: 'archive', label: '归档', keeper: 'system' },
  {
    keepDays: {
      label: '保存天数',
      meaning: '到期后转入档案。',
      unit: '天',
      schema: wholeNumber(1, 365),
      standard: 30,
      refuse: (before, after) => (after < before ? '保存天数只能延长。' : undefined),
    },
    sealed: { label: '封存', meaning: '是否封存。', schema: yesOrNo(), standard: false },
    place: {
      label: '存放地点',
      meaning: '档案室。',
      schema: z.string().transform((text) => text.trim()),
      standard: '',
    },
  },
);
const settings = () => createSettings(database.db, [archive]);

describe('a setting', () => {
  test('has its standard value until it is set, and then that, audited with both', async () => {
    const all = settings();
    expect(await all.read(archive)).toEqual({ keepDays: 30, sealed: false, place: '' });
    const changed = await all.change(administrator, now, { key: 'archive.keepDays', value: 60, version: 0 });
    expect(changed).toMatchObject({ ok: true, value: { value: 60, version: 1, changedBy: '周岭' } });
    expect((await all.read(archive)).keepDays).toBe(60);
    const entry = await database.db
      .selectFrom('auditEntry')
      .select(['action', 'recordLabel', 'before', 'after'])
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      action: 'setting.change',
      recordLabel: '归档：保存天数',
      before: { value: 30 },
      after: { value: 60 },
    });
  });

  test('says what may be typed into it, also where that is tidied afterwards', async () => {
    const all = settings();
    expect(all.schemaOf('archive.keepDays')).toMatchObject({ type: 'integer', minimum: 1, maximum: 365 });
    expect(all.schemaOf('archive.place')).toMatchObject({ type: 'string' });
    const changed = await all.change(administrator, now, { key: 'archive.place', value: ' 二楼 ', version: 0 });
    expect(changed).toMatchObject({ ok: true, value: { value: '二楼' } });
  });

  test.each([
    [0, '保存天数应为 1 至 365 之间的整数。'],
    [1.5, '保存天数应为 1 至 365 之间的整数。'],
    ['60', '保存天数应为 1 至 365 之间的整数。'],
    [59, '保存天数只能延长。'],
  ])('of %j is refused at its field', async (value, message) => {
    const refused = await settings().change(administrator, now, { key: 'archive.keepDays', value, version: 1 });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid', fields: [{ field: 'value', message }] } });
  });

  test('that somebody else changed meanwhile is not overwritten unseen', async () => {
    const stale = await settings().change(administrator, now, { key: 'archive.keepDays', value: 90, version: 0 });
    expect(stale).toMatchObject({ ok: false, problem: { code: 'conflict', message: expect.stringContaining('周岭') } });
  });

  test('changed by two at once is changed by one of them', async () => {
    const change = (value: boolean) =>
      settings().change(administrator, now, { key: 'archive.sealed', value, version: 0 });
    const outcomes = await Promise.all([change(true), change(true), change(true)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await settings().read(archive)).sealed).toBe(true);
  });

  test('that nobody declared is not there', async () => {
    const refused = await settings().change(administrator, now, { key: 'archive.other', value: 1, version: 0 });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  test('whose kept value no longer fits its bounds counts as not set', async () => {
    await sql`UPDATE platform_setting SET value = '9999' WHERE key = 'archive.keepDays'`.execute(database.db);
    expect((await settings().read(archive)).keepDays).toBe(30);
  });
});
