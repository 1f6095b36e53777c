import { buildApp } from './app.ts';
import { listJobs } from './jobs.ts';
import { readConfig } from './platform/config/index.ts';
import { listen, tryListening } from './platform/http/listen.ts';
import { stopOnSignals } from './platform/http/shutdown.ts';
import { runJobs } from './platform/jobs/index.ts';
import { createLog } from './platform/log/index.ts';
import { openSystem, provideDemo } from './system.ts';
import { describeStart } from './welcome.ts';

// A switch that is misspelt must not load the demonstration into a system meant for work.
const [strange] = process.argv.slice(2).filter((word) => word !== '--no-demo');
if (strange !== undefined) {
  refuse(`start 没有“${strange}”这个选项，没有启动。用法：gongkai start [--no-demo]；--no-demo 表示不装入演示数据。`);
}
const config = readConfig(process.env);
if (!config.ok) refuse(config.problem.message);

const log = createLog(config.value.logLevel);
// Told without the words of the error, which may quote a document.
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'ended by a bug');
  refuse('系统因程序错误停止，请重新启动；如再次发生，请把运行日志交给维护人员。');
});

const free = await tryListening(config.value.host, config.value.port);
if (!free.ok) refuse(free.problem.message);

const opened = await openSystem({ config: config.value, log, tell: (message) => console.log(message) });
if (!opened.ok) refuse(opened.problem.message);
const system = opened.value;
if (!process.argv.includes('--no-demo')) {
  const demo = await provideDemo(system);
  if (!demo.ok) await leave(demo.problem.message);
}
const jobs = await runJobs({ ...system, jobs: listJobs(system) });
const app = await buildApp({ system, jobs: () => jobs });
// After the last request: what runs in the background, then the database.
app.addHook('onClose', async () => {
  // A little sooner than all is ended, so that a job that is not done is put back in order.
  await jobs.stop(Math.max(1, config.value.shutdownSeconds - 2));
  await system.close();
});
stopOnSignals(app, config.value.shutdownSeconds, process);

const listening = await listen(app, config.value.host, config.value.port);
if (!listening.ok) await leave(listening.problem.message);
else console.log(await describeStart(system, listening.value));

/** Gives up a start after the database was opened. */
async function leave(message: string): Promise<never> {
  await system.close();
  return refuse(message);
}

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}
