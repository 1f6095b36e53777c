import { packageScript, type Step } from './steps.ts';

/** What can be told about the code without running it. */
export const checks: readonly Step[] = [
  {
    name: 'format and lint',
    script: packageScript('@biomejs/biome/bin/biome'),
    words: ['check', '--error-on-warnings', '--colors=off', '.'],
  },
  { name: 'types', script: packageScript('typescript/bin/tsc'), words: ['--pretty', 'false'] },
  { name: 'unused code', script: packageScript('knip/bin/knip.js'), words: ['--no-progress'] },
  { name: 'generated files', script: 'scripts/generate.ts', words: ['--check'] },
];

/** Import directions, and paths in documents; tests of their own, so `npm test` has them anyway. */
export const architectureTests: Step = {
  name: 'import directions and paths in documents',
  script: packageScript('vitest/vitest.mjs'),
  words: ['run', 'tests/architecture', '--reporter=dot'],
};
