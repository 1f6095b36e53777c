import packageFile from '../../package.json' with { type: 'json' };
import { type ExitStatus, exitStatus } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Prints the version of the program. */
export async function showVersion(terminal: Terminal): Promise<ExitStatus> {
  await terminal.print(`gongkai ${packageFile.version}`);
  return exitStatus.clean;
}
