import type { Sm2PrivateKey } from '../crypto/index.ts';
import type { Db } from '../db/index.ts';
import { defineJob, type HandledJob, handledBy } from '../jobs/declaration.ts';
import { sealChains } from './seals.ts';

const sealJob = defineJob({ name: 'audit-seal', label: '审计记录每日封存', schedule: '10 0 * * *' });

/** The jobs of the audit: the daily seal. */
export const auditJobs = ({ db, key, sealFile }: { db: Db; key: Sm2PrivateKey; sealFile: string }): HandledJob[] => [
  handledBy(sealJob, async (_, { now }) => {
    await sealChains(db, key, sealFile, now);
  }),
];
