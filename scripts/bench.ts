// `npm run bench`: runs every bench/*.bench.ts, or those whose names contain a given word, one
// after the other, each in a process of its own.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, runOpenly } from './support/steps.ts';

const wanted = process.argv.slice(2);
const folder = join(root, 'bench');
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();

if (names.length === 0) {
  console.error(`No benchmark${wanted.length > 0 ? ` with ${wanted.join(' or ')} in its name` : ''} in bench/.`);
  process.exitCode = 1;
}
for (const name of names) {
  console.log(`\n== ${name.replace('.bench.ts', '')}`);
  if ((await runOpenly({ script: join(folder, name), words: [] })) !== 0) process.exitCode = 1;
}
