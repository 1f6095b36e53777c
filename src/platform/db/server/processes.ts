import { execFile } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Whether a process is the server of this data folder. Numbers of processes are given out again: after a power cut the
 * one in an old file may be anything, even the server of another folder.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isTaken(pid)) return false;
  if (process.platform === 'linux') return isServerByProc(pid, cluster);
  if (process.platform === 'win32') return true;
  const { stdout } = await execute('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim().endsWith('postgres');
}

/** Whether there is a process of that number, of whomever. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The server works in its data folder. One whose folder cannot be looked up belongs to somebody else. */
function isServerByProc(pid: number, cluster: string): boolean {
  try {
    const [, name, state] = /\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    // Z: it has ended, and who started it has not asked how.
    return name === 'postgres' && state !== 'Z' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}
