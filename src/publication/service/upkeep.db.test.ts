import { beforeAll, describe, expect, test } from 'vitest';
import { callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import type { Table } from '../../kernel/neutral-document.ts';
import { readDocument } from '../../platform/documents/index.ts';
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
} from '../fixtures/desk.ts';
import { assessItem, listAssessments } from './assessing.ts';
import {
  beginCleaning,
  decideCleaning,
  exportCleaning,
  finishCleaning,
  getCleaning,
  listCleanings,
} from './cleaning.ts';
import { searchItems } from './items.ts';
import { itemsOfToday } from './items-of-today.ts';
import { saveDraft } from './saving.ts';
import { reckonItemsAnew } from './upkeep-jobs.ts';

const system = useSystem();
let desk: TestDesk;
beforeAll(async () => {
  desk = await buildDesk(system);
});
const callerAt = (personId: string, day = '2026-03-02') =>
  callerOf(system.database.db, desk.county, personId, morningOf(day));
const set = (id: string, values: object) =>
  system.database.db.updateTable('publicationItem').set(values).where('id', '=', id).execute();
const todayOf = async (personId: string, day?: string) => {
  const { authority, now } = await callerAt(personId, day);
  return itemsOfToday(depsOf(system))(authority, now);
};

describe('what is not disclosed is assessed again (条例第十八条)', () => {
  const withheld = async () => {
    const item = await draft(
      system,
      desk,
      desk.writer,
      { kind: 'announcement' },
      {
        ...complete,
        disclosure: 'withheld',
        exemption: { ground: '16-process', part: 'draft', reason: '正在讨论，公开会影响决策' },
      },
    );
    await set(item.id, { state: 'filed', reassessOn: '2026-03-01' });
    return getItem(system, desk, item.id);
  };

  test('it stays so for another year, with the opinion kept', async () => {
    const item = await withheld();
    const head = await callerAt(desk.head);
    const due = await searchItems(system.database.db, head, { reassess: true }, { page: 1, pageSize: 20 });
    expect(due.items.map(({ id }) => id)).toContain(item.id);
    expect(await todayOf(desk.head)).toContainEqual(expect.objectContaining({ id: 'assessments' }));
    const assessed = done(
      await assessItem(depsOf(system), head, item.id, {
        version: item.version,
        decision: 'stays',
        opinion: '仍在讨论',
      }),
    );
    expect(assessed.reassessOn).toBe('2027-03-02');
    expect(done(await listAssessments(system.database.db, head, item.id))).toMatchObject([
      { decision: 'stays', opinion: '仍在讨论', personName: '陈立新', nextOn: '2027-03-02' },
    ]);
  });

  test('or it becomes a draft to be disclosed, within 20 working days of that day', async () => {
    const item = await withheld();
    const head = await callerAt(desk.head);
    done(
      await assessItem(depsOf(system), head, item.id, {
        version: item.version,
        decision: 'disclose',
        opinion: '已决定',
      }),
    );
    const after = await getItem(system, desk, item.id);
    expect(after).toMatchObject({ state: 'draft', disclosure: 'proactive', dueOn: '2026-03-30' });
    expect(after.reassessOn).toBeUndefined();
    expect(after.exemption).toBeUndefined();
  });

  test('by 公开办负责人, with an opinion, and of two at once one', async () => {
    const item = await withheld();
    const request = { version: item.version, decision: 'stays' as const, opinion: '仍在讨论' };
    expect(await assessItem(depsOf(system), await callerAt(desk.writer), item.id, request)).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    });
    const head = await callerAt(desk.head);
    expect(await assessItem(depsOf(system), head, item.id, { ...request, opinion: ' ' })).toMatchObject({ ok: false });
    const outcomes = await Promise.all([1, 2].map(() => assessItem(depsOf(system), head, item.id, request)));
    expect(outcomes.map((each) => (each.ok ? 'done' : each.problem.code)).sort()).toEqual(['conflict', 'done']);
  });
});

