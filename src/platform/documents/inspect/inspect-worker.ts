// The worker thread in which attachments are looked into before they are published.
import { serveTasks } from '../../worker/serve.ts';
import { inspectFile } from './inspect-file.ts';

serveTasks(inspectFile);
