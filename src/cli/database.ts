import { join } from 'node:path';
import { type Config, readConfig } from '../platform/config/index.ts';
import { type Db, provideDatabase } from '../platform/db/index.ts';
import type { DatabaseServer } from '../platform/db/server/index.ts';
import { createLog } from '../platform/log/index.ts';
import { type ExitStatus, exitStatus } from './command.ts';
import type { Terminal } from './terminal.ts';

/** What a command for the operator works on. */
export interface CommandPlace {
  db: Db;
  server: DatabaseServer;
  config: Config;
}

/**
 * Does something on the database of this installation, whether or not the system runs: joins its server, or
 * starts it until the command has ended. Status `unread`, with the reason on stderr, when there is no way to it.
 */
export async function withDatabase(
  terminal: Terminal,
  work: (place: CommandPlace) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  return withConfig(terminal, async (config) => {
    const provided = await provideDatabase({
      databaseUrl: config.databaseUrl.url,
      dataFolder: config.dataFolder,
      log: createLog('silent'),
      tell: (message) => terminal.note(message),
    });
    if (!provided.ok) {
      terminal.tell(provided.problem.message);
      return exitStatus.unread;
    }
    const { db, server, close } = provided.value;
    try {
      return await work({ db, server, config });
    } finally {
      await close();
    }
  });
}

/** Does something that needs the configuration, but no database. */
export async function withConfig(
  terminal: Terminal,
  work: (config: Config) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const config = readConfig(process.env);
  if (config.ok) return work(config.value);
  terminal.tell(config.problem.message);
  return exitStatus.unread;
}

/** Where the keys of an installation are. */
export const keyFolder = ({ dataFolder }: Config): string => join(dataFolder, 'keys');

/** Where the seals of its audit are. */
export const sealFile = ({ dataFolder }: Config): string => join(dataFolder, 'audit-seals.jsonl');
