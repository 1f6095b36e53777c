import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consistentReport, makeReport } from '../../../../tests/support/report-arbitrary.ts';
import type { AnnualReport, CellValue, NoteKind } from '../annual-report.ts';
import { type FormId, formCells, forms, getForm } from '../forms/index.ts';
import { emptyReport } from '../interchange/index.ts';
import { type CellChange, diffReports, type ReportDiff } from './index.ts';
import { reportDiffJsonSchema } from './json-schema.ts';
import { matchSequences } from './sequence.ts';

const diff = (a: AnnualReport, b: AnnualReport): ReportDiff =>
  diffReports({ name: 'a.json', report: a }, { name: 'b.json', report: b });

const path = 'requests.disclosed.natural';

/** An empty report with values in some cells and notes on them. */
function report(
  cells: Record<string, CellValue>,
  form: FormId = '2021',
  notes: Record<string, NoteKind> = {},
): AnnualReport {
  const made = emptyReport(getForm(form));
  for (const [where, value] of Object.entries(cells)) {
    const [table = '', row = '', column = ''] = where.split('.');
    const values = made[table as 'requests'][row];
    if (!values) throw new Error(`no row ${where}`);
    values[column] = value;
  }
  made.notes = Object.entries(notes).map(([where, kind]) => ({ path: where, kind, message: '', quote: '' }));
  return made;
}

const withText = (text: string): AnnualReport => {
  const made = report({});
  if (made.sections[0]) made.sections[0].text = text;
  return made;
};

/** The one change between two values of a cell. */
function change(before: CellValue, after: CellValue, where = path): CellChange | undefined {
  const { cells } = diff(report({ [where]: before }), report({ [where]: after }));
  expect(cells.length).toBeLessThan(2);
  return cells[0];
}

describe('逐格比较', () => {
  test.each<[string, CellValue, CellValue, Partial<CellChange>]>([
    ['增加，原数够大，给百分比', 120, 156, { kind: 'increased', difference: '36', percent: '30' }],
    ['减少', 156, 120, { kind: 'decreased', difference: '-36', percent: '-23.1' }],
    ['原数不足 30，不给百分比', 29, 58, { kind: 'increased', difference: '29', percent: null }],
    ['原数恰为 30，给百分比', 30, 60, { kind: 'increased', difference: '30', percent: '100' }],
    ['原数为 0，不给百分比', 0, 500, { kind: 'increased', difference: '500', percent: null }],
    ['减到 0', 40, 0, { kind: 'decreased', difference: '-40', percent: '-100' }],
    ['空白变为 0 是补填，不是增减', null, 0, { kind: 'filled', difference: null, percent: null }],
    ['0 变为空白是变空，不是相同', 0, null, { kind: 'emptied', difference: null, percent: null }],
    ['数字变为文字不比增减', 3, '/', { kind: 'different', difference: null }],
    ['文字变为别的文字', '/', '无', { kind: 'different', difference: null }],
    ['负数不给百分比', -40, 40, { kind: 'increased', difference: '80', percent: null }],
  ])('%s', (_, before, after, expected) => {
    expect(change(before, after)).toMatchObject(expected);
  });

  test.each<[string, CellValue, CellValue]>([
    ['同一个数', 3, 3],
    ['同一文字', '/', '/'],
  ])('%s没有变化', (_, before, after) => {
    const { summary, cells } = diff(report({ [path]: before }), report({ [path]: after }));
    expect(cells).toEqual([]);
    expect(summary.cells.same).toBe(1);
  });

  test('金额按数值比较：4 与 4.00 相同，差额精确', () => {
    const fee = 'proactive.fees.amount';
    expect(change('4', '4.00', fee)).toBeUndefined();
    expect(change('0.1', '0.3', fee)).toMatchObject({ difference: '0.2', percent: '200' });
    expect(change('4', '4万元', fee)).toMatchObject({ kind: 'different' });
  });

  test('“本年增/减”本身就是增减，不给百分比', () => {
    const where = 'proactive.licences.change';
    const [cell] = diff(report({ [where]: 40 }, '2019'), report({ [where]: 50 }, '2019')).cells;
    expect(cell).toMatchObject({ kind: 'increased', difference: '10', percent: null });
    expect(cell?.message).not.toContain('百分比');
  });

  test('两份都空白不算相同', () => {
    const { summary } = diff(report({}), report({}));
    expect(summary.cells).toEqual({ same: 0, changed: 0, unknown: 200, incomparable: 0 });
  });

  test.each<[NoteKind, string]>([
    ['missing', '没有这一格'],
    ['ambiguous', '读不准'],
    ['blank', '空白'],
  ])('空着的原因（%s）说清楚', (kind, words) => {
    const [cell] = diff(report({}, '2021', { [path]: kind }), report({ [path]: 0 })).cells;
    expect(cell?.before.state).toBe(kind);
    expect(cell?.message).toContain(words);
  });

  test('说明用中文写清由多少变为多少，以及为什么没有百分比', () => {
    expect(change(120, 156)?.message).toBe('由 120 增至 156，增加 36，增长 30%');
    expect(change(2, 3)?.message).toBe('由 2 增至 3，增加 1（原数不足 30，不计百分比）');
    expect(change(0, 3)?.message).toBe('由 0 增至 3，增加 3（原数为 0，不计百分比）');
  });
});

