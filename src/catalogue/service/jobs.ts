import type { Db } from '../../platform/db/index.ts';
import { defineJob, type HandledJob, handledBy } from '../../platform/jobs/index.ts';
import { listCounties } from '../store/counties.ts';
import { putDownDuties } from './duties.ts';

/** Before anybody comes to work, so that what falls due today stands in 今天要办. */
const putDownJob = defineJob({ name: 'catalogue-duties', label: '按目录生成公开任务', schedule: '20 4 * * *' });

/** What the area does in the background. */
export const catalogueJobs = (db: Db): HandledJob[] => [
  handledBy(putDownJob, async (_, { now, signal }) => {
    for (const countyId of await listCounties(db)) {
      if (signal.aborted) return;
      // Follows from the catalogue and the calendar alone: nobody did anything, so there is nothing for the audit.
      await putDownDuties(db, countyId, now);
    }
  }),
];
