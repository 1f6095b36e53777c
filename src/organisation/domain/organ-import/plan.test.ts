import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { granted } from '../../../../tests/support/result.ts';
import { getPlainDate } from '../../../kernel/plain-date.ts';
import { type EventWriter, smallCounty } from '../fixtures/events.ts';
import { importDay, snapshotsOf } from '../fixtures/snapshots.ts';
import { emptyProfile, type OrganProfile, profileKeys } from '../organ-profile.ts';
import { type ImportEntry, readEntries } from './entry.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { type OrganSnapshot, tableOf } from './snapshot.ts';

const foundation = getPlainDate('1949-10-01');

const plan = (
  entries: readonly ImportEntry[],
  county: EventWriter,
  organs: readonly OrganSnapshot[] = snapshotsOf(county),
): ImportPlan =>
  planImport(entries, { day: importDay, organs, events: county.events, newId: (row) => `new-${row}`, foundation });

const rows = (...table: ImportEntry['values'][]): ImportEntry[] =>
  table.map((values, index) => ({ row: index + 2, values }));

const problemsOf = ({ differences }: ImportPlan) => differences.problems.map(({ row, reason }) => `${row}: ${reason}`);

/** Two villages of one name in two townships. */
function twins(): EventWriter {
  const county = smallCounty();
  county.setUp('石桥中心村', '2000-01-01', 'village', '石桥镇', '中心村');
  county.setUp('柳河中心村', '2000-01-01', 'village', '柳河乡', '中心村');
  return county;
}

