import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { forbiddenImports, layers, tests } from './arrows.ts';

/** Reads the imports of all files in `src/` below `root`. */
type ImportReader = (root: string, options: ICruiseOptions) => Promise<ImportsRead>;
type ImportsRead = Pick<ICruiseResult, 'modules'> & { summary: Pick<ICruiseResult['summary'], 'violations'> };

const readImports: ImportReader = async (root, options) => {
  const { output } = await cruise(['src'], { ...options, baseDir: root });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  return output;
};

/**
 * Everything that is wrong with the imports of the project at `root`, one sentence each: arrows
 * that may not be, files that stand in no layer, and files that were not read. The last matters
 * because dependency-cruiser passes over every file of a TypeScript it does not know.
 */
export async function findImportBreaches(root: string, read: ImportReader = readImports): Promise<string[]> {
  const sources = listSources(root);
  const { modules, summary } = await read(root, {
    ruleSet: { forbidden: forbiddenImports() },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'default', 'types'] },
  });
  const modulesRead = new Set(modules.map(({ source }) => source));
  const words = new Map(forbiddenImports().map(({ name, comment }) => [name, comment]));
  return [
    ...summary.violations.map(({ from, to, rule }) => `${from} imports ${to}: ${words.get(rule.name)}`),
    ...sources
      .filter((path) => !isTest(path) && !layers.some(({ files }) => new RegExp(files).test(path)))
      .map((path) => `${path} stands in no layer: see the anatomy of an area in ARCHITECTURE.md`),
    ...sources.filter((path) => !modulesRead.has(path)).map((path) => `${path} was not read by dependency-cruiser`),
  ].sort();
}

const isTest = (path: string): boolean => new RegExp(tests).test(path);

function listSources(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /[.]tsx?$/.test(path))
    .map((path) => `src/${path.replaceAll('\\', '/')}`);
}
