import { describe, expect, test } from 'vitest';
import { buildCounty, buildOrgan, callerWith, supervisorOf, type TestCounty } from '../../../tests/support/county.ts';
import { granted, refusalOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import type { Caller } from './caller.ts';
import { recordOrganEvent } from './organ-events.ts';
import { exportOrgans } from './organ-export.ts';
import { applyImport, getImport, previewImport, undoImport } from './organ-imports.ts';
import { getOrganDetail, listOrganTree } from './organ-reading.ts';
import { changeOrgan } from './organs.ts';

const database = useDatabase();

const csv = (...lines: string[]) => ({ name: '机构.csv', bytes: new TextEncoder().encode(lines.join('\r\n')) });

const sent = async (caller: Caller, ...lines: string[]) => {
  const { id } = granted(await previewImport(database.db, caller, csv(...lines)));
  return granted(await getImport(database.db, caller, id));
};

const namesIn = async (county: TestCounty) =>
  (await listOrganTree(database.db, supervisorOf(county), {})).map(({ shortName }) => shortName);

const head = '编号,全称,简称,类别,上级机构,联系电话';

describe('a file of organs', () => {
  test('says what is new, changed and missing, and changes nothing', async () => {
    const county = await buildCounty(database.db);
    const stone = await buildOrgan(database.db, county, '石桥镇', { profile: { phone: '0999-1111111' } });
    await buildOrgan(database.db, county, '柳河乡');
    const { differences } = await sent(
      supervisorOf(county),
      head,
      `${stone},石桥镇人民政府,石桥镇,乡镇（街道）,云溪县人民政府,0999-2222222`,
      ',桃园乡人民政府,桃园乡,乡,云溪县,',
      ',东桥村村民委员会,东桥村,村,桃园乡,',
      ',无上级的村,无名村,村,没有这个乡,',
    );
    expect(differences.created.map(({ fullName }) => fullName)).toEqual(['桃园乡人民政府', '东桥村村民委员会']);
    expect(differences.changed).toEqual([
      {
        row: 2,
        organId: stone,
        fullName: '石桥镇人民政府',
        fields: [{ key: 'phone', label: '联系电话', before: '0999-1111111', after: '0999-2222222' }],
      },
    ]);
    expect(differences.missing.map(({ fullName }) => fullName).sort()).toEqual(
      ['云溪县人民政府', '云溪县人民政府办公室', '柳河乡人民政府'].sort(),
    );
    expect(differences.problems).toEqual([
      { row: 5, name: '无上级的村', reason: expect.stringContaining('没有找到上级机构') },
    ]);
    expect(await namesIn(county)).toEqual(['云溪县', '政府办公室', '柳河乡', '石桥镇']);
  });

  test('is for who keeps the tree only', async () => {
    const county = await buildCounty(database.db);
    const place = { organId: county.governmentId, path: [county.governmentId] };
    const caller = callerWith(county.countyId, 'office-head', place);
    expect(await previewImport(database.db, caller, csv(head))).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    });
    expect(await applyImport(database.db, caller, county.countyId)).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    });
    expect(await undoImport(database.db, caller, county.countyId)).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    });
  });

  test('of one county is not to be had from another', async () => {
    const [county, other] = [await buildCounty(database.db), await buildCounty(database.db, '青岭县')];
    const { id } = await sent(supervisorOf(county), head, ',桃园乡人民政府,桃园乡,乡,云溪县,');
    expect(refusalOf(await getImport(database.db, supervisorOf(other), id))).toContain('没有这次导入');
    expect(refusalOf(await applyImport(database.db, supervisorOf(other), id))).toContain('没有这次导入');
  });

  test('with only a head is refused', async () => {
    const county = await buildCounty(database.db);
    expect(refusalOf(await previewImport(database.db, supervisorOf(county), csv(head)))).toContain('只有表头');
  });
});

