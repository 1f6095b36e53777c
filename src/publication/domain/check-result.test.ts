import { describe, expect, test } from 'vitest';
import type { Hit } from './check/finding.ts';
import { type CheckFinding, findingOf, isOpen, type Judgement, mendable, nameFindings } from './check-result.ts';

const place = { part: 'body', block: 0 } as const;
const hit = (check: string, more: Partial<Hit> = {}): Hit => ({
  check,
  message: '',
  excerpt: '',
  place,
  spans: [{ place, start: 0, end: 2, replacement: '**' }],
  content: '甲',
  ...more,
});
const usual = { mayWaiveNumbers: true, isProactive: true };
const find = (check: string, rules = usual, more: Partial<Hit> = {}): CheckFinding =>
  findingOf(hit(check, more), rules, (content) => content);
const said = (givenAs: Judgement['givenAs'], { key }: CheckFinding): Judgement => ({
  findingKey: key,
  givenAs,
  check: 'x',
  excerpt: '',
  reason: '核实过',
  personId: 'p',
  personName: '李小云',
  at: new Date(0),
});

describe('when a finding no longer stands in the way', () => {
  test.each<[check: string, by: Judgement['givenAs'], open: boolean]>([
    ['mobile', 'author', false],
    ['mobile', 'secrecy-reviewer', false],
    ['id-18', 'author', true],
    ['id-18', 'secrecy-reviewer', false],
    ['bank-card', 'author', true],
    ['internal-mark', 'author', true],
    ['internal-mark', 'secrecy-reviewer', false],
    ['secrecy-mark', 'author', true],
    ['secrecy-mark', 'secrecy-reviewer', true],
    ['missing-field', 'secrecy-reviewer', true],
  ])('%s, judged by the %s: open %s', (check, by, open) => {
    const finding = find(check);
    expect(isOpen(finding, [])).toBe(true);
    expect(isOpen(finding, [said(by, finding)])).toBe(open);
  });

  test('what was let pass counts no longer once the county has switched it off', () => {
    const finding = find('id-18', { ...usual, mayWaiveNumbers: false });
    expect(isOpen(finding, [said('secrecy-reviewer', finding)])).toBe(true);
  });

  test('the judgement of other words is none', () => {
    expect(isOpen(find('mobile'), [said('author', find('mobile', usual, { content: '乙' }))])).toBe(true);
  });

  test('the same words in an attachment are another matter than in the text', () => {
    const attachment = { part: 'attachment', attachmentId: 'a', name: '', piece: '', hidden: false } as const;
    expect(find('mobile', usual, { place: attachment }).key).not.toBe(find('mobile').key);
  });

  test('of what is not published only secrecy marks and gaps stand in the way', () => {
    const withheld = { ...usual, isProactive: false };
    expect(
      ['id-18', 'mobile', 'internal-mark', 'near-duplicate'].map((check) => isOpen(find(check, withheld), [])),
    ).toEqual([false, false, false, false]);
    expect(['secrecy-mark', 'missing-field'].map((check) => isOpen(find(check, withheld), []))).toEqual([true, true]);
  });
});

test('what is open is named with numbers, the gravest first', () => {
  expect(nameFindings([find('mobile'), find('mobile'), find('secrecy-mark')])).toBe('密级标志 1 处、手机号码 2 处');
});

test('one click changes what stands in the text; what stands in a file stays', () => {
  expect(mendable(find('mobile'))).toBe('mask');
  expect(mendable(find('word-list', usual, { suggestion: '部署' }))).toBe('correct');
  expect(mendable(find('weekday', usual, { spans: [{ place, start: 0, end: 1 }] }))).toBe('none');
  const attachment = { part: 'attachment', attachmentId: 'a', name: '', piece: '', hidden: false } as const;
  expect(mendable(find('mobile', usual, { place: attachment }))).toBe('none');
});
