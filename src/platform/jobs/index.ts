export { defineJob, type HandledJob, handledBy, type Job, type JobRun } from './declaration.ts';
export { enqueue } from './enqueue.ts';
export { type JobRoutesOptions, jobRoutes } from './routes.ts';
export { type RunJobsOptions, type RunningJobs, runJobs } from './run.ts';
export { countJobs, type JobState, type JobView } from './store.ts';
