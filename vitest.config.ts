import { defineConfig } from 'vitest/config';

// Pure tests run once for each time zone: one when run by hand, three in `npm test`.
const zones = (process.env.TEST_TIME_ZONES ?? 'Asia/Shanghai').split(',');

// They read and write bytes and know no day: once is enough for them.
const withoutDays = [
  'tests/properties/**',
  'src/platform/documents/**',
  'src/platform/storage/**',
  'src/report/domain/read/**',
  'src/publication/domain/check/many.test.ts',
];

const pureTests = (zone: string, at: number) => ({
  test: {
    name: zone,
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/process/**', 'tests/e2e/**', '**/*.db.test.ts', ...(at === 0 ? [] : withoutDays)],
    env: { TZ: zone },
    setupFiles: ['tests/support/property-seed.ts'],
    // Pure modules keep nothing between tests, so that a process need not begin anew for each file.
    isolate: false,
    // Seconds at most; a machine that is busy with other things may take its time.
    testTimeout: 30_000,
  },
});

/** Tests with a real PostgreSQL: one server for all, a copy of the migrated database for each file. */
const databaseTests = {
  test: {
    name: 'database',
    include: ['src/**/*.db.test.ts', 'tests/**/*.db.test.ts'],
    globalSetup: ['tests/support/database.ts'],
    env: { TZ: 'America/Los_Angeles' },
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
};

/** Tests that start real processes: the launcher and the built server. */
const processTests = {
  test: {
    name: 'process',
    include: ['tests/process/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // They stop, kill and starve servers: one file at a time has the machine for itself.
    fileParallelism: false,
  },
};

/** Tests that open the pages of the built server in Chromium. */
const browserTests = {
  test: {
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser at a time on a small machine.
    fileParallelism: false,
    // Browser, pages, server and database share two processors: what fails once is tried once more, and the report says so,
    // with what stood on the page. A test that often needs it is to be mended, not left to it.
    retry: 1,
  },
};

export default defineConfig({
  // On two processors it would use one of them.
  test: { maxWorkers: '100%', projects: [...zones.map(pureTests), databaseTests, processTests, browserTests] },
});
