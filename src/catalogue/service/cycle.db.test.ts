import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf } from '../../../tests/support/county.ts';
import { granted, problemOf, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { newId } from '../../platform/db/index.ts';
import { on, sampleContent } from '../domain/fixtures/items.ts';
import type { CatalogueContent } from '../domain/item.ts';
import type { Caller } from './caller.ts';
import { changeItem, endItem, nameResponsible } from './changing.ts';
import { listColumnsOf } from './columns.ts';
import { getCoverage } from './coverage.ts';
import { putDownDuties, reckonDutiesAnew } from './duties.ts';
import { listDutiesOf } from './duty-reading.ts';
import { addItem, adoptTemplates } from './entering.ts';
import { type PublishedEvidence, recordEvidence, withdrawEvidence } from './evidence.ts';
import { listCatalogueItemsOf } from './items.ts';
import { registerFormation, waiveDuty } from './owing.ts';
import { listPublicCatalogue } from './public-catalogue.ts';

const database = useDatabase();
const page = { page: 1, pageSize: 50 };

async function buildTown() {
  const county = await buildCounty(database.db);
  const organId = await buildOrgan(database.db, county, '石桥镇');
  const place = { organId, path: [county.governmentId, organId] };
  /** The 公开办经办人 of the township at a moment. */
  const clerk = (now = '2026-03-02T02:00:00Z'): Caller =>
    callerWith(county.countyId, 'office-clerk', place, { now: new Date(now) });
  const add = async (given: Partial<CatalogueContent> = {}, since = on('2026-01-15')) =>
    granted(await addItem(database.db, clerk(), { organId, content: sampleContent(given), since }));
  const publish = (itemId: string | undefined, given: Partial<PublishedEvidence> = {}) => {
    const evidence: PublishedEvidence = {
      countyId: county.countyId,
      organId,
      columnKey: 'budgets',
      recordKind: 'publication-item',
      recordId: newId(),
      title: '一份公开信息',
      formedOn: on('2026-03-02'),
      publishedOn: on('2026-03-05'),
      ...given,
      // Last: what was put under one line is put under another with all else as it was.
      catalogueItemId: itemId,
    };
    return database.db
      .transaction()
      .execute((trx) => recordEvidence(trx, evidence))
      .then(() => evidence);
  };
  const withdraw = ({ countyId, recordId }: PublishedEvidence, because: 'withdrawn' | 'expired' = 'withdrawn') =>
    database.db
      .transaction()
      .execute((trx) => withdrawEvidence(trx, { countyId, recordKind: 'publication-item', recordId, because }));
  /** In the order of their days; the list has what is to be done first. */
  const duties = async (now?: string) =>
    granted(await listDutiesOf(database.db, clerk(now), {}, page))
      .items.sort((one, other) => ((one.dueOn ?? one.beginsOn) < (other.dueOn ?? other.beginsOn) ? -1 : 1))
      .map(({ dueOn, status, evidence }) => [dueOn, status, evidence?.href.split('/').at(-1)]);
  return { county, organId, clerk, add, publish, withdraw, duties };
}

const monthly = { limit: { kind: 'monthly', day: 10 } } as const;
const eventual = { limit: { kind: 'working-days', days: 20, trigger: 'formation' } } as const;

describe('what an organ owes in periods', () => {
  test('is put down from its first day on, fulfilled turn by turn, and open again when taken down', async () => {
    const { add, publish, withdraw, duties } = await buildTown();
    const { id } = await add(monthly);
    expect(await duties()).toEqual([
      ['2026-02-10', 'overdue', undefined],
      ['2026-03-10', 'upcoming', undefined],
      ['2026-04-10', 'upcoming', undefined],
      ['2026-05-10', 'upcoming', undefined],
    ]);
    const first = await publish(id, { publishedOn: on('2026-03-02') });
    const second = await publish(id, { publishedOn: on('2026-03-09') });
    expect((await duties('2026-03-09T02:00:00Z')).slice(0, 3)).toEqual([
      ['2026-02-10', 'late', first.recordId],
      ['2026-03-10', 'published', second.recordId],
      ['2026-04-10', 'upcoming', undefined],
    ]);
    await withdraw(second);
    expect((await duties('2026-03-11T02:00:00Z'))[1]).toEqual(['2026-03-10', 'overdue', undefined]);
  });

  test('is fulfilled by what is left over when something else is taken down', async () => {
    const { add, publish, withdraw, duties } = await buildTown();
    const { id } = await add(monthly, on('2026-02-20'));
    const first = await publish(id, { publishedOn: on('2026-03-02') });
    const second = await publish(id, { publishedOn: on('2026-03-04') });
    expect((await duties())[0]).toEqual(['2026-03-10', 'published', first.recordId]);
    await withdraw(first);
    expect((await duties())[0]).toEqual(['2026-03-10', 'published', second.recordId]);
  });

  test('stays fulfilled when a notice is over that was public as long as it had to be', async () => {
    const { add, publish, withdraw, duties, county } = await buildTown();
    const { id } = await add(monthly, on('2026-02-20'));
    const notice = await publish(id);
    await withdraw(notice, 'expired');
    expect((await duties())[0]?.[1]).toBe('published');
    const [organ] = granted(await listColumnsOf(database.db, supervisorOf(county), { organId: notice.organId }));
    expect(organ?.columns.find(({ columnKey }) => columnKey === 'budgets')?.status).toBe('empty');
  });

  test('is put down by night as time goes on, and twice is as once', async () => {
    const { county, add, duties } = await buildTown();
    await add(monthly);
    const later = new Date('2026-08-01T20:20:00Z');
    expect(await putDownDuties(database.db, county.countyId, later)).toBeGreaterThan(3);
    const before = await duties('2026-08-02T02:00:00Z');
    expect(await putDownDuties(database.db, county.countyId, later)).toBe(0);
    expect(await duties('2026-08-02T02:00:00Z')).toEqual(before);
    expect(before.filter(([, status]) => status === 'overdue')).toHaveLength(6);
  });

  test('of a limit that is changed is owed by the new one from today on', async () => {
    const { add, clerk, duties } = await buildTown();
    const { id } = await add(monthly);
    granted(
      await changeItem(database.db, clerk(), id, 1, { content: { limit: { kind: 'quarterly', month: 1, day: 20 } } }),
    );
    expect(await duties()).toEqual([
      ['2026-02-10', 'overdue', undefined],
      ['2026-04-20', 'upcoming', undefined],
    ]);
  });

  test('is no longer owed from the day the item ends; what is overdue stays', async () => {
    const { add, clerk, duties } = await buildTown();
    const { id } = await add(monthly);
    granted(await endItem(database.db, clerk(), id, { version: 1, because: '职能划转' }));
    expect(await duties()).toEqual([['2026-02-10', 'overdue', undefined]]);
    expect(refusalOf(await endItem(database.db, clerk(), id, { version: 2, because: '再次' }))).toContain(
      '已经停止公开',
    );
  });

  test('may be not owed for a reason, which is told and can be taken back', async () => {
    const { add, clerk } = await buildTown();
    await add(monthly);
    const overdue = async () =>
      granted(await listDutiesOf(database.db, clerk(), { status: 'overdue' }, page)).items.map(({ id }) => id);
    const [id = ''] = await overdue();
    granted(await waiveDuty(database.db, clerk(), id, '本月没有收支'));
    expect(await overdue()).toEqual([]);
    const [waived] = granted(await listDutiesOf(database.db, clerk(), { status: 'waived' }, page)).items;
    expect(waived?.waived?.because).toBe('本月没有收支');
    expect(refusalOf(await waiveDuty(database.db, clerk(), id, '又一次'))).toContain('已经登记为不需公开');
    granted(await waiveDuty(database.db, clerk(), id, undefined));
    expect(await overdue()).toEqual([id]);
  });
});

describe('what an organ owes for what was formed', () => {
  test('runs from the day it was registered, and is fulfilled by its publication', async () => {
    const { add, clerk, publish, duties } = await buildTown();
    const { id } = await add(eventual);
    expect(
      granted(await registerFormation(database.db, clerk(), id, { title: '一件决定', formedOn: on('2026-02-10') })),
    ).toMatchObject({
      dueOn: '2026-03-16',
    });
    const evidence = await publish(id, {
      title: '一件决定',
      formedOn: on('2026-02-10'),
      publishedOn: on('2026-03-17'),
    });
    expect(await duties('2026-03-20T02:00:00Z')).toEqual([['2026-03-16', 'late', evidence.recordId]]);
  });

  test('is known by its publication alone where nobody registered it, once however often it is published', async () => {
    const { add, publish, withdraw, duties } = await buildTown();
    const { id } = await add(eventual);
    const evidence = await publish(id, { formedOn: on('2026-02-10') });
    await publish(id, evidence);
    await publish(id, { ...evidence, publishedOn: on('2026-03-25') });
    expect(await duties('2026-03-25T02:00:00Z')).toEqual([['2026-03-16', 'published', evidence.recordId]]);
    await withdraw(evidence);
    expect(await duties('2026-03-25T02:00:00Z')).toEqual([['2026-03-16', 'overdue', undefined]]);
    await publish(id, { ...evidence, publishedOn: on('2026-03-27') });
    expect(await duties('2026-03-27T02:00:00Z')).toEqual([['2026-03-16', 'late', evidence.recordId]]);
  });

  test('goes over to another line when it was put under the wrong one', async () => {
    const { add, publish, duties } = await buildTown();
    const wrong = await add({ ...monthly, name: '预算' }, on('2026-02-20'));
    const right = await add({ ...monthly, name: '决算' }, on('2026-02-20'));
    const evidence = await publish(wrong.id);
    await publish(right.id, evidence);
    const first = (await duties()).slice(0, 2).map(([, status]) => status);
    expect([...first].sort()).toEqual(['published', 'upcoming']);
  });

  test('leaves nothing owed on a line that it was put under by mistake, but what was registered there', async () => {
    const { add, publish, clerk, duties } = await buildTown();
    const wrong = await add({ ...eventual, name: '行政许可' });
    const right = await add({ ...eventual, name: '行政处罚' });
    const evidence = await publish(wrong.id);
    await publish(right.id, evidence);
    expect(await duties('2026-03-06T02:00:00Z')).toEqual([['2026-03-30', 'published', evidence.recordId]]);
    granted(await registerFormation(database.db, clerk(), wrong.id, { title: '一件许可', formedOn: on('2026-03-02') }));
    await publish(wrong.id, evidence);
    await publish(right.id, evidence);
    expect((await duties('2026-03-06T02:00:00Z')).map(([, status]) => status).sort()).toEqual([
      'published',
      'upcoming',
    ]);
  });

  test('is put down for each of those who publish, link and withdraw on the same lines at the same moment', async () => {
    const { add, publish, withdraw, duties } = await buildTown();
    const [one, other] = [await add({ ...eventual, name: '行政许可' }), await add({ ...eventual, name: '行政处罚' })];
    const there = await Promise.all([...Array(6).keys()].map(() => publish(one.id)));
    await Promise.all([
      ...there.slice(0, 3).map((evidence) => withdraw(evidence)),
      ...there.slice(3).map((evidence) => publish(other.id, evidence)),
      ...[one, other, one, other].map(({ id }) => publish(id)),
    ]);
    const count = (standing: string) =>
      duties('2026-03-06T02:00:00Z').then((all) => all.filter(([, status]) => status === standing).length);
    expect(await count('published')).toBe(7);
  });

  test.each([
    ['to come', eventual, '2026-03-03', '不能晚于今天'],
    ['of something owed in periods', monthly, '2026-03-01', '不需要逐件登记'],
    ['of something given on request only', { manner: 'on-request' as const }, '2026-03-01', '依申请公开'],
  ])('cannot be registered %s', async (_, given, formedOn, said) => {
    const { add, clerk } = await buildTown();
    const { id } = await add(given);
    const refused = await registerFormation(database.db, clerk(), id, { title: '一件', formedOn: on(formedOn) });
    expect(refusalOf(refused)).toContain(said);
  });

  test('is due on another day when days become free, as long as it is open', async () => {
    const { county, add, clerk, duties } = await buildTown();
    const { id } = await add(eventual);
    granted(await registerFormation(database.db, clerk(), id, { title: '一件', formedOn: on('2026-02-10') }));
    await database.db.updateTable('catalogueDuty').set({ dueOn: '2026-03-12' }).execute();
    const change = { countyId: county.countyId, from: on('2026-02-11'), to: on('2026-02-12') };
    await reckonDutiesAnew(database.db)(change, clerk().now);
    expect((await duties())[0]?.[0]).toBe('2026-03-16');
  });
});

describe('what stands for good', () => {
  test('is owed once, and again for each change until its content has it', async () => {
    const { add, clerk, publish, duties } = await buildTown();
    const { id } = await add({ limit: { kind: 'on-change', days: 20 } }, on('2026-02-10'));
    const page1 = await publish(id, { formedOn: on('2025-01-01'), publishedOn: on('2026-03-02') });
    granted(await registerFormation(database.db, clerk(), id, { title: '办公地址变更', formedOn: on('2026-03-02') }));
    expect(await duties()).toEqual([
      ['2026-03-16', 'published', page1.recordId],
      ['2026-03-30', 'upcoming', undefined],
    ]);
    await publish(id, { ...page1, formedOn: on('2026-03-02'), publishedOn: on('2026-03-20') });
    expect((await duties('2026-03-20T02:00:00Z')).map(([, status]) => status)).toEqual(['published', 'published']);
  });
});

describe('a catalogue', () => {
  test('takes over several templates at once, and none a second time', async () => {
    const { organId, clerk, county } = await buildTown();
    const adoption = { organId, templates: ['article-20/2', 'article-20/7', 'field-social-assistance/3'] };
    expect(granted(await adoptTemplates(database.db, clerk(), adoption))).toEqual({ adopted: 3, kept: 0 });
    const more = { organId, templates: [...adoption.templates, 'article-20/16'] };
    expect(granted(await adoptTemplates(database.db, clerk(), more))).toEqual({ adopted: 1, kept: 3 });
    expect(refusalOf(await adoptTemplates(database.db, clerk(), adoption))).toContain('都已在目录中');
    expect(refusalOf(await adoptTemplates(database.db, clerk(), { organId, templates: ['article-20/99'] }))).toContain(
      '没有编号',
    );
    const items = await listCatalogueItemsOf(database.db, county.countyId, organId);
    expect(items.map(({ sortOrder, origin }) => [sortOrder, origin])).toEqual([
      [1, { kind: 'template', template: 'article-20/2' }],
      [2, { kind: 'template', template: 'article-20/7' }],
      [3, { kind: 'template', template: 'field-social-assistance/3' }],
      [4, { kind: 'template', template: 'article-20/16' }],
    ]);
  });

  test('is adapted by who has seen it as it is, and by nobody over another', async () => {
    const { add, clerk } = await buildTown();
    const { id } = await add(monthly);
    granted(await changeItem(database.db, clerk(), id, 1, { content: { content: '收支、债务' } }));
    const late = await changeItem(database.db, clerk(), id, 1, { content: { content: '收支' } });
    expect(problemOf(late)).toMatchObject({ code: 'conflict' });
    await add({ ...monthly, name: '决算' });
    expect(refusalOf(await changeItem(database.db, clerk(), id, 2, { content: { name: '决算' } }))).toContain(
      '目录中已有',
    );
  });

  test('moves what is counted with an item into another field', async () => {
    const { add, clerk } = await buildTown();
    const { id } = await add({ ...monthly, fieldKey: 'employment' });
    granted(await changeItem(database.db, clerk(), id, 1, { content: { fieldKey: 'budgets-and-accounts' } }));
    const { byField } = granted(await getCoverage(database.db, clerk(), { year: 2026 }));
    expect(byField.map(({ fieldKey }) => fieldKey)).toEqual(['budgets-and-accounts']);
  });

  test('names the post that answers, at the organ or below it, for several at once', async () => {
    const { county, organId, add, clerk } = await buildTown();
    const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: organId });
    const elsewhere = await buildOrgan(database.db, county, '柳河乡');
    const items = [await add(monthly), await add({ ...monthly, name: '决算' })].map(({ id, version }) => ({
      id,
      version,
    }));
    const post = { role: 'village-officer', organId: village };
    expect(granted(await nameResponsible(database.db, clerk(), organId, items, post))).toEqual({ changed: 2 });
    const refused = await nameResponsible(
      database.db,
      clerk(),
      organId,
      items.map(({ id }) => ({ id, version: 2 })),
      {
        ...post,
        organId: elsewhere,
      },
    );
    expect(refusalOf(refused)).toContain('本单位或其所属单位');
  });

  test('shows anyone 索引、名称、内容概述、生成日期', async () => {
    const { county, organId, add, publish } = await buildTown();
    const { id } = await add(monthly);
    await add({ ...monthly, name: '决算' });
    await publish(id, { indexNumber: '1199/2026-00001', formedOn: on('2026-03-01') });
    const { items } = await listPublicCatalogue(database.db, county.countyId, { organId, day: on('2026-03-05') }, page);
    expect(items.map(({ index, name, summary, formedOn }) => [index, name, summary, formedOn])).toEqual([
      ['1199/2026-00001', '预算执行情况', '收支完成情况', '2026-03-01'],
      ['本机关/目录0002', '决算', '收支完成情况', undefined],
    ]);
  });
});

