import { describe, expect, test } from 'vitest';
import { modelReport } from '../../report/domain/check/examples/model-report.ts';
import type { Finding, Severity } from '../../report/domain/finding.ts';
import { numberMarks } from './marks.ts';
import { placesOf } from './places.ts';

const finding = (severity: Severity, paths: string[], rule = 'RULE'): Finding => ({
  rule,
  severity,
  paths,
  message: '',
  expected: '',
  found: '',
});
const row = (columns: string) => columns.split(' ').map((column) => `requests.disclosed.${column}`);
const wholeRow = row('natural business research welfare legalService other total');
const column = (rows: string) => rows.split(' ').map((each) => `requests.${each}.natural`);
const longSum = column(
  'disclosed partlyDisclosed withheldStateSecret withheldByLaw withheldThirdParty unavailableNotHeld refusedPetition refusedRepeat handledTotal',
);

/** The places at which a finding stands out, and those at which it is faint. */
function strengths(report: ReturnType<typeof modelReport>, findings: Finding[]) {
  const strong: string[] = [];
  const faint: string[] = [];
  for (const [path, marks] of numberMarks(report, findings, 'r1').at) {
    for (const mark of marks) (mark.isFaint ? faint : strong).push(`${path} ${mark.label}`);
  }
  return { strong, faint };
}

describe('marks', () => {
  test('are numbered within their severity, in the order in which a clerk deals with them', () => {
    const findings = (['notice', 'error', 'warning', 'error', 'unknown'] as const).map((each) => finding(each, []));
    const labels = numberMarks(modelReport(), findings, 'r1').findings.map(({ mark }) => mark.label);
    expect(labels).toEqual(['错1', '错2', '疑1', '警1', '提1']);
  });

  test('stand out at every cell of a short sum', () => {
    expect(strengths(modelReport(), [finding('error', wholeRow)]).faint).toEqual([]);
  });

  test('stand out at the suspect alone when the rule names one before its turn', () => {
    const suspected = [...row('total'), ...wholeRow.slice(0, -1)];
    expect(strengths(modelReport(), [finding('error', suspected)]).strong).toEqual(['requests.disclosed.total 错1']);
  });

  test('stand out at the result of a long sum without a suspect', () => {
    expect(strengths(modelReport(), [finding('error', longSum)]).strong).toEqual(['requests.handledTotal.natural 错1']);
  });

  test('of what cannot be judged stand out at the cells without a figure', () => {
    const report = modelReport({ set: { 'requests.disclosed.natural': null, 'requests.disclosed.other': '/' } });
    expect(strengths(report, [finding('unknown', wholeRow)]).strong).toEqual([
      'requests.disclosed.natural 疑1',
      'requests.disclosed.other 疑1',
    ]);
  });

  test('say once that a cell has no figure, however many sums and notes miss it', () => {
    const report = modelReport({
      set: {
        'requests.disclosed.natural': null,
        notes: [{ path: 'requests.disclosed.natural', kind: 'blank', message: '空白', quote: '' }],
      },
    });
    const findings = [finding('unknown', wholeRow), finding('unknown', longSum), finding('error', longSum)];
    const marks = numberMarks(report, findings, 'r1').at.get('requests.disclosed.natural');
    expect(marks?.map((mark) => mark.label)).toEqual(['错1', '疑1']);
  });

  test('do not say twice what the reader says itself', () => {
    const notes = row('natural total').map((path) => ({
      path,
      kind: 'repaired' as const,
      message: '按列序读取',
      quote: '',
    }));
    const passedOn = finding('notice', row('natural total'), 'READ-REPAIRED');
    expect(strengths(modelReport({ set: { notes } }), [passedOn]).strong).toEqual([
      'requests.disclosed.natural 注1',
      'requests.disclosed.total 注1',
    ]);
  });

  test('join the notes of the reader that say the same', () => {
    const notes = wholeRow.map((path) => ({ path, kind: 'missing' as const, message: '原文没有这一行', quote: '' }));
    const marking = numberMarks(modelReport({ set: { notes } }), [], 'r1');
    expect(marking.notes.map(({ mark, notes: joined }) => [mark.label, joined.length])).toEqual([['注1', 7]]);
  });
});

describe('places', () => {
  const { placeOf, groupsOf } = placesOf('2021');

  test.each([
    ['requests.disclosed.natural', 'requests.disclosed.natural'],
    ['requests.disclosed', 'requests.disclosed'],
    ['requests.disclosed.natural.digits', 'requests.disclosed.natural'],
    ['sections.0.text', 'sections.0.text'],
    ['sections.0.unknown', 'sections.0'],
    ['requests.otherHandling.natural', 'requests'],
    ['somewhere.else', ''],
    ['', ''],
  ])('the path %o leads to %o', (path, place) => {
    expect(placeOf(path)).toBe(place);
  });

  test('cells of one row are named by their columns', () => {
    expect(groupsOf(row('natural total'))).toEqual([
      {
        name: '表三“（一）予以公开”行',
        places: [
          { path: 'requests.disclosed.natural', name: '自然人' },
          { path: 'requests.disclosed.total', name: '总计' },
        ],
      },
    ]);
  });

  test('cells of one column are named by their rows, other places by themselves', () => {
    const groups = groupsOf([...column('disclosed refusedRepeat'), 'sections.4.text']);
    expect(groups.map(({ name, places }) => [name, ...places.map((place) => place.name)])).toEqual([
      ['表三“自然人”列', '（一）予以公开', '（五）2.重复申请'],
      ['', '第五部分“存在的主要问题及改进情况”'],
    ]);
  });
});
