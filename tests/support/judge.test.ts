import { describe, expect, test } from 'vitest';
import type { AnnualReport, CellValue, Note } from '../../src/report/domain/annual-report.ts';
import { formCells, getForm } from '../../src/report/domain/forms/index.ts';
import { judge, rightReadings } from './judge.ts';
import { layOutGrids } from './layouts/grid.ts';
import type { Rendering, Written } from './layouts/layout.ts';
import { writtenCells } from './layouts/layout.ts';
import { makeReport } from './report-arbitrary.ts';

const report = makeReport(7, { form: '2019' });
const path = 'requests.newlyReceived.natural';

function rendering(written: Written): Rendering {
  const grids = layOutGrids(report);
  const cells = writtenCells(grids, grids);
  cells.set(path, written);
  return { name: 'a.txt', source: { text: '' }, cells, report };
}

function reading(value: CellValue, notes: Note[] = []): AnnualReport {
  const { newlyReceived } = report.requests;
  return { ...report, requests: { ...report.requests, newlyReceived: { ...newlyReceived, natural: value } }, notes };
}

const note = (at: string): Note => ({ path: at, kind: 'repaired', message: '', quote: '' });
const truth = report.requests.newlyReceived?.natural ?? null;
const standing = (text: string): Written => ({ kind: 'standing', text });
const lost: Written = { kind: 'lost', text: '/' };

describe('the judge of readings', () => {
  test.each<[string, Written, CellValue, Note[], string[]]>([
    ['the number that stands there', standing('12'), 12, [], []],
    ['another number', standing('12'), 13, [], ['wrong number']],
    ['another number, noted', standing('12'), 13, [note(path)], ['wrong number']],
    ['nothing, noted', standing('12'), null, [note(path)], []],
    ['nothing, noted for the whole row', standing('12'), null, [note('requests.newlyReceived')], []],
    ['nothing, noted for another row that begins alike', standing('12'), null, [note('requests.newly')], ['silent']],
    ['nothing, noted for the whole document only', standing('12'), null, [note('')], ['silent']],
    ['nothing and no note', standing('12'), null, [], ['silent']],
    ['zero for a blank', standing(''), 0, [note(path)], ['wrong number']],
    ['a blank without a note', standing(''), null, [], ['silent']],
    ['a blank with a note', standing(''), null, [note(path)], []],
    ['a stroke as it stands', standing('/'), '/', [note(path)], []],
    ['a stroke without a note', standing('/'), '/', [], ['silent']],
    ['zero for a stroke', standing('/'), 0, [note(path)], ['wrong number']],
    ['the count of a count with its unit, noted', standing('12件'), 12, [note(path)], []],
    ['the same without a note', standing('12件'), 12, [], ['silent']],
    ['the first of two numbers in a remark', standing('12件（含网络3件）'), 12, [note(path)], ['wrong number']],
    ['the remark as it stands', standing('12件（含网络3件）'), '12件（含网络3件）', [note(path)], []],
    ['full-width digits', standing('１，２３４'), 1234, [], []],
    ['a number in text', standing('12'), '12', [], ['silent']],
    ['a lost number found again and noted', lost, truth, [note(path)], []],
    ['a lost number found again in silence', lost, truth, [], ['silent']],
    ['another number for a lost one', lost, Number(truth) + 1, [note(path)], ['wrong number']],
    ['the stroke that was lost, noted', lost, '/', [note(path)], []],
    ['words nobody wrote for a lost number', lost, '无', [note(path)], ['wrong number']],
  ])('%s', (_, written, value, notes, kinds) => {
    const verdict = judge(reading(value, notes), rendering(written), 'exact');
    expect(verdict.faults.map((fault) => fault.kind)).toEqual(kinds);
  });

  test('counts the plain numbers that stand there and those that were read', () => {
    const whole = judge(reading(12), rendering(standing('12')), 'exact');
    expect(whole).toMatchObject({ standing: 198, read: 198, faults: [] });
    expect(judge(reading(null, [note(path)]), rendering(standing('12')), 'exact')).toMatchObject({
      standing: 198,
      read: 197,
    });
    expect(judge(reading('/', [note(path)]), rendering(standing('/')), 'exact')).toMatchObject({
      standing: 197,
      read: 197,
    });
  });

  test('a missing row, another form and another text are faults', () => {
    const { newlyReceived: _, ...requests } = report.requests;
    expect(judge({ ...report, requests }, rendering(standing('12')), 'exact').faults).toHaveLength(7);
    expect(judge({ ...report, form: '2021' }, rendering(standing('12')), 'exact').faults).toMatchObject([
      { path: 'form' },
    ]);
    const renamed = { ...reading(12), organ: '云溪县', title: '年度报告' };
    const paths = (got: AnnualReport, demand: 'exact' | 'identity') =>
      judge(got, rendering(standing('12')), demand).faults.map((fault) => fault.path);
    expect(paths(renamed, 'exact')).toEqual(['organ', 'title']);
    expect(paths(renamed, 'identity')).toEqual(['organ']);
    const [first, ...rest] = report.sections;
    const shortened = { ...reading(12), sections: [{ ...first, text: '' }, ...rest] as AnnualReport['sections'] };
    expect(paths(shortened, 'exact')).toEqual(['sections.0.text']);
  });

  test('white space, width and marks of Markdown are no difference in the narrative', () => {
    const [first, ...rest] = report.sections;
    const text = first?.text.replace(/（/g, ' ( ').replace(/）/g, ' **)** ') ?? '';
    const spaced = { ...reading(12), sections: [{ ...first, text }, ...rest] as AnnualReport['sections'] };
    expect(judge(spaced, rendering(standing('12')), 'exact').faults).toEqual([]);
  });

  const cellAt = (form: '2019' | '2021', wanted: string) => {
    const cell = formCells(getForm(form)).find((each) => each.path === wanted);
    if (!cell) throw new Error(`no cell ${wanted}`);
    return cell;
  };

  test.each<['2019' | '2021', string, string, CellValue]>([
    ['2019', 'proactive.licences.change', '+1', 1],
    ['2019', 'proactive.licences.change', '增加5', 5],
    ['2019', 'proactive.licences.change', '减少2', -2],
    ['2019', 'proactive.licences.change', '0/0', 0],
    ['2019', 'proactive.licences.change', '-1', -1],
    ['2019', 'proactive.licences.change', '1/2', '1/2'],
    ['2019', 'proactive.procurement.amount', '97.68万元', '976800'],
    ['2019', 'proactive.procurement.amount', '976800元', '976800'],
    ['2019', 'proactive.procurement.amount', '23,246,297.53', '23246297.53'],
    ['2021', 'proactive.fees.amount', '251000元', '25.1'],
    ['2021', 'proactive.fees.amount', '14722.49万元', '14722.49'],
    ['2021', 'proactive.fees.amount', '5元', '0.0005'],
    ['2021', 'proactive.fees.amount', '4.0000', '4.0000'],
    ['2021', 'requests.disclosed.natural', '12.0', 12],
  ])('form %s, %s: “%s” is best read as %s', (form, at, text, best) => {
    expect(rightReadings(text, cellAt(form, at))[0]?.value).toBe(best);
  });
});