describe('两种表式之间', () => {
  test('都有的行直接比较，拆成三行的“其他处理”按三行之和比较', () => {
    const old = report({ 'requests.otherHandling.natural': 5, [path]: 2 }, '2019');
    const now = report({
      'requests.otherNotSupplemented.natural': 1,
      'requests.otherFeeUnpaid.natural': 2,
      'requests.otherReason.natural': 4,
      [path]: 2,
    });
    const [cell, ...rest] = diff(old, now).cells;
    expect(rest).toEqual([]);
    expect(cell).toMatchObject({ kind: 'increased', difference: '2', before: { value: 5 }, after: { value: 7 } });
    expect(cell?.after.paths).toHaveLength(3);
    expect(diff(now, old).cells[0]).toMatchObject({ kind: 'decreased', difference: '-2' });
  });

  test('三行之中有一行空白，和就不知道', () => {
    const old = report({ 'requests.otherHandling.natural': 5 }, '2019');
    const now = report({ 'requests.otherNotSupplemented.natural': 1, 'requests.otherFeeUnpaid.natural': 2 });
    expect(diff(old, now).cells[0]).toMatchObject({ kind: 'emptied', after: { value: null, state: 'blank' } });
  });

  test('不能比较的逐行说明原因，两边的每一格都有着落', () => {
    const result = diff(report({}, '2019'), report({}, '2021'));
    const reasons = result.incomparable.map(({ reason }) => reason);
    expect(reasons).toContain('2021年表式没有“政府集中采购”这一行，不能比较');
    expect(reasons.find((reason) => reason.includes('行政许可'))).toContain('上一年项目数量、本年增/减');
    const { same, changed, unknown, incomparable } = result.summary.cells;
    expect(same + changed).toBe(0);
    // 7 pairs stand for one cell in 2019 and three in 2021.
    expect(2 * unknown + 2 * 7 + incomparable).toBe(
      formCells(getForm('2019')).length + formCells(getForm('2021')).length,
    );
  });

  test('同一表式没有不能比较的格', () => {
    for (const form of forms) expect(diff(report({}, form.id), report({}, form.id)).incomparable).toEqual([]);
  });
});

