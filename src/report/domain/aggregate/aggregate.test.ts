import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeReport } from '../../../../tests/support/report-arbitrary.ts';
import type { AnnualReport, CellValue, Note } from '../annual-report.ts';
import { checkReport } from '../check/index.ts';
import type { NamedReport } from '../check/rule.ts';
import { equations, type FormId, formCells, getForm } from '../forms/index.ts';
import { parseAnnualReport } from '../interchange/index.ts';
import { type AggregateOptions, createAggregator, listContributors } from './index.ts';
import { NameList } from './name-list.ts';

const county = { organ: '云溪县人民政府', year: 2022 };

/** The consistent report of a seed as that of a unit of the county in 2022. */
function unitReport(seed: number, changes: Partial<AnnualReport> = {}, form: FormId = '2021'): NamedReport {
  return {
    name: `${seed}.json`,
    report: { ...makeReport(seed, { form }), year: 2022, organ: `云溪县第${seed}镇人民政府`, ...changes },
  };
}

function put({ report }: NamedReport, path: string, value: CellValue): void {
  const [table = '', row = '', column = ''] = path.split('.');
  const cells = report[table as 'requests'][row];
  if (!cells || !(column in cells)) throw new Error(`no cell ${path}`);
  cells[column] = value;
}

function at(report: AnnualReport, path: string): CellValue | undefined {
  const [table = '', row = '', column = ''] = path.split('.');
  return report[table as 'requests'][row]?.[column];
}

