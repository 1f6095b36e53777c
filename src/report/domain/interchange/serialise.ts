import type { AnnualReport, TableValues } from '../annual-report.ts';
import { type Form, getForm, type TableKey } from '../forms/index.ts';
import { formRows } from './cell-shape.ts';

/**
 * The report as JSON text, keys always in the order of the format and the form, so that equal
 * reports give equal bytes. One line, or indented by `indent` spaces for people.
 */
export function serialiseAnnualReport(report: AnnualReport, indent = 0): string {
  const form = getForm(report.form);
  const { schema, title, organ, year, preamble, source } = report;
  const ordered: AnnualReport = {
    schema,
    form: form.id,
    title,
    organ,
    year,
    preamble,
    sections: report.sections.map(({ number, heading, text }) => ({ number, heading, text })),
    proactive: orderTable(report.proactive, form, 'proactive'),
    requests: orderTable(report.requests, form, 'requests'),
    remedies: orderTable(report.remedies, form, 'remedies'),
    notes: report.notes.map(({ path, kind, message, quote }) => ({ path, kind, message, quote })),
    ...(source && {
      source: { name: source.name, mediaType: source.mediaType, sha256: source.sha256, bytes: source.bytes },
    }),
  };
  return JSON.stringify(ordered, null, indent);
}

function orderTable(values: TableValues, form: Form, table: TableKey): TableValues {
  return Object.fromEntries(
    formRows(form, table).map(({ row, columns }) => [
      row.key,
      Object.fromEntries(columns.map((column) => [column.key, values[row.key]?.[column.key] ?? null])),
    ]),
  );
}
