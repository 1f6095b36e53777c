import { columnKeys, columns } from '../../catalogue/domain/columns.ts';
import { fieldKeys, fields } from '../../catalogue/domain/fields.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import { type Breakdown, breakdowns } from '../../publication/domain/figures.ts';
import { kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import type { FigureSearch } from '../api/shapes.ts';
import type { useAddress } from '../parts/address.ts';
import { oneOf, optionsOf } from '../parts/asked.ts';
import type { Filter } from '../parts/filters.tsx';
import { messages } from './messages.ts';

type Address = ReturnType<typeof useAddress>;

/** How an address says that only items of no field are meant; the API takes an empty field for it. */
const noField = 'none';

/** What the address asks figures for; this year by organs when it says nothing. */
export function scopeIn({ get }: Address): FigureSearch & { from: string; to: string; by: Breakdown } {
  const today = dayInChina(new Date());
  const field = get('fieldKey');
  return {
    from: get('from') ?? `${today.slice(0, 4)}-01-01`,
    to: get('to') ?? today,
    by: oneOf(Object.keys(breakdowns) as Breakdown[], get('by')) ?? 'organ',
    withinId: get('withinId'),
    kind: get('kind'),
    columnKey: get('columnKey'),
    fieldKey: field === noField ? '' : field,
  };
}

/** The scope as the address of another page. */
export function scopeAddress(scope: FigureSearch, more: Readonly<Record<string, string>> = {}): string {
  const written = Object.entries({ ...scope, ...more }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, name === 'fieldKey' && value === '' ? noField : String(value)]],
  );
  return String(new URLSearchParams(written));
}

/** What figures can be filtered by. */
export const figureFilters: readonly Filter[] = [
  { name: 'by', label: messages.by, kind: 'choice', options: optionsOf(breakdowns) },
  { name: 'from', label: messages.from, kind: 'day' },
  { name: 'to', label: messages.to, kind: 'day' },
  { name: 'withinId', label: messages.organ, kind: 'organ' },
  {
    name: 'kind',
    label: messages.kind,
    kind: 'choice',
    options: kindKeys.map((value) => ({ value, label: kindOf(value).name })),
  },
  {
    name: 'columnKey',
    label: messages.column,
    kind: 'choice',
    options: columnKeys.map((value) => ({ value, label: columns[value].name })),
  },
  {
    name: 'fieldKey',
    label: messages.field,
    kind: 'choice',
    options: [
      ...fieldKeys.map((value) => ({ value: value as string, label: fields[value].name as string })),
      { value: noField, label: messages.noField },
    ],
  },
];
