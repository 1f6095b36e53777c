export { defineJob, type HandledJob, handledBy, type Job, type JobRun } from './declaration.ts';
