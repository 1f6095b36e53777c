import type { KeyRing } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Settings } from '../../platform/settings/index.ts';
import type { Storage } from '../../platform/storage/index.ts';

/** What the area needs from the application. */
export interface PublicationDeps {
  db: Db;
  /** Seals what is secret of accounts elsewhere. */
  ring: KeyRing;
  settings: Settings;
  storage: Storage;
}
