import type { Result } from '../kernel/result.ts';
import { type Config, readConfig } from '../platform/config/index.ts';
import { type Db, provideDatabase } from '../platform/db/index.ts';
import { type DatabaseServer, joinDatabaseServer } from '../platform/db/server/index.ts';
import { createLog } from '../platform/log/index.ts';
import { createSettings } from '../platform/settings/index.ts';
import { attachmentSettings, openStorage, type Storage } from '../platform/storage/index.ts';
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
    if (!provided.ok) return refuse(terminal, provided.problem.message);
    const { db, server, close } = provided.value;
    try {
      return await work({ db, server, config });
    } finally {
      await close();
    }
  });
}

/**
 * Does something on the server of this installation as it is: nothing is brought up to date first. Leaves it when the
 * command has ended; what goes wrong then is nothing to the person at the keyboard.
 */
export async function withServer(
  terminal: Terminal,
  work: (place: Omit<CommandPlace, 'db'>) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  return withConfig(terminal, async (config) => {
    const { databaseUrl, dataFolder } = config;
    const joined = await joinDatabaseServer({ databaseUrl: databaseUrl.url, dataFolder, tell: terminal.note });
    if (!joined.ok) return refuse(terminal, joined.problem.message);
    const server = joined.value;
    try {
      return await work({ server, config });
    } finally {
      await server.leave().catch(() => undefined);
    }
  });
}

/** The storage of attachments, as a backup and a restore need it. */
export function openCommandStorage(config: Config, db: Db): Promise<Result<Storage>> {
  const settings = createSettings(db, [attachmentSettings]);
  return openStorage({ config, db, log: createLog('warn'), readRules: () => settings.read(attachmentSettings) });
}

/** Does something that needs the configuration, but no database. */
export async function withConfig(
  terminal: Terminal,
  work: (config: Config) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const config = readConfig(process.env);
  return config.ok ? work(config.value) : refuse(terminal, config.problem.message);
}

/** Says why something was not done. */
export function refuse(terminal: Terminal, message: string): ExitStatus {
  terminal.tell(message);
  return exitStatus.unread;
}
