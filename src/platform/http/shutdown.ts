import type { FastifyInstance } from 'fastify';

/** The part of a process that stopping needs; tests bring their own. */
export interface StoppableProcess {
  on(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown;
  exit(status: number): void;
}

/** How soon after the first a second signal still counts as the same key press (seen twice through npm). */
const echo = 1_000;

/**
 * Stops the server when the process is told to: no new connections, requests under way are
 * finished, then exit status 0. After `graceSeconds`, or on a second signal, it ends at once with
 * status 1.
 */
export function stopOnSignals(app: FastifyInstance, graceSeconds: number, process: StoppableProcess): void {
  let asked: number | undefined;
  const end = (reason: string) => {
    app.log.warn({ reason }, 'stopped with requests under way');
    process.exit(1);
  };
  const stop = async (signal: string) => {
    if (asked !== undefined) {
      if (performance.now() - asked > echo) end('second signal');
      return;
    }
    asked = performance.now();
    app.log.info({ signal }, 'stopping');
    setTimeout(end, graceSeconds * 1_000, 'grace period over').unref();
    // A browser keeps its connection open after the last answer; an idle one is not worth waiting for.
    setInterval(() => app.server.closeIdleConnections(), 100).unref();
    await app.close();
    app.log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));
}
