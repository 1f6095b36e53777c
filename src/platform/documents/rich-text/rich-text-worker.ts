// The worker thread in which Word files become texts, and long texts are cleaned.
import { serveTasks } from '../../worker/serve.ts';
import { doTask } from './tasks.ts';

serveTasks(doTask);
