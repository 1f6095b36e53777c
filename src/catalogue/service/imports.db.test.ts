import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf } from '../../../tests/support/county.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { tableFileFormats } from '../../kernel/table-file-format.ts';
import { newId } from '../../platform/db/index.ts';
import { on, sampleContent } from '../domain/fixtures/items.ts';
import { changeItem } from './changing.ts';
import { addItem, adoptTemplates } from './entering.ts';
import { recordEvidence } from './evidence.ts';
import { exportCatalogue, exportPublicCatalogue } from './exports.ts';
import { applyImport, getImport, listImportsOf, previewImport, undoImport } from './imports.ts';
import { listCatalogueItemsOf } from './items.ts';

const database = useDatabase();
/** Stands for what the area publication knows. */
const findForbidden = (text: string) => (text.includes('机密★') ? ['密级标志'] : []);

const csv = (...lines: string[]) => ({ name: '目录.csv', bytes: new TextEncoder().encode(lines.join('\r\n')) });
const head = '一级事项,二级事项,公开内容（要素）,公开时限,公开渠道和载体';

async function buildTown() {
  const county = await buildCounty(database.db);
  const organId = await buildOrgan(database.db, county, '石桥镇');
  const clerk = callerWith(county.countyId, 'office-clerk', { organId, path: [county.governmentId, organId] });
  const budget = granted(
    await addItem(database.db, clerk, { organId, content: sampleContent(), since: on('2026-01-15') }),
  );
  const items = async () =>
    (await listCatalogueItemsOf(database.db, county.countyId, organId)).map(({ name, content, limitWords }) => [
      name,
      content,
      limitWords,
    ]);
  const read = async (...lines: string[]) =>
    granted(await previewImport({ db: database.db, findForbidden }, clerk, organId, csv(head, ...lines))).id;
  return { county, organId, clerk, budget, items, read };
}

