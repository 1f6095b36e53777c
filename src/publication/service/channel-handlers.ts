import { type HandledJob, handledBy } from '../../platform/jobs/index.ts';
import { sendToWechat, sweepWechat } from './channel-jobs.ts';
import { continueSending, type SendingDeps, sweepSendings } from './wechat-sending.ts';

/** What is done about channels in the background. */
export const channelJobs = (deps: SendingDeps): HandledJob[] => [
  handledBy(sendToWechat, (data, { now }) => continueSending(deps, data, now)),
  handledBy(sweepWechat, (_, { now }) => sweepSendings(deps, now)),
];
