import { beforeAll, describe, expect, test } from 'vitest';
import { callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import type { DraftChanges } from '../domain/draft-changes.ts';
import {
  buildDesk,
  complete,
  depsOf,
  done,
  draft,
  getItem,
  morningOf,
  publish,
  type TestDesk,
  withdraw,
} from '../fixtures/desk.ts';
import { saveDraft } from './saving.ts';
import { settleDocuments } from './upkeep-jobs.ts';

const system = useSystem();
let desk: TestDesk;
beforeAll(async () => {
  desk = await buildDesk(system);
});

const document = (changes: Partial<DraftChanges> = {}): DraftChanges => ({
  ...complete,
  fields: { drafter: '党政办公室', effectiveOn: '2026-03-10', ...changes.fields },
  ...changes,
});
const begin = (changes?: Partial<DraftChanges>) =>
  draft(system, desk, desk.writer, { kind: 'normative-document' }, document(changes));
const toItem = (kind: 'repeals' | 'amends', toItemId: string): Partial<DraftChanges> => ({
  relations: [{ kind, toItemId }],
});
const valid = async (id: string) => (await getItem(system, desk, id)).validity;
const settleOn = (day: string) => settleDocuments(system.database.db, morningOf(day));

describe('有效性 follows what is public', () => {
  test('a document that is published is 有效', async () => {
    const item = await begin();
    expect(await publish(system, desk, item.id)).toMatchObject({ validity: 'valid', validitySince: '2026-03-02' });
  });

  test('the older one is 废止 from the 施行日期 of the newer, not before', async () => {
    const old = await publish(system, desk, (await begin()).id);
    const newer = await begin(toItem('repeals', old.id));
    expect(await valid(old.id)).toBe('valid');
    await publish(system, desk, newer.id);
    expect(await valid(old.id)).toBe('valid');
    await settleOn('2026-03-09');
    expect(await valid(old.id)).toBe('valid');
    await settleOn('2026-03-10');
    expect(await getItem(system, desk, old.id)).toMatchObject({ validity: 'repealed', validitySince: '2026-03-10' });
  });

  test('the withdrawal of the repealing document restores the older one', async () => {
    const old = await publish(system, desk, (await begin()).id);
    const newer = await begin({
      ...toItem('repeals', old.id),
      fields: { drafter: '党政办公室', effectiveOn: '2026-03-01' },
    });
    await publish(system, desk, newer.id);
    expect(await valid(old.id)).toBe('repealed');
    await withdraw(system, desk, newer.id);
    expect(await getItem(system, desk, old.id)).toMatchObject({ validity: 'valid', validitySince: '2026-03-02' });
  });

  test('修改 marks 已修改, and a later 废止 goes before it', async () => {
    const now = { drafter: '党政办公室', effectiveOn: '2026-03-01' };
    const old = await publish(system, desk, (await begin()).id);
    const amending = await begin({ ...toItem('amends', old.id), fields: now });
    await publish(system, desk, amending.id);
    expect(await valid(old.id)).toBe('amended');
    const repealing = await begin({ ...toItem('repeals', old.id), fields: now });
    await publish(system, desk, repealing.id);
    expect(await valid(old.id)).toBe('repealed');
    await withdraw(system, desk, repealing.id);
    expect(await valid(old.id)).toBe('amended');
  });

  test('after the last day of its 有效期 it is 失效 by itself', async () => {
    const item = await begin({
      fields: { drafter: '党政办公室', effectiveOn: '2026-03-01', validUntil: '2026-06-30' },
    });
    expect(await publish(system, desk, item.id)).toMatchObject({ validUntil: '2026-06-30' });
    await settleOn('2026-06-30');
    expect(await valid(item.id)).toBe('valid');
    await settleOn('2026-07-01');
    expect(await getItem(system, desk, item.id)).toMatchObject({ validity: 'expired', validitySince: '2026-07-01' });
  });
});

describe('what a draft may say of others', () => {
  const save = async (personId: string, id: string, changes: DraftChanges) => {
    const item = await getItem(system, desk, id);
    const caller = await callerOf(system.database.db, desk.county, personId);
    return saveDraft(depsOf(system), caller, id, item.version, changes);
  };

  test('only the organ that made a document, or one above it, repeals it', async () => {
    const theirs = await publish(
      system,
      desk,
      (await draft(system, desk, desk.stranger, { kind: 'normative-document' }, document())).id,
    );
    const ours = await begin();
    const refused = await save(desk.writer, ours.id, { relations: [{ kind: 'repeals', toItemId: theirs.id }] });
    expect(refused).toMatchObject({ ok: false, problem: { fields: [{ field: 'relations.0' }] } });
  });

  test('what is no document is not repealed, and nothing speaks of itself', async () => {
    const news = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const ours = await begin();
    for (const toItemId of [news.id, ours.id]) {
      expect(await save(desk.writer, ours.id, { relations: [{ kind: 'repeals', toItemId }] })).toMatchObject({
        ok: false,
      });
    }
  });

  test('an interpretation without its document is remarked upon (国办发〔2016〕80号), by name it may be named too', async () => {
    const item = await draft(system, desk, desk.writer, { kind: 'interpretation' });
    const without = done(await save(desk.writer, item.id, { summary: '一' }));
    expect(without.remarks).toContainEqual(expect.objectContaining({ field: 'relations' }));
    const named = done(
      await save(desk.writer, item.id, {
        relations: [{ kind: 'interprets', toDocument: '《防火办法》（石政发〔2026〕3号）' }],
      }),
    );
    expect(named.remarks.map(({ field }) => field)).not.toContain('relations');
  });

  test('what a revision says of others counts only when the revision is public', async () => {
    const now = { drafter: '党政办公室', effectiveOn: '2026-03-01' };
    const old = await publish(system, desk, (await begin()).id);
    const newer = await publish(system, desk, (await begin({ fields: now })).id);
    await system.database.db
      .updateTable('publicationItem')
      .set({ state: 'draft' })
      .where('id', '=', newer.id)
      .execute();
    const caller = await callerOf(system.database.db, desk.county, desk.writer, morningOf('2026-03-05'));
    const changes: DraftChanges = { relations: [{ kind: 'repeals', toItemId: old.id }] };
    done(await saveDraft(depsOf(system), caller, newer.id, newer.version, changes));
    await settleOn('2026-03-05');
    expect(await valid(old.id)).toBe('valid');
    await publish(system, desk, newer.id, morningOf('2026-03-06'));
    expect(await valid(old.id)).toBe('repealed');
  });

  test('a draft changes nothing of others, and what is repealed cannot be taken back by a revision', async () => {
    const old = await publish(system, desk, (await begin()).id);
    const newer = await begin({ ...toItem('repeals', old.id), fields: { drafter: '办', effectiveOn: '2026-03-01' } });
    await settleOn('2026-12-31');
    expect(await valid(old.id)).toBe('valid');
    const live = await publish(system, desk, newer.id);
    await system.database.db.updateTable('publicationItem').set({ state: 'draft' }).where('id', '=', live.id).execute();
    expect(await save(desk.writer, live.id, { relations: [] })).toMatchObject({
      ok: false,
      problem: { code: 'relation-in-force' },
    });
  });
});
