import { type AnnualReport, annualReportSchema, type TableValues } from '../annual-report.ts';
import type { Form, TableKey } from '../forms/index.ts';
import { formRows } from './cell-shape.ts';

/** A report on this form in which nothing has been filled in: every cell `null`, every text empty. */
export function emptyReport(form: Form): AnnualReport {
  return {
    schema: annualReportSchema,
    form: form.id,
    title: null,
    organ: null,
    year: null,
    preamble: '',
    sections: form.sections.map(({ number }) => ({ number, heading: '', text: '' })),
    proactive: emptyTable(form, 'proactive'),
    requests: emptyTable(form, 'requests'),
    remedies: emptyTable(form, 'remedies'),
    notes: [],
  };
}

function emptyTable(form: Form, table: TableKey): TableValues {
  return Object.fromEntries(
    formRows(form, table).map(({ row, columns }) => [
      row.key,
      Object.fromEntries(columns.map((column) => [column.key, null])),
    ]),
  );
}
