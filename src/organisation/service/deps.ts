import type { HashCost } from '../../platform/auth/password-hash.ts';
import type { Db } from '../../platform/db/index.ts';

/** What the routes of the area need from the application. */
export interface OrganisationDeps {
  db: Db;
  /** Whether somebody who sets up an empty system has the code that stood in the window it was started in. */
  checkSetUpCode(code: string): boolean;
  /** What hashing a first password costs; another one in tests. */
  hashCost?: HashCost;
}
