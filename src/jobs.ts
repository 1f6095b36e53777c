import packageFile from '../package.json' with { type: 'json' };
import { calendarJobs } from './calendar/index.ts';
import { catalogueJobs, reckonDutiesAnew } from './catalogue/index.ts';
import { auditJobs } from './platform/audit/index.ts';
import { clearSignIn } from './platform/auth/index.ts';
import { backupJobs, filesOf } from './platform/backup/index.ts';
import type { HandledJob } from './platform/jobs/index.ts';
import { storageJobs } from './platform/storage/index.ts';
import { channelJobs, checkJobs, recheckJobs, reckonItemsAnew, reviewJobs, upkeepJobs } from './publication/index.ts';
import type { System } from './system.ts';

/** Everything that is done in the background, and what does it. */
export const listJobs = ({ config, database, ring, settings, storage, signingKey, sealFile }: System): HandledJob[] => [
  ...auditJobs({ db: database.db, key: signingKey, sealFile }),
  ...reviewJobs({ db: database.db, ring, settings, storage }),
  ...channelJobs({ db: database.db, ring, settings, storage }),
  ...checkJobs(database.db),
  ...recheckJobs({ db: database.db, settings, storage }),
  ...upkeepJobs(database),
  ...storageJobs(storage),
  ...calendarJobs([reckonDutiesAnew(database.db), reckonItemsAnew(database.db)]),
  clearSignIn(database.db),
  ...catalogueJobs(database.db),
  ...backupJobs(config, {
    connection: () => database.server.connection,
    keyIds: () => ring.listKeys().map(({ id }) => id),
    files: filesOf(storage.store, storage.stagingFolder),
    programVersion: packageFile.version,
  }),
];