describe('the yearly cleaning of documents', () => {
  const document = async (title: string) => {
    const item = await draft(
      system,
      desk,
      desk.writer,
      { kind: 'normative-document' },
      {
        ...complete,
        title,
        fields: { drafter: '党政办公室', effectiveOn: '2026-03-01' },
      },
    );
    return publish(system, desk, item.id);
  };

  test('each document is decided about, then all take effect together, and the list is taken along', async () => {
    const [kept, gone, declared] = [await document('甲办法'), await document('乙办法'), await document('丙办法')];
    const head = await callerAt(desk.head, '2026-11-20');
    // Two begin it at once: one list comes of it, and the other is told.
    const both = await Promise.all(
      [1, 2, 3].map(() => beginCleaning(depsOf(system), head, { organId: desk.townshipId, year: 2026 })),
    );
    expect(both.filter((each) => !each.ok).map((each) => !each.ok && each.problem.code)).toEqual([
      'conflict',
      'conflict',
    ]);
    const begun = both.find(({ ok }) => ok);
    if (!begun) throw new Error('nobody began it');
    const { id, entries } = done(begun);
    expect(entries).toBe(3);
    expect(await beginCleaning(depsOf(system), head, { organId: desk.townshipId, year: 2026 })).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
    const decide = async (itemIds: string[], decision: 'keep' | 'repeal' | 'expire', version: number, reason = '') =>
      decideCleaning(depsOf(system), head, id, { version, itemIds, decision, reason });
    expect(await decide([gone.id], 'repeal', 1)).toMatchObject({
      ok: false,
      problem: { fields: [{ field: 'reason' }] },
    });
    done(await decide([kept.id], 'keep', 1));
    done(await decide([gone.id], 'repeal', 2, '已被上位法取代'));
    expect(await finishCleaning(depsOf(system), head, id, 3)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('丙办法') },
    });
    done(await decide([declared.id], 'expire', 3, '调整对象已消失'));
    expect((await getItem(system, desk, gone.id)).validity).toBe('valid');
    expect(done(await finishCleaning(depsOf(system), head, id, 4))).toEqual({ version: 5, changed: 2 });
    expect(await getItem(system, desk, gone.id)).toMatchObject({ validity: 'repealed', validitySince: '2026-11-20' });
    expect(await getItem(system, desk, declared.id)).toMatchObject({ validity: 'expired' });
    expect(await getItem(system, desk, kept.id)).toMatchObject({ validity: 'valid' });
    expect(await decide([kept.id], 'repeal', 5, '再改')).toMatchObject({ ok: false });

    expect(await listCleanings(system.database.db, head)).toMatchObject([{ organ: '石桥镇', entries: 3, decided: 3 }]);
    for (const format of ['docx', 'xlsx'] as const) {
      const { fileName, content } = done(await exportCleaning(system.database.db, head, id, format));
      expect(fileName).toBe(`石桥镇人民政府2026年行政规范性文件清理目录.${format}`);
      const read = done(await readDocument({ name: fileName, bytes: content }));
      const table = read.blocks.find((block): block is Table => block.kind === 'table');
      expect(table?.cells.map(({ text }) => text)).toEqual(
        expect.arrayContaining(['乙办法', '已被上位法取代', '宣布失效']),
      );
    }
  });

  test('another township neither sees nor changes it', async () => {
    const stranger = await callerAt(desk.stranger);
    const [first] = await listCleanings(system.database.db, await callerAt(desk.head));
    expect(await listCleanings(system.database.db, stranger)).toEqual([]);
    expect(await getCleaning(system.database.db, stranger, first?.id ?? '')).toMatchObject({ ok: false });
    expect(await beginCleaning(depsOf(system), stranger, { organId: desk.townshipId, year: 2025 })).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    });
  });
});

describe('今天要办', () => {
  test('the outcome of a consultation is owed from the day after it ended until it is published', async () => {
    const item = await draft(
      system,
      desk,
      desk.writer,
      { kind: 'consultation' },
      {
        ...complete,
        title: '关于征求意见的公告',
        fields: { opinionsFrom: '2026-03-02', opinionsTo: '2026-03-31', channels: ['电话 0999-1234567'] },
      },
    );
    await publish(system, desk, item.id);
    const line = (day: string) =>
      todayOf(desk.writer, day).then((all) => all.find(({ id }) => id === `outcome:${item.id}`));
    expect(await line('2026-03-31')).toBeUndefined();
    expect(await line('2026-04-01')).toMatchObject({ due: '2026-04-30', level: 'open' });
    expect(await line('2026-05-04')).toMatchObject({ level: 'overdue' });
    const outcome = await draft(
      system,
      desk,
      desk.writer,
      { kind: 'consultation-outcome' },
      {
        ...complete,
        relations: [{ kind: 'outcome-of', toItemId: item.id }],
      },
    );
    expect(await line('2026-05-04')).toBeDefined();
    await publish(system, desk, outcome.id);
    expect(await line('2026-05-04')).toBeUndefined();
  });

  test('a draft whose last day is near stands by itself, the others by their number', async () => {
    const near = await draft(system, desk, desk.colleague, { kind: 'licence' });
    await draft(system, desk, desk.colleague, { kind: 'news' });
    const lines = await todayOf(desk.colleague, '2026-03-09');
    expect(lines.find(({ id }) => id === `draft:${near.id}`)).toMatchObject({ due: '2026-03-11', level: 'soon' });
    expect(lines.find(({ id }) => id === 'drafts')?.title).toContain('另有1份草稿');
  });
});

test('when a day of the period becomes a holiday, the last day of what is not public yet moves', async () => {
  const item = await draft(system, desk, desk.writer, { kind: 'licence' });
  expect(item.dueOn).toBe('2026-03-11');
  await set(item.id, { dueOn: '2026-03-10' });
  await reckonItemsAnew(system.database.db)(
    { countyId: desk.county.countyId, from: '2026-03-05' as never, to: '2026-03-06' as never },
    morningOf('2026-03-03'),
  );
  const after = await getItem(system, desk, item.id);
  expect(after.dueOn).toBe('2026-03-11');
  expect(after.version).toBe(item.version);
  const caller = await callerAt(desk.writer);
  expect(await saveDraft(depsOf(system), caller, item.id, item.version, { title: '可以接着写' })).toMatchObject({
    ok: true,
  });
});
