import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { forms, tableKeys } from '../../src/report/domain/forms/index.ts';
import { findDeadReferences } from './documents.ts';

const root = join(import.meta.dirname, '../..');

test('every path and every link in the documents leads somewhere', () => {
  expect(findDeadReferences(root)).toEqual([]);
});

test('a dead reference is found wherever it stands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-documents-'));
  const files = {
    'README.md': [
      '[good](docs/one.md#the-first-part) [gone](docs/two.md) [no part](docs/one.md#the-second-part) [web](https://example.org/x)',
      '`src/kernel/result.ts` `src/kernel/` `src/gone.ts` `src/<area>/index.ts` `src/<area>/store.ts` `npm run check` `/tools/report`',
      '`dist/stamp.json` `LOST.md` `1/2` `library/part`',
      '```\nsrc/in/a/drawing.ts\n```',
    ].join('\n'),
    'docs/one.md': '# One\n## The first part\n[back](../README.md)',
    'src/report/README.md': '`domain/day.ts` `domain/night.ts`',
    'src/report/domain/day.ts': '',
    'src/report/index.ts': '',
    'src/kernel/result.ts': '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(findDeadReferences(folder)).toEqual([
    'README.md: LOST.md',
    'README.md: docs/one.md#the-second-part',
    'README.md: docs/two.md',
    'README.md: src/<area>/store.ts',
    'README.md: src/gone.ts',
    'src/report/README.md: domain/night.ts',
  ]);
  rmSync(folder, { recursive: true });
});

test('the glossary has the code word of every row and column of every form', () => {
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
  const keys = forms.flatMap((form) =>
    tableKeys.flatMap((table) =>
      form.tables[table].blocks.flatMap(({ rows, columns }) => [table, ...[...rows, ...columns].map(({ key }) => key)]),
    ),
  );
  expect(keys.filter((key) => !glossary.includes(`\`${key}\``))).toEqual([]);
});
