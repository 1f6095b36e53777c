import type { Db } from '../../platform/db/index.ts';

/** What the area needs from the application. */
export interface CalendarDeps {
  db: Db;
}
