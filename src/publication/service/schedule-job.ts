import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.ts';

/** Publishes an item at the minute that was set; asked for when it is set, so that it survives every restart. */
export const publishScheduled = defineJob({
  name: 'publication-publish',
  label: '定时发布',
  data: z.object({ countyId: z.uuid(), itemId: z.uuid(), publishAt: z.iso.datetime() }),
});

/** Publishes what was set for a minute that passed while nothing ran, and takes down what is past its last day. */
export const catchUp = defineJob({
  name: 'publication-catch-up',
  label: '补办到时未发布的信息、处理期满的公示',
  schedule: '*/5 * * * *',
});
