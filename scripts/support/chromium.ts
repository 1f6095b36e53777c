import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../../tests/e2e/support/chromium.ts';

/**
 * Sees to it that there is a Chromium and a Chinese font for the browser tests: installs both on
 * Debian and its kin when this user may, else says how. Fonts are not looked for beside a browser
 * that is there already; a desktop has them.
 *
 * @returns whether there is one
 */
export function provideChromium(): boolean {
  if (findChromium()) return true;
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (mayInstall) {
    console.log('No Chromium found; installing it with apt-get …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
  if (findChromium()) return true;
  console.error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk; others: any Chrome, Chromium or Edge), or name it in CHROMIUM_PATH.',
  );
  return false;
}

function run(command: string, words: readonly string[]): void {
  const { status } = spawnSync(command, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(`${command} ${words.join(' ')} ended with status ${status}.`);
}
