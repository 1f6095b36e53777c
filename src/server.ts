import { buildApp } from './app.ts';
import { readConfig } from './platform/config/index.ts';
import { listen } from './platform/http/listen.ts';
import { stopOnSignals } from './platform/http/shutdown.ts';
import { createLog } from './platform/log/index.ts';

const config = readConfig(process.env);
if (!config.ok) refuse(config.problem.message);

const log = createLog(config.value.logLevel);
// Told without the words of the error, which may quote a document.
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'ended by a bug');
  refuse('系统因程序错误停止，请重新启动；如再次发生，请把运行日志交给维护人员。');
});

const app = await buildApp({ config: config.value, log });
stopOnSignals(app, config.value.shutdownSeconds, process);

const listening = await listen(app, config.value.host, config.value.port);
if (!listening.ok) refuse(listening.problem.message);

const [first, ...others] = listening.value;
console.log(
  [
    '公开 Gongkai 已启动，请在浏览器中打开：',
    `  ${first}/  首页`,
    `  ${first}/tools/report  年报体检`,
    ...others.map((each) => `  ${each}/  供同一网络内的其他电脑访问`),
    '按 Ctrl+C 停止。',
  ].join('\n'),
);

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}
