import type { ClientConfig } from 'pg';
import type { Result } from '../../../kernel/result.ts';

export interface DatabaseServerOptions {
  /** Another PostgreSQL (15 or later) instead of the embedded one, e.g. `postgresql://gongkai:…@db.example/gongkai`. */
  databaseUrl?: string | undefined;
  /** Absolute path. The embedded database is kept below it, or below /var/lib/gongkai with a note here that says so. */
  dataFolder: string;
  /** Chinese one-liners for the operator, e.g. that the database is being made. */
  tell?: ((message: string) => void) | undefined;
}

/** The PostgreSQL server this process works with. */
export interface DatabaseServer {
  /** What `Pool` and `Client` of pg take. On Windows the port may be another one after `ensureRunning`: ask again then. */
  readonly connection: ClientConfig;
  readonly embedded: boolean;
  /** Starts the server again when it is gone; to be called when connecting fails. Cheap when all is well. */
  ensureRunning(): Promise<Result<void>>;
  /** Leaves the server: stops it when no other process of the program uses it. May be called twice. */
  leave(): Promise<void>;
}
