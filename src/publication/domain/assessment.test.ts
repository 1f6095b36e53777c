import { expect, test } from 'vitest';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { nextAssessment } from './assessment.ts';

test.each([
  ['2026-03-02', 12, '2027-03-02'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
])('what is not disclosed on %s is assessed again %s months later on %s (条例第十八条)', (from, months, next) => {
  expect(nextAssessment('withheld', getPlainDate(from), months)).toBe(next);
  expect(nextAssessment('on-request', getPlainDate(from), months)).toBe(next);
});

test('what is disclosed is not assessed', () => {
  expect(nextAssessment('proactive', getPlainDate('2026-03-02'), 12)).toBeUndefined();
});
