import { beforeAll, describe, expect, test } from 'vitest';
import { callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildDesk, complete, depsOf, done, draft, getItem, publish, type TestDesk } from '../fixtures/desk.ts';
import { actOnItems } from './bulk-acting.ts';
import { getItemDetail } from './item-detail.ts';
import { listLinkable } from './items.ts';
import { saveDraft } from './saving.ts';

const system = useSystem();
let desk: TestDesk;
beforeAll(async () => {
  desk = await buildDesk(system);
});
const callerFor = (personId: string) => callerOf(system.database.db, desk.county, personId);
const relatedOf = async (personId: string, id: string) =>
  done(await getItemDetail(depsOf(system), await callerFor(personId), id)).related;

describe('what another organ has not published yet stays with it, title and all', () => {
  test('its draft speaks of our item: we learn of that when it is public', async () => {
    const ours = await publish(system, desk, (await draft(system, desk, desk.writer, { kind: 'news' })).id);
    const theirs = await draft(
      system,
      desk,
      desk.stranger,
      { kind: 'news' },
      { ...complete, title: '还没有公开的标题', relations: [{ kind: 'attached-to', toItemId: ours.id }] },
    );
    expect(await relatedOf(desk.writer, ours.id)).toEqual([]);
    expect(await relatedOf(desk.stranger, theirs.id)).toMatchObject([{ end: 'from', other: { id: ours.id } }]);
    await publish(system, desk, theirs.id);
    expect(await relatedOf(desk.writer, ours.id)).toMatchObject([{ end: 'to', other: { title: '还没有公开的标题' } }]);
  });

  test('its revision of something public is called what the public reads', async () => {
    const { id } = await publish(
      system,
      desk,
      (await draft(system, desk, desk.stranger, { kind: 'news' }, { ...complete, title: '柳河乡公开的标题' })).id,
    );
    const stranger = await callerFor(desk.stranger);
    const { db } = system.database;
    // 修订: the draft that follows what is public.
    await db.updateTable('publicationItem').set({ state: 'draft' }).where('id', '=', id).execute();
    const { version } = await getItem(system, desk, id);
    done(await saveDraft(depsOf(system), stranger, id, version, { title: '柳河乡修订中的标题' }));
    const offered = async (personId: string) =>
      (await listLinkable(db, await callerFor(personId), { words: '柳河乡' })).map(({ title }) => title);
    expect(await offered(desk.stranger)).toEqual(['柳河乡修订中的标题']);
    expect(await offered(desk.writer)).toEqual(['柳河乡公开的标题']);
    const ours = await draft(
      system,
      desk,
      desk.writer,
      { kind: 'normative-document' },
      { ...complete, fields: { drafter: '党政办公室', effectiveOn: '2026-03-10' } },
    );
    const refused = await saveDraft(depsOf(system), await callerFor(desk.writer), ours.id, ours.version, {
      relations: [{ kind: 'repeals', toItemId: id }],
    });
    expect(refused).toMatchObject({ ok: false, problem: { fields: [{ field: 'relations.0' }] } });
    expect(JSON.stringify(refused)).not.toContain('修订中');
  });

  test('acts done to several at once name nothing that who acts may not read', async () => {
    const theirs = await draft(system, desk, desk.stranger, { kind: 'licence' }, { title: '许可决定甲' });
    const { db } = system.database;
    // As if it had been entered from a spreadsheet.
    await db
      .updateTable('publicationItem')
      .set({ importId: theirs.id, source: 'bulk' })
      .where('id', '=', theirs.id)
      .execute();
    const asked = { act: 'submit' as const, opinion: '', items: [{ itemId: theirs.id, version: theirs.version }] };
    const report = done(await actOnItems(depsOf(system), await callerFor(desk.writer), asked));
    expect(report.refused).toMatchObject([{ itemId: theirs.id, title: '' }]);
  });
});
