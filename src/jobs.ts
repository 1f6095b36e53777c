import { auditJobs } from './platform/audit/index.ts';
import { clearSignIn } from './platform/auth/index.ts';
import type { HandledJob } from './platform/jobs/index.ts';
import { storageJobs } from './platform/storage/index.ts';
import type { System } from './system.ts';

/** Everything that is done in the background, and what does it. */
export const listJobs = ({ database: { db }, storage, signingKey, sealFile }: System): HandledJob[] => [
  ...auditJobs({ db, key: signingKey, sealFile }),
  ...storageJobs(storage),
  clearSignIn(db),
];
