import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import { type ColumnKey, columnOf } from './columns.ts';

/** How a column of the platform stands (检查指标, 国办公开办函〔2019〕19号). */
export const columnStatuses = { empty: '空白栏目', stale: '更新不及时', fresh: '正常' } as const;
export type ColumnStatus = keyof typeof columnStatuses;

/** What stands in a column of an organ. */
export interface ColumnContent {
  columnKey: ColumnKey;
  /** How much is public there now. */
  count: number;
  /** When something was published there last. */
  latestOn?: PlainDate | undefined;
}

/**
 * Whether a column is empty or was not kept up to date: 动态 two weeks, 通知公告 and 政策 half a year, yearly things a year.
 *
 * @example 政务动态, last on 2026-03-01: fresh until 2026-03-15, stale on 2026-03-16
 */
export function columnStatusOf({ columnKey, count, latestOn }: ColumnContent, day: PlainDate): ColumnStatus {
  if (count === 0 || latestOn === undefined) return 'empty';
  const { freshnessDays } = columnOf(columnKey);
  return freshnessDays !== undefined && addDays(latestOn, freshnessDays) < day ? 'stale' : 'fresh';
}

/** The day until which a column is fresh; undefined where nothing is due by itself. */
export function freshUntil({ columnKey, latestOn }: ColumnContent): PlainDate | undefined {
  const { freshnessDays } = columnOf(columnKey);
  return freshnessDays === undefined || latestOn === undefined ? undefined : addDays(latestOn, freshnessDays);
}
