import { expect, test } from 'vitest';
import { showAudited } from './value.ts';

test.each([
  [undefined, '（空）'],
  ['', '（空）'],
  [[], '（空）'],
  [0, '0'],
  [false, '否'],
  ['石桥镇', '石桥镇'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01 00:00'],
  ['2026-01-01', '2026-01-01'],
  [['甲', '乙'], '甲；乙'],
  [{ kind: 'moved', parentId: null }, 'kind：moved，parentId：（空）'],
])('the audit shows %j as “%s”', (value, shown) => {
  expect(showAudited(value)).toBe(shown);
});
