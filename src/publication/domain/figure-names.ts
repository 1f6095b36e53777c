import { columnKeys, columnOf, isColumn } from '../../catalogue/domain/columns.ts';
import { fieldKeys, fields, isField } from '../../catalogue/domain/fields.ts';
import type { Breakdown } from './figures.ts';
import { isKind, kindKeys, kindOf } from './kinds/index.ts';

/** What a line of figures is called; of organs the names are looked up elsewhere. */
export function nameLine(by: Exclude<Breakdown, 'organ'>, key: string): string {
  switch (by) {
    case 'year':
      return `${key}年`;
    case 'month':
      return `${key.slice(0, 4)}年${Number(key.slice(5))}月`;
    case 'field':
      return key === '' ? '不属于试点领域' : isField(key) ? fields[key].name : key;
    case 'column':
      return isColumn(key) ? columnOf(key).name : key;
    case 'kind':
      return isKind(key) ? kindOf(key).name : key;
  }
}

/** The order of the lines of a breakdown: as in its table, days from the first on. */
export function orderLines(by: Exclude<Breakdown, 'organ'>, one: string, other: string): number {
  const order: readonly string[] = { field: fieldKeys, column: columnKeys, kind: kindKeys, year: [], month: [] }[by];
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return place(one) - place(other) || one.localeCompare(other);
}
