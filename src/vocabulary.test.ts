import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from './vocabulary.ts';

const root = join(import.meta.dirname, '..');
const sources = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => !/\.test\.ts$|\/fixtures\//.test(path))
  // Without comments: their examples are recorded nowhere.
  .map((path) => readFileSync(join(root, path), 'utf8').replace(/^\s*(\*|\/\/).*$/gm, ''));
const written = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''))),
];

test('whatever is recorded in the audit has a Chinese name there', () => {
  const actions = written(/\baction: (?:[a-z.? ='-]+ )?'([a-z-]+\.[a-z-]+)'/g);
  expect(actions.length).toBeGreaterThan(40);
  expect(actions.filter((code) => !(code in vocabulary.actions))).toEqual([]);
});

test('and so has the kind of record it was done to', () => {
  const kinds = written(/\brecord: \{ kind: '([a-z-]+)'/g);
  expect(kinds.length).toBeGreaterThan(5);
  expect(kinds.filter((kind) => !(kind in vocabulary.recordKinds))).toEqual([]);
});