describe('a file of a catalogue', () => {
  test('changes nothing until somebody decides, then does all it said, and can be taken back', async () => {
    const { clerk, items, read, organId } = await buildTown();
    const before = await items();
    const id = await read(
      '财政信息,预算执行情况,收支和债务,每月10日前,',
      '社会救助,低保审核信息,名单,每月10日前,■政府网站 ■公示栏',
    );
    expect(await items()).toEqual(before);
    const { differences } = granted(await getImport(database.db, clerk, id));
    expect([differences.created.length, differences.changed.length, differences.problems]).toEqual([1, 1, []]);
    expect(granted(await applyImport(database.db, clerk, id))).toEqual({ changed: 2 });
    expect(await items()).toEqual([
      ['预算执行情况', '收支和债务', '每月10日前'],
      ['低保审核信息', '名单', '每月10日前'],
    ]);
    expect(refusalOf(await applyImport(database.db, clerk, id))).toContain('不必再次执行');
    expect(granted(await undoImport(database.db, clerk, id))).toEqual({ changed: 2 });
    expect(await items()).toEqual(before);
    const page = { page: 1, pageSize: 20 };
    const [listed] = granted(await listImportsOf(database.db, clerk, organId, page)).items;
    expect(listed).toMatchObject({ id, status: 'undone', appliedBy: clerk.actor.name, undoneBy: clerk.actor.name });
  });

  test('is compared anew when the catalogue changed meanwhile', async () => {
    const { clerk, budget, items, read } = await buildTown();
    const id = await read('财政信息,预算执行情况,收支和债务,,');
    granted(await changeItem(database.db, clerk, budget.id, 1, { content: { content: '收支' } }));
    expect(refusalOf(await applyImport(database.db, clerk, id))).toContain('差异清单已重新生成');
    const { differences } = granted(await getImport(database.db, clerk, id));
    expect(differences.changed[0]?.cells).toMatchObject([{ key: 'content', before: '收支', after: '收支和债务' }]);
    granted(await applyImport(database.db, clerk, id));
    expect((await items())[0]?.[1]).toBe('收支和债务');
  });

  test('is not taken back over what was done since', async () => {
    const { county, organId, clerk, items, read } = await buildTown();
    const id = await read('社会救助,低保审核信息,名单,每月10日前,');
    granted(await applyImport(database.db, clerk, id));
    const item = (await listCatalogueItemsOf(database.db, county.countyId, organId)).at(-1);
    await database.db.transaction().execute((trx) =>
      recordEvidence(trx, {
        countyId: county.countyId,
        catalogueItemId: item?.id,
        organId,
        columnKey: 'social-assistance',
        recordKind: 'publication-item',
        recordId: newId(),
        title: '低保名单',
        formedOn: on('2026-03-02'),
        publishedOn: on('2026-03-02'),
      }),
    );
    expect(refusalOf(await undoImport(database.db, clerk, id))).toContain('已有公开的信息');
    expect(await items()).toHaveLength(2);
  });

  test('that says nothing new, or nothing at all, is not carried out', async () => {
    const { organId, clerk, read } = await buildTown();
    const id = await read('财政信息,预算执行情况,收支完成情况,,');
    expect(refusalOf(await applyImport(database.db, clerk, id))).toContain('没有差异');
    expect(refusalOf(await previewImport({ db: database.db, findForbidden }, clerk, organId, csv(head)))).toContain(
      '只有表头',
    );
    expect(refusalOf(await previewImport({ db: database.db, findForbidden }, clerk, organId, csv('甲,乙')))).toContain(
      '没有找到表头',
    );
  });

  test('with something that may not be public is not kept at all, and the rows are told', async () => {
    const { organId, clerk } = await buildTown();
    const file = csv(head, '甲,乙,丙,,', '甲,乙二,机密★5年,,');
    const refused = await previewImport({ db: database.db, findForbidden }, clerk, organId, file);
    expect(refusalOf(refused)).toContain('第 3 行（密级标志）');
    const kept = await listImportsOf(database.db, clerk, organId, { page: 1, pageSize: 10 });
    expect(kept).toMatchObject({ ok: true, value: { total: 0 } });
  });

  test('goes into a catalogue, not into a village that keeps none', async () => {
    const { county, organId } = await buildTown();
    const village = await buildOrgan(database.db, county, '东桥村', { kind: 'village', parentId: organId });
    const refused = await previewImport(
      { db: database.db, findForbidden },
      supervisorOf(county),
      village,
      csv(head, '甲,乙,丙,,'),
    );
    expect(refusalOf(refused)).toContain('不单独编制目录');
  });

  test.each(tableFileFormats)('that was exported as %s says nothing new', async (format) => {
    const { organId, clerk } = await buildTown();
    const templates = Array.from({ length: 17 }, (_, index) => `article-20/${index + 1}`);
    granted(
      await adoptTemplates(database.db, clerk, {
        organId,
        templates: [...templates, 'field-rural-land-acquisition/7'],
      }),
    );
    const { content, fileName } = granted(await exportCatalogue(database.db, clerk, { organId, format }));
    expect(fileName).toBe(`石桥镇公开事项目录（2026-03-02）.${format}`);
    const { id } = granted(
      await previewImport({ db: database.db, findForbidden }, clerk, organId, { name: fileName, bytes: content }),
    );
    expect(granted(await getImport(database.db, clerk, id)).differences).toMatchObject({
      created: [],
      changed: [],
      problems: [],
      missing: [],
      unchanged: 19,
    });
  });

  test('for the public has 索引、名称、内容概述、生成日期', async () => {
    const { organId, clerk } = await buildTown();
    const { content } = granted(await exportPublicCatalogue(database.db, clerk, { organId, format: 'csv' }));
    expect(new TextDecoder().decode(content)).toContain(
      '索引,名称,内容概述,生成日期,公开时限,公开主体\r\n本机关/目录0001,预算执行情况,收支完成情况,尚未生成,',
    );
  });
});
