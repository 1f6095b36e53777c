import { Worker } from 'node:worker_threads';

/** How much a task may take before its worker is ended. */
export interface WorkerLimits {
  seconds: number;
  /** Memory for JavaScript objects; bytes of files come on top. */
  megabytes: number;
}

/** Why a task was ended: it took longer, or more memory, than it may. */
export class WorkerLimitReached extends Error {
  readonly limit: 'time' | 'memory';
  constructor(limit: 'time' | 'memory') {
    super(`a task reached its limit of ${limit}`);
    this.limit = limit;
  }
}

/** What a worker sends back for a task. */
export type WorkerAnswer<Answer> = { answer: Answer } | { error: Error };

interface Job<Task, Answer> {
  task: Task;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Does heavy work in threads of its own, so that the server goes on answering meanwhile. A task
 * that takes too long or too much ends its own thread and nothing else; the next task gets a new
 * one. The module at `entry` calls `serveTasks`.
 */
export class WorkerPool<Task, Answer> {
  private readonly entry: URL;
  private readonly size: number;
  private readonly limits: WorkerLimits;
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly waiting: Job<Task, Answer>[] = [];

  constructor(entry: URL, size: number, limits: WorkerLimits) {
    this.entry = entry;
    this.size = size;
    this.limits = limits;
  }

  /**
   * The answer to a task, when it is its turn. Rejects with `WorkerLimitReached`, or with what the
   * worker threw.
   */
  run(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
      this.next();
    });
  }

  /** Ends all threads; tasks under way are rejected. */
  async close(): Promise<void> {
    for (const { reject } of this.waiting.splice(0)) reject(new Error('the pool was closed'));
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private next(): void {
    const job = this.waiting[0];
    const worker = job && (this.idle.pop() ?? this.start());
    if (!worker) return;
    this.waiting.shift();
    this.work(worker, job);
  }

  private start(): Worker | undefined {
    if (this.all.size >= this.size) return undefined;
    const worker = new Worker(this.entry, { resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes } });
    this.all.add(worker);
    // An error is told to the task it belongs to; this one is for a thread that fails while idle.
    worker.on('error', () => {});
    worker.once('exit', () => {
      this.all.delete(worker);
      const place = this.idle.indexOf(worker);
      if (place >= 0) this.idle.splice(place, 1);
      this.next();
    });
    // A thread that waits for work does not keep the process alive.
    worker.unref();
    return worker;
  }

  private work(worker: Worker, { task, resolve, reject }: Job<Task, Answer>): void {
    let failure: Error = new Error('the worker ended before it answered');
    const timer = setTimeout(() => {
      failure = new WorkerLimitReached('time');
      void worker.terminate();
    }, this.limits.seconds * 1_000);
    const onError = (error: Error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      failure = isMemory ? new WorkerLimitReached('memory') : error;
    };
    const onExit = () => {
      clearTimeout(timer);
      reject(failure);
    };
    const onMessage = (message: WorkerAnswer<Answer>) => {
      clearTimeout(timer);
      worker.off('error', onError).off('exit', onExit);
      worker.unref();
      this.idle.push(worker);
      if ('answer' in message) resolve(message.answer);
      else reject(message.error);
      this.next();
    };
    worker.ref();
    worker.once('message', onMessage).once('error', onError).once('exit', onExit);
    worker.postMessage(task);
  }
}
