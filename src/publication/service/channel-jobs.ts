import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.ts';

/** Goes on with sending one item to the official account; how long to wait after a failure is decided there. */
export const sendToWechat = defineJob({
  name: 'publication-wechat-send',
  label: '向微信公众号发布',
  data: z.object({ countyId: z.uuid(), itemId: z.uuid() }),
  retryLimit: 0,
  expireSeconds: 300,
});

/** Takes up again what no job waits for, e.g. after a machine went down in between. */
export const sweepWechat = defineJob({
  name: 'publication-wechat-sweep',
  label: '继续未完成的公众号发布',
  schedule: '*/5 * * * *',
});
