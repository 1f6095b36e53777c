export { emptyReport } from './empty-report.ts';
export { annualReportJsonSchema, reportCheckJsonSchema } from './json-schema.ts';
export { parseAnnualReport } from './parse.ts';
export { serialiseAnnualReport } from './serialise.ts';
