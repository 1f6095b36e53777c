import { expect, test } from 'vitest';
import { keyOf, targetsOf } from './targets.ts';

test('what is overdue is ticked by itself: not an old turn whose followers are public, not an empty column', () => {
  const targets = targetsOf(
    [
      { id: 'old', title: '预算执行情况（2023年2月）', dueOn: '2023-02-10', overtaken: true, reminded: false },
      { id: 'new', title: '预算执行情况（2026年2月）', dueOn: '2026-02-10', overtaken: false, reminded: false },
      { id: 'told', title: '预算执行情况（2026年1月）', dueOn: '2026-01-10', overtaken: false, reminded: true },
    ],
    [
      { count: 0, columnKey: 'news', name: '政务动态', status: 'stale', freshUntil: '2026-02-20' },
      { count: 0, columnKey: 'budgets', name: '财政预决算', status: 'fresh', freshUntil: '2026-12-20' },
      { count: 0, columnKey: 'fees', name: '收费项目', status: 'empty' },
    ],
  );
  expect(targets.map((target) => [keyOf(target), target.isUsual, target.detail])).toEqual([
    ['duty old', false, '应于 2023-02-10 前公开，后来各期已公开'],
    ['duty new', true, '应于 2026-02-10 前公开'],
    // Once more where it helped nothing; the county sees that it is not the first time.
    ['duty told', true, '应于 2026-01-10 前公开，已催办过'],
    ['column news', true, '更新不及时，应于 2026-02-20 前更新'],
    ['column fees', false, '空白栏目'],
  ]);
});
