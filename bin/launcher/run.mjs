import { delimiter, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Runs a module: in this process when this is the right Node, else in a child whose exit status
 * and signals are passed through.
 *
 * @param {object} task
 * @param {string} task.node path of the Node to use
 * @param {string} task.entry path of the module
 * @param {string[]} task.words its arguments
 * @param {string} [task.compileCache] folder for compiled code, to start faster
 */
export async function run({ node, entry, words, compileCache }) {
  if (node === process.execPath) {
    stopWithNpm(() => process.kill(process.pid, 'SIGTERM'));
    if (compileCache) (await import('node:module')).enableCompileCache?.(compileCache);
    process.argv = [process.argv[0] ?? node, entry, ...words];
    await import(pathToFileURL(entry).href);
    return;
  }
  const { spawn } = await import('node:child_process');
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  if (compileCache) process.env.NODE_COMPILE_CACHE ??= compileCache;
  const child = spawn(node, [entry, ...words], { stdio: 'inherit' });
  stopWithNpm(() => child.kill('SIGTERM'));

  // Ctrl+C in a terminal reaches the child too; a signal sent to this process alone has to be
  // handed on. Receiving the same one twice must do no harm there.
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));

  await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status, signal) => {
      for (const each of signals) process.removeAllListeners(each);
      if (signal) process.kill(process.pid, signal);
      else process.exitCode = status ?? 1;
      resolve(undefined);
    });
  });
}

/**
 * Calls `stop` when the npm that started this is gone. A signal to npm ends npm and the shell
 * between the two, but the shell does not hand it on: the server would go on unseen, on its port.
 *
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
