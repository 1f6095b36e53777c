import type { Sm2PrivateKey } from '../crypto/index.ts';
import type { Db } from '../db/index.ts';
import { defineJob, type HandledJob, handledBy } from '../jobs/declaration.ts';
import { sealChains } from './seals.ts';

const sealJob = defineJob({ name: 'audit-seal', label: '审计记录定时封存', schedule: '10 * * * *' });

/** The jobs of the audit: the seal of every hour: what is cut off at the end after it is not seen. */
export const auditJobs = ({ db, key, sealFile }: { db: Db; key: Sm2PrivateKey; sealFile: string }): HandledJob[] => [
  handledBy(sealJob, async (_, { now }) => {
    await sealChains(db, key, sealFile, now);
  }),
];
