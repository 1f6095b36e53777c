import { beforeAll, describe, expect, test } from 'vitest';
import { buildPerson, callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildDesk, complete, depsOf, done, draft, getItem, type TestDesk } from '../fixtures/desk.ts';
import { listEvents } from '../store/events.ts';
import { getText, listTexts } from '../store/texts.ts';
import { copyItem } from './copying.ts';
import { beginItem } from './drafting.ts';
import { getItemDetail } from './item-detail.ts';
import { openItem, searchItems } from './items.ts';
import { keepAside, saveDraft } from './saving.ts';
import { compareVersions, keepVersion, restoreVersion } from './versions.ts';

const system = useSystem();
let desk: TestDesk;
beforeAll(async () => {
  desk = await buildDesk(system);
});
const callerFor = (personId: string) => callerOf(system.database.db, desk.county, personId);
const countyOf = () => desk.county.countyId;

describe('beginning a draft', () => {
  test('it lies on the desk of its author, with column, article and limit of its kind (条例第二十六条)', async () => {
    const caller = await callerFor(desk.writer);
    const { id } = done(await beginItem(depsOf(system), caller, { kind: 'licence' }));
    expect(await getItem(system, desk, id)).toMatchObject({
      state: 'draft',
      authorId: desk.writer,
      organId: desk.townshipId,
      columnKey: 'licences',
      article20: 5,
      formedOn: '2026-03-02',
      // 7 working days, 3月2日 not counted.
      dueOn: '2026-03-11',
    });
    expect(await listEvents(system.database.db, countyOf(), id)).toMatchObject([
      { position: 1, act: 'begin', toState: 'draft', personName: '李小云', role: 'information-officer' },
    ]);
  });

  test('what a village drafts is disclosed by its township (条例第十条): a village is no 行政机关', async () => {
    const officer = await buildPerson(system.database.db, desk.county, '郑村官', desk.villageId, 'village-officer');
    const caller = await callerFor(officer);
    const { id } = done(await beginItem(depsOf(system), caller, { kind: 'announcement' }));
    expect(await getItem(system, desk, id)).toMatchObject({
      organId: desk.townshipId,
      draftingOrganId: desk.villageId,
    });
    const refused = await beginItem(depsOf(system), caller, { kind: 'announcement', organId: desk.villageId });
    expect(refused).toMatchObject({ ok: false, problem: { fields: [{ field: 'organId' }] } });
  });

  test('nobody drafts for another township', async () => {
    const caller = await callerFor(desk.stranger);
    const refused = await beginItem(depsOf(system), caller, { kind: 'news', draftingOrganId: desk.townshipId });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });
});