describe('逐段比较', () => {
  test('改写的段落与原段落配对，数字整个标出', () => {
    const [part] = diff(
      withText('（一）主动公开。\n全年共公开政府信息156条，其中网站120条。'),
      withText('（一）主动公开。\n全年共公开政府信息1560条，其中网站120条。'),
    ).text;
    expect(part).toMatchObject({ path: 'sections.0', same: 1, paragraphs: [{ kind: 'changed' }] });
    expect(part?.paragraphs[0]?.marks).toEqual([
      { kind: 'same', text: '全年共公开政府信息' },
      { kind: 'removed', text: '156' },
      { kind: 'added', text: '1560' },
      { kind: 'same', text: '条，其中网站120条。' },
    ]);
  });

  test('新增、删去的段落，不相干的段落不配对', () => {
    const [part] = diff(withText('甲甲甲甲甲\n一二三四五'), withText('一二三四五\n子丑寅卯辰')).text;
    expect(part?.paragraphs).toMatchObject([
      { kind: 'removed', before: '甲甲甲甲甲', after: null },
      { kind: 'added', before: null, after: '子丑寅卯辰' },
    ]);
  });

  test('同一处删去又新增的段落，不相像就不算改写', () => {
    const [part] = diff(withText('一二三四五六七八'), withText('一二寅卯辰巳午未')).text;
    expect(part?.paragraphs.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  test.each([
    [
      '删去的话不从一个词的中间起',
      '全年制发规范性文件4件。',
      '全年未制发规范性文件。',
      '全年{+未+}制发规范性文件[-4件-]。',
    ],
    ['增加的话也一样', '全年未制发规范性文件。', '全年制发规范性文件4件。', '全年[-未-]制发规范性文件{+4件+}。'],
    [
      '两个词里碰巧相同的一个字不算相同',
      '本年主动公开政府信息，加强栏目建设工作。',
      '本年主动公开政府信息，召开目录会议工作。',
      '本年主动公开政府信息，[-加强栏目建设-]{+召开目录会议+}工作。',
    ],
  ])('%s', (_, before, after, expected) => {
    const [paragraph] = diff(withText(before), withText(after)).text[0]?.paragraphs ?? [];
    const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
    expect(paragraph?.marks.map(({ kind, text }) => signs[kind].join(text)).join('')).toBe(expected);
  });

  test('空行和空格不算改动', () => {
    expect(diff(withText('甲 乙\n\n丙'), withText('甲乙\n丙')).text).toEqual([]);
  });

  test('标题改了也列出', () => {
    const [a, b] = [withText('同'), withText('同')];
    if (b.sections[4]) b.sections[4].heading = '存在的问题及改进情况';
    expect(diff(a, b).text).toMatchObject([
      { path: 'sections.4', heading: { before: '', after: '存在的问题及改进情况' } },
    ]);
  });

  test('标题、机关、年度、表式不同的列在字段里', () => {
    const a = { ...report({}), organ: '云溪县石桥镇人民政府', year: 2021 };
    const b = { ...report({}), organ: '云溪县石桥镇人民政府', year: 2022 };
    expect(diff(a, b).fields).toEqual([{ path: 'year', before: 2021, after: 2022 }]);
  });
});

describe('任意两份报告', () => {
  const ajv = new Ajv2020({ strict: true });
  const valid = ajv.compile(reportDiffJsonSchema());
  const cellsOf = (id: FormId) => new Set(formCells(getForm(id)).map((cell) => cell.path));

  test('与自己比较没有变化', () => {
    fc.assert(
      fc.property(consistentReport(), (each) => {
        const { fields, cells, text, incomparable, summary } = diff(each, each);
        expect({ fields, cells, text, incomparable }).toEqual({ fields: [], cells: [], text: [], incomparable: [] });
        expect(summary.cells.same).toBe(formCells(getForm(each.form)).length);
      }),
      { numRuns: 30 },
    );
  });

  test('结果合规，路径都在表式里，反过来比较方向相反', () => {
    fc.assert(
      fc.property(consistentReport(), consistentReport(), (a, b) => {
        const [there, back] = [diff(a, b), diff(b, a)];
        expect(valid(JSON.parse(JSON.stringify(there))), ajv.errorsText(valid.errors)).toBe(true);
        for (const { before, after, difference } of there.cells) {
          expect(before.paths.every((each) => cellsOf(a.form).has(each))).toBe(true);
          expect(after.paths.every((each) => cellsOf(b.form).has(each))).toBe(true);
          const reverse = back.cells.find((each) => each.before.paths.join() === after.paths.join());
          expect(Number(reverse?.difference)).toBe(-Number(difference));
        }
        expect(back.cells.length).toBe(there.cells.length);
        expect(back.summary.cells).toEqual(there.summary.cells);
      }),
      { numRuns: 40 },
    );
  });

  test('段落的标记拼起来就是原段落和新段落', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'公开政府信息12件，。') }),
        fc.string({ unit: fc.constantFrom(...'公开申请信息34件，。') }),
        (a, b) => {
          for (const paragraph of diff(withText(a), withText(b)).text.flatMap((part) => part.paragraphs)) {
            if (paragraph.kind !== 'changed') continue;
            const joined = (kind: string) =>
              paragraph.marks
                .filter((mark) => mark.kind === 'same' || mark.kind === kind)
                .map((mark) => mark.text)
                .join('');
            expect(joined('removed')).toBe(paragraph.before);
            expect(joined('added')).toBe(paragraph.after);
          }
        },
      ),
    );
  });
});

describe('序列比较', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  /** Length of a longest common subsequence, by definition. */
  function longest(a: readonly string[], b: readonly string[]): number {
    const [x, ...as] = a;
    const [y, ...bs] = b;
    if (x === undefined || y === undefined) return 0;
    return x === y ? 1 + longest(as, bs) : Math.max(longest(as, b), longest(a, bs));
  }

  test('配对的元素相同、次序上升，长度最大', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const matches = matchSequences(a, b);
        for (const [at, [i, j]] of matches.entries()) {
          expect(a[i]).toBe(b[j]);
          const [previousI = -1, previousJ = -1] = matches[at - 1] ?? [];
          expect(i).toBeGreaterThan(previousI);
          expect(j).toBeGreaterThan(previousJ);
        }
        expect(matches.length).toBe(longest(a, b));
      }),
    );
  });

  test('很长的序列里，最后一处独有的相同之后也接着比', () => {
    const own = (name: string) => Array.from({ length: 2_000 }, (_, at) => `${name}${at}`);
    const [a, b] = ['甲', '乙'].map((name) => [...own(name), '界', '同', '同', name, '同', ...own(`${name}尾`)]);
    expect(matchSequences(a ?? [], b ?? []).length).toBe(4);
  });

  test('几万段的文字也很快比完，找得到只改了一处的地方', () => {
    const a = Array.from({ length: 40_000 }, (_, at) => `第${at}段`);
    const b = [...a.slice(0, 100), '插入', ...a.slice(100, 30_000), ...a.slice(30_001), '结尾'];
    const begin = process.cpuUsage();
    expect(matchSequences(a, b).length).toBe(39_999);
    const [reversed, all] = [matchSequences(a, a.toReversed()).length, matchSequences(a, a).length];
    expect([reversed, all]).toEqual([1, 40_000]);
    // Microseconds of the processor: a busy machine must not make the test fail.
    expect(process.cpuUsage(begin).user).toBeLessThan(3_000_000);
  });
});

test('2019年与2021年两种表式的报告，可以比较的格超过170个', () => {
  const result = diff(makeReport(5, { form: '2019' }), makeReport(6, { form: '2021' }));
  expect(result.summary.cells.same + result.summary.cells.changed).toBeGreaterThan(170);
});
