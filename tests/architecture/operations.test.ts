import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { settings } from '../../src/platform/config/settings.ts';

const root = join(import.meta.dirname, '../..');
const manual = ['docs/operations.md', ...globSync('docs/examples/*', { cwd: root })];
const texts = manual.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** Words of the manual that look like variables of ours and are not: of SQL, systemd, HTTP. */
const others = new Set(['SIGTERM', 'AF_UNIX', 'AF_INET', 'AF_INET6']);
const sqlWords = /```sql[\s\S]*?```/g;

/** `gongkai report check FILE` → `report check FILE`, wherever it stands in code. */
function callsIn(text: string): string[] {
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([span]) => span).join('\n');
  return [...code.matchAll(/(?<![\w/.-])gongkai ([a-z][^`\n]*)/g)].map(
    ([, words = '']) => words.split('#')[0]?.trim() ?? '',
  );
}

describe('the manual for operators', () => {
  const calls = texts.flatMap(({ text }) => callsIn(text)).filter((call) => !/^(?:help|start)\b/.test(call));

  test('names commands', () => expect(new Set(calls).size).toBeGreaterThan(10));

  test.each([...new Set(calls)])('gongkai %s', async (call) => {
    const words = call.split(/\s+/);
    const entry =
      commands.find(({ name }) => name === words.slice(0, 2).join(' ')) ??
      commands.find(({ name }) => name === words[0]);
    expect(entry, 'there is no such command').toBeDefined();
    const command = await entry?.load();
    const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
    expect(Object.keys(command?.options ?? {})).toEqual(expect.arrayContaining(options));
  });

  test('names only variables that the program reads', () => {
    const known = new Set([...Object.values(settings).map(({ variable }) => variable), ...others]);
    const named = texts.flatMap(({ path, text }) =>
      [
        ...text
          .replaceAll(sqlWords, '')
          .matchAll(/(?<![\w$-])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,}(?==)|(?<=`)[A-Z]{3,}(?=`))(?![\w-])/g),
      ].map(([, name = '']) => `${path}: ${name}`),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((each) => !known.has(each.split(': ')[1] ?? ''))).toEqual([]);
  });

  test('has an example of the environment that the program takes', () => {
    const lines = readFileSync(join(root, 'docs/examples/gongkai.env'), 'utf8').split('\n');
    const pairs = lines.filter((line) => /^\w/.test(line)).map((line) => line.split(/=(.*)/s).slice(0, 2));
    const environment = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value.replace(/^"|"$/g, '')]));
    expect(readConfig(environment)).toMatchObject({ ok: true });
  });

  test('names measures that there are', () => {
    const sources = globSync('src/platform/http/metrics*.ts', { cwd: root }).map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const named = [...(texts[0]?.text ?? '').matchAll(/`(gongkai_\w+)/g)].map(([, name = '']) => name);
    // `gongkai_app` is the role of the database.
    const measures = named.filter((name) => name !== 'gongkai_app');
    expect(measures.length).toBeGreaterThan(5);
    expect(measures.filter((name) => !sources.some((text) => text.includes(`'${name}'`)))).toEqual([]);
  });
});
