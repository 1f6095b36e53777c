import type { ClientConfig } from 'pg';
import { type Result, success } from '../../../kernel/result.ts';
import { joinEmbeddedServer } from './embedded.ts';

export interface DatabaseServerOptions {
  /** An other PostgreSQL (15 or later) instead of the embedded one, e.g. `postgresql://gongkai:…@db.example/gongkai`. */
  databaseUrl?: string;
  /** Absolute path; the embedded database is kept below it, or below /var/lib/gongkai with a note here. */
  dataFolder: string;
  /** Chinese one-liners for the operator, e.g. that the first start takes longer. */
  tell?: (message: string) => void;
}

/** The PostgreSQL server this process works with. */
export interface DatabaseServer {
  /** What `Pool` and `Client` of pg take. Ask for it again after `ensureRunning`: on Windows the port may have changed. */
  readonly connection: ClientConfig;
  readonly embedded: boolean;
  /** Starts the server again when it is gone; to be called when connecting fails. Cheap when it runs. */
  ensureRunning(): Promise<Result<void>>;
  /** Leaves the server: stops it when no other process of the program uses it. Can be called twice. */
  leave(): Promise<void>;
}

/** Joins the PostgreSQL server of a data folder, starting or making it as needed, or reaches the one that `databaseUrl` names. */
export async function joinDatabaseServer(options: DatabaseServerOptions): Promise<Result<DatabaseServer>> {
  if (options.databaseUrl) {
    const connection = { connectionString: options.databaseUrl };
    const nothing = async () => success(undefined);
    return success({ connection, embedded: false, ensureRunning: nothing, leave: async () => {} });
  }
  return joinEmbeddedServer(options.dataFolder, options.tell ?? (() => {}));
}
