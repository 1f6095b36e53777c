// `npm run generate`: writes the documents that are made from the code. With `--check` it writes
// nothing and fails when one is not what the code says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openApiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { accessMarkdown } from '../src/organisation/index.ts';
import { configurationMarkdown } from '../src/platform/config/documentation.ts';
import { openApiDocument } from '../src/platform/http/api/index.ts';
import { publicationChecksMarkdown } from '../src/publication/domain/check/documentation.ts';
import { workflowMarkdown } from '../src/publication/domain/workflow-documentation.ts';
import { checksMarkdown } from '../src/report/domain/check/documentation.ts';
import { reportDiffJsonSchema } from '../src/report/domain/diff/json-schema.ts';
import { formsMarkdown } from '../src/report/domain/forms/documentation.ts';
import { annualReportJsonSchema, reportCheckJsonSchema } from '../src/report/domain/interchange/index.ts';
import { declaredRoutes } from './support/routes.ts';
import { root } from './support/steps.ts';
import { tablesTypeScript } from './support/tables.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const openApi = openApiDocument(declaredRoutes(), version);

/** Every generated file and what writes it; another one is one more line. */
const documents: Record<string, () => string | Promise<string>> = {
  'docs/annual-report.schema.json': () => `${JSON.stringify(annualReportJsonSchema(), null, 2)}\n`,
  'docs/report-check.schema.json': () => `${JSON.stringify(reportCheckJsonSchema(), null, 2)}\n`,
  'docs/report-diff.schema.json': () => `${JSON.stringify(reportDiffJsonSchema(), null, 2)}\n`,
  'docs/openapi.json': () => `${JSON.stringify(openApi, null, 2)}\n`,
  'src/console/api/schema.d.ts': async () => astToString(await openApiTypes(openApi as unknown as OpenAPI3)),
  'docs/access.md': () => accessMarkdown(declaredRoutes()),
  'docs/checks.md': checksMarkdown,
  'docs/configuration.md': configurationMarkdown,
  'docs/forms.md': formsMarkdown,
  'docs/publication-checks.md': publicationChecksMarkdown,
  'docs/workflow.md': workflowMarkdown,
  'src/platform/db/tables.ts': tablesTypeScript,
};

const onlyCheck = process.argv.includes('--check');
for (const [path, write] of Object.entries(documents)) {
  const place = join(root, path);
  const text = await write();
  if (existsSync(place) && readFileSync(place, 'utf8') === text) continue;
  if (onlyCheck) {
    console.error(`${path} is not what the code says: run \`npm run generate\` and commit it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(place, text);
    console.log(`wrote ${path}`);
  }
}
