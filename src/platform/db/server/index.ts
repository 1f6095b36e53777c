import type { Result } from '../../../kernel/result.ts';
import type { DatabaseServer, DatabaseServerOptions } from './contract.ts';
import { joinEmbeddedServer } from './embedded.ts';
import { reachExternalServer } from './external.ts';

export type { DatabaseServer, DatabaseServerOptions } from './contract.ts';

/**
 * Joins the PostgreSQL server of a data folder, which is made and started as needed, or reaches the one that
 * `databaseUrl` names. Refused, with a sentence for the operator, when there is no way to have it.
 */
export async function joinDatabaseServer(options: DatabaseServerOptions): Promise<Result<DatabaseServer>> {
  const { databaseUrl, dataFolder, tell = () => {} } = options;
  return databaseUrl ? reachExternalServer(databaseUrl) : joinEmbeddedServer(dataFolder, tell);
}
