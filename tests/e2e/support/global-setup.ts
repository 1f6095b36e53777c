import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { makeDataFolder, removeDataFolder, startServer } from '../../support/built-program.ts';
import { browserArguments, findChromium } from './chromium.ts';
import { type KeptSession, openSessions } from './sessions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running server, without a slash at the end. */
    serverAddress: string;
    /** Where its data lie, for what only time brings about. */
    dataFolder: string;
    /** Where tests find the one browser they share. */
    browserEndpoint: string;
    /** Who is signed in, by login name. */
    sessions: Record<string, KeptSession>;
  }
}

/** Starts the built server and one Chromium for all browser tests, and stops both at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error('No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  }
  const dataFolder = makeDataFolder();
  const [server, browser] = await Promise.all([
    startServer({ RATE_LIMIT: '100000', DATA_DIR: dataFolder }),
    // Without a UTF-8 locale the browser saves files with Chinese names as "download".
    chromium.launchServer({
      executablePath,
      args: browserArguments(),
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    }),
  ]);
  project.provide('serverAddress', server.address);
  project.provide('dataFolder', dataFolder);
  project.provide('browserEndpoint', browser.wsEndpoint());
  project.provide('sessions', await openSessions(server.address));
  return async () => {
    await browser.close();
    await server.stop();
    removeDataFolder(dataFolder);
  };
}