describe('which organ a row speaks of', () => {
  test.each<[string, ImportEntry['values'], string | undefined]>([
    ['by its number', { id: '石桥镇', fullName: '别的名字' }, '石桥镇'],
    ['by its credit code', { fullName: '别的名字', creditCode: '11990123000000019R' }, '柳河乡'],
    ['by its division code and kind', { fullName: '别的名字', kind: '乡', divisionCode: '990123201000' }, '柳河乡'],
    ['by its name', { fullName: '云溪县石桥镇' }, '石桥镇'],
    ['by its name below the organ above', { fullName: '云溪县中心村', parent: '柳河乡' }, '柳河中心村'],
    ['by its name below the number of the organ above', { fullName: '云溪县中心村', parentId: '石桥镇' }, '石桥中心村'],
    ['none: the name stands elsewhere', { fullName: '云溪县石桥镇', kind: '镇', parent: '柳河乡' }, undefined],
  ])('%s', (_, values, id) => {
    const county = twins();
    const organs = snapshotsOf(county, { 柳河乡: { creditCode: '11990123000000019R', divisionCode: '990123201000' } });
    const { differences } = plan(rows(values), county, organs);
    const met = organs
      .map((organ) => organ.id)
      .filter((each) => !differences.missing.some(({ organId }) => organId === each));
    expect(met).toEqual(id === undefined ? [] : [id]);
  });

  test.each<[string, ImportEntry['values'][], string]>([
    ['a name without a place, where two bear it', [{ fullName: '云溪县中心村' }], '2: 有 2 个机构名为“云溪县中心村”'],
    ['the number of another county', [{ id: 'elsewhere', fullName: '石桥镇' }], '2: 编号不是本县现有机构的编号'],
    ['no name', [{ id: '石桥镇', fullName: '' }], '2: 没有填写全称'],
    [
      'one organ twice',
      [{ id: '石桥镇', fullName: '石桥镇' }, { fullName: '云溪县石桥镇' }],
      '3: 与第 2 行是同一个机构',
    ],
    ['no kind', [{ fullName: '桃园乡', parent: '云溪县' }], '2: 没有填写类别'],
    ['an unknown kind', [{ fullName: '桃园乡', kind: '公司', parent: '云溪县' }], '2: 不认识类别“公司”'],
    ['an unknown parent', [{ fullName: '桃园乡', kind: '乡', parent: '没有县' }], '2: 没有找到上级机构“没有县”'],
    [
      'a parent of which there are two',
      [
        { fullName: '云溪县桥镇', shortName: '桥镇', kind: '镇', parent: '云溪县' },
        { fullName: '云溪县新桥镇', shortName: '桥镇', kind: '镇', parent: '云溪县' },
        { fullName: '东桥村', kind: '村', parent: '桥镇' },
      ],
      '4: 有 2 个机构名为“桥镇”',
    ],
    [
      'a parent whose name and number differ',
      [{ id: '石桥中心村', fullName: '中心村', parentId: '石桥镇', parent: '柳河乡' }],
      '2: 上级机构“柳河乡”与上级机构编号（云溪县石桥镇）不一致',
    ],
    [
      'a wrong day',
      [{ fullName: '桃园乡', kind: '乡', parent: '云溪县', setUpOn: '2001-02-30' }],
      '2: 设立日期“2001-02-30”',
    ],
    [
      'another day than is known',
      [{ id: '石桥镇', fullName: '石桥镇', setUpOn: '2005-01-01' }],
      '2: 设立日期与登记的 2000-01-01 不同',
    ],
    [
      'a wrong code',
      [{ fullName: '桃园乡', kind: '乡', parent: '云溪县', creditCode: '119901230000000190' }],
      '2: 统一社会信用代码的校验位',
    ],
    [
      'a rounded code',
      [{ fullName: '桃园乡', kind: '乡', parent: '云溪县', divisionCode: '9.90123E+11' }],
      '2: 区划代码已被表格软件改成科学计数',
    ],
    ['an order that is no number', [{ id: '石桥镇', fullName: '石桥镇', sortOrder: '第一' }], '2: 排序“第一”应为整数'],
    [
      'a kind that may not stand there',
      [{ fullName: '东桥村', kind: '村', parent: '云溪县' }],
      '2: “东桥村”（村（社区））不能设在',
    ],
    [
      'rows that stand below each other in a circle',
      [
        { fullName: '甲', kind: '镇', parent: '乙' },
        { fullName: '乙', kind: '镇', parent: '甲' },
      ],
      '上级机构',
    ],
  ])('is not guessed: %s', (_, table, said) => {
    expect(problemsOf(plan(rows(...table), twins())).join('\n')).toContain(said);
  });

  test('a credit code that another organ keeps is refused, one that it gives up may be taken', () => {
    const county = smallCounty();
    const code = '11990123000000019R';
    const organs = snapshotsOf(county, { 石桥镇: { creditCode: code } });
    const keep = rows({ id: '柳河乡', fullName: '云溪县柳河乡', creditCode: code });
    // Matched by its number, though the code is that of another one.
    expect(problemsOf(plan(keep, county, organs))[0]).toContain('已由其他机构使用');
    const swap = rows(
      { id: '柳河乡', fullName: '云溪县柳河乡', creditCode: code },
      { id: '石桥镇', fullName: '云溪县石桥镇', creditCode: '' },
    );
    expect(problemsOf(plan(swap, county, organs))).toEqual([]);
  });

  test('what stands below a row that cannot be taken over is not taken over either', () => {
    const { rows: planned, differences } = plan(
      rows(
        { fullName: '桃园乡', kind: '乡', parent: '云溪县', postcode: '1' },
        { fullName: '桃园村', kind: '村', parent: '桃园乡' },
      ),
      smallCounty(),
    );
    expect(planned).toEqual([]);
    expect(differences.problems.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('of many rows the few that are wrong are found, and of very many wrong ones not every one is looked into', () => {
    const village = (index: number, parent: string) => ({ fullName: `村${index}`, kind: '村', parent });
    const few = plan(
      rows(...Array.from({ length: 200 }, (_, index) => village(index, index % 67 === 5 ? '云溪县' : '石桥镇'))),
      smallCounty(),
    );
    expect(few.differences.problems.map(({ name }) => name)).toEqual(['村5', '村72', '村139']);
    expect(few.differences.created).toHaveLength(197);
    const many = plan(rows(...Array.from({ length: 200 }, (_, index) => village(index, '云溪县'))), smallCounty());
    expect(many.differences.problems).toHaveLength(200);
    expect(many.differences.problems.at(-1)?.reason).toContain('没有核对');
  });

  test('a row the rules refuse does not stand in the way of the others', () => {
    const { differences } = plan(
      rows({ fullName: '东桥村', kind: '村', parent: '云溪县' }, { fullName: '桃园乡', kind: '乡', parent: '云溪县' }),
      smallCounty(),
    );
    expect(differences.created.map(({ fullName }) => fullName)).toEqual(['桃园乡']);
    expect(differences.problems.map(({ row }) => row)).toEqual([2]);
  });
});

describe('what a row does', () => {
  test('organs above come before those below, whatever their order in the file', () => {
    const { rows: planned } = plan(
      rows({ fullName: '桃园村', kind: '村', parent: '桃园乡' }, { fullName: '桃园乡', kind: '乡', parent: '云溪县' }),
      smallCounty(),
    );
    expect(planned.map(({ after }) => [after.current.fullName, after.current.parentId])).toEqual([
      ['桃园乡', '云溪县'],
      ['桃园村', 'new-3'],
    ]);
  });

  test('a new organ has been there as long as the one above it, unless the file says when', () => {
    const { rows: planned } = plan(
      rows(
        { fullName: '东桥村', kind: '村', parent: '石桥镇' },
        { fullName: '西桥村', kind: '村', parent: '石桥镇', setUpOn: '2010/5/1' },
      ),
      smallCounty(),
    );
    expect(planned.map(({ changes }) => changes[0]?.day)).toEqual(['2000-01-01', '2010-05-01']);
  });

  test('names and place become events of the day of the import, the rest is written over', () => {
    const county = twins();
    const { rows: planned, differences } = plan(
      rows({ id: '石桥中心村', fullName: '云溪县新村', shortName: '新村', parent: '柳河乡', phone: '0999-1234567' }),
      county,
    );
    expect(planned[0]?.changes).toEqual([
      {
        day: importDay,
        change: { kind: 'renamed', organKind: 'village', fullName: '云溪县新村', shortName: '新村' },
      },
      { day: importDay, change: { kind: 'moved', parentId: '柳河乡' } },
    ]);
    expect(differences.changed[0]?.fields).toEqual([
      { key: 'fullName', label: '全称', before: '云溪县中心村', after: '云溪县新村' },
      { key: 'shortName', label: '简称', before: '中心村', after: '新村' },
      { key: 'parent', label: '上级机构', before: '云溪县石桥镇', after: '云溪县柳河乡' },
      { key: 'phone', label: '联系电话', before: '', after: '0999-1234567' },
    ]);
  });

  test('a blank cell empties a field, a column that is not there leaves it', () => {
    const county = smallCounty();
    const organs = snapshotsOf(county, { 石桥镇: { phone: '0999-1111111', fax: '0999-2222222' } });
    const { rows: planned } = plan(rows({ id: '石桥镇', fullName: '云溪县石桥镇', phone: '' }), county, organs);
    expect(planned[0]?.after.profile).toEqual({ ...emptyProfile, phone: '', fax: '0999-2222222' });
  });

  test('names exchanged between two organs are taken over together', () => {
    const { differences } = plan(
      rows(
        { id: '石桥镇', fullName: '云溪县柳河乡', shortName: '柳河乡' },
        { id: '柳河乡', fullName: '云溪县石桥镇', shortName: '石桥镇' },
      ),
      smallCounty(),
    );
    expect(differences.problems).toEqual([]);
    expect(differences.changed).toHaveLength(2);
  });
});

describe('a table that was written', () => {
  const word = fc.string({ unit: fc.constantFrom(...'甲乙丙=+-@ \'"，,;\t\n01Ａ（）'), maxLength: 8 });
  const known = fc.array(
    fc.record({ organ: fc.constantFrom('石桥镇', '柳河乡', '石桥中心村'), key: fc.constantFrom(...profileKeys), word }),
  );
  const snapshots = known.map((fields) => {
    const profiles: Record<string, Partial<OrganProfile>> = {};
    for (const { organ, key, word: value } of fields) {
      if (['address', 'officeHours', 'disclosureOffice'].includes(key)) {
        profiles[organ] = { ...profiles[organ], [key]: value.replace(/\s+/g, ' ').trim() };
      }
    }
    return snapshotsOf(twins(), profiles);
  });

  test('says nothing new when it is read again', () => {
    fc.assert(
      fc.property(snapshots, (organs) => {
        const entries = granted(readEntries(tableOf(organs)));
        const { differences, rows: planned } = plan(entries, twins(), organs);
        expect(planned).toEqual([]);
        expect(differences).toEqual({ created: [], changed: [], unchanged: organs.length, missing: [], problems: [] });
      }),
    );
  });

  test('with changed cells says just these', () => {
    const cell = fc.record({
      at: fc.nat(),
      key: fc.constantFrom<keyof OrganProfile>('address', 'officeHours', 'disclosureOffice'),
      text: word.map((text) => text.replace(/\s+/g, ' ').trim()),
    });
    fc.assert(
      fc.property(snapshots, fc.array(cell, { maxLength: 4 }), (organs, cells) => {
        const entries = granted(readEntries(tableOf(organs)));
        const expected = new Set<string>();
        for (const { at, key, text } of cells) {
          const entry = entries[at % entries.length];
          if (entry) entry.values[key] = text;
        }
        for (const [index, { values }] of entries.entries()) {
          for (const key of ['address', 'officeHours', 'disclosureOffice'] as const) {
            if (values[key] !== organs[index]?.profile[key]) expected.add(`${values.id} ${key}`);
          }
        }
        const { differences } = plan(entries, twins(), organs);
        const said = differences.changed.flatMap(({ organId, fields }) => fields.map(({ key }) => `${organId} ${key}`));
        expect(new Set(said)).toEqual(expected);
        expect(differences.missing).toEqual([]);
      }),
    );
  });
});
