import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Locales of the system that know which characters of Unicode are letters; the first is on every newer Linux. */
const candidates = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'];

/**
 * The system's locale by which the database tells letters from signs, where it still asks the system: pg_trgm does, and
 * takes no Chinese character for a letter under `C`, which is left where the system has nothing better.
 */
export async function findCharacterType(): Promise<string> {
  const { stdout } = await execute('locale', ['-a']).catch(() => ({ stdout: '' }));
  const simple = (name: string) => name.toLowerCase().replaceAll('-', '');
  const known = new Set(stdout.split('\n').map(simple));
  return candidates.find((name) => known.has(simple(name))) ?? 'C';
}