describe('carrying an import out', () => {
  test('with signs the database cannot hold, in it or in its name, is read all the same', async () => {
    const county = await buildCounty(database.db);
    const { bytes } = csv(head, ',东\u0000桥乡人民政府,东桥乡,乡,云溪县,0999-\u0000');
    const file = { name: `..\\机\u0000构\u202e${'长'.repeat(300)}.csv`, bytes };
    const { id } = granted(await previewImport(database.db, supervisorOf(county), file));
    const { fileName, differences } = granted(await getImport(database.db, supervisorOf(county), id));
    expect(fileName).toMatch(/^机构长+\.csv$/);
    expect([...differences.created, ...differences.problems]).toHaveLength(1);
  });

  test('does all of it from its day on, and undoing takes all of it back', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const stone = await buildOrgan(database.db, county, '石桥乡', { profile: { phone: '0999-1111111' } });
    const { id } = await sent(
      caller,
      head,
      `${stone},云溪县石桥镇人民政府,石桥镇,乡镇,云溪县,0999-2222222`,
      ',东桥村村民委员会,东桥村,村,石桥镇,',
    );
    expect(granted(await applyImport(database.db, caller, id))).toEqual({ changed: 2 });
    expect(await namesIn(county)).toEqual(['云溪县', '政府办公室', '石桥镇', '东桥村']);
    const before = granted(await getOrganDetail(database.db, caller, stone, getPlainDate('2026-03-01')));
    expect(before.current.shortName).toBe('石桥乡');

    granted(await undoImport(database.db, caller, id));
    expect(await namesIn(county)).toEqual(['云溪县', '政府办公室', '石桥乡']);
    expect(granted(await getOrganDetail(database.db, caller, stone)).profile.phone).toBe('0999-1111111');
    expect(refusalOf(await undoImport(database.db, caller, id))).toContain('已由李小云于 2026-03-02 09:30 撤销');
  });

  test('twice at once does it once', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const { id } = await sent(caller, head, ',桃园乡人民政府,桃园乡,乡,云溪县,');
    const both = await Promise.all([applyImport(database.db, caller, id), applyImport(database.db, caller, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.map(refusalOf).join('')).toContain('这次导入已由李小云于');
    expect(await namesIn(county)).toEqual(['云溪县', '政府办公室', '桃园乡']);
  });

  test('after organs changed makes the list anew first', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const { id } = await sent(caller, head, ',桃园乡人民政府,桃园乡,乡,云溪县,');
    await buildOrgan(database.db, county, '桃园乡');
    expect(refusalOf(await applyImport(database.db, caller, id))).toContain('差异清单已重新生成');
    const { differences } = granted(await getImport(database.db, caller, id));
    expect(differences.created).toEqual([]);
    expect(differences.unchanged).toBe(1);
    expect(refusalOf(await applyImport(database.db, caller, id))).toContain('没有差异');
  });

  test('cannot be undone any more once something builds upon it, and says what', async () => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const peach = ',桃园乡人民政府,桃园乡,乡,云溪县,';
    const changed = await sent(caller, head, peach);
    granted(await applyImport(database.db, caller, changed.id));
    const [organ] = (await listOrganTree(database.db, caller, { words: '桃园乡' })) ?? [];
    const detail = granted(await getOrganDetail(database.db, caller, organ?.id ?? ''));
    const { version } = granted(
      await changeOrgan(database.db, supervisorOf(county, { name: '王明' }), detail.id, {
        version: detail.version,
        sortOrder: 7,
      }),
    );
    expect(version).toBe(detail.version + 1);
    expect(refusalOf(await undoImport(database.db, caller, changed.id))).toContain('“桃园乡”已由王明于');

    const parent = await sent(caller, head, ',河口乡人民政府,河口乡,乡,云溪县,');
    granted(await applyImport(database.db, caller, parent.id));
    const [river] = await listOrganTree(database.db, caller, { words: '河口乡' });
    await buildOrgan(database.db, county, '河口村', { kind: 'village', parentId: river?.id ?? '' });
    expect(refusalOf(await undoImport(database.db, caller, parent.id))).toContain('“河口村人民政府”的上级机构没有登记');
    expect(await namesIn(county)).toContain('河口村');
  });
});

describe('a file that was written is read again', () => {
  test.each(['xlsx', 'csv'] as const)('as %s it says nothing new', async (format) => {
    const county = await buildCounty(database.db);
    const caller = supervisorOf(county);
    const stone = await buildOrgan(database.db, county, '石桥镇', {
      aliases: ['石桥', '=石桥'],
      sortOrder: -3,
      profile: {
        divisionCode: '',
        creditCode: '11990123000000019R',
        phone: '099901234567',
        postcode: '064000',
        address: '+石桥镇人民路1号，“老街”,东头',
        website: 'https://shiqiao.example/',
      },
    });
    await buildOrgan(database.db, county, '中心村', { kind: 'village', parentId: stone });
    const willow = await buildOrgan(database.db, county, '柳河乡', { setUpOn: getPlainDate('2001-02-03') });
    await buildOrgan(database.db, county, '中心村', { kind: 'village', parentId: willow });
    granted(
      await recordOrganEvent(database.db, caller, willow, {
        version: 2,
        day: getPlainDate('2012-01-01'),
        change: { kind: 'renamed', fullName: '柳河镇人民政府', shortName: '柳河镇' },
      }),
    );
    const { fileName, content } = await exportOrgans(database.db, caller, { format });
    expect(fileName).toBe(`云溪县机构名单（2026-03-02）.${format}`);
    const { id } = granted(await previewImport(database.db, caller, { name: fileName, bytes: content }));
    const { differences } = granted(await getImport(database.db, caller, id));
    expect(differences).toEqual({ created: [], changed: [], unchanged: 6, missing: [], problems: [], remarks: [] });
  });
});
