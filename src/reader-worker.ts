// The worker thread in which the server reads uploaded reports.
import { serveTasks } from './platform/worker/serve.ts';
import { readReport } from './report/index.ts';

serveTasks(readReport);