function addUp(reports: readonly NamedReport[], options: AggregateOptions = county): AnnualReport {
  const aggregator = createAggregator(options);
  for (const each of reports) {
    const added = aggregator.add(each);
    if (!added.ok) throw new Error(added.problem.message);
  }
  const result = aggregator.result();
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const noteOn = (report: AnnualReport, path: string): Note | undefined =>
  report.notes.find((note) => note.path === path);
const tables = ({ proactive, requests, remedies }: AnnualReport) => ({ proactive, requests, remedies });

describe('汇总：每一格是各单位之和', () => {
  test.each<FormId>(['2021', '2019'])('%s 表式：合计、勾稽关系都成立，结果是合规的交换文件', (form) => {
    const reports = [1, 2, 3, 4].map((seed) => unitReport(seed, {}, form));
    const sum = addUp(reports);
    for (const { path, column } of formCells(getForm(form))) {
      const parts = reports.map(({ report }) => Number(at(report, path)));
      const total = parts.reduce((a, b) => a + b, 0);
      if (column.kind === 'money') expect(Number(at(sum, path))).toBeCloseTo(total, 6);
      else expect(at(sum, path), path).toBe(total);
    }
    for (const { left, right } of equations(getForm(form))) {
      const side = (paths: readonly string[]) => paths.reduce((a, path) => a + Number(at(sum, path)), 0);
      expect(side(left)).toBe(side(right));
    }
    expect(parseAnnualReport(JSON.parse(JSON.stringify(sum)))).toEqual({ ok: true, value: sum });
  });

  test('各单位都正确时，汇总再检查没有错误，也没有无法判断的，文字与表格一致', () => {
    const seeds = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(seeds, fc.constantFrom<FormId>('2021', '2019'), (chosen, form) => {
        const year = form === '2021' ? 2022 : 2020;
        const sum = addUp(
          chosen.map((seed) => unitReport(seed, { year }, form)),
          { organ: '云溪县人民政府', year },
        );
        const { findings } = checkReport(sum, { file: '汇总.json' });
        expect(findings.filter(({ severity }) => severity === 'error' || severity === 'unknown')).toEqual([]);
        expect(findings.filter(({ rule }) => rule.startsWith('NAR'))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('金额按十进制精确相加', () => {
    const reports = ['0.1', '0.2', '1234567890123456.789'].map((amount, index) => {
      const each = unitReport(index + 1);
      put(each, 'proactive.fees.amount', amount);
      return each;
    });
    expect(addUp(reports.slice(0, 2)).proactive.fees?.amount).toBe('0.3');
    expect(addUp(reports).proactive.fees?.amount).toBe('1234567890123457.089');
  });

  test('很大的数也不丢尾数；超出数字能精确表示的范围时照录为文字', () => {
    const path = 'requests.disclosed.natural';
    const reports = [2 ** 53 - 1, 2, -(2 ** 53 - 1)].map((value, index) => {
      const each = unitReport(index + 1);
      put(each, path, value);
      return each;
    });
    expect(at(addUp(reports), path)).toBe(2);
    const large = addUp(reports.slice(0, 2));
    expect(at(large, path)).toBe('9007199254740993');
    expect(noteOn(large, path)?.kind).toBe('text');
  });

  test('次序不同，结果完全相同', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 9 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(null, '/', '3件', 2.5)), { maxLength: 6 }),
        fc.nat(),
        (seeds, holes, turn) => {
          const reports = seeds.map((seed) => unitReport(seed));
          const cells = formCells(getForm('2021'));
          for (const [which, cell, value] of holes) {
            const each = reports[which % reports.length];
            if (each) put(each, cells[cell % 199]?.path ?? '', value);
          }
          const turned = [
            ...reports.slice(turn % reports.length),
            ...reports.slice(0, turn % reports.length),
          ].reverse();
          expect(addUp(turned)).toEqual(addUp(reports));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('先分片汇总再汇总，与一次汇总的各格相同；不能确定的仍不能确定', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.option(fc.nat()), (count, split, hole) => {
        const reports = Array.from({ length: count }, (_, index) => unitReport(index + 1));
        const cut = 1 + (split % (count - 1));
        const path = formCells(getForm('2021'))[(hole ?? 0) % 200]?.path ?? '';
        if (hole !== null && reports[0]) put(reports[0], path, null);
        const part = (name: string, list: NamedReport[]) => ({
          name,
          report: addUp(list, { organ: `云溪县${name}`, year: 2022 }),
        });
        const twice = addUp([part('东片', reports.slice(0, cut)), part('西片', reports.slice(cut))]);
        const once = addUp(reports);
        expect(tables(twice)).toEqual(tables(once));
        if (hole !== null) expect(at(twice, path)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});

describe('汇总：不能确定的格不给数', () => {
  const path = 'requests.disclosed.natural';

  test.each<[string, CellValue, string]>([
    ['空白', null, '云溪县第2镇人民政府（空白）'],
    ['斜线', '/', '云溪县第2镇人民政府（“/”）'],
    ['带说明的文字', '12件（含网络3件）', '云溪县第2镇人民政府（“12件（含网络3件）”）'],
    ['小数', 3.5, '云溪县第2镇人民政府（3.5，不是整数）'],
  ])('一个单位是%s：合计为空，说明是哪个单位，并给出其余之和', (_, value, expected) => {
    const reports = [1, 2, 3].map((seed) => unitReport(seed));
    for (const [index, each] of reports.entries()) put(each, path, index === 1 ? value : 10 + index);
    const sum = addUp(reports);
    expect(at(sum, path)).toBeNull();
    expect(noteOn(sum, path)).toMatchObject({ kind: 'ambiguous' });
    expect(noteOn(sum, path)?.message).toContain(expected);
    expect(noteOn(sum, path)?.message).toContain('其余2个单位合计22');
    expect(noteOn(sum, 'requests.disclosed.business')).toBeUndefined();
  });

  test('很多单位空白时只列几个名称，并写明有多少个', () => {
    const reports = Array.from({ length: 30 }, (_, index) => unitReport(index + 1));
    for (const each of reports) put(each, path, null);
    const message = noteOn(addUp(reports), path)?.message ?? '';
    expect(message).toContain('等30个单位');
    expect(message.length).toBeLessThan(200);
    expect(message).not.toContain('其余');
  });

  test('金额是文字，或原文另写了单位而没有换算的，不相加', () => {
    const noted = (quote: string): Note => ({ path: 'proactive.procurement.amount', kind: 'text', message: '', quote });
    const reports = [1, 2, 3].map((seed) => unitReport(seed, { notes: [] }, '2019'));
    for (const each of reports) put(each, 'proactive.procurement.amount', '100');
    reports[0]?.report.notes.push(noted('100元'));
    expect(addUp(reports).proactive.procurement?.amount).toBe('300');
    reports[1]?.report.notes.push(noted('100 万元'));
    expect(addUp(reports).proactive.procurement?.amount).toBeNull();
    const [first] = reports;
    if (first) put(first, 'proactive.procurement.amount', '大约100');
    expect(noteOn(addUp(reports), 'proactive.procurement.amount')?.message).toContain('“大约100”');
  });

  test('读取时修复的数照加，但合计注明', () => {
    const repaired: Note = { path, kind: 'repaired', message: '', quote: '１２' };
    const sum = addUp([unitReport(1, { notes: [repaired] }), unitReport(2)]);
    expect(typeof at(sum, path)).toBe('number');
    expect(noteOn(sum, path)).toMatchObject({
      kind: 'repaired',
      message: expect.stringContaining('云溪县第1镇人民政府'),
    });
  });
});

describe('汇总：不该相加的拒绝，并指出单位', () => {
  const refusal = (reports: readonly NamedReport[], options: AggregateOptions = county): string => {
    const aggregator = createAggregator(options);
    const messages = reports.flatMap((each) => {
      const added = aggregator.add(each);
      return added.ok ? [] : [`${added.problem.code} ${added.problem.message}`];
    });
    return messages.join('\n');
  };

  test('年度不同或没有写年度', () => {
    const message = refusal([unitReport(1), unitReport(2, { year: 2021 }), unitReport(3, { year: null })]);
    expect(message).toContain('year-differs “云溪县第2镇人民政府”（2.json）是2021年的报告');
    expect(message).toContain('year-unknown “云溪县第3镇人民政府”（3.json）没有写明年度');
  });

  test('表式不同', () => {
    const message = refusal([unitReport(1), unitReport(2, {}, '2019')]);
    expect(message).toContain('form-differs “云溪县第2镇人民政府”（2.json）用的是国办公开办函〔2019〕60号的表式');
  });

  test('指定了表式时，第一份就要符合', () => {
    expect(refusal([unitReport(2, {}, '2019')], { ...county, form: getForm('2021') })).toContain('form-differs');
  });

  test('一份报告既单独出现、又已在一份汇总里', () => {
    const part = {
      name: '东片.json',
      report: addUp([unitReport(1), unitReport(2)], { organ: '云溪县东片', year: 2022 }),
    };
    const all = { name: '全县.json', report: addUp([part, unitReport(3)]) };
    expect(refusal([part, unitReport(2)])).toContain('report-repeated');
    expect(refusal([unitReport(2), part])).toMatch(/云溪县东片.*“云溪县第2镇人民政府”（2\.json）已经计入一份汇总/);
    expect(refusal([part, all])).toContain('东片.json');
    expect(refusal([part, unitReport(3)])).toBe('');
  });

  test('没有机关名称的报告彼此不当作同一机关', () => {
    const nameless = [1, 2].map((seed) => unitReport(seed, { organ: null }));
    expect(refusal(nameless)).toBe('');
    const parts = nameless.map((each) => ({
      name: `${each.name}汇总`,
      report: addUp([each], { organ: each.name, year: 2022 }),
    }));
    expect(refusal(parts)).toBe('');
  });

  test('被拒绝的报告不影响已加的数', () => {
    const aggregator = createAggregator(county);
    aggregator.add(unitReport(1));
    aggregator.add(unitReport(2, { year: 2020 }));
    aggregator.add(unitReport(3, {}, '2019'));
    const result = aggregator.result();
    expect(result.ok && result.value).toEqual(addUp([unitReport(1)]));
  });

  test('一份也没有', () => {
    expect(createAggregator(county).result()).toMatchObject({ ok: false, problem: { code: 'nothing-to-aggregate' } });
  });
});

describe('汇总：说明从何而来', () => {
  test('名单、未计入的文件、没有机关名称的报告都写在说明里', () => {
    const aggregator = createAggregator(county);
    aggregator.add(unitReport(2));
    aggregator.add({ name: '无名.json', report: { ...unitReport(3).report, organ: null } });
    aggregator.omit('坏.docx', '“坏.docx”不完整或已损坏。');
    const result = aggregator.result();
    if (!result.ok) throw new Error(result.problem.message);
    expect(listContributors(result.value)).toEqual([
      { organ: '', file: '无名.json' },
      { organ: '云溪县第2镇人民政府', file: '2.json' },
    ]);
    const messages = result.value.notes.map(({ message }) => message).join('\n');
    expect(messages).toContain('汇总自2个单位');
    expect(messages).toContain('未计入汇总：“坏.docx”不完整');
    expect(messages).toContain('有1份报告没有读到机关名称');
  });

  test('单位自身勾稽不成立的，即使互相抵消也指出', () => {
    const [one, two] = [unitReport(1), unitReport(2)];
    const path = 'requests.newlyReceived.total';
    put(one, path, Number(at(one.report, path)) + 1);
    put(two, path, Number(at(two.report, path)) - 1);
    const messages = addUp([one, two, unitReport(3)]).notes.map(({ message }) => message);
    expect(messages).toContain('单位报告自身的勾稽关系不成立：云溪县第1镇人民政府、云溪县第2镇人民政府');
    expect(
      addUp([unitReport(3)])
        .notes.map(({ message }) => message)
        .join(),
    ).not.toContain('勾稽');
  });

  test('文字只说数据里有的：标题、统计期限、单位数和合计', () => {
    const sum = addUp([unitReport(1), unitReport(2)]);
    expect(sum.title).toBe('云溪县人民政府2022年政府信息公开工作年度报告');
    expect(sum.preamble).toContain('2个单位');
    expect(sum.preamble).toContain('2022年1月1日至2022年12月31日');
    expect(sum.sections.map(({ heading }) => heading)).toEqual(getForm('2021').sections.map(({ heading }) => heading));
    expect(sum.sections[0]?.text).toMatch(/被提起行政诉讼\d+件/);
    expect(sum.sections[0]?.text).toContain(`新收政府信息公开申请${at(sum, 'requests.newlyReceived.total')}件`);
    expect(
      sum.sections
        .slice(1)
        .map(({ text }) => text)
        .join(''),
    ).toBe('');
    const hole = unitReport(3);
    put(hole, 'requests.newlyReceived.total', null);
    expect(addUp([hole]).sections[0]?.text).not.toContain('新收');
  });

  test('同名的机关照加（不同的县会有同名的镇），但指出出现了几次', () => {
    const twice = { ...unitReport(7, { organ: '云溪县 第1镇人民政府' }), name: '另.json' };
    const part = { name: '东片.json', report: addUp([unitReport(5)], { organ: '云溪县东片', year: 2022 }) };
    const reports = [unitReport(1), twice, part, { ...unitReport(5), name: '又.json' }];
    const message = addUp(reports).notes.find((note) => note.message.includes('不止一次'))?.message;
    expect(message).toContain('云溪县第1镇人民政府（2次）、云溪县第5镇人民政府（2次）');
    expect(addUp([...reports].reverse()).notes.map((note) => note.message)).toContain(message);
  });

  test('名称只差上级地名的机关照加，但请人核对', () => {
    const organs = (...names: string[]) => names.map((organ, index) => unitReport(index + 1, { organ }));
    const note = (names: string[]) =>
      addUp(organs(...names)).notes.find(({ message }) => message.includes('名称相近'))?.message;
    expect(note(['石桥镇人民政府', '云溪县石桥镇人民政府'])).toContain('石桥镇人民政府与云溪县石桥镇人民政府');
    expect(note(['云溪县石桥镇人民政府', '石桥镇人民政府'])).toContain('石桥镇人民政府与云溪县石桥镇人民政府');
    expect(note(['云溪县城关镇人民政府', '柳溪县城关镇人民政府', '云溪县人民政府'])).toBeUndefined();
  });

  test('名单过长时留下的几个名称与先后次序无关', () => {
    const names = Array.from({ length: 12 }, (_, index) => `第${index + 10}镇`);
    const words = (each: string[]) => {
      const list = new NameList();
      for (const name of each) list.add(name);
      return list.words();
    };
    expect(words(names)).toBe('第10镇、第11镇、第12镇、第13镇、第14镇等12个单位');
    fc.assert(fc.property(fc.shuffledSubarray(names, { minLength: 12 }), (each) => words(each) === words(names)));
  });

  test('一份普通报告没有名单', () => {
    expect(listContributors(unitReport(1).report)).toEqual([]);
  });
});
