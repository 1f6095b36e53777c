import type { HashCost } from '../../platform/auth/password-hash.ts';
import type { Db } from '../../platform/db/index.ts';
import type { DeskSource } from './desk.ts';

/** What the routes of the area need from the application. */
export interface OrganisationDeps {
  db: Db;
  /** Where every area tells what waits for a person; `memoDesk` is the one of this area. */
  deskSources: readonly DeskSource[];
  /** Whether somebody who sets up an empty system has the code that stood in the window it was started in. */
  checkSetUpCode(code: string): boolean;
  /** What hashing a first password costs; another one in tests. */
  hashCost?: HashCost;
}
