// `npm test`: everything that has to hold before a change lands. The checks, the pure tests in
// three time zones, then the tests that start the launcher and the built server, in Chromium too.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { checks } from './support/checks.ts';
import { provideChromium } from './support/chromium.ts';
import { packageScript, runOpenly, runSteps } from './support/steps.ts';

/** What the report of a run tells of a file with tests. */
interface TestedFile {
  name: string;
  status: string;
  message: string;
  assertionResults: readonly { status: string; fullName: string; failureMessages: readonly string[] }[];
}

interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly TestedFile[];
}

const timeZones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];
const reports = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told once more at the very end: of a long output somebody may only have the last lines. */
const failures: string[] = [];

try {
  console.log('# Checks');
  const failed = await runSteps(checks);
  total.failed += failed.length;
  failures.push(...failed.map((name) => `check: ${name}`));
  total.passed += checks.length - failed.length;

  console.log(`\n# Pure tests, in ${timeZones.join(', ')}`);
  await runTests(timeZones);

  console.log('\n# Tests with PostgreSQL');
  await runTests(['database']);

  console.log('\n# Tests of the launcher, the server and the pages');
  if ((await runOpenly({ script: 'scripts/build.ts', words: [] })) !== 0) total.failed += 1;
  else {
    const hasBrowser = provideChromium();
    if (!hasBrowser) total.failed += 1;
    await runTests(hasBrowser ? ['process', 'e2e'] : ['process']);
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
if (failures.length > 0) console.log(`\n# What failed\n${failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs the tests of some projects of vitest.config.ts and adds up what became of them. */
async function runTests(projects: readonly string[]): Promise<void> {
  const report = join(reports, `${projects[0]?.replace('/', '-')}.json`);
  const status = await runOpenly(
    {
      script: packageScript('vitest/vitest.mjs'),
      words: [
        'run',
        ...projects.map((name) => `--project=${name}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
    },
    { TEST_TIME_ZONES: timeZones.join() },
  );
  if (!existsSync(report)) {
    total.failed += 1;
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8')) as TestReport;
  total.passed += result.numPassedTests;
  total.skipped += result.numPendingTests + result.numTodoTests;
  // A file that cannot be loaded, or an error outside a test, fails the run without failing a test.
  total.failed += status === 0 ? result.numFailedTests : Math.max(1, result.numFailedTests);
  failures.push(...result.testResults.flatMap(failuresOf));
}

/** The failed tests of a file with the first lines of why, or why the file could not be read. */
function failuresOf(file: TestedFile): string[] {
  const tests = file.assertionResults.filter(({ status }) => status === 'failed');
  const name = relative(process.cwd(), file.name);
  const firstLines = (text: string) => text.split('\n').slice(0, 8).join('\n    ');
  if (tests.length === 0) return file.status === 'failed' ? [`${name}: ${firstLines(file.message)}`] : [];
  return tests.map((test) => `${name} > ${test.fullName}\n    ${firstLines(test.failureMessages.join('\n'))}`);
}