describe('the list of duties', () => {
  test('has the longest overdue first among what is to be done, and the latest first among what is done', async () => {
    const { add, publish, clerk } = await buildTown();
    const { id } = await add(monthly, on('2025-11-20'));
    await add({ ...eventual, name: '随时公开的事项', limit: { kind: 'on-change', days: 20 } }, on('2026-02-20'));
    await publish(id, { publishedOn: on('2025-12-09') });
    await publish(id, { publishedOn: on('2026-01-12') });
    const days = async (status: 'todo' | 'pressing' | 'done' | 'due' | 'overdue') =>
      granted(await listDutiesOf(database.db, clerk(), { status }, page)).items.map(({ dueOn, doneOn }) => [
        dueOn,
        doneOn,
      ]);
    expect((await days('todo')).map(([dueOn]) => dueOn)).toEqual([
      '2026-02-10',
      '2026-03-10',
      '2026-03-20',
      '2026-04-10',
      '2026-05-10',
    ]);
    expect(await days('done')).toEqual([
      ['2026-01-10', '2026-01-12'],
      ['2025-12-10', '2025-12-09'],
    ]);
    expect(await days('overdue')).toEqual([['2026-02-10', undefined]]);
    expect((await days('due')).map(([dueOn]) => dueOn)).toEqual(['2025-12-10', '2026-01-10', '2026-02-10']);
  });

  test('tells of an old turn that later ones were published since', async () => {
    const { add, publish, withdraw, clerk } = await buildTown();
    const { id } = await add(monthly, on('2025-12-20'));
    const first = await publish(id, { publishedOn: on('2026-01-09') });
    await publish(id, { publishedOn: on('2026-02-09') });
    const overtaken = async () =>
      granted(await listDutiesOf(database.db, clerk(), { status: 'overdue' }, page)).items.map((duty) => [
        duty.dueOn,
        duty.overtaken,
      ]);
    expect(await overtaken()).toEqual([]);
    await withdraw(first);
    expect(await overtaken()).toEqual([['2026-01-10', true]]);
  });
});

