import { Worker } from 'node:worker_threads';
import { type Deadline, limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import type { PdfAnswer, PdfTask } from './pdf-worker.ts';

/** The thread's script; in a build it stands beside the bundle under the same name. */
const script = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

/** Milliseconds between two looks at the thread's memory. */
const watchInterval = 100;

/** How long a thread without work waits for more, in milliseconds, and how many files it reads at most. */
const idleTime = 5_000;
const mostFiles = 100;

interface Thread {
  worker: Worker;
  files: number;
  ending: NodeJS.Timeout | undefined;
}

/** A thread that has just read a file and waits for the next: loading pdf.js takes longer than reading a report. */
let waiting: Thread | undefined;

/**
 * Has a thread read one file. A thread that takes more time or memory than a report needs is ended, whatever it is doing; several
 * files at a time are read by as many threads.
 */
export async function readInThread(
  bytes: Uint8Array,
  deadline: Deadline,
  options: Pick<PdfTask, 'withDetails'> = {},
): Promise<PdfAnswer> {
  const thread = takeThread();
  try {
    const answer = waitForAnswer(thread.worker, deadline);
    // The caller keeps its bytes; pdf.js wants an array of its own.
    const task: PdfTask = { bytes: new Uint8Array(bytes), milliseconds: deadline.left, ...options };
    thread.worker.postMessage(task, [task.bytes.buffer]);
    const result = await answer;
    thread.files++;
    keepThread(thread);
    return result;
  } catch (error) {
    await thread.worker.terminate();
    // A thread that was waiting may have ended of itself: that says nothing of this file.
    if (error === ended && thread.files > 0) return readInThread(bytes, deadline, options);
    throw error === ended ? new DocumentRefusal('damaged-file') : error;
  }
}

/** The thread was gone before it answered. */
const ended = new Error('the thread ended');

function takeThread(): Thread {
  const thread = waiting;
  waiting = undefined;
  if (thread !== undefined) {
    clearTimeout(thread.ending);
    thread.worker.ref();
    return thread;
  }
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: limits.pdfHeapMegabytes },
    // What pdf.js has to say of a faulty file is for its developers.
    stdout: true,
    stderr: true,
  });
  // Without a listener, a fault in a waiting thread would end the program.
  worker.on('error', () => {});
  worker.on('exit', () => {
    if (waiting?.worker === worker) waiting = undefined;
  });
  return { worker, files: 0, ending: undefined };
}

/** Keeps one thread for the next file, without holding up the end of the program. */
function keepThread(thread: Thread): void {
  if (waiting !== undefined || thread.files >= mostFiles) {
    void thread.worker.terminate();
    return;
  }
  waiting = thread;
  thread.worker.unref();
  thread.ending = setTimeout(() => {
    if (waiting === thread) waiting = undefined;
    void thread.worker.terminate();
  }, idleTime);
  thread.ending.unref();
}

function waitForAnswer(worker: Worker, deadline: Deadline): Promise<PdfAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  const timeout = setTimeout(() => reject(new DocumentRefusal('timed-out')), deadline.left);
  const watch = setInterval(() => {
    // Asked of a thread that has just ended, there is no answer and none is needed.
    worker.getHeapStatistics().then(
      ({ used_heap_size, external_memory }) => {
        if (used_heap_size + external_memory > limits.pdfBytes) reject(new DocumentRefusal('expansion-bomb'));
      },
      () => {},
    );
  }, watchInterval);
  const fail = (error: NodeJS.ErrnoException) =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DocumentRefusal('expansion-bomb') : error);
  const end = () => reject(ended);
  worker.on('message', resolve);
  worker.on('error', fail);
  worker.on('exit', end);
  return promise.finally(() => {
    clearTimeout(timeout);
    clearInterval(watch);
    worker.off('message', resolve);
    worker.off('error', fail);
    worker.off('exit', end);
  });
}
