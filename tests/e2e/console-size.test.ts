import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtFile } from '../support/built-program.ts';

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

/** What a browser has to be sent before somebody can sign in, in kilobytes of a thousand bytes. */
const most = 400;

test('the console is there with less than 400 kB, on the line of a township', async () => {
  const folder = join(dirname(await builtFile('server.js')), 'console');
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const needed = new Set<string>();
  const need = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the manifest has no ${key}`);
    if (needed.has(chunk.file)) return;
    needed.add(chunk.file);
    for (const file of chunk.css ?? []) needed.add(file);
    for (const each of chunk.imports ?? []) need(each);
  };
  need('index.html');
  need('session/sign-in.tsx');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  // What the page names itself, style sheets above all, must not be missed by what is counted.
  for (const [, file = ''] of page.matchAll(/"\/console\/(assets\/[^"]+)"/g)) needed.add(file);

  const sizes = [...needed].map((file) => gzipSync(readFileSync(join(folder, file))).length);
  const kilobytes = (gzipSync(page).length + sizes.reduce((sum, size) => sum + size, 0)) / 1_000;
  expect(needed.size).toBeGreaterThan(3);
  expect(kilobytes).toBeLessThan(most);
});

test('each screen comes when it is opened', async () => {
  const folder = join(dirname(await builtFile('server.js')), 'console');
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const screens = [
    'today/today-page',
    'organs/organs-page',
    'people/people-page',
    'audit/audit-page',
    'jobs/jobs-page',
  ];
  const files = screens.map((screen) => manifest[`${screen}.tsx`]?.file);
  expect(new Set(files).size).toBe(screens.length);
  expect(files).not.toContain(manifest['index.html']?.file);
});
