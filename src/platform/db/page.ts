/** Which part of a list is asked for; pages count from 1. */
export interface PageRequest {
  page: number;
  pageSize: number;
}

/** One page of a list, with the number of all there are. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

/**
 * Runs a query for one page of its rows and for their number.
 *
 * @param rows has an order that is total, so that no row stands on two pages
 * @param count selects one column `total`, the number of all rows
 */
export async function listPage<Row>(
  rows: { limit(count: number): { offset(count: number): { execute(): Promise<Row[]> } } },
  count: { executeTakeFirstOrThrow(): Promise<{ total: string }> },
  { page, pageSize }: PageRequest,
): Promise<Page<Row>> {
  const [items, { total }] = await Promise.all([
    rows
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    count.executeTakeFirstOrThrow(),
  ]);
  return { items, total: Number(total), page, pageSize };
}
