import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { startServer } from '../../support/built-program.ts';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running server, without a slash at the end. */
    serverAddress: string;
    /** Where tests find the one browser they share. */
    browserEndpoint: string;
  }
}

// What a browser does of its own accord would only slow tests down, or reach for the network.
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the built server and one Chromium for all browser tests, and stops both at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error('No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  }
  const [server, browser] = await Promise.all([
    startServer({ RATE_LIMIT: '100000' }),
    chromium.launchServer({
      executablePath,
      // Chromium refuses to run as root inside its sandbox.
      args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
    }),
  ]);
  project.provide('serverAddress', server.address);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.stop();
  };
}
