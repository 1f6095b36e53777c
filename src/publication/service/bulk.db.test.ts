import { beforeAll, describe, expect, test } from 'vitest';
import { callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildDesk, depsOf, done, type TestDesk } from '../fixtures/desk.ts';
import { dropBatch, enterBatch, getBatch, matchBatch, previewBatch } from './bulk.ts';
import { searchItems } from './items.ts';

const system = useSystem();
let desk: TestDesk;
beforeAll(async () => {
  desk = await buildDesk(system);
});
const clerk = () => callerOf(system.database.db, desk.county, desk.writer);
const heading =
  '序号,行政相对人名称,行政相对人类别,身份证号码,许可决定文书号,许可决定日期,许可类别,许可内容,有效期自,有效期至';
const file = (...rows: string[]) => ({
  name: '3月许可.csv',
  bytes: new TextEncoder().encode(`石桥镇3月行政许可\n${heading}\n${rows.join('\n')}\n`),
});
const firm = (number: number) =>
  `${number},云溪县前进商店${number},法人及非法人组织,,云市监许〔2026〕${number}号,2026/2/${number},普通,食品经营,2026年2月1日,2031-01-31`;
const read = async (...rows: string[]) => {
  const caller = await clerk();
  const { id } = done(await previewBatch(depsOf(system), caller, file(...rows), { kind: 'licence' }));
  return { id, caller, judged: done(await getBatch(depsOf(system), caller, id)) };
};
const listed = async (importId: string) =>
  (await searchItems(system.database.db, await clerk(), { importId }, { page: 1, pageSize: 100 })).items;

describe('decisions from a spreadsheet', () => {
  test('the columns are found by their headings below a title, and each row becomes a draft with its own limit', async () => {
    const { id, caller, judged } = await read(firm(11), firm(12));
    expect(judged).toMatchObject({ unmatched: [], counts: { ready: 2, faulty: 0, known: 0 } });
    expect(done(await enterBatch(depsOf(system), caller, id, { leaveOut: false }))).toEqual({ entered: 2, left: 0 });
    const items = await listed(id);
    expect(items).toHaveLength(2);
    expect(items.find(({ documentNumber }) => documentNumber === '云市监许〔2026〕11号')).toMatchObject({
      kind: 'licence',
      source: 'bulk',
      state: 'draft',
      title: '行政许可决定（云溪县前进商店11，云市监许〔2026〕11号）',
      formedOn: '2026-02-11',
      // 7 working days over 春节, 2月14日 worked.
      dueOn: '2026-02-27',
    });
  });

  test('a natural person is shortened and told of; the column of identity numbers is neither read nor kept', async () => {
    const { id, judged } = await read(
      '1,李建国,自然人,11010519491231002X,云市监许〔2026〕21号,2026-02-20,普通,经营许可 11010519491231002X,2026-02-20,',
    );
    expect(judged.rows).toMatchObject([
      { standing: 'ready', rewritten: [{ label: '行政相对人名称', before: '李建国', after: '李某' }] },
    ]);
    expect(judged.batch.remarks.join('')).toMatch(/“身份证号码”列是个人信息.*1 个公民身份号码，已删去/);
    const stored = await system.database.db
      .selectFrom('publicationBatch')
      .select('rows')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(stored.rows)).not.toContain('11010519491231002X');
  });

  test('each row has the sentences of its form, and with one that is wrong nothing at all is entered', async () => {
    const { id, caller, judged } = await read(
      firm(13),
      '2,云溪县某商店,法人,,云市监许〔2026〕14号,2026年2月30日,专营,食品经营,2026-02-01,2020-01-01',
    );
    expect(judged.rows[1]).toMatchObject({ row: 3, standing: 'faulty' });
    const problems = Object.fromEntries(judged.rows[1]?.problems.map(({ field, message }) => [field, message]) ?? []);
    expect(problems).toMatchObject({
      formedOn: '“2026年2月30日”不是日期，应写成 2026-01-31 的样子。',
      'fields.licenceKind': expect.stringContaining('不在可选范围'),
      'fields.licensedUntil': expect.stringContaining('不能早于'),
    });
    const refused = await enterBatch(depsOf(system), caller, id, { leaveOut: false });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'rows-faulty' } });
    expect(await listed(id)).toEqual([]);
    expect(done(await enterBatch(depsOf(system), caller, id, { leaveOut: true }))).toEqual({ entered: 1, left: 1 });
    // What was left out is still told, with why; what was entered is an item and no row any more.
    const after = done(await getBatch(depsOf(system), caller, id));
    expect(after).toMatchObject({ batch: { status: 'entered' }, counts: { ready: 0, faulty: 1, known: 0 } });
    expect(after.rows).toEqual([judged.rows[1]]);
    expect(JSON.stringify(after.batch.rows)).not.toContain('前进商店13');
  });

  test('what was entered before is known by its 文书号 and not entered again, nor the same number twice in a file', async () => {
    const first = await read(firm(15));
    done(await enterBatch(depsOf(system), first.caller, first.id, { leaveOut: false }));
    const { judged } = await read(firm(15), firm(16), firm(16));
    expect(judged.rows.map(({ standing }) => standing)).toEqual(['known', 'ready', 'faulty']);
  });

  test('a file is entered once, however often it is asked for', async () => {
    const { id, caller } = await read(firm(17));
    const outcomes = await Promise.all([1, 2].map(() => enterBatch(depsOf(system), caller, id, { leaveOut: false })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'conflict' } });
    expect(await listed(id)).toHaveLength(1);
  });

  test('columns may be matched by hand, but none that nobody may publish', async () => {
    const { id, caller } = await read(firm(18));
    const refused = await matchBatch(depsOf(system), caller, id, { matched: { 'fields.partyName': 3 } });
    expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringContaining('第十五条') } });
    done(await matchBatch(depsOf(system), caller, id, { matched: { 'fields.partyName': 1, formedOn: 5 } }));
    const { unmatched } = done(await getBatch(depsOf(system), caller, id));
    expect(unmatched).toContain('许可内容');
    done(await dropBatch(depsOf(system), caller, id));
    expect(await enterBatch(depsOf(system), caller, id, { leaveOut: true })).toMatchObject({ ok: false });
  });

  test('a colleague does not see the file, and a kind whose items differ is not entered so', async () => {
    const { id } = await read(firm(19));
    const colleague = await callerOf(system.database.db, desk.county, desk.colleague);
    expect(await getBatch(depsOf(system), colleague, id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await previewBatch(depsOf(system), colleague, file(firm(1)), { kind: 'news' })).toMatchObject({ ok: false });
  });
});
