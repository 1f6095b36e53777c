import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPerson, callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { write } from '../../platform/audit/index.ts';
import { addAttachment, findAttachment, receiveFile } from '../../platform/storage/index.ts';
import { buildDesk, complete, depsOf, done, draft, getItem, type TestDesk } from '../fixtures/desk.ts';
import { listEvents } from '../store/events.ts';
import { getText, listTexts } from '../store/texts.ts';
import { registerClearances } from './clearing.ts';
import { copyItem } from './copying.ts';
import { beginItem } from './drafting.ts';
import { getItemDetail } from './item-detail.ts';
import { mayReadItemAttachments, openItem, searchItems } from './items.ts';
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

describe('attachments and pictures', () => {
  const upload = async (personId: string, fileName: string) => {
    const { actor, now } = await callerFor(personId);
    const content = Readable.from([Buffer.from(`%PDF-1.4 ${fileName} %%EOF`)]);
    const file = done(await receiveFile(system.storage, actor, now, { fileName, content }));
    return write(system.database.db, actor, now, (trx, record) => addAttachment({ trx, record, actor, now }, file));
  };
  const mayOpen = async (attachmentId: string, personId: string) => {
    const found = await findAttachment(system.database.db, countyOf(), attachmentId);
    const policy = mayReadItemAttachments(system.database.db)['publication-item'];
    if (!found?.owner || !policy) return false;
    return (await policy(found.owner, await callerFor(personId))).ok;
  };

  test('become part of the item when it is saved, and are then read by whoever may see it and nobody else', async () => {
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const caller = await callerFor(desk.writer);
    const [paper, picture] = [await upload(desk.writer, '名单.pdf'), await upload(desk.writer, '图.pdf')];
    done(
      await saveDraft(depsOf(system), caller, item.id, item.version, {
        bodyHtml: `<p><img src="attachment:${picture.id}" alt="图"></p>`,
        attachments: [{ id: paper.id, name: '名单' }],
      }),
    );
    for (const { id } of [paper, picture]) {
      expect(await mayOpen(id, desk.colleague)).toBe(true);
      expect(await mayOpen(id, desk.stranger)).toBe(false);
    }
    const { attachments } = done(await getItemDetail(depsOf(system), caller, item.id));
    expect(attachments).toEqual([{ id: paper.id, name: '名单', size: paper.size, mediaType: 'application/pdf' }]);

    const copied = done(await copyItem(depsOf(system), caller, item.id));
    const copy = await getText(system.database.db, countyOf(), copied.id, 1);
    expect(copy.attachments).toMatchObject([{ name: '名单' }]);
    expect(copy.attachments[0]?.id).not.toBe(paper.id);
    expect(copy.bodyHtml).not.toContain(picture.id);
  });

  test('what somebody else uploaded is refused, and nothing is saved', async () => {
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' });
    const theirs = await upload(desk.colleague, '别人的.pdf');
    const refused = await saveDraft(depsOf(system), await callerFor(desk.writer), item.id, item.version, {
      title: '不会保存',
      attachments: [{ id: theirs.id, name: '别人的' }],
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect((await getItem(system, desk, item.id)).title).toBe(complete.title);
  });
});

describe('what others have to agree to (条例第十一条)', () => {
  test('is answered during the review without touching the text; whom to ask stays as reviewed', async () => {
    const asked = { consultations: [{ organ: '县水利局' }] };
    const item = await draft(system, desk, desk.writer, { kind: 'announcement' }, { ...complete, clearances: asked });
    const caller = await callerFor(desk.writer);
    expect(done(await getItemDetail(depsOf(system), caller, item.id)).notCleared).toMatch(/县水利局/);
    await system.database.db
      .updateTable('publicationItem')
      .set({ state: 'office-review' })
      .where('id', '=', item.id)
      .execute();
    const register = (consultations: object[], version = item.version) =>
      registerClearances(depsOf(system), caller, item.id, version, { consultations } as never);
    expect(await register([])).toMatchObject({ ok: false, problem: { code: 'clearances-reviewed' } });
    expect(await register([{ organ: '县水利局', agreedOn: '2026-03-02' }])).toMatchObject({
      ok: false,
      problem: { fields: [{ field: 'clearances.consultations.0.proof' }] },
    });
    const answer = { organ: '县水利局', agreedOn: '2026-03-02', proof: '云水函〔2026〕1号' };
    done(await register([answer]));
    const after = await getItem(system, desk, item.id);
    expect(after).toMatchObject({ textNumber: item.textNumber, clearances: { consultations: [answer] } });
    expect(await register([answer])).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect(done(await getItemDetail(depsOf(system), caller, item.id)).notCleared).toBeUndefined();
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
