import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findImportBreaches } from './imports.ts';

const root = join(import.meta.dirname, '../..');
const planted: string[] = [];

afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true, force: true });
});

/** Writes a source tree in which each first file imports the second, a file or a package. */
function plant(arrows: readonly (readonly [from: string, to: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-imports-'));
  planted.push(folder);
  const files = new Map<string, string[]>();
  for (const [from, to] of arrows) {
    const target = to.startsWith('src/') || to.startsWith('tests/') ? relativeImport(from, to) : to;
    files.set(from, [...(files.get(from) ?? []), `import '${target}';`]);
    if (target !== to) files.set(to, files.get(to) ?? []);
  }
  for (const [path, lines] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), [...lines, 'export {};', ''].join('\n'));
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ dependencies: { library: '1' }, devDependencies: { tool: '1' } }),
  );
  for (const name of ['library', 'tool', 'unlisted']) {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), `{"name":"${name}","main":"index.js"}`);
    writeFileSync(join(folder, 'node_modules', name, 'index.js'), '');
  }
  return folder;
}

function relativeImport(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

const allowed = [
  ['src/server.ts', 'src/app.ts'],
  ['src/server.ts', 'src/platform/config/index.ts'],
  ['src/app.ts', 'src/portal/index.ts'],
  ['src/app.ts', 'src/report/index.ts'],
  ['src/app.ts', 'src/request/routes.ts'],
  ['src/portal/index.ts', 'src/report/index.ts'],
  ['src/portal/index.ts', 'src/report/domain/forms/2021.ts'],
  ['src/portal/index.ts', 'src/platform/http/server.ts'],
  ['src/cli/main.ts', 'src/request/domain/clock.ts'],
  ['src/cli/main.ts', 'node:fs'],
  ['src/console/page.tsx', 'src/request/domain/clock.ts'],
  ['src/console/page.tsx', 'library'],
  ['src/report/index.ts', 'src/report/service.ts'],
  ['src/report/service.ts', 'src/report/store.ts'],
  ['src/report/service.ts', 'src/remedy/index.ts'],
  ['src/report/service.ts', 'src/platform/documents/index.ts'],
  ['src/request/service/receive.ts', 'src/request/service/answer.ts'],
  ['src/report/store.ts', 'src/platform/db/index.ts'],
  ['src/report/routes.ts', 'src/report/service.ts'],
  ['src/report/routes.ts', 'src/platform/http/server.ts'],
  ['src/request/routes.ts', 'src/request/routes/answers.ts'],
  ['src/request/routes/answers.ts', 'src/request/service/answer.ts'],
  ['src/report/domain/compile.ts', 'src/remedy/domain/case.ts'],
  ['src/report/domain/compile.ts', 'src/calendar/domain/day.ts'],
  ['src/report/domain/compile.ts', 'src/kernel/result.ts'],
  ['src/report/domain/compile.test.ts', 'node:fs'],
  ['src/report/domain/compile.test.ts', 'tool'],
  ['src/report/domain/compile.test.ts', 'tests/support/builder.ts'],
  ['src/report/domain/compile.test.ts', 'src/report/domain/fixtures/case.ts'],
  ['src/report/domain/fixtures/case.ts', 'tool'],
  ['src/platform/log/index.ts', 'src/platform/config/index.ts'],
  ['src/platform/log/index.ts', 'library'],
] as const;

const breaches = [
  ['src/kernel/result.ts', 'src/platform/log/index.ts', 'kernel imports only itself'],
  ['src/kernel/result.ts', 'library', 'kernel imports only itself'],
  ['src/platform/log/index.ts', 'src/report/index.ts', 'platform imports only platform and kernel'],
  ['src/platform/log/index.ts', 'tests/support/builder.ts', 'platform imports only platform and kernel'],
  ['src/platform/log/index.ts', 'tool', 'the program imports only packages it is installed with'],
  ['src/platform/log/index.ts', 'unlisted', 'the program imports only packages it is installed with'],
  ['src/report/domain/compile.ts', 'node:fs', 'domain imports only'],
  ['src/report/domain/compile.ts', 'library', 'domain imports only'],
  ['src/report/domain/compile.ts', 'src/platform/log/index.ts', 'domain imports only'],
  ['src/report/domain/compile.ts', 'src/report/service.ts', 'domain imports only'],
  ['src/report/domain/compile.ts', 'src/supervision/domain/visit.ts', 'domain imports only'],
  ['src/report/domain/compile.ts', 'src/remedy/index.ts', 'domain imports only'],
  ['src/calendar/domain/day.ts', 'src/organisation/domain/organ.ts', 'domain imports only'],
  ['src/report/store.ts', 'src/report/service.ts', 'store imports only'],
  ['src/report/store.ts', 'src/platform/log/index.ts', 'store imports only'],
  ['src/report/store.ts', 'src/remedy/index.ts', 'store imports only'],
  ['src/report/service.ts', 'src/supervision/index.ts', 'service imports only'],
  ['src/report/service.ts', 'src/remedy/service.ts', 'service imports only'],
  ['src/report/service.ts', 'src/report/routes.ts', 'service imports only'],
  ['src/report/routes.ts', 'src/report/store.ts', 'routes imports only'],
  ['src/report/routes.ts', 'src/platform/db/index.ts', 'routes imports only'],
  ['src/report/routes/comparisons.ts', 'src/report/store.ts', 'routes imports only'],
  ['src/app.ts', 'src/report/routes/comparisons.ts', 'app.ts, api.ts and system.ts connect'],
  ['src/report/index.ts', 'src/remedy/index.ts', 'index.ts of an area offers'],
  ['src/portal/index.ts', 'src/report/service.ts', 'portal imports only'],
  ['src/portal/index.ts', 'src/cli/main.ts', 'portal imports only'],
  ['src/cli/main.ts', 'src/report/store.ts', 'cli imports only'],
  ['src/cli/main.ts', 'src/app.ts', 'cli imports only'],
  ['src/console/page.tsx', 'src/report/index.ts', 'console runs in a browser'],
  ['src/console/page.tsx', 'src/platform/log/index.ts', 'console runs in a browser'],
  ['src/console/page.tsx', 'node:fs', 'console runs in a browser'],
  ['src/app.ts', 'src/server.ts', 'app.ts, api.ts and system.ts connect'],
  ['src/app.ts', 'src/report/service.ts', 'app.ts, api.ts and system.ts connect'],
  ['src/server.ts', 'src/portal/index.ts', 'server.ts imports only'],
  ['src/cli/main.ts', 'src/cli/main.test.ts', 'tests are imported by nothing'],
  ['src/report/domain/compile.ts', 'src/report/domain/fixtures/case.ts', 'tests are imported by nothing'],
  ['src/cli/main.ts', './gone.ts', 'does not exist'],
] as const;

test('the project keeps to its import directions, and every source file was read', async () => {
  expect(await findImportBreaches(root)).toEqual([]);
});

test('what the import directions allow is not complained of', async () => {
  expect(await findImportBreaches(plant(allowed))).toEqual([]);
});

describe('a planted breach is caught', () => {
  let found: string[] = [];
  beforeAll(async () => {
    found = await findImportBreaches(plant(breaches.map(([from, to]) => [from, to] as const)));
  });

  test.each(breaches)('%s → %s', (from, to, words) => {
    const target = to.replace('node:', '').replace(/^(library|tool|unlisted)$/, 'node_modules/$1/index.js');
    expect(found.filter((each) => each.startsWith(`${from} imports ${target}: `)).join('\n')).toContain(words);
  });
});

test('files that import each other in a circle are caught', async () => {
  const circle = [
    ['src/kernel/result.ts', 'src/kernel/problem.ts'],
    ['src/kernel/problem.ts', 'src/kernel/result.ts'],
  ] as const;
  expect((await findImportBreaches(plant(circle))).join('\n')).toContain('in a circle');
});

test('a file that belongs to no layer is caught, though it imports nothing', async () => {
  const folder = plant([['src/report/helpers.ts', 'src/kernel/result.ts']]);
  writeFileSync(join(folder, 'src/leftover.ts'), '');
  expect((await findImportBreaches(folder)).map((each) => each.split(' stands in no layer')[0])).toEqual([
    'src/leftover.ts',
    'src/report/helpers.ts',
  ]);
});

test('a reader that passes over TypeScript, as happens with a version it does not know, is a failure', async () => {
  const passesOver = async () => ({ modules: [], summary: { violations: [] } });
  expect(await findImportBreaches(plant([['src/server.ts', 'src/app.ts']]), passesOver)).toEqual([
    'src/app.ts was not read by dependency-cruiser',
    'src/server.ts was not read by dependency-cruiser',
  ]);
});