describe('the coverage', () => {
  test('counts by organ and by field, opens to the same duties, and reaches as far as is asked', async () => {
    const { county, organId, add, publish, clerk } = await buildTown();
    const { id } = await add({ ...monthly, fieldKey: 'employment' });
    await add({ ...monthly, name: '决算' });
    await publish(id);
    const other = await buildOrgan(database.db, county, '柳河乡');
    granted(
      await addItem(database.db, supervisorOf(county), {
        organId: other,
        content: sampleContent(monthly),
        since: on('2026-01-15'),
      }),
    );
    const caller = supervisorOf(county);
    const all = granted(await getCoverage(database.db, caller, { year: 2026 }));
    expect(all.total).toMatchObject({ overdue: 2, late: 1, published: 0, due: 3, done: 1, rate: 33 });
    const own = granted(await getCoverage(database.db, caller, { organId, year: 2026 }));
    expect(own.byOrgan.map(({ organ, sum }) => [organ.shortName, sum.overdue, sum.late])).toEqual([['石桥镇', 1, 1]]);
    expect(own.byField.map(({ fieldKey, sum }) => [fieldKey, sum.overdue, sum.late])).toEqual([
      ['employment', 0, 1],
      ['none', 1, 0],
    ]);
    for (const { organ, sum } of all.byOrgan) {
      const opened = granted(
        await listDutiesOf(database.db, caller, { organId: organ.id, year: 2026, status: 'overdue' }, page),
      );
      if (organ.kind === 'township') expect(opened.total).toBe(sum.overdue);
    }
    expect(granted(await getCoverage(database.db, clerk(), { year: 2025 })).total.owed).toBe(0);
  });
});
