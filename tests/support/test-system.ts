import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '../../src/platform/config/index.ts';
import { openKeyRing } from '../../src/platform/crypto/index.ts';
import { generateSm2Key } from '../../src/platform/crypto/sm2.ts';
import { createLog, type Log } from '../../src/platform/log/index.ts';
import { createSettings, type SettingSection } from '../../src/platform/settings/index.ts';
import { attachmentSettings, openStorage } from '../../src/platform/storage/index.ts';
import { type System, settingSections } from '../../src/system.ts';
import { useDatabase } from './test-database.ts';

export interface TestSystem extends System {
  /** Every line of the log so far. */
  lines: string[];
  /** Moves the clock of the system. */
  setClock(now: Date): void;
}

/**
 * A whole system on a database of its own, for the tests of this file or block. Fields may be read
 * from the first test on.
 */
export function useSystem(): TestSystem {
  const database = useDatabase();
  const system = {} as TestSystem;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-system-'));
    const config = readConfig({ DATA_DIR: folder, RATE_LIMIT: '100000' });
    if (!config.ok) throw new Error(config.problem.message);
    let now = new Date('2026-03-02T01:00:00Z');
    const ring = openKeyRing({ folder, environmentKeys: '11'.repeat(32), now });
    if (!ring.ok) throw new Error(ring.problem.message);
    const lines: string[] = [];
    const log: Log = createLog('info', { write: (line) => lines.push(line) });
    const { db } = database;
    const settings = createSettings(db, settingSections as readonly SettingSection[]);
    const readRules = () => settings.read(attachmentSettings);
    const storage = await openStorage({ config: config.value, db, log, readRules });
    if (!storage.ok) throw new Error(storage.problem.message);
    Object.assign(system, {
      config: config.value,
      log,
      clock: () => now,
      database,
      ring: ring.value,
      signingKey: generateSm2Key(),
      sealFile: join(folder, 'audit-seals.jsonl'),
      settings,
      storage: storage.value,
      close: () => database.close(),
      lines,
      setClock: (to: Date) => {
        now = to;
      },
    } satisfies Partial<Record<keyof TestSystem, unknown>>);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return system;
}
