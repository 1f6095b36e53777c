// `npm run check`: format, lint, types, import directions, unused code, generated files, paths in
// documents. Seconds, so that it can be run before every commit.
import { architectureTests, checks } from './support/checks.ts';
import { runSteps } from './support/steps.ts';

const failed = await runSteps([...checks, architectureTests]);
process.exitCode = failed.length > 0 ? 1 : 0;
