import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer } from './pool.ts';

/** Makes the module that calls it the worker of a `WorkerPool`: each task is answered by `handle`. */
export function serveTasks<Task, Answer>(handle: (task: Task) => Promise<Answer>): void {
  const port = parentPort;
  if (!port) throw new Error('this module runs in a worker thread only');
  port.on('message', async (task: Task) => {
    port.postMessage(await answer(task));
  });

  async function answer(task: Task): Promise<WorkerAnswer<Answer>> {
    try {
      return { answer: await handle(task) };
    } catch (error) {
      return { error: error instanceof Error ? error : new Error(String(error)) };
    }
  }
}