describe('saving a draft', () => {
  test('cleans the text, keeps what is written wrongly and says at the field what is wrong', async () => {
    const caller = await callerFor(desk.writer);
    const { id, version } = done(await beginItem(depsOf(system), caller, { kind: 'normative-document' }));
    const saved = done(
      await saveDraft(depsOf(system), caller, id, version, {
        ...complete,
        bodyHtml: '<p onclick="x()">正文</p><script>alert(1)</script>',
        documentNumber: '石政发[2026]03号',
      }),
    );
    expect(saved.bodyHtml).toBe('<p>正文</p>');
    expect(saved.remarks).toContainEqual(
      expect.objectContaining({ field: 'documentNumber', suggestion: '石政发〔2026〕3号' }),
    );
    expect(saved.remarks).toContainEqual(expect.objectContaining({ field: 'fields.drafter' }));
    const item = await getItem(system, desk, id);
    expect(item).toMatchObject({ title: complete.title, documentNumber: '石政发[2026]03号', version: saved.version });
    expect(await getText(system.database.db, countyOf(), id, 1)).toMatchObject({ bodyText: '正文', frozen: false });
  });

  test('of two who save at once one wins; the other is told who and when, and loses nothing', async () => {
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const [first, second] = [await callerFor(desk.writer), await callerFor(desk.colleague)];
    const save = (caller: typeof first, title: string) =>
      saveDraft(depsOf(system), caller, item.id, item.version, { title });
    const outcomes = await Promise.all([save(first, '甲的标题'), save(second, '乙的标题')]);
    const losers = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
    expect(losers).toHaveLength(1);
    expect(losers[0]).toMatchObject({ code: 'conflict' });
    expect(losers[0]?.message).toMatch(/^(李小云|周文静)已于 2026-03-02 09:30 保存过/);
    const [loser, title] = outcomes[0]?.ok ? [second, '乙的标题'] : [first, '甲的标题'];
    const { number } = done(await keepAside(depsOf(system), loser, item.id, { title }));
    const kept = await getText(system.database.db, countyOf(), item.id, number);
    expect(kept).toMatchObject({ title, frozen: true, savedBy: loser.actor.personId });
    expect((await getItem(system, desk, item.id)).title).not.toBe(title);
  });

  test('each version has one writer: a colleague goes on in a new one', async () => {
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const colleague = await callerFor(desk.colleague);
    done(await saveDraft(depsOf(system), colleague, item.id, item.version, { summary: '改过的概述' }));
    const texts = await listTexts(system.database.db, countyOf(), item.id);
    expect(texts).toMatchObject([
      { number: 2, savedByName: '周文静', frozen: false },
      { number: 1, savedByName: '李小云', frozen: true },
    ]);
  });

  test('nobody outside of the scope reads or writes it, and is told the same as when there is none', async () => {
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const stranger = await callerFor(desk.stranger);
    const refusals = [
      await openItem(system.database.db, stranger, item.id),
      await saveDraft(depsOf(system), stranger, item.id, item.version, { title: '改' }),
      await openItem(system.database.db, stranger, '01a1f8b6-0000-7000-8000-000000000000'),
    ];
    expect(new Set(refusals.map((each) => (each.ok ? 'open' : each.problem.message))).size).toBe(1);
    const listed = await searchItems(system.database.db, stranger, {}, { page: 1, pageSize: 100 });
    expect(listed.items.map(({ id }) => id)).not.toContain(item.id);
  });

  test('不予公开 without an article is remarked upon, and the day it is due is gone (条例第十三条)', async () => {
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const caller = await callerFor(desk.writer);
    const saved = done(await saveDraft(depsOf(system), caller, item.id, item.version, { disclosure: 'withheld' }));
    expect(saved.remarks).toContainEqual(expect.objectContaining({ field: 'exemption.ground' }));
    expect(saved.dueOn).toBeUndefined();
  });
});

describe('versions', () => {
  test('are kept with a note, compared, and restored without anything lost', async () => {
    const caller = await callerFor(desk.writer);
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const kept = done(
      await keepVersion(depsOf(system), caller, item.id, { version: item.version, changeNote: '初稿' }),
    );
    const saved = done(
      await saveDraft(depsOf(system), caller, item.id, kept.version, { bodyHtml: '<p>各村：请做好夏季防火。</p>' }),
    );
    expect(saved.textNumber).toBe(2);
    const different = done(await compareVersions(system.database.db, caller, item.id, { before: 1, after: 2 }));
    expect(different.body).toMatchObject([{ kind: 'changed' }]);
    const restored = done(await restoreVersion(depsOf(system), caller, item.id, { version: saved.version, number: 1 }));
    expect(restored.textNumber).toBe(3);
    const texts = await listTexts(system.database.db, countyOf(), item.id);
    expect(texts).toMatchObject([
      { number: 3, changeNote: '恢复自第 1 版' },
      { number: 2, frozen: true },
      { number: 1, changeNote: '初稿', frozen: true },
    ]);
    const { text } = done(await getItemDetail(depsOf(system), caller, item.id));
    expect(text.bodyText).toBe('各村：请做好春季森林防火工作。');
  });

  test('a copy has the text and none of the numbers', async () => {
    const caller = await callerFor(desk.writer);
    const item = await draft(
      system,
      desk,
      desk.writer,
      { kind: 'policy-document' },
      {
        ...complete,
        documentNumber: '石政发〔2026〕7号',
        formedOn: '2026-02-01' as never,
      },
    );
    const { id } = done(await copyItem(depsOf(system), caller, item.id));
    const copy = await getItem(system, desk, id);
    expect(copy).toMatchObject({ title: item.title, kind: 'policy-document', formedOn: '2026-03-02', state: 'draft' });
    expect(copy.documentNumber).toBeUndefined();
  });
});
